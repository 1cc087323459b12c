using DataCatalog.Core.Common;
using DataCatalog.Interop.Odrl;

namespace DataCatalog.Server.Hosting.Startup;

/// <summary>Verbs on ODRL documents; they need neither settings nor a database.</summary>
public static class OdrlVerbs
{
    // Without white space a document may have an eighth of it.
    private const long MostBytes = 4 * 1024 * 1024;

    /// <summary>Prints the compliance report of a policy for a request in a state of the world, as JSON-LD.</summary>
    /// <returns>0, or 2 where a file cannot be read or is not what it should be.</returns>
    public static async Task<int> EvaluateAsync(string policy, string request, string state)
    {
        try
        {
            string report = OdrlEvaluation.Evaluate(await TextAsync(policy), await TextAsync(request), await TextAsync(state));
            await Console.Out.WriteLineAsync(report);
            return 0;
        }
        catch (DomainException refused)
        {
            await Console.Error.WriteLineAsync($"{refused.Error.Code}: {refused.Field}: {refused.Message}");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            await Console.Error.WriteLineAsync(unreadable.Message);
        }

        return 2;
    }

    private static async Task<string> TextAsync(string file)
    {
        if (new FileInfo(file) is { Exists: true, Length: > MostBytes }) throw new IOException($"{file} is larger than {MostBytes / 1024 / 1024} MiB.");
        return await File.ReadAllTextAsync(file);
    }
}
