using System.Net;
using System.Text.Json;
using DataCatalog.Server.Tests.Support;
using DataCatalog.Storage;
using DataCatalog.TestSupport;

namespace DataCatalog.Server.Tests.Api.Use;

public abstract class RunTests(string provider, Worlds worlds, PostgresServer server) : TeamTests(provider, worlds, server)
{
    [Fact]
    public async Task Run_KeepsTheDecisionOfEachUse()
    {
        Team team = await TeamAsync();
        Corpus held = await HeldAsync(team), other = await CorpusAsync();
        Answer made = (await team.Member.PostAsync("/odata/TrainingRuns", Run("run-1", team, [$"{held.Key}@1.0.0", other.Key]))).OfStatus(HttpStatusCode.Created);
        Assert.Equal("NotPermitted", made["Verdict"].GetString());
        Assert.Equal(2, made["VersionCount"].GetInt32());
        Assert.EndsWith($"/odata/TrainingRuns({made.Id})", made.Headers["Location"], StringComparison.Ordinal);
        List<JsonElement> usages = (await team.Member.GetAsync($"/odata/TrainingRuns({made.Id})/Usages")).Rows;
        JsonElement yes = usages.Single(u => u.GetProperty("DatasetId").GetString() == held.Id);
        Assert.Equal(("Permitted", "Agreement", held.Number, held.Agreement, 1), (yes.GetProperty("Verdict").GetString(), yes.GetProperty("Layer").GetString(), yes.GetProperty("Source").GetString(), yes.GetProperty("AgreementId").GetString(), yes.GetProperty("TermsVersion").GetInt32()));
        Assert.Equal(64, yes.GetProperty("TermsSha256").GetString()!.Length);
        Assert.NotEqual(JsonValueKind.Null, yes.GetProperty("EntitlementId").ValueKind);
        JsonElement no = usages.Single(u => u.GetProperty("DatasetId").GetString() == other.Id);
        Assert.Equal(("NotPermitted", JsonValueKind.Null), (no.GetProperty("Verdict").GetString(), no.GetProperty("AgreementId").ValueKind));
    }

    [Fact]
    public async Task Run_NotAllowed_IsToldOnceToStaffAndToItsConsortium()
    {
        Team team = await TeamAsync(), stranger = await TeamAsync();
        Corpus corpus = await CorpusAsync();
        object run = Run("run-1", team, [corpus.Key]);
        string id = (await team.Member.PostAsync("/odata/TrainingRuns", run)).OfStatus(HttpStatusCode.Created).Id;
        (await team.Member.PostAsync("/odata/TrainingRuns", run)).OfStatus(HttpStatusCode.OK);
        foreach (ApiClient told in new[] { Admin, team.Member })
        {
            JsonElement alert = Assert.Single(await AlertsAsync(told, "UseNotAllowed", $"SubjectId eq {id}"));
            Assert.Equal((team.Consortium, corpus.Id, "Open"), (alert.GetProperty("ConsortiumId").GetString(), alert.GetProperty("DatasetId").GetString(), alert.GetProperty("Status").GetString()));
            Assert.Contains("run-1", alert.GetProperty("SubjectEn").GetString(), StringComparison.Ordinal);
        }

        Assert.Empty(await AlertsAsync(stranger.Member, "UseNotAllowed", $"SubjectId eq {id}"));
        Corpus held = await HeldAsync(team);
        string allowed = (await team.Member.PostAsync("/odata/TrainingRuns", Run("run-2", team, [held.Key]))).OfStatus(HttpStatusCode.Created).Id;
        Assert.Empty(await AlertsAsync(Admin, "UseNotAllowed", $"SubjectId eq {allowed}"));
    }

    [Fact]
    public async Task Run_SentAgain_IsTheFirst_AndWithOtherContentIsRefused()
    {
        Team team = await TeamAsync();
        Corpus one = await HeldAsync(team), two = await HeldAsync(team);
        string started = Ago(TimeSpan.FromHours(2));
        Answer first = (await team.Member.PostAsync("/odata/TrainingRuns", Run("run-1", team, [one.Key, two.Key], started))).OfStatus(HttpStatusCode.Created);
        Answer again = (await team.Member.PostAsync("/odata/TrainingRuns", Run("run-1", team, [$"{two.Key}@1.0.0", one.Key, one.Key], started))).OfStatus(HttpStatusCode.OK);
        Assert.Equal((first.Id, first.ETag), (again.Id, again.ETag));
        (await team.Member.PostAsync("/odata/TrainingRuns", Run("run-1", team, [one.Key], started))).Refused(409, "run-differs");
        (await team.Member.PostAsync("/odata/TrainingRuns", Run("run-1", team, [one.Key, two.Key], started, "evaluate"))).Refused(409, "run-differs");
        (await team.Member.PostAsync("/odata/TrainingRuns", Run("run-1", team, [one.Key, two.Key]))).Refused(409, "run-differs");
        Team other = await TeamAsync();
        (await other.Member.PostAsync("/odata/TrainingRuns", Run("run-1", other, [one.Key], started))).OfStatus(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Run_SentAtOnce_IsRegisteredOnce()
    {
        Team team = await TeamAsync();
        Corpus corpus = await CorpusAsync();
        object run = Run("run-1", team, [corpus.Key]);
        Answer[] answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => team.Member.PostAsync("/odata/TrainingRuns", run)));
        Assert.Single(answers, a => a.Status == HttpStatusCode.Created);
        Assert.Equal(5, answers.Count(a => a.Status == HttpStatusCode.OK));
        string id = Assert.Single(answers.Select(a => a.Id).Distinct());
        Assert.Single(await AlertsAsync(Admin, "UseNotAllowed", $"SubjectId eq {id}"));
        Assert.Single((await team.Member.GetAsync("/odata/UsageRecords")).Rows);
    }

    [Fact]
    public async Task Run_OfAKeyAlone_MeansTheVersionOfItsStart()
    {
        Team team = await TeamAsync();
        Corpus corpus = await HeldAsync(team);
        await Task.Delay(1100, TestContext.Current.CancellationToken);
        string between = Ago(TimeSpan.Zero);
        await Task.Delay(1100, TestContext.Current.CancellationToken);
        (await Admin.PostAsync($"/odata/Datasets({corpus.Id})/Versions", Support.Given.Version("1.1.0"))).OfStatus(HttpStatusCode.Created);
        (await team.Member.PostAsync("/odata/TrainingRuns", Run("run-0", team, [$"{corpus.Key}@1.1.0"]))).Refused(422, "unknown-version");
        object early = Run("run-1", team, [corpus.Key], between);
        (await team.Member.PostAsync("/odata/TrainingRuns", early)).OfStatus(HttpStatusCode.Created);
        (await Admin.PostAsync($"/odata/Datasets({corpus.Id})/Publish", new { Version = "1.1.0" })).OfStatus(HttpStatusCode.OK);
        (await team.Member.PostAsync("/odata/TrainingRuns", early)).OfStatus(HttpStatusCode.OK);
        await Task.Delay(1100, TestContext.Current.CancellationToken);
        string late = (await team.Member.PostAsync("/odata/TrainingRuns", Run("run-2", team, [corpus.Key], Ago(TimeSpan.Zero)))).OfStatus(HttpStatusCode.Created).Id;
        List<JsonElement> versions = (await Admin.GetAsync($"/odata/Datasets({corpus.Id})/Versions?$filter=Number eq '1.1.0'")).Rows;
        Assert.Equal(versions[0].GetProperty("Id").GetString(), (await team.Member.GetAsync($"/odata/TrainingRuns({late})/Usages")).Rows[0].GetProperty("DatasetVersionId").GetString());
    }

    [Fact]
    public async Task Run_BadInput_IsRefusedAndNamed()
    {
        Team team = await TeamAsync();
        Corpus corpus = await HeldAsync(team);
        async Task<Answer> SendAsync(object run) => await team.Member.PostAsync("/odata/TrainingRuns", run);
        (await SendAsync(Run("r", team, [corpus.Key], Ago(TimeSpan.FromMinutes(-10))))).Refused(422, "run-ahead");
        (await SendAsync(Run("r", team, [corpus.Key], "9999-01-01T00:00:00Z"))).Refused(422, "day-out-of-range");
        Answer unknown = (await SendAsync(Run("r", team, [corpus.Key, $"{corpus.Key}@9.9"]))).Refused(422, "unknown-version");
        Assert.Equal("Versions/1", unknown.Field);
        Assert.Contains($"{corpus.Key}@9.9", unknown.Message, StringComparison.Ordinal);
        foreach (string name in (string[])["", "no-such", "hidden-draft@1.0.0", "@", "a@b@c", "01a20bdb-0000-74aa-9fc2-b84a0bf066fe", new string('x', 5000), "';drop table--"]) (await SendAsync(Run("r", team, [name]))).Refused(422, "unknown-version");
        (await SendAsync(Run("r", team, []))).Refused(422, "required");
        (await SendAsync(Run("r", team, Enumerable.Repeat("k", 10_001)))).Refused(422, "too-many");
        (await SendAsync(Run("a\u0001", team, [corpus.Key]))).Refused(422, "control-character");
        (await SendAsync(Run(new string('r', 201), team, [corpus.Key]))).Refused(422, "too-long");
        (await SendAsync(Run("r", team, [corpus.Key], action: "fly"))).Refused(422, "unknown-action");
        (await SendAsync(new { RunId = "r", Model = team.ModelKey, StartedAt = "soon", Versions = new[] { corpus.Key } })).Refused(400, "wrong-type");
        Assert.Empty((await team.Member.GetAsync("/odata/TrainingRuns")).Rows);
    }

    [Fact]
    public async Task Run_OfAnotherConsortium_IsNeitherMadeNorSeen()
    {
        Team mine = await TeamAsync(), other = await TeamAsync();
        Corpus corpus = await HeldAsync(mine);
        (await other.Member.PostAsync("/odata/TrainingRuns", Run("r", mine, [corpus.Key]))).Refused(404, "not-found");
        foreach (string role in (string[])["auditor", "compliance"]) (await World.Roles[role].PostAsync("/odata/TrainingRuns", Run("r", mine, [corpus.Key]))).Refused(403, "forbidden");
        string id = (await Admin.PostAsync("/odata/TrainingRuns", Run("r", mine, [corpus.Key]))).OfStatus(HttpStatusCode.Created).Id;
        Assert.Single((await mine.Member.GetAsync("/odata/TrainingRuns")).Rows);
        foreach (string road in (string[])[$"TrainingRuns({id})", $"TrainingRuns({id})/Usages"]) (await other.Member.GetAsync("/odata/" + road)).OfStatus(HttpStatusCode.NotFound);
        Assert.Empty((await other.Member.GetAsync($"/odata/UsageRecords?$filter=ModelId eq {mine.Model}")).Rows);
        Assert.Empty((await other.Member.GetAsync($"/odata/UsageRecords?$apply=filter(ModelId eq {mine.Model})/groupby((DatasetId),aggregate($count as N))")).Rows);
    }

    [Fact]
    public async Task Uses_AreCountedByDatasetAndAnswer()
    {
        Team team = await TeamAsync();
        Corpus held = await HeldAsync(team), other = await CorpusAsync();
        for (int i = 0; i < 3; i++) (await team.Member.PostAsync("/odata/TrainingRuns", Run($"run-{i}", team, i == 0 ? [held.Key, other.Key] : [held.Key]))).OfStatus(HttpStatusCode.Created);
        List<JsonElement> groups = (await team.Member.GetAsync($"/odata/UsageRecords?$apply=filter(ModelId eq {team.Model})/groupby((DatasetId,ModelId,ConsortiumId,Verdict,AgreementId,Layer),aggregate($count as N))")).Rows;
        Assert.Equal(["NotPermitted 1", "Permitted 3"], groups.Select(g => $"{g.GetProperty("Verdict").GetString()} {g.GetProperty("N").GetInt32()}").Order());
        Assert.Single((await team.Member.GetAsync("/odata/UsageRecords?$filter=Verdict eq 'NotPermitted'")).Rows);
        Assert.Equal("4", (await team.Member.GetAsync("/odata/UsageRecords/$count")).Text);
    }
}

public sealed class SqliteRunTests(Worlds worlds, PostgresServer server) : RunTests(StorageOptions.Sqlite, worlds, server);

public sealed class PostgresRunTests(Worlds worlds, PostgresServer server) : RunTests(StorageOptions.Postgres, worlds, server);
