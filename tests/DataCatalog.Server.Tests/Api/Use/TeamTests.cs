using System.Net;
using System.Text.Json;
using DataCatalog.Server.Tests.Support;
using DataCatalog.TestSupport;

namespace DataCatalog.Server.Tests.Api.Use;

/// <summary>Tests with teams of their own, so that what one counts no other changes.</summary>
public abstract class TeamTests(string provider, Worlds worlds, PostgresServer server) : ApiTests(provider, worlds, server)
{
    protected const string Permits = "permit train, evaluate in KR; forbid distil (article \"7\" \"증류를 금지한다\")";

    protected async Task<Team> TeamAsync(string? programme = null)
    {
        string consortium = (await Given.ConsortiumAsync(programme ?? World.Programme, World.Provider)).Id;
        Answer model = await Given.ModelAsync(consortium);
        return new Team(consortium, World.Service.Client(await Given.KeyAsync("consortium-member", consortium)), model.Id, model["Key"].GetString()!);
    }

    protected async Task<Corpus> CorpusAsync(string? terms = Permits)
    {
        Answer dataset = await Given.AvailableAsync(World.Provider);
        if (terms is null) return new Corpus(dataset.Id, dataset["Key"].GetString()!, "", "");
        Answer agreement = await Given.AgreementAsync(World.Provider, [dataset.Id], new { Terms = new { Short = terms } });
        return new Corpus(dataset.Id, dataset["Key"].GetString()!, agreement.Id, agreement["Number"].GetString()!);
    }

    /// <summary>A corpus that the team is entitled to.</summary>
    protected async Task<Corpus> HeldAsync(Team team, string terms = Permits)
    {
        Corpus corpus = await CorpusAsync(terms);
        await Given.EntitlementAsync(corpus.Id, team.Consortium, corpus.Agreement);
        return corpus;
    }

    protected static object Run(string id, Team team, IEnumerable<string> versions, string? startedAt = null, string? action = null) =>
        new { RunId = id, Model = team.ModelKey, Action = action, StartedAt = startedAt ?? Ago(TimeSpan.FromHours(1)), Versions = versions };

    protected static string Ago(TimeSpan span) => TimeProvider.System.GetUtcNow().Subtract(span).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);

    protected static async Task<List<JsonElement>> AlertsAsync(ApiClient client, string kind, string filter) =>
        (await client.GetAsync($"/odata/Alerts?$filter=Kind eq '{kind}' and {filter}")).OfStatus(HttpStatusCode.OK).Rows;
}

/// <summary>A consortium with a member's client and a model.</summary>
public sealed record Team(string Consortium, ApiClient Member, string Model, string ModelKey);

/// <summary>A dataset with its agreement.</summary>
public sealed record Corpus(string Id, string Key, string Agreement, string Number);
