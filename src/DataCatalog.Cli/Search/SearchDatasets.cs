using System.Globalization;
using System.Text.Json;
using DataCatalog.Cli.Http;

namespace DataCatalog.Cli.Search;

/// <summary>What the user asks of a search.</summary>
/// <param name="Words">The words.</param>
/// <param name="Top">How many hits.</param>
/// <param name="Facets">Count by facets.</param>
/// <param name="Json">For machines.</param>
public sealed record SearchSettings(string Words, int Top, bool Facets, bool Json);

/// <summary>Searches the service's datasets.</summary>
public sealed class SearchDatasets(CatalogClient client, TextWriter output)
{
    private const int MostValues = 12;

    /// <summary>Searches.</summary>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public async Task<int> RunAsync(SearchSettings settings, CancellationToken cancellation)
    {
        string words = Uri.EscapeDataString(settings.Words);
        string query = $"odata/Datasets?$search={words}&$count=true&$top={settings.Top.ToString(CultureInfo.InvariantCulture)}";
        JsonElement found = JsonElement.Parse(await client.SendAsync(HttpMethod.Get, query, null, cancellation));
        if (settings.Json) await JsonAsync(found);
        else await TextAsync(found);
        if (settings.Facets) await FacetsAsync(words, settings.Json, cancellation);
        return ExitCodes.Done;
    }

    private async Task JsonAsync(JsonElement found)
    {
        foreach (JsonElement hit in found.GetProperty("value").EnumerateArray()) await output.WriteLineAsync(JsonSerializer.Serialize(hit, JsonText.Readable));
    }

    private async Task TextAsync(JsonElement found)
    {
        if (found.TryGetProperty("@odata.count", out JsonElement count)) await output.WriteLineAsync($"{count} found");
        foreach (JsonElement hit in found.GetProperty("value").EnumerateArray())
        {
            string title = string.Join(" / ", new[] { Text(hit, "TitleKo"), Text(hit, "TitleEn") }.OfType<string>());
            await output.WriteLineAsync($"{Text(hit, "Key")}\t{Plain(title)}\t{Text(hit, "Status")}");
        }
    }

    private async Task FacetsAsync(string words, bool json, CancellationToken cancellation)
    {
        string answer = await client.SendAsync(HttpMethod.Get, $"odata/Datasets/Facets()?$search={words}", null, cancellation);
        if (json)
        {
            await output.WriteLineAsync(answer);
            return;
        }

        foreach (JsonElement facet in JsonElement.Parse(answer).GetProperty("value").EnumerateArray())
        {
            string[] values = [.. facet.GetProperty("Values").EnumerateArray().Take(MostValues).Select(v => $"{Text(v, "Value")} {Text(v, "Count")}")];
            if (values.Length > 0) await output.WriteLineAsync($"{Text(facet, "Name")}\t{Plain(string.Join(", ", values))}");
        }
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement value) && value.ValueKind is not JsonValueKind.Null ? value.ToString() : null;

    // What others wrote must not steer the terminal.
    private static string Plain(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
}
