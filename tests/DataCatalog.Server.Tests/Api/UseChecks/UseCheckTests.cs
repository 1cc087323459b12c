using System.Net;
using System.Text.Json;
using DataCatalog.Server.Tests.Support;
using DataCatalog.Storage;
using DataCatalog.TestSupport;

namespace DataCatalog.Server.Tests.Api.UseChecks;

public abstract class UseCheckTests(string provider, Worlds worlds, PostgresServer server) : ApiTests(provider, worlds, server)
{
    private const string Permits = "permit train, evaluate, releaseWeights in KR; forbid distil (article \"7\" \"증류를 금지한다\")";

    [Fact]
    public async Task NarrowerRight_LeavesWhatItsAgreementProhibitsProhibited()
    {
        await Admin.PostAsync("/odata/Licences", new { Key = "MIT", NameEn = "MIT", Kind = "Spdx" });
        string licence = (await Admin.GetAsync("/odata/Licences?$filter=Key eq 'MIT'")).Rows[0].GetProperty("Id").GetString()!;
        Answer dataset = await Given.AvailableAsync((await Given.OrganisationAsync()).Id, new { Licences = new[] { new { LicenceId = licence } } });
        Answer agreement = await Given.AgreementAsync(World.Provider, [dataset.Id], new { Terms = new { Short = "permit train\nforbid releaseWeights" } });
        (await Admin.PostAsync("/odata/Entitlements", new { DatasetId = dataset.Id, ConsortiumId = World.ConsortiumA, AgreementId = agreement.Id, Actions = new[] { "train" } })).OfStatus(HttpStatusCode.Created);
        Answer answer = await World.MemberA.PostAsync("/odata/CheckUse", new { Dataset = dataset["Key"].GetString(), Actions = new[] { "train", "releaseWeights" } });
        Assert.Equal(["Permitted", "Prohibited"], answer["Answers"].EnumerateArray().Select(a => a.GetProperty("Verdict").GetString()));
    }

    [Fact]
    public async Task CheckUse_UnderTheAgreement_SaysYesWithTheEntitlement()
    {
        (string dataset, string key, _) = await CoveredAsync(Permits);
        Answer answer = (await World.MemberA.PostAsync("/odata/CheckUse", new { Dataset = key, Actions = new[] { "train" }, Territory = "KR" })).OfStatus(HttpStatusCode.OK);
        Assert.Equal("Permitted", answer["Verdict"].GetString());
        JsonElement one = Assert.Single(answer["Answers"].EnumerateArray());
        Assert.Equal("Agreement", one.GetProperty("Layer").GetString());
        Assert.NotEqual(JsonValueKind.Null, one.GetProperty("EntitlementId").ValueKind);
        Assert.NotEmpty(one.GetProperty("Sentences").EnumerateArray());
        Assert.NotEmpty(one.GetProperty("Rules").EnumerateArray());
        Assert.NotEqual(JsonValueKind.Null, answer["HoldsUntil"].ValueKind);
        Assert.DoesNotContain("1000.5", answer.Text, StringComparison.Ordinal);
        Answer byId = await World.MemberA.PostAsync("/odata/CheckUse", new { Dataset = dataset, Actions = new[] { "train" }, Territory = "KR" });
        Assert.Equal("Permitted", byId["Verdict"].GetString());
    }

    [Fact]
    public async Task CheckUse_Prohibited_NamesTheClause()
    {
        (_, string key, _) = await CoveredAsync(Permits);
        Answer answer = await World.MemberA.PostAsync("/odata/CheckUse", new { Dataset = key, Actions = new[] { "distil" } }, ("Accept-Language", "ko"));
        Assert.Equal("Prohibited", answer.OfStatus(HttpStatusCode.OK)["Verdict"].GetString());
        Assert.Contains("증류를 금지한다", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CheckUse_WithoutTheFact_IsUndeterminedAndNamesIt()
    {
        (_, string key, _) = await CoveredAsync(Permits);
        Answer answer = await World.MemberA.PostAsync("/odata/CheckUse", new { Dataset = key, Actions = new[] { "train" } });
        Assert.Equal("Undetermined", answer["Verdict"].GetString());
        Assert.Contains("spatial", answer["MissingFacts"].EnumerateArray().Select(f => f.GetString()));
    }

    [Fact]
    public async Task CheckUse_OfAnotherConsortium_IsForbidden()
    {
        (_, string key, _) = await CoveredAsync(Permits);
        (await World.MemberA.PostAsync("/odata/CheckUse", new { Consortium = World.ConsortiumB, Dataset = key, Actions = new[] { "train" } })).Refused(403, "not-your-consortium");
        (await World.MemberA.PostAsync("/odata/CheckUse", new { Consortium = "no-such", Dataset = key, Actions = new[] { "train" } })).Refused(403, "not-your-consortium");
        (await World.Nobody.PostAsync("/odata/CheckUse", new { Dataset = key, Actions = new[] { "train" } })).Refused(401, "unauthorized");
        (await World.MemberA.PostAsync("/odata/CheckUse", new { Dataset = World.Draft, Actions = new[] { "train" } })).Refused(404, "not-found");
        (await World.MemberA.PostAsync("/odata/CheckUse", new { Dataset = key, Model = World.ModelB, Actions = new[] { "train" } })).Refused(404, "not-found");
    }

    [Fact]
    public async Task CheckUse_ByOneWithoutEntitlement_IsNotPermittedAndTellsNothingOfOthers()
    {
        (_, string key, string agreement) = await CoveredAsync(Permits);
        Answer answer = await World.MemberB.PostAsync("/odata/CheckUse", new { Dataset = key, Actions = new[] { "train" }, Territory = "KR" });
        Assert.Equal("NotPermitted", answer["Verdict"].GetString());
        Assert.DoesNotContain(agreement, answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CheckUse_PurposeAndReleaseByTheirShortNames_AreTheOnesTheTermsMean()
    {
        (_, string key, _) = await CoveredAsync("permit train purpose research; permit releaseWeights released as MIT");
        async Task<string?> AskAsync(object question) => (await World.MemberA.PostAsync("/odata/CheckUse", question)).OfStatus(HttpStatusCode.OK)["Verdict"].GetString();
        Assert.Equal("Permitted", await AskAsync(new { Dataset = key, Actions = new[] { "train" }, Purpose = "research" }));
        Assert.NotEqual("Permitted", await AskAsync(new { Dataset = key, Actions = new[] { "train" }, Purpose = "commercial" }));
        Assert.Equal("Permitted", await AskAsync(new { Dataset = key, Actions = new[] { "releaseWeights" }, ReleaseLicence = "MIT" }));
        Assert.NotEqual("Permitted", await AskAsync(new { Dataset = key, Actions = new[] { "releaseWeights" }, ReleaseLicence = "Apache-2.0" }));
    }

    [Theory]
    [InlineData("consortium", "urn:consortium:other")]
    [InlineData("product", "urn:model:other")]
    [InlineData("purpose", "research")]
    public async Task CheckUse_AFactThatIsKnown_CannotBeGivenOtherwise(string fact, string value)
    {
        (_, string key, _) = await CoveredAsync("permit train purpose commercial");
        string model = (await Given.ModelAsync(World.ConsortiumA))["Key"].GetString()!;
        object question = new { Dataset = key, Actions = new[] { "train" }, Model = model, Purpose = "commercial", Facts = new[] { new { Name = fact, Values = new[] { value } } } };
        (await World.MemberA.PostAsync("/odata/CheckUse", question)).Refused(422, "fact-known");
    }

    [Fact]
    public async Task CheckUse_PartOfADataset_IsAPartOfItsOwn()
    {
        (_, string key, _) = await CoveredAsync("permit train media audio; permit evaluate media text");
        async Task<string?> AskAsync(string action, string media) => (await World.MemberA.PostAsync("/odata/CheckUse", new
        {
            Dataset = key, Actions = new[] { action }, Facts = new[] { new { Name = "media", Values = new[] { media } } },
        }))["Verdict"].GetString();
        Assert.Equal("NotPermitted", await AskAsync("train", "audio"));
        Assert.Equal("Permitted", await AskAsync("evaluate", "text/plain"));
        Assert.Equal("Permitted", await AskAsync("evaluate", "audio"));
    }

    [Fact]
    public async Task Licence_ReadByAnOfficer_CountsWhereItIsOpen_AndIsSaidToBeAReading()
    {
        async Task<string> IdAsync(string key)
        {
            await Admin.PostAsync("/odata/Licences", new { Key = key, NameEn = key, Kind = "Spdx" });
            return Assert.Single((await Admin.GetAsync($"/odata/Licences?$filter=Key eq '{key}'&$select=Id")).Rows).GetProperty("Id").GetString()!;
        }

        string open = await IdAsync("CC-BY-NC-ND-3.0");
        string own = (await Given.LicenceAsync()).Id;
        (await Admin.PostAsync($"/odata/Licences({own})/Read", new { Feature = "Training", Value = true, Note = "The author says so." })).Refused(422, "reading-unknown");
        (await Admin.PostAsync($"/odata/Licences({open})/Read", new { Feature = "CommercialUse", Value = true, Note = "The author says so." })).Refused(422, "reading-not-interpretation");
        (await Admin.PostAsync($"/odata/Licences({open})/Read", new { Feature = "Training", Value = true, Note = new string('x', 2001) })).Refused(422, "too-long");
        (await World.MemberA.PostAsync($"/odata/Licences({open})/Read", new { Feature = "Training", Value = true, Note = "We say so." })).OfStatus(HttpStatusCode.NotFound);

        string provider = (await Given.OrganisationAsync()).Id;
        string key = (await Given.AvailableAsync(provider, new { Licences = new[] { new { LicenceId = open } } }))["Key"].GetString()!;
        object question = new { Dataset = key, Actions = new[] { "train" }, Purpose = "research" };
        Answer before = await World.MemberA.PostAsync("/odata/CheckUse", question);
        Assert.Equal("Permitted", before["Verdict"].GetString());
        Assert.Contains("That is how the registry reads the licence", before.Text, StringComparison.Ordinal);
        (await Admin.PostAsync($"/odata/Licences({open})/Read", new { Feature = "Training", Value = false, Note = "저자에게 물었다." })).OfStatus(HttpStatusCode.OK);
        Answer answer = await World.MemberA.PostAsync("/odata/CheckUse", question, ("Accept-Language", "ko"));
        Assert.NotEqual("Permitted", answer["Verdict"].GetString());
        Assert.Contains(answer["Answers"][0].GetProperty("Sentences").EnumerateArray(), s => s.GetString()!.Contains("저자에게 물었다.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Answers_TellNothingOfWhatOthersWereGranted_NorTheWholeTerms()
    {
        (_, string key, string agreement) = await CoveredAsync("permit train; permit evaluate for consortium competitor paying 30 million KRW (article \"2\" \"competitor pays thirty million\")");
        object question = new { Consortium = World.ConsortiumA, Dataset = key, Actions = new[] { "train", "evaluate" }, Record = true };
        foreach (ApiClient asker in new[] { World.MemberA, Admin })
        {
            Answer answer = (await asker.PostAsync("/odata/CheckUse", question)).OfStatus(HttpStatusCode.OK);
            Assert.DoesNotContain("competitor", answer.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("competitor", (await World.MemberA.GetAsync($"/odata/RecordedDecisions({answer["DecisionId"].GetString()})")).Text, StringComparison.Ordinal);
            Assert.True((await World.MemberA.GetAsync($"/odata/RecordedDecisions({answer["DecisionId"].GetString()})/Replay()")).OfStatus(HttpStatusCode.OK)["Same"].GetBoolean());
        }

        Assert.Contains("competitor", (await Admin.GetAsync($"/odata/Agreements({agreement})/Terms")).Text, StringComparison.Ordinal);
        Answer own = (await World.MemberA.GetAsync($"/odata/Agreements({agreement})/Terms")).OfStatus(HttpStatusCode.OK);
        Assert.DoesNotContain("competitor", own.Text, StringComparison.Ordinal);
        Assert.Single(own.Rows);
    }

    [Fact]
    public async Task Amend_DryRun_TellsOfConditionsThatChange()
    {
        (_, _, string agreement) = await CoveredAsync("permit train purpose research");
        Answer dry = await Admin.PostAsync($"/odata/Agreements({agreement})/Amend", new { Short = "permit train purpose education", EffectiveFrom = Support.Given.Day(30), DryRun = true });
        JsonElement changes = dry.OfStatus(HttpStatusCode.OK)["Impact"].GetProperty("Changes");
        Assert.NotEqual(0, changes.GetArrayLength());
        Assert.All(changes.EnumerateArray(), c => Assert.True(c.GetProperty("ConditionsOnly").GetBoolean()));
        Answer none = await Admin.PostAsync($"/odata/Agreements({agreement})/Amend", new { Short = "permit train purpose research (article \"9\")", EffectiveFrom = Support.Given.Day(30), DryRun = true });
        Assert.Empty(none.OfStatus(HttpStatusCode.OK)["Impact"].GetProperty("Changes").EnumerateArray());
    }

    [Fact]
    public async Task Terms_OfFiftyLevels_AreTaken_AndOfTooManyRefusedWithTheirPath()
    {
        (_, _, string agreement) = await CoveredAsync(Permits);
        (await TryAsync(50)).OfStatus(HttpStatusCode.OK);
        (await TryAsync(70)).Refused(422, "odrl-invalid");
        (await TryAsync(5_000)).Refused(400, "malformed-json");

        Task<Answer> TryAsync(int levels)
        {
            string logic = string.Concat(Enumerable.Repeat("""{"and":[{"or":[""", levels / 2)) + """{"leftOperand":"spatial","operator":"eq","rightOperand":"KR"}""" + string.Concat(Enumerable.Repeat("]}]}", levels / 2));
            string odrl = $$"""{"@context":"http://www.w3.org/ns/odrl.jsonld","@type":"Set","uid":"urn:test:deep","permission":[{"action":"use","constraint":[{{logic}}]}]}""";
            return Admin.RawAsync(HttpMethod.Post, $"/odata/Agreements({agreement})/Amend", $$"""{"Odrl":{{odrl}},"EffectiveFrom":"{{Support.Given.Day(40)}}","DryRun":true}""");
        }
    }

    [Theory]
    [InlineData("fly", null, null, 422, "unknown-action")]
    [InlineData("train", "2027-13-01", null, 422, "bad-instant")]
    [InlineData("train", "2027-03-01T09:00:00", null, 422, "bad-instant")]
    [InlineData("train", null, "yesterday", 422, "bad-instant")]
    [InlineData("train", "0001-01-01", null, 422, "day-out-of-range")]
    public async Task CheckUse_HostileInput_Refused(string action, string? at, string? knownAt, int status, string code) =>
        (await Admin.PostAsync("/odata/CheckUse", new { Consortium = World.ConsortiumA, Dataset = World.Shared, Actions = new[] { action }, At = at, KnownAt = knownAt })).Refused(status, code);

    [Fact]
    public async Task CheckMix_TooMany_Refused_AndTenThousandAccepted()
    {
        string[] keys = [.. Enumerable.Range(0, 10_001).Select(i => $"dataset-{i:00000}-{new string('x', 60)}")];
        (await Admin.PostAsync("/odata/CheckMix", new { Consortium = World.ConsortiumA, Datasets = keys, Actions = new[] { "train" } })).Refused(422, "too-many");
        (await Admin.PostAsync("/odata/CheckMix", new { Consortium = World.ConsortiumA, Datasets = keys[..10_000], Actions = new[] { "train" } })).Refused(404, "not-found");
        (await Admin.PostAsync("/odata/CheckUse", new { Consortium = World.ConsortiumA, Datasets = keys[..101], Actions = new[] { "train" } })).Refused(422, "too-many");
    }

    [Fact]
    public async Task CheckMix_SaysWhatToLeaveOut()
    {
        (_, string good, _) = await CoveredAsync(Permits);
        (_, string bad, _) = await CoveredAsync("permit evaluate; forbid train");
        Answer answer = await World.MemberA.PostAsync("/odata/CheckMix", new { Datasets = new[] { good, bad }, Actions = new[] { "train" }, Territory = "KR" });
        Assert.Equal("Prohibited", answer.OfStatus(HttpStatusCode.OK)["Verdict"].GetString());
        Assert.Equal([bad], answer["LeaveOut"].EnumerateArray().Select(k => k.GetString()));
        Assert.Equal(["Permitted", "Prohibited"], answer["Parts"].EnumerateArray().Select(p => p.GetProperty("Verdict").GetString()));
    }

    [Fact]
    public async Task Amend_DryRun_TellsWhatFlipsAndWritesNothing_ThenDecidesFromItsDay()
    {
        (string dataset, string key, string agreement) = await CoveredAsync(Permits);
        object change = new { Short = "permit evaluate; forbid train (article \"3\")", EffectiveFrom = Support.Given.Day(30), DryRun = true };
        Answer dry = (await Admin.PostAsync($"/odata/Agreements({agreement})/Amend", change)).OfStatus(HttpStatusCode.OK);
        Assert.Contains(dry["Impact"].GetProperty("Changes").EnumerateArray(), c => c.GetProperty("Action").GetString() == "train" && c.GetProperty("After").GetString() == "Prohibited");
        Assert.NotEmpty(dry["Sentences"].EnumerateArray());
        Assert.Single((await Admin.GetAsync($"/odata/Agreements({agreement})/Terms")).Rows);
        string before = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", System.Globalization.CultureInfo.InvariantCulture);
        (await Admin.PostAsync($"/odata/Agreements({agreement})/Amend", new { Short = "permit evaluate; forbid train (article \"3\")", EffectiveFrom = Support.Given.Day(30) })).OfStatus(HttpStatusCode.OK);
        Assert.Equal(2, (await Admin.GetAsync($"/odata/Agreements({agreement})/Terms")).Rows.Count);
        Assert.Equal("Permitted", await VerdictAsync(key, Support.Given.Day(29), null));
        Assert.Equal("Prohibited", await VerdictAsync(key, Support.Given.Day(30), null));
        Assert.Equal("Permitted", await VerdictAsync(key, Support.Given.Day(30), before));
        Assert.Equal("NotInForce", await VerdictAsync(key, "2025-12-31", null));
        Assert.NotEqual(dataset, key);
    }

    [Fact]
    public async Task Record_ReplaysToTheSameAnswer_AfterAnAmendment_AndIsTheOwnOnly()
    {
        (_, string key, string agreement) = await CoveredAsync(Permits);
        Answer asked = await World.MemberA.PostAsync("/odata/CheckUse", new { Dataset = key, Actions = new[] { "train", "distil" }, Territory = "KR", Record = true });
        string id = asked.OfStatus(HttpStatusCode.OK)["DecisionId"].GetString()!;
        (await Admin.PostAsync($"/odata/Agreements({agreement})/Amend", new { Short = "forbid train" })).OfStatus(HttpStatusCode.OK);
        Answer replay = (await World.MemberA.GetAsync($"/odata/RecordedDecisions({id})/Replay()")).OfStatus(HttpStatusCode.OK);
        Assert.True(replay["Same"].GetBoolean(), replay.Text);
        (await World.MemberB.GetAsync($"/odata/RecordedDecisions({id})")).OfStatus(HttpStatusCode.NotFound);
        (await World.MemberB.GetAsync($"/odata/RecordedDecisions({id})/Replay()")).OfStatus(HttpStatusCode.NotFound);
        Assert.DoesNotContain(id, (await World.MemberB.GetAsync("/odata/RecordedDecisions")).Column("Id"));
        Assert.Contains(id, (await World.MemberA.GetAsync("/odata/RecordedDecisions")).Column("Id"));
        Assert.Contains("decision.recorded", (await Admin.GetAsync($"/odata/AuditEvents?$filter=SubjectId eq {id}")).Column("Action"));
        (await World.Roles["auditor"].PostAsync("/odata/CheckUse", new { Consortium = World.ConsortiumA, Dataset = key, Actions = new[] { "train" }, Record = true })).Refused(403, "forbidden");
    }

    [Fact]
    public async Task Checks_AtOnce_AllAnswerAndRecord()
    {
        (_, string key, _) = await CoveredAsync(Permits);
        Answer[] answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ =>
            World.MemberA.PostAsync("/odata/CheckUse", new { Dataset = key, Actions = new[] { "train" }, Territory = "KR", Record = true })));
        Assert.All(answers, a => Assert.Equal("Permitted", a.OfStatus(HttpStatusCode.OK)["Verdict"].GetString()));
        Assert.Equal(16, answers.Select(a => a["DecisionId"].GetString()).Distinct().Count());
    }

    [Fact]
    public async Task Exemption_Decides_AndTheLayerBeneathDoesWhenItEnds()
    {
        (string dataset, string key, _) = await CoveredAsync("permit evaluate; forbid train");
        Answer made = (await Admin.PostAsync("/odata/Exemptions", new
        {
            Key = Support.Given.Unique("exemption"), NameKo = "공공저작물 학습 특례", LegalBasis = "규제특례 의결", StartsOn = "2026-01-01", EndsOn = Support.Given.Day(10), ProgrammeIds = new[] { World.Programme }, DatasetIds = new[] { dataset },
            Terms = new { Short = "permit train provided attribute" },
        })).OfStatus(HttpStatusCode.Created);
        Answer answer = await World.MemberA.PostAsync("/odata/CheckUse", new { Dataset = key, Actions = new[] { "train" } });
        Assert.Equal("Permitted", answer["Verdict"].GetString());
        Assert.Equal("Exemption", answer["Answers"][0].GetProperty("Layer").GetString());
        Assert.NotEmpty(answer["Duties"].EnumerateArray());
        Assert.Equal("Prohibited", await VerdictAsync(key, Support.Given.Day(11), null));
        Assert.Contains(made.Id, (await World.MemberA.GetAsync("/odata/Exemptions")).Column("Id"));
        (await World.MemberA.PostAsync("/odata/Exemptions", new { Key = "x" })).OfStatus(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Revocation_CountsFromWhenItWasKnown()
    {
        (_, string key, string agreement) = await CoveredAsync(Permits);
        string entitlement = Assert.Single((await Admin.GetAsync($"/odata/Entitlements?$filter=AgreementId eq {agreement}")).Rows).GetProperty("Id").GetString()!;
        string before = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", System.Globalization.CultureInfo.InvariantCulture);
        (await Admin.PostAsync($"/odata/Entitlements({entitlement})/Revoke", new { Reason = "breach", LastDay = Support.Given.Day(-1) })).OfStatus(HttpStatusCode.OK);
        Assert.Equal("NotInForce", await VerdictAsync(key, null, null));
        Assert.Equal("Permitted", await VerdictAsync(key, null, before));
    }

    [Fact]
    public async Task ExpiryImpact_SaysWhatStops_AndMembersDoNotKnowOfIt()
    {
        (_, string key, string agreement) = await CoveredAsync(Permits);
        Answer answer = (await Admin.PostAsync("/odata/ExpiryImpact", new { AgreementId = agreement, EndsOn = Support.Given.Day(5) })).OfStatus(HttpStatusCode.OK);
        Assert.Contains(answer["Changes"].EnumerateArray(), c => c.GetProperty("Dataset").GetString() == key && c.GetProperty("Action").GetString() == "train" && c.GetProperty("After").GetString() == "NotInForce");
        Answer impact = (await Admin.GetAsync($"/odata/Agreements({agreement})/Impact()")).OfStatus(HttpStatusCode.OK);
        Assert.Contains(key, impact["Datasets"].EnumerateArray().Select(d => d.GetString()));
        (await World.MemberA.PostAsync("/odata/ExpiryImpact", new { AgreementId = agreement })).OfStatus(HttpStatusCode.NotFound);
        (await World.MemberA.PostAsync($"/odata/Agreements({agreement})/Amend", new { Short = "permit train" })).OfStatus(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Search_ByRights_FindsWhatTheUseCheckPermits_ForTheOwnConsortiumOnly()
    {
        (_, string key, _) = await CoveredAsync("permit train, releaseWeights in KR; forbid distil");
        (_, string other, _) = await CoveredAsync("permit evaluate");
        string mine = "/odata/Datasets?$select=Key&$top=1000&may=train,releaseWeights";
        for (int i = 0; i < 100 && !(await World.MemberA.GetAsync(mine)).Column("Key").Contains(key); i++) await Task.Delay(100, TestContext.Current.CancellationToken);
        List<string?> found = (await World.MemberA.GetAsync(mine)).Column("Key");
        Assert.Contains(key, found);
        Assert.DoesNotContain(other, found);
        Assert.DoesNotContain(key, (await World.MemberB.GetAsync(mine)).Column("Key"));
        Assert.DoesNotContain(key, (await World.MemberA.GetAsync(mine + "&on=" + Support.Given.Day(400))).Column("Key"));
        Assert.Contains(key, (await Admin.GetAsync($"{mine}&consortium={World.ConsortiumA}&$search=\"{key}\"")).Column("Key"));
        List<JsonElement> facets = (await World.MemberA.GetAsync("/odata/Datasets/Facets()")).Rows;
        Assert.Contains(facets.Single(f => f.GetProperty("Name").GetString() == "May").GetProperty("Values").EnumerateArray(), v => v.GetProperty("Value").GetString() == "releaseWeights");
        (await World.MemberA.GetAsync($"{mine}&consortium={World.ConsortiumB}")).Refused(403, "not-your-consortium");
        (await Admin.GetAsync(mine)).Refused(422, "required");
        (await World.MemberA.GetAsync("/odata/Datasets?may=fly")).Refused(422, "unknown-action");
        (await World.MemberA.GetAsync(mine + "&on=2020-01-01")).Refused(422, "day-is-past");
        (await World.MemberA.GetAsync(mine + "&on=soon")).Refused(422, "bad-instant");
    }

    [Fact]
    public async Task Terms_InShortForm_AndInTwoForms()
    {
        (_, _, string agreement) = await CoveredAsync(Permits);
        (await Admin.PostAsync($"/odata/Agreements({agreement})/Amend", new { Short = "permit train", Odrl = Support.Given.Odrl })).Refused(422, "terms-in-several-forms");
        (await Admin.PostAsync($"/odata/Agreements({agreement})/Amend", new { Short = "perm train" })).Refused(422, "short-form-syntax");
    }

    private async Task<string?> VerdictAsync(string key, string? at, string? knownAt)
    {
        Answer answer = await World.MemberA.PostAsync("/odata/CheckUse", new { Dataset = key, Actions = new[] { "train" }, Territory = "KR", At = at, KnownAt = knownAt });
        return answer.OfStatus(HttpStatusCode.OK)["Verdict"].GetString();
    }

    /// <summary>An available dataset under an agreement of its own, to which consortium A is entitled.</summary>
    private async Task<(string Id, string Key, string Agreement)> CoveredAsync(string terms)
    {
        Answer dataset = await Given.AvailableAsync(World.Provider);
        Answer agreement = await Given.AgreementAsync(World.Provider, [dataset.Id], new { Terms = new { Short = terms } });
        await Given.EntitlementAsync(dataset.Id, World.ConsortiumA, agreement.Id);
        return (dataset.Id, dataset["Key"].GetString()!, agreement.Id);
    }
}

public sealed class SqliteUseCheckTests(Worlds worlds, PostgresServer server) : UseCheckTests(StorageOptions.Sqlite, worlds, server);

public sealed class PostgresUseCheckTests(Worlds worlds, PostgresServer server) : UseCheckTests(StorageOptions.Postgres, worlds, server);
