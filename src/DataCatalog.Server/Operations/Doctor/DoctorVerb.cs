using System.Text.Json;
using System.Text.Json.Serialization;

namespace DataCatalog.Server.Operations.Doctor;

/// <summary>Tells what the examination found: a line a check, or JSON.</summary>
internal static class DoctorVerb
{
    private static readonly JsonSerializerOptions Style = new(JsonSerializerDefaults.Web) { WriteIndented = true, Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    /// <summary>Examines and tells.</summary>
    /// <returns>0 where nothing failed, else 1.</returns>
    public static async Task<int> RunAsync(string[] options, bool json)
    {
        IReadOnlyList<Finding> findings = await new Examination(options).RunAsync();
        bool well = findings.All(f => f.Verdict != Verdict.Fail);
        if (json) Console.WriteLine(JsonSerializer.Serialize(new { well, findings }, Style));
        else foreach (Finding finding in findings) Console.WriteLine(Line(finding));
        return well ? 0 : 1;
    }

    private static string Line(Finding finding)
    {
        string mark = finding.Verdict == Verdict.Ok ? "ok  " : finding.Verdict.ToString().ToUpperInvariant();
        return $"{mark}  {finding.Check}: {finding.What}{(finding.Mend is { } mend ? $" — {mend}" : "")}";
    }
}
