using System.Net;
using System.Text.Json;
using DataCatalog.Core.Audit;
using DataCatalog.Core.Common;
using DataCatalog.Core.Entitlements;
using DataCatalog.Server.Tests.Support;
using DataCatalog.Storage;
using DataCatalog.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DataCatalog.Server.Tests.Api.Use;

/// <summary>Grants to a whole programme, and conditions that a representative accepts.</summary>
public abstract class GrantToAllTests(string provider, Worlds worlds, PostgresServer server) : TeamTests(provider, worlds, server)
{
    [Fact]
    public async Task GrantToAll_PassesOverThoseThatLeftOrHoldIt()
    {
        string programme = (await Given.ProgrammeAsync()).Id;
        Team one = await TeamAsync(programme), two = await TeamAsync(programme), gone = await TeamAsync(programme);
        await EndAsync(gone);
        Corpus corpus = await HeldAsync(one);
        object input = new { DatasetIds = new[] { corpus.Id }, AgreementId = corpus.Agreement, ProgrammeId = programme, Actions = new[] { "train" } };
        foreach (string role in (string[])["auditor", "compliance"]) (await World.Roles[role].PostAsync("/odata/Entitlements/GrantToAll", input)).Refused(403, "forbidden");
        (await one.Member.PostAsync("/odata/Entitlements/GrantToAll", input)).OfStatus(HttpStatusCode.NotFound);
        Answer answer = (await Admin.PostAsync("/odata/Entitlements/GrantToAll", input)).OfStatus(HttpStatusCode.OK);
        JsonElement granted = Assert.Single(answer["Granted"].EnumerateArray());
        Assert.Equal(two.Consortium, granted.GetProperty("ConsortiumId").GetString());
        Assert.Equal(
            new[] { $"{one.Consortium} HoldsAlready", $"{gone.Consortium} ConsortiumEnded" }.Order(),
            answer["Skipped"].EnumerateArray().Select(s => $"{s.GetProperty("ConsortiumId").GetString()} {s.GetProperty("Why").GetString()}").Order());
        Assert.Equal(granted.GetProperty("EntitlementId").GetString(), Assert.Single((await two.Member.GetAsync("/odata/Entitlements")).Rows).GetProperty("Id").GetString());
        Assert.Empty((await Admin.PostAsync("/odata/Entitlements/GrantToAll", input)).OfStatus(HttpStatusCode.OK)["Granted"].EnumerateArray());
    }

    [Fact]
    public async Task Grant_OfTheSameAtOnce_IsMadeOnce()
    {
        string programme = (await Given.ProgrammeAsync()).Id;
        Team team = await TeamAsync(programme);
        Corpus corpus = await CorpusAsync();
        object one = new { DatasetId = corpus.Id, ConsortiumId = team.Consortium, AgreementId = corpus.Agreement };
        object all = new { DatasetIds = new[] { corpus.Id }, AgreementId = corpus.Agreement, ProgrammeId = programme };
        Answer[] answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => i % 2 == 0 ? Admin.PostAsync("/odata/Entitlements", one) : Admin.PostAsync("/odata/Entitlements/GrantToAll", all)));
        Assert.All(answers.Where(a => (int)a.Status >= 300), a => Assert.Equal("entitlement-overlaps", a.Code));
        Assert.Single((await team.Member.GetAsync("/odata/Entitlements")).Rows);
    }

    [Fact]
    public async Task GrantToAll_IsAllOrNothing()
    {
        string programme = (await Given.ProgrammeAsync()).Id;
        Team team = await TeamAsync(programme);
        Corpus corpus = await CorpusAsync(), other = await CorpusAsync();
        (await Admin.PostAsync("/odata/Entitlements/GrantToAll", new { DatasetIds = new[] { corpus.Id, other.Id }, AgreementId = corpus.Agreement, ProgrammeId = programme })).Refused(422, "dataset-not-covered");
        (await Admin.PostAsync("/odata/Entitlements/GrantToAll", new { DatasetIds = new[] { corpus.Id }, AgreementId = corpus.Agreement, ProgrammeId = programme, Actions = new[] { "distil" } })).Refused(422, "terms-forbid");
        (await Admin.PostAsync("/odata/Entitlements/GrantToAll", new { DatasetIds = new[] { corpus.Id }, AgreementId = corpus.Agreement })).Refused(422, "required");
        Assert.Empty((await team.Member.GetAsync("/odata/Entitlements")).Rows);
    }

    [Fact]
    public async Task Conditions_HoldOnceTheRepresentativeAcceptedThem()
    {
        Team team = await TeamAsync(), other = await TeamAsync();
        Corpus corpus = await CorpusAsync("permit train in KR; permit evaluate for consortium competitor paying 30 million KRW");
        string id = (await Admin.PostAsync("/odata/Entitlements", new { DatasetId = corpus.Id, ConsortiumId = team.Consortium, AgreementId = corpus.Agreement, NeedsAcceptance = true })).OfStatus(HttpStatusCode.Created).Id;
        Assert.Equal("NotInForce", await MayTrainAsync(team, corpus));
        Answer conditions = (await team.Member.GetAsync($"/odata/Entitlements({id})/Conditions()")).OfStatus(HttpStatusCode.OK);
        Assert.NotEmpty(conditions["SentencesKo"].EnumerateArray());
        Assert.Contains(conditions["SentencesEn"].EnumerateArray(), s => s.GetString()!.Contains("train", StringComparison.Ordinal));
        Assert.DoesNotContain("competitor", conditions.Text, StringComparison.Ordinal);
        string sha256 = conditions["Sha256"].GetString()!;

        string accept = $"/odata/Entitlements({id})/Accept";
        (await team.Member.PostAsync(accept, new { Sha256 = new string('0', 64) })).Refused(422, "other-conditions");
        (await team.Member.PostAsync(accept, new { Sha256 = "x" })).Refused(422, "invalid-value");
        (await team.Member.PostAsync(accept, new { })).Refused(422, "required");
        (await Admin.PostAsync(accept, new { Sha256 = sha256 })).Refused(403, "forbidden");
        (await other.Member.PostAsync(accept, new { Sha256 = sha256 })).Refused(404, "not-found");
        (await other.Member.GetAsync($"/odata/Entitlements({id})/Conditions()")).Refused(404, "not-found");
        Answer accepted = (await team.Member.PostAsync(accept, new { Sha256 = sha256 })).OfStatus(HttpStatusCode.OK);
        Assert.Equal((sha256, "consortium-member"), (accepted["AcceptedSha256"].GetString(), accepted["AcceptedBy"].GetString()));
        Answer again = (await team.Member.PostAsync(accept, new { Sha256 = sha256 })).OfStatus(HttpStatusCode.OK);
        Assert.Equal(accepted["AcceptedAt"].GetString(), again["AcceptedAt"].GetString());
        Assert.Equal("Permitted", await MayTrainAsync(team, corpus));
    }

    [Fact]
    public async Task Conditions_WithoutThatAsk_NeedNoAcceptance()
    {
        Team team = await TeamAsync();
        Corpus corpus = await HeldAsync(team);
        string id = (await team.Member.GetAsync("/odata/Entitlements")).Rows[0].GetProperty("Id").GetString()!;
        string sha256 = (await team.Member.GetAsync($"/odata/Entitlements({id})/Conditions()"))["Sha256"].GetString()!;
        (await team.Member.PostAsync($"/odata/Entitlements({id})/Accept", new { Sha256 = sha256 })).Refused(409, "nothing-to-accept");
        Assert.Equal("Permitted", await MayTrainAsync(team, corpus));
    }

    private static async Task<string?> MayTrainAsync(Team team, Corpus corpus) =>
        (await team.Member.PostAsync("/odata/CheckUse", new { Dataset = corpus.Key, Actions = new[] { "train" }, Territory = "KR" })).OfStatus(HttpStatusCode.OK)["Verdict"].GetString();

    private async Task EndAsync(Team team)
    {
        await using RegistryDb db = World.Service.Services.GetRequiredService<RegistryDbFactory>().Create(Actor.Registry);
        await db.WriteAsync(
            async token =>
            {
                Consortium consortium = await db.Consortia.SingleAsync(c => c.Id == Guid.Parse(team.Consortium), token);
                consortium.End(DateOnly.Parse(Support.Given.Day(-1), System.Globalization.CultureInfo.InvariantCulture), "Not chosen.");
                db.Record(new AuditEntry("test.ended", nameof(Consortium), consortium.Id));
                return 0;
            },
            TestContext.Current.CancellationToken);
    }
}

public sealed class SqliteGrantToAllTests(Worlds worlds, PostgresServer server) : GrantToAllTests(StorageOptions.Sqlite, worlds, server);

public sealed class PostgresGrantToAllTests(Worlds worlds, PostgresServer server) : GrantToAllTests(StorageOptions.Postgres, worlds, server);
