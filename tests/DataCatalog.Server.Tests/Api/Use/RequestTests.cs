using System.Net;
using System.Text.Json;
using DataCatalog.Server.Tests.Support;
using DataCatalog.Storage;
using DataCatalog.TestSupport;

namespace DataCatalog.Server.Tests.Api.Use;

public abstract class RequestTests(string provider, Worlds worlds, PostgresServer server) : TeamTests(provider, worlds, server)
{
    [Fact]
    public async Task Request_CarriesTheAnswerNow_AndTheAnswerIfGranted()
    {
        Team team = await TeamAsync();
        Corpus covered = await CorpusAsync(), bare = await CorpusAsync(terms: null);
        Answer made = (await SubmitAsync(team, [covered, bare])).OfStatus(HttpStatusCode.Created);
        Assert.Equal("Submitted", made["Status"].GetString());
        Answer decision = (await team.Member.GetAsync($"/odata/RecordedDecisions({made["DecisionId"].GetString()})")).OfStatus(HttpStatusCode.OK);
        Assert.Equal("NotPermitted", decision["Verdict"].GetString());
        Assert.True((await team.Member.GetAsync($"/odata/RecordedDecisions({made["DecisionId"].GetString()})/Replay()"))["Same"].GetBoolean());
        List<JsonElement> items = await ItemsAsync(Admin, made.Id);
        Assert.Equal(("Permitted", covered.Agreement), Item(items, covered));
        Assert.Equal(("NotPermitted", null), Item(items, bare));
    }

    [Fact]
    public async Task Request_OfSeveralActions_TheFirmestNoCounts_AndTheBestAgreement()
    {
        Team team = await TeamAsync();
        Corpus corpus = await CorpusAsync("permit evaluate in KR");
        Answer better = await Given.AgreementAsync(World.Provider, [corpus.Id], new { Terms = new { Short = "permit train, evaluate in KR" } });
        await Given.AgreementAsync(World.Provider, [corpus.Id], new { SignedOn = (string?)null, Terms = new { Short = "permit train, evaluate, distil in KR" } });
        Assert.Equal(("Permitted", better.Id), Item(await ItemsAsync(Admin, (await SubmitAsync(team, [corpus], ["train", "evaluate"])).Id), corpus));
        Assert.Equal("NotPermitted", Item(await ItemsAsync(Admin, (await SubmitAsync(team, [corpus], ["evaluate", "distil"])).Id), corpus).Verdict);
    }

    [Fact]
    public async Task Request_TellsAMemberOfNoAgreement()
    {
        Team team = await TeamAsync();
        Corpus corpus = await CorpusAsync();
        string id = (await SubmitAsync(team, [corpus])).Id;
        foreach (string road in (string[])[$"AccessRequests({id})?$expand=Items,Steps", $"AccessRequests({id})/Items", "AccessRequests?$expand=Items", "Agreements", "Alerts", "RecordedDecisions"])
        {
            Assert.DoesNotContain(corpus.Agreement, (await team.Member.GetAsync("/odata/" + road)).OfStatus(HttpStatusCode.OK).Text, StringComparison.Ordinal);
        }

        foreach (string query in (string[])["$filter=Items/any(i: i/AgreementId ne null)", $"$expand=Items($filter=AgreementId eq {corpus.Agreement})", "$expand=Items($select=AgreementId)"])
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await team.Member.GetAsync($"/odata/AccessRequests?{query}")).Status);
        }

        Assert.DoesNotContain("\"AgreementId\"", (await team.Member.GetAsync($"/odata/AccessRequests({id})/Items")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Request_AskedBackAnsweredAndGrantedNarrower()
    {
        Team team = await TeamAsync();
        Corpus one = await CorpusAsync(), two = await CorpusAsync();
        string id = (await SubmitAsync(team, [one, two], ["train", "evaluate"], from: 0, until: 200)).Id;
        (await Admin.PostAsync($"/odata/AccessRequests({id})/Return", new { Question = "Which split?" })).OfStatus(HttpStatusCode.OK);
        (await Admin.PostAsync($"/odata/AccessRequests({id})/Return", new { Question = "Again?" })).Refused(409, "request-stage");
        (await team.Member.PostAsync($"/odata/AccessRequests({id})/Resubmit", new { Purpose = "Shorter" })).Refused(422, "required");
        Answer resubmitted = (await team.Member.PostAsync($"/odata/AccessRequests({id})/Resubmit", new { Answer = "The training split.", EndsOn = Support.Given.Day(100) })).OfStatus(HttpStatusCode.OK);
        Assert.Equal(("Submitted", "Pretraining.", Support.Given.Day(100)), (resubmitted["Status"].GetString(), resubmitted["Purpose"].GetString(), resubmitted["EndsOn"].GetString()));

        string grant = $"/odata/AccessRequests({id})/Grant";
        (await Admin.PostAsync(grant, new { EndsOn = Support.Given.Day(101) })).Refused(422, "wider-than-asked");
        (await Admin.PostAsync(grant, new { StartsOn = Support.Given.Day(-1) })).Refused(422, "wider-than-asked");
        (await Admin.PostAsync(grant, new { Actions = new[] { "retrieve" } })).Refused(422, "wider-than-asked");
        (await Admin.PostAsync(grant, new { DatasetIds = new[] { World.Shared } })).Refused(422, "wider-than-asked");
        (await Admin.PostAsync(grant, new { DatasetIds = Array.Empty<string>() })).Refused(422, "required");
        (await Admin.PostAsync(grant, new { ModelId = World.ModelB })).Refused(422, "wider-than-asked");
        Answer granted = (await Admin.PostAsync(grant, new { DatasetIds = new[] { one.Id }, Actions = new[] { "pretrain" }, EndsOn = Support.Given.Day(50), Note = "One of them." })).OfStatus(HttpStatusCode.OK);
        Assert.Equal("Granted", granted["Status"].GetString());
        JsonElement right = Assert.Single((await team.Member.GetAsync($"/odata/Entitlements?$filter=RequestId eq {id}")).Rows);
        Assert.Equal((one.Id, Support.Given.Day(0), Support.Given.Day(50), team.Model), (right.GetProperty("DatasetId").GetString(), right.GetProperty("StartsOn").GetString(), right.GetProperty("EndsOn").GetString(), right.GetProperty("ModelId").GetString()));
        Assert.Equal(["pretrain"], right.GetProperty("Actions").EnumerateArray().Select(a => a.GetString()));
        Assert.Equal("Permitted", await MayAsync(team, one, "pretrain"));
        Assert.Equal("NotPermitted", await MayAsync(team, one, "evaluate"));
        Assert.Equal("NotPermitted", await MayAsync(team, two, "pretrain"));
        Assert.Equal(["Submitted", "Returned", "Resubmitted", "Granted"], (await team.Member.GetAsync($"/odata/AccessRequests({id})/Steps?$orderby=At")).Column("Kind"));
        (await Admin.PostAsync(grant, new { })).Refused(409, "request-stage");
    }

    [Fact]
    public async Task Request_BeyondItsAgreement_IsGrantedWithinIt()
    {
        Team team = await TeamAsync();
        Answer dataset = await Given.AvailableAsync(World.Provider);
        Answer agreement = await Given.AgreementAsync(World.Provider, [dataset.Id], new { EndsOn = Support.Given.Day(30), Terms = new { Short = Permits } });
        var corpus = new Corpus(dataset.Id, dataset["Key"].GetString()!, agreement.Id, "");
        string id = (await SubmitAsync(team, [corpus], until: 300)).Id;
        (await Admin.PostAsync($"/odata/AccessRequests({id})/Grant", new { })).OfStatus(HttpStatusCode.OK);
        JsonElement right = Assert.Single((await team.Member.GetAsync($"/odata/Entitlements?$filter=RequestId eq {id}")).Rows);
        Assert.Equal(Support.Given.Day(30), right.GetProperty("EndsOn").GetString());
    }

    [Fact]
    public async Task Grant_OfWhatTheTermsForbid_IsRefusedWithTheClause()
    {
        Team team = await TeamAsync();
        Corpus corpus = await CorpusAsync();
        string id = (await SubmitAsync(team, [corpus], ["train", "distil"])).Id;
        Assert.Equal("Prohibited", Item(await ItemsAsync(Admin, id), corpus).Verdict);
        Answer refused = (await Admin.PostAsync($"/odata/AccessRequests({id})/Grant", new { })).Refused(422, "terms-forbid");
        foreach (string told in (string[])[corpus.Number, "distil", corpus.Key, "증류를 금지한다"]) Assert.Contains(told, refused.Message, StringComparison.Ordinal);
        object plain = new { DatasetId = corpus.Id, ConsortiumId = team.Consortium, AgreementId = corpus.Agreement, Actions = new[] { "distil" } };
        Answer korean = await Admin.PostAsync("/odata/Entitlements", plain, ("Accept-Language", "ko"));
        Assert.Contains("증류를 금지한다", korean.Refused(422, "terms-forbid").Message, StringComparison.Ordinal);
        (await Admin.PostAsync("/odata/Entitlements", new { DatasetId = corpus.Id, ConsortiumId = team.Consortium, AgreementId = corpus.Agreement, Actions = new[] { "retrieve" } })).Refused(422, "terms-forbid");
        Assert.Empty((await team.Member.GetAsync("/odata/Entitlements")).Rows);
        (await Admin.PostAsync($"/odata/AccessRequests({id})/Grant", new { Actions = new[] { "train" } })).OfStatus(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Grant_WithoutAnAgreement_IsRefusedByTheDatasetsName()
    {
        Team team = await TeamAsync();
        Corpus bare = await CorpusAsync(terms: null);
        string id = (await SubmitAsync(team, [bare])).Id;
        Assert.Contains(bare.Key, (await Admin.PostAsync($"/odata/AccessRequests({id})/Grant", new { })).Refused(422, "no-agreement").Message, StringComparison.Ordinal);
        (await Admin.PostAsync($"/odata/AccessRequests({id})/Refuse", new { })).Refused(422, "required");
        Assert.Equal("Refused", (await Admin.PostAsync($"/odata/AccessRequests({id})/Refuse", new { Reason = "No contract." })).OfStatus(HttpStatusCode.OK)["Status"].GetString());
    }

    [Fact]
    public async Task Grant_TwiceAtOnce_GivesOneRight()
    {
        Team team = await TeamAsync();
        Corpus corpus = await CorpusAsync();
        string id = (await SubmitAsync(team, [corpus])).Id;
        Answer[] answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Admin.PostAsync($"/odata/AccessRequests({id})/Grant", new { })));
        Assert.Single(answers, a => a.Status == HttpStatusCode.OK);
        Assert.All(answers.Where(a => a.Status != HttpStatusCode.OK), a => Assert.Contains(a.Code, (string[])["request-stage", "stale-etag", "entitlement-overlaps"]));
        Assert.Single((await team.Member.GetAsync("/odata/Entitlements")).Rows);
    }

    [Fact]
    public async Task Request_IsItsConsortiumsAndStaffsAlone()
    {
        Team mine = await TeamAsync(), other = await TeamAsync();
        Corpus corpus = await CorpusAsync();
        string id = (await SubmitAsync(mine, [corpus])).Id;
        foreach (string road in (string[])["", "/Items", "/Steps"]) (await other.Member.GetAsync($"/odata/AccessRequests({id}){road}")).OfStatus(HttpStatusCode.NotFound);
        Assert.Empty((await other.Member.GetAsync("/odata/AccessRequests")).Rows);
        (await other.Member.PostAsync($"/odata/AccessRequests({id})/Withdraw", new { })).Refused(404, "not-found");
        (await other.Member.PostAsync($"/odata/AccessRequests({id})/Resubmit", new { Answer = "x" })).Refused(404, "not-found");
        foreach (string action in (string[])["Grant", "Refuse", "Return"])
        {
            (await mine.Member.PostAsync($"/odata/AccessRequests({id})/{action}", new { Reason = "x" })).OfStatus(HttpStatusCode.NotFound);
            foreach (string role in (string[])["auditor", "compliance"]) (await World.Roles[role].PostAsync($"/odata/AccessRequests({id})/{action}", new { })).Refused(403, "forbidden");
        }

        (await other.Member.PostAsync("/odata/AccessRequests", Asked(mine, [corpus]))).Refused(403, "not-your-consortium");
        (await other.Member.PostAsync("/odata/AccessRequests", new { DatasetIds = new[] { corpus.Id }, ModelId = mine.Model, Purpose = "x", Actions = new[] { "train" } })).Refused(422, "unknown-reference");
        (await other.Member.PostAsync("/odata/AccessRequests", new { DatasetIds = new[] { World.Draft }, Purpose = "x", Actions = new[] { "train" } })).Refused(422, "unknown-reference");
        (await World.Roles["auditor"].PostAsync("/odata/AccessRequests", Asked(mine, [corpus]))).Refused(403, "forbidden");
        (await Admin.PostAsync("/odata/AccessRequests", new { DatasetIds = new[] { corpus.Id }, Purpose = "x", Actions = new[] { "train" } })).Refused(422, "required");
        (await World.Roles["data-officer"].PostAsync("/odata/AccessRequests", Asked(mine, [corpus]))).OfStatus(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Request_BadInput_IsRefused()
    {
        Team team = await TeamAsync();
        Corpus corpus = await CorpusAsync();
        async Task<Answer> SendAsync(object body) => await team.Member.PostAsync("/odata/AccessRequests", body);
        (await SendAsync(new { Purpose = "x", Actions = new[] { "train" } })).Refused(422, "required");
        (await SendAsync(new { DatasetIds = new[] { corpus.Id }, Actions = new[] { "train" } })).Refused(422, "required");
        (await SendAsync(new { DatasetIds = new[] { corpus.Id }, Purpose = "x" })).Refused(422, "required");
        (await SendAsync(new { DatasetIds = new[] { corpus.Id }, Purpose = "x", Actions = new[] { "fly" } })).Refused(422, "unknown-action");
        (await SendAsync(new { DatasetIds = new[] { corpus.Id }, Purpose = "x", Actions = new[] { "train" }, StartsOn = Support.Given.Day(5), EndsOn = Support.Given.Day(4) })).Refused(422, "end-before-start");
        (await SendAsync(new { DatasetIds = Enumerable.Repeat(corpus.Id, 501), Purpose = "x", Actions = new[] { "train" } })).Refused(422, "too-many");
        (await SendAsync(new { DatasetIds = new[] { "01a20bdb-0000-74aa-9fc2-b84a0bf066fe" }, Purpose = "x", Actions = new[] { "train" } })).Refused(422, "unknown-reference");
        (await SendAsync(new { DatasetIds = new[] { corpus.Id, corpus.Id }, Purpose = "x", Actions = new[] { "train" }, EndsOn = "2028-02-29" })).OfStatus(HttpStatusCode.Created);
        Assert.Single((await team.Member.GetAsync("/odata/AccessRequests?$expand=Items")).Rows.Single().GetProperty("Items").EnumerateArray());
    }

    [Fact]
    public async Task Alerts_FollowARequest()
    {
        ApiClient officer = World.Service.Client(await Given.KeyAsync("data-officer"));
        Team team = await TeamAsync();
        foreach (ApiClient client in new[] { officer, team.Member }) (await client.PostAsync("/odata/Subscriptions", new { Name = "in the application", Channel = "InApp", Language = "en" })).OfStatus(HttpStatusCode.Created);
        Corpus corpus = await CorpusAsync();
        Answer made = await SubmitAsync(team, [corpus]);
        string step = await StepAsync(made.Id, "Submitted");
        JsonElement waiting = Assert.Single(await AlertsAsync(Admin, "RequestWaiting", $"SubjectId eq {step}"));
        Assert.Equal(("Open", JsonValueKind.Null), (waiting.GetProperty("Status").GetString(), waiting.GetProperty("ConsortiumId").ValueKind));
        Assert.Empty((await team.Member.GetAsync("/odata/Alerts")).Rows);
        Assert.Contains(waiting.GetProperty("Id").GetString(), (await officer.GetAsync("/odata/Deliveries?$top=1000")).Column("AlertId"));

        (await Admin.PostAsync($"/odata/AccessRequests({made.Id})/Return", new { Question = "Why?" })).OfStatus(HttpStatusCode.OK);
        Assert.Equal("Resolved", Assert.Single(await AlertsAsync(Admin, "RequestWaiting", $"SubjectId eq {step}")).GetProperty("Status").GetString());
        (await team.Member.PostAsync($"/odata/AccessRequests({made.Id})/Resubmit", new { Answer = "Because." })).OfStatus(HttpStatusCode.OK);
        Assert.Equal("Open", Assert.Single(await AlertsAsync(Admin, "RequestWaiting", $"SubjectId eq {await StepAsync(made.Id, "Resubmitted")}")).GetProperty("Status").GetString());
        (await Admin.PostAsync($"/odata/AccessRequests({made.Id})/Grant", new { })).OfStatus(HttpStatusCode.OK);
        Assert.Empty(await AlertsAsync(Admin, "RequestWaiting", $"Status eq 'Open' and (SubjectId eq {step} or SubjectId eq {await StepAsync(made.Id, "Resubmitted")})"));
        List<JsonElement> answers = await AlertsAsync(team.Member, "RequestAnswered", "Window eq 0");
        Assert.Equal(["asked back, 1 dataset", "granted, 1 dataset"], answers.Select(a => a.GetProperty("SubjectEn").GetString()).Order());
        Assert.Equal(2, (await team.Member.GetAsync("/odata/Deliveries")).Rows.Count(d => answers.Exists(a => a.GetProperty("Id").GetString() == d.GetProperty("AlertId").GetString())));

        string right = (await team.Member.GetAsync("/odata/Entitlements")).Rows[0].GetProperty("Id").GetString()!;
        (await Admin.PostAsync($"/odata/Entitlements({right})/Revoke", new { Reason = "Breach." })).OfStatus(HttpStatusCode.OK);
        Assert.Equal(corpus.Id, Assert.Single(await AlertsAsync(team.Member, "EntitlementRevoked", $"SubjectId eq {right}")).GetProperty("DatasetId").GetString());
    }

    [Fact]
    public async Task Withdraw_ClosesTheRequestAndWhatStaffWereTold()
    {
        Team team = await TeamAsync();
        string id = (await SubmitAsync(team, [await CorpusAsync()])).Id;
        Assert.Equal("Withdrawn", (await team.Member.PostAsync($"/odata/AccessRequests({id})/Withdraw", new { })).OfStatus(HttpStatusCode.OK)["Status"].GetString());
        Assert.Equal("Resolved", Assert.Single(await AlertsAsync(Admin, "RequestWaiting", $"SubjectId eq {await StepAsync(id, "Submitted")}")).GetProperty("Status").GetString());
        (await team.Member.PostAsync($"/odata/AccessRequests({id})/Withdraw", new { })).Refused(409, "request-stage");
        (await Admin.PostAsync($"/odata/AccessRequests({id})/Grant", new { })).Refused(409, "request-stage");
    }

    private static async Task<Answer> SubmitAsync(Team team, Corpus[] corpora, string[]? actions = null, int? from = null, int? until = null) =>
        (await team.Member.PostAsync("/odata/AccessRequests", Asked(team, corpora, actions, from, until))).OfStatus(HttpStatusCode.Created);

    private static object Asked(Team team, Corpus[] corpora, string[]? actions = null, int? from = null, int? until = null) => new
    {
        ConsortiumId = team.Consortium, DatasetIds = corpora.Select(c => c.Id), ModelId = team.Model, Purpose = "Pretraining.", Actions = actions ?? ["train"],
        StartsOn = from is { } first ? Support.Given.Day(first) : null, EndsOn = until is { } last ? Support.Given.Day(last) : null,
    };

    private static async Task<List<JsonElement>> ItemsAsync(ApiClient client, string id) => (await client.GetAsync($"/odata/AccessRequests({id})/Items")).Rows;

    private static (string? Verdict, string? Agreement) Item(List<JsonElement> items, Corpus corpus) =>
        items.Single(i => i.GetProperty("DatasetId").GetString() == corpus.Id) is var item ? (item.GetProperty("IfGranted").GetString(), item.GetProperty("AgreementId").GetString()) : default;

    private async Task<string> StepAsync(string request, string kind) =>
        Assert.Single((await Admin.GetAsync($"/odata/AccessRequests({request})/Steps?$filter=Kind eq '{kind}'")).Rows).GetProperty("Id").GetString()!;

    private static async Task<string?> MayAsync(Team team, Corpus corpus, string action) =>
        (await team.Member.PostAsync("/odata/CheckUse", new { Dataset = corpus.Key, Actions = new[] { action }, Model = team.ModelKey, Territory = "KR" })).OfStatus(HttpStatusCode.OK)["Verdict"].GetString();
}

public sealed class SqliteRequestTests(Worlds worlds, PostgresServer server) : RequestTests(StorageOptions.Sqlite, worlds, server);

public sealed class PostgresRequestTests(Worlds worlds, PostgresServer server) : RequestTests(StorageOptions.Postgres, worlds, server);
