using System.Text.Json;
using DataCatalog.Interop.Odrl;
using DataCatalog.Interop.Tests.Support;

namespace DataCatalog.Interop.Tests.Odrl;

/// <summary>The public evaluation cases: each rule of each report by its IRI, activation state and attempt state.</summary>
public sealed class TestSuiteTests
{
    [Fact]
    public void Evaluate_EveryCase()
    {
        string folder = SharedData.Folder("odrl-cases");
        using JsonDocument index = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "index.json")));
        List<string> wrong = [];
        foreach (JsonElement entry in index.RootElement.EnumerateArray())
        {
            string name = entry.GetProperty("case").GetString()!;
            string Text(string file) => File.ReadAllText(Path.Combine(folder, name, file));
            IEnumerable<string> expected = entry.GetProperty("rules").EnumerateArray().Select(r => string.Join(' ', Keys.Select(k => r.GetProperty(k).GetString()))).Order(StringComparer.Ordinal);
            IEnumerable<string> actual = Reports.Rules(OdrlEvaluation.Evaluate(Text("policy.jsonld"), Text("request.jsonld"), Text("sotw.jsonld"))).Order(StringComparer.Ordinal);
            if (!expected.SequenceEqual(actual)) wrong.Add($"{name}: expected {string.Join("; ", expected)}, came {string.Join("; ", actual)}");
        }

        Assert.Equal(34, index.RootElement.GetArrayLength());
        Assert.Empty(wrong);
    }

    private static readonly string[] Keys = ["type", "rule", "ruleRequest", "attemptState", "activationState"];
}
