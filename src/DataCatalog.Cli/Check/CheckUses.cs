using System.Text;
using System.Text.Json;
using DataCatalog.Cli.Http;

namespace DataCatalog.Cli.Check;

/// <summary>Asks the service's use-check, about datasets one by one or as a mix.</summary>
public sealed class CheckUses(CatalogClient client, TextWriter output)
{
    /// <summary>Asks.</summary>
    /// <returns>0 where it is permitted, 1 where it is not.</returns>
    public async Task<int> RunAsync(CheckSettings settings, CancellationToken cancellation)
    {
        using var body = new StringContent(settings.Body(), Encoding.UTF8, "application/json");
        string text = await client.SendAsync(HttpMethod.Post, settings.Mix ? "odata/CheckMix" : "odata/CheckUse", body, cancellation);
        JsonElement answer = JsonElement.Parse(text);
        if (settings.Json) await output.WriteLineAsync(JsonSerializer.Serialize(answer, JsonText.Readable));
        else if (settings.Mix) await MixAsync(answer);
        else await UseAsync(answer);
        return Text(answer, "Verdict") == "Permitted" ? ExitCodes.Done : ExitCodes.No;
    }

    private async Task UseAsync(JsonElement answer)
    {
        foreach (JsonElement one in answer.GetProperty("Answers").EnumerateArray())
        {
            await output.WriteLineAsync(Row(one));
            foreach (JsonElement sentence in one.GetProperty("Sentences").EnumerateArray()) await output.WriteLineAsync($"  {JsonText.Plain(sentence.GetString())}");
        }

        await EndAsync(answer);
    }

    private async Task MixAsync(JsonElement answer)
    {
        foreach (JsonElement part in answer.GetProperty("Parts").EnumerateArray()) await output.WriteLineAsync(Row(part));
        string[] left = [.. answer.GetProperty("LeaveOut").EnumerateArray().Select(k => JsonText.Plain(k.GetString()))];
        if (left.Length > 0) await output.WriteLineAsync($"leave out\t{string.Join(", ", left)}");
        foreach (JsonElement pair in answer.GetProperty("Conflicts").EnumerateArray()) await output.WriteLineAsync($"conflict\t{Text(pair, "One")} and {Text(pair, "Other")}");
        await EndAsync(answer);
    }

    private async Task EndAsync(JsonElement answer)
    {
        string missing = string.Join(", ", answer.GetProperty("MissingFacts").EnumerateArray().Select(f => JsonText.Plain(f.GetString())));
        if (missing.Length > 0) await output.WriteLineAsync($"missing\t{missing}");
        string recorded = Text(answer, "DecisionId") is { } id ? $"\trecorded as {id}" : "";
        await output.WriteLineAsync($"{Text(answer, "Verdict")}\tuntil {Text(answer, "HoldsUntil") ?? "further notice"}{recorded}");
    }

    private static string Row(JsonElement one) =>
        string.Join('\t', Text(one, "Dataset"), Text(one, "Action"), Text(one, "Verdict"), Text(one, "Source") ?? "-", Text(one, "HoldsUntil") ?? "-");

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement value) && value.ValueKind is not JsonValueKind.Null ? JsonText.Plain(value.ToString()) : null;
}
