using System.Net;
using System.Text.Json;
using DataCatalog.Server.Tests.Support;
using DataCatalog.Storage;
using DataCatalog.TestSupport;

namespace DataCatalog.Server.Tests.Api.Use;

public abstract class LedgerTests(string provider, Worlds worlds, PostgresServer server) : TeamTests(provider, worlds, server)
{
    [Fact]
    public async Task Ledger_TellsWhatWentIn_WhatItInherits_AndWhatBecomesOfTheWeights()
    {
        Team team = await TeamAsync(), other = await TeamAsync();
        Corpus destroyed = await HeldAsync(team, "permit train, releaseWeights in KR provided attribute; owe deleteWeights within P30D after end (article \"11\" \"가중치를 파기한다\")");
        Corpus kept = await HeldAsync(team, "permit train, releaseWeights in KR provided attribute; permit retainWeights (article \"12\")");
        Corpus silent = await HeldAsync(team, "conflict prohibit; permit use; forbid releaseWeights (article \"3\" \"공개할 수 없다\")");
        Corpus stray = await CorpusAsync();
        (await team.Member.PostAsync("/odata/TrainingRuns", Run("run-1", team, [destroyed.Key, kept.Key, silent.Key]))).OfStatus(HttpStatusCode.Created);
        (await team.Member.PostAsync("/odata/TrainingRuns", Run("run-2", team, [destroyed.Key, stray.Key], Ago(TimeSpan.FromMinutes(1))))).OfStatus(HttpStatusCode.Created);

        Answer ledger = (await team.Member.GetAsync($"/odata/FoundationModels({team.Model})/Ledger()")).OfStatus(HttpStatusCode.OK);
        Assert.Equal(4, ledger["Uses"].GetArrayLength());
        JsonElement twice = ledger["Uses"].EnumerateArray().Single(u => u.GetProperty("Dataset").GetString() == destroyed.Key);
        Assert.Equal(("1.0.0", 2, destroyed.Number, 1), (twice.GetProperty("Version").GetString(), twice.GetProperty("Runs").GetInt32(), twice.GetProperty("Source").GetString(), twice.GetProperty("TermsVersion").GetInt32()));
        Assert.True(twice.GetProperty("FirstUsedAt").GetDateTimeOffset() < twice.GetProperty("LastUsedAt").GetDateTimeOffset());
        Assert.Equal(64, twice.GetProperty("TermsSha256").GetString()!.Length);
        Assert.Equal(stray.Key, Assert.Single(ledger["NotAllowed"].EnumerateArray()).GetProperty("Dataset").GetString());

        JsonElement release = ledger["Releases"].EnumerateArray().Single(r => r.GetProperty("Action").GetString() == "releaseWeights");
        Assert.Equal("Prohibited", release.GetProperty("Verdict").GetString());
        JsonElement against = release.GetProperty("Against").EnumerateArray().Single(a => a.GetProperty("Dataset").GetString() == silent.Key);
        Assert.Equal(("3", silent.Number), (against.GetProperty("Article").GetString(), against.GetProperty("Source").GetString()));
        Assert.Equal(2, release.GetProperty("Against").GetArrayLength());

        Dictionary<string, JsonElement> weights = ledger["Weights"].EnumerateArray().ToDictionary(w => w.GetProperty("Agreement").GetString()!);
        Assert.Equal(
            ["MustBeDestroyed 11", "MayBeKept 12", "TermsSayNothing "],
            new[] { destroyed, kept, silent }.Select(c => $"{weights[c.Number].GetProperty("AfterEnd").GetString()} {weights[c.Number].GetProperty("Article").GetString()}"));
        Assert.Equal("가중치를 파기한다", weights[destroyed.Number].GetProperty("Words").GetString());
        Assert.Equal(Support.Given.Day(365), weights[kept.Number].GetProperty("LastDay").GetString());

        (await other.Member.GetAsync($"/odata/FoundationModels({team.Model})/Ledger()")).Refused(404, "not-found");
        (await World.Roles["auditor"].GetAsync($"/odata/FoundationModels({team.Model})/Ledger()")).OfStatus(HttpStatusCode.OK);
        Assert.Empty((await other.Member.GetAsync($"/odata/FoundationModels({other.Model})/Ledger()"))["Uses"].EnumerateArray());
    }

    [Fact]
    public async Task Ledger_AfterTheRightEnded_StillSaysWhatTheTermsSaid()
    {
        Team team = await TeamAsync();
        Corpus corpus = await HeldAsync(team, "permit train in KR provided deleteWeights within P30D after end");
        (await team.Member.PostAsync("/odata/TrainingRuns", Run("run-1", team, [corpus.Key]))).OfStatus(HttpStatusCode.Created);
        string right = (await team.Member.GetAsync("/odata/Entitlements")).Rows[0].GetProperty("Id").GetString()!;
        (await Admin.PostAsync($"/odata/Entitlements({right})/Revoke", new { Reason = "Breach.", LastDay = Support.Given.Day(-1) })).OfStatus(HttpStatusCode.OK);
        (await Admin.PostAsync($"/odata/Datasets({corpus.Id})/Withdraw", new { Reason = "Rights." })).OfStatus(HttpStatusCode.OK);
        Answer ledger = (await team.Member.GetAsync($"/odata/FoundationModels({team.Model})/Ledger()")).OfStatus(HttpStatusCode.OK);
        Assert.Equal("Permitted", Assert.Single(ledger["Uses"].EnumerateArray()).GetProperty("Verdict").GetString());
        Assert.Equal("MustBeDestroyed", Assert.Single(ledger["Weights"].EnumerateArray()).GetProperty("AfterEnd").GetString());
        Assert.NotEqual("Permitted", ledger["Releases"][0].GetProperty("Verdict").GetString());
    }

    [Fact]
    public async Task Ledger_WhatTheWholeProgrammeOwes_ThisConsortiumOwes_AndWhatAnotherOwesItDoesNot()
    {
        Team team = await TeamAsync(), other = await TeamAsync();
        string programme = (await Admin.GetAsync($"/odata/Programmes({(await Admin.GetAsync($"/odata/Consortia({team.Consortium})"))["ProgrammeId"].GetString()})"))["Key"].GetString()!;
        string stranger = (await Admin.GetAsync($"/odata/Consortia({other.Consortium})"))["Key"].GetString()!;
        Corpus shared = await HeldAsync(team, $"conflict prohibit; permit evaluate; forbid train; owe deleteWeights within P30D after end for programme {programme}");
        Corpus foreign = await HeldAsync(team, $"conflict prohibit; permit evaluate; forbid train; owe deleteWeights within P30D after end for consortium {stranger}");
        (await team.Member.PostAsync("/odata/TrainingRuns", Run("run-1", team, [shared.Key, foreign.Key]))).OfStatus(HttpStatusCode.Created);
        Dictionary<string, string?> weights = (await team.Member.GetAsync($"/odata/FoundationModels({team.Model})/Ledger()")).OfStatus(HttpStatusCode.OK)["Weights"].EnumerateArray()
            .ToDictionary(w => w.GetProperty("Agreement").GetString()!, w => w.GetProperty("AfterEnd").GetString());
        Assert.Equal(("MustBeDestroyed", "TermsSayNothing"), (weights[shared.Number], weights[foreign.Number]));
    }
}

public sealed class SqliteLedgerTests(Worlds worlds, PostgresServer server) : LedgerTests(StorageOptions.Sqlite, worlds, server);

public sealed class PostgresLedgerTests(Worlds worlds, PostgresServer server) : LedgerTests(StorageOptions.Postgres, worlds, server);
