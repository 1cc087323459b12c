using System.Text.Json;

namespace DataCatalog.Cli.Import;

/// <summary>The numbers of all requests together.</summary>
internal sealed class Totals
{
    private static readonly string[] Names = ["in", "created", "updated", "unchanged", "rejected"];
    private readonly long[] sums = new long[Names.Length];

    public long Rejected => sums[^1];

    public long In => sums[0];

    public void Add(JsonElement summary)
    {
        for (int i = 0; i < Names.Length; i++) sums[i] += summary.GetProperty(Names[i]).GetInt64();
    }

    public string Json() => JsonSerializer.Serialize(new Dictionary<string, Dictionary<string, long>> { ["summary"] = Names.Zip(sums).ToDictionary(p => p.First, p => p.Second) });

    public override string ToString() => string.Join(", ", Names.Zip(sums).Select(p => $"{p.First} {p.Second:N0}"));
}
