using System.Text.Json;
using CsCheck;
using DataCatalog.Core.Common;
using DataCatalog.Core.Licensing.Odrl;
using DataCatalog.Core.Licensing.Published;
using DataCatalog.Core.Tests.Support;

namespace DataCatalog.Core.Tests.Licensing.Published;

public sealed class ReadyMadeTermsTests
{
    private const string Team = "urn:programme:foundation-models";

    /// <summary>Licence → train, offerService, releaseWeights, distribute: asked for a commercial purpose, then for research; weights to be released under Apache-2.0.</summary>
    public static TheoryData<string, string[], string[]> Table => new()
    {
        { "CC0-1.0", ["yes", "yes", "yes", "yes"], ["yes", "yes", "yes", "yes"] },
        { "CC-PDM-1.0", ["yes", "yes", "yes", "yes"], ["yes", "yes", "yes", "yes"] },
        { "CC-BY-4.0", ["yes+attribute", "yes+attribute", "yes+attribute", "yes+attribute"], ["yes+attribute", "yes+attribute", "yes+attribute", "yes+attribute"] },
        { "CC-BY-2.0", ["yes+attribute", "yes+attribute", "yes+attribute", "yes+attribute"], ["yes+attribute", "yes+attribute", "yes+attribute", "yes+attribute"] },
        { "LicenseRef-CC-BY-2.0-KR", ["yes+attribute", "yes+attribute", "yes+attribute", "yes+attribute"], ["yes+attribute", "yes+attribute", "yes+attribute", "yes+attribute"] },
        { "CC-BY-SA-4.0", ["yes+attribute", "yes+attribute", "-", "yes+attribute"], ["yes+attribute", "yes+attribute", "-", "yes+attribute"] },
        { "CC-BY-ND-4.0", ["yes+attribute", "yes+attribute", "no", "yes+attribute"], ["yes+attribute", "yes+attribute", "no", "yes+attribute"] },
        { "CC-BY-NC-4.0", ["no", "no", "no", "no"], ["yes+attribute", "yes+attribute", "-", "yes+attribute"] },
        { "CC-BY-NC-SA-3.0", ["no", "no", "no", "no"], ["yes+attribute", "yes+attribute", "-", "yes+attribute"] },
        { "CC-BY-NC-ND-4.0", ["no", "no", "no", "no"], ["yes+attribute", "yes+attribute", "no", "yes+attribute"] },
        { "ODbL-1.0", ["yes+attribute", "yes+attribute", "-", "yes+attribute"], ["yes+attribute", "yes+attribute", "-", "yes+attribute"] },
        { "CDLA-Sharing-1.0", ["yes+attribute", "yes+attribute", "yes+attribute", "yes+attribute"], ["yes+attribute", "yes+attribute", "yes+attribute", "yes+attribute"] },
        { "C-UDA-1.0", ["yes+attribute", "yes+attribute", "yes+attribute", "yes+attribute"], ["yes+attribute", "yes+attribute", "yes+attribute", "yes+attribute"] },
        { "MIT", ["yes+attribute", "yes+attribute", "yes+attribute", "yes+attribute"], ["yes+attribute", "yes+attribute", "yes+attribute", "yes+attribute"] },
        { "GPL-3.0-only", ["yes+attribute", "yes+attribute", "-", "yes+attribute"], ["yes+attribute", "yes+attribute", "-", "yes+attribute"] },
        { "GPL-2.0+", ["yes+attribute", "yes+attribute", "-", "yes+attribute"], ["yes+attribute", "yes+attribute", "-", "yes+attribute"] },
        { "AGPL-3.0-only", ["yes+attribute", "-", "-", "yes+attribute"], ["yes+attribute", "-", "-", "yes+attribute"] },
        { "MPL-2.0", ["yes+attribute", "yes+attribute", "yes+attribute", "yes+attribute"], ["yes+attribute", "yes+attribute", "yes+attribute", "yes+attribute"] },
        { "LicenseRef-KOGL-0", ["yes", "yes", "yes", "yes"], ["yes", "yes", "yes", "yes"] },
        { "LicenseRef-KOGL-1", ["yes+attribute", "yes+attribute", "yes+attribute", "yes+attribute"], ["yes+attribute", "yes+attribute", "yes+attribute", "yes+attribute"] },
        { "LicenseRef-KOGL-2", ["no", "no", "no", "no"], ["yes+attribute", "yes+attribute", "-", "yes+attribute"] },
        { "LicenseRef-KOGL-3", ["-", "-", "no", "yes+attribute"], ["-", "-", "no", "yes+attribute"] },
        { "LicenseRef-KOGL-4", ["-", "-", "no", "no"], ["-", "-", "no", "yes+attribute"] },
        { "LicenseRef-KOGL-1 WITH AdditionRef-KOGL-AI", ["yes", "yes+attribute", "yes+attribute", "yes+attribute"], ["yes", "yes+attribute", "yes+attribute", "yes+attribute"] },
        { "LicenseRef-KOGL-2 WITH AdditionRef-KOGL-AI", ["yes", "no", "no", "no"], ["yes", "yes+attribute", "-", "yes+attribute"] },
        { "LicenseRef-KOGL-3 WITH AdditionRef-KOGL-AI", ["yes", "-", "no", "yes+attribute"], ["yes", "-", "no", "yes+attribute"] },
        { "LicenseRef-KOGL-4 WITH AdditionRef-KOGL-AI", ["yes", "-", "no", "no"], ["yes", "-", "no", "yes+attribute"] },
        { "LicenseRef-dpc-all-uses-attribution", ["yes+attribute", "yes+attribute", "yes+attribute", "-"], ["yes+attribute", "yes+attribute", "yes+attribute", "-"] },
        { "LicenseRef-dpc-academic-research-purposes-only", ["no", "no", "no", "-"], ["yes+attribute", "yes+attribute", "-", "-"] },
        { "LicenseRef-dpc-ldc-user-agreement", ["no", "no", "no", "no"], ["yes+attribute", "yes+attribute", "-", "no"] },
        { "LicenseRef-dpc-openai", ["no", "no", "no", "-"], ["no", "no", "no", "-"] },
        { "LicenseRef-dpc-llama-2", ["no", "no", "no", "-"], ["no", "no", "no", "-"] },
        { "LicenseRef-dpc-unspecified", ["-", "-", "-", "-"], ["-", "-", "-", "-"] },
        { "GFDL-1.3-only", ["-", "-", "-", "-"], ["-", "-", "-", "-"] },
        { "CC-BY-4.0 AND CC-BY-NC-4.0", ["no", "no", "no", "no"], ["yes+attribute", "yes+attribute", "-", "yes+attribute"] },
        { "CC-BY-4.0 OR CC-BY-NC-4.0", ["yes+attribute", "yes+attribute", "yes+attribute", "yes+attribute"], ["yes+attribute", "yes+attribute", "yes+attribute", "yes+attribute"] },
        { "CC0-1.0 OR CC-BY-4.0", ["yes", "yes", "yes", "yes"], ["yes", "yes", "yes", "yes"] },
        { "GPL-3.0-only OR CC-BY-NC-4.0", ["yes+attribute", "yes+attribute", "-", "yes+attribute"], ["yes+attribute", "yes+attribute", "-", "yes+attribute"] },
        { "CC-BY-SA-4.0 AND ODbL-1.0", ["yes+attribute", "yes+attribute", "no", "yes+attribute"], ["yes+attribute", "yes+attribute", "no", "yes+attribute"] },
        { "MIT AND LicenseRef-own-terms", ["-", "-", "-", "-"], ["-", "-", "-", "-"] },
        { "MIT WITH AdditionRef-no-sale", ["-", "-", "-", "-"], ["-", "-", "-", "-"] },
        { "MIT OR LicenseRef-own-terms", ["yes+attribute", "yes+attribute", "yes+attribute", "yes+attribute"], ["yes+attribute", "yes+attribute", "yes+attribute", "yes+attribute"] },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void Of_DecidesAsTheTableSays(string licence, string[] commercial, string[] research)
    {
        Policy? policy = ReadyMadeTerms.Of(licence);
        string[] actions = ["train", "offerService", "releaseWeights", "distribute"];
        Assert.Equal(commercial, actions.Select(a => PolicyProbe.Ask(policy, a, Purposes.Commercial, "Apache-2.0")));
        Assert.Equal(research, actions.Select(a => PolicyProbe.Ask(policy, a, Purposes.Research, "Apache-2.0")));
    }

    [Theory]
    [InlineData("CC-BY-SA-4.0", "CC-BY-SA-4.0", "yes+attribute")]
    [InlineData("CC-BY-SA-4.0", "GPL-3.0-only", "yes+attribute")]
    [InlineData("CC-BY-SA-3.0", "CC-BY-SA-4.0", "yes+attribute")]
    [InlineData("CC-BY-SA-4.0", null, "?")]
    [InlineData("CC-BY-4.0", null, "yes+attribute")]
    [InlineData("AGPL-3.0-or-later", "AGPL-3.0-only", "yes+attribute")]
    [InlineData("CC-BY-SA-4.0 AND GPL-3.0-only", "GPL-3.0-only", "yes+attribute")]
    [InlineData("CC-BY-SA-4.0 AND GPL-3.0-only", "CC-BY-SA-4.0", "-")]
    [InlineData("CC-BY-SA-4.0 OR ODbL-1.0", "ODbL-1.0", "yes+attribute")]
    public void ReleaseWeights_HangsOnTheReleaseLicence(string licence, string? release, string answer) =>
        Assert.Equal(answer, PolicyProbe.Ask(ReadyMadeTerms.Of(licence), "releaseWeights", Purposes.Commercial, release));

    [Theory]
    [InlineData(null, "?")]
    [InlineData("http://example.org/some-purpose", "-")]
    [InlineData(Purposes.Education, "yes+attribute")]
    public void NonCommercial_PurposeNotKnown_IsNotLetIn(string? purpose, string answer) => Assert.Equal(answer, PolicyProbe.Ask(ReadyMadeTerms.Of("CC-BY-NC-4.0"), "train", purpose));

    [Theory]
    [InlineData("research", Purposes.Research)]
    [InlineData("non-commercial", Purposes.NonCommercial)]
    [InlineData("commercial", Purposes.Commercial)]
    [InlineData("marketing", "marketing")]
    [InlineData(Purposes.Education, Purposes.Education)]
    public void Purpose_ByItsShortName(string text, string iri) => Assert.Equal(iri, Purposes.Named(text));

    [Fact]
    public void Academic_OtherNonCommercialPurpose_IsNotLetIn() =>
        Assert.Equal("-", PolicyProbe.Ask(ReadyMadeTerms.Of("LicenseRef-dpc-academic-research-purposes-only"), "train", Purposes.PublicInterest));

    [Fact]
    public void Sandbox_HoldsForTheNamedRecipientsOnly()
    {
        Policy policy = ReadyMadeTerms.Of("LicenseRef-KOGL-3 WITH AdditionRef-KOGL-Sandbox", recipients: Team)!;
        Assert.Equal("yes+attribute", PolicyProbe.Ask(policy, "train", Purposes.Commercial, member: Team));
        Assert.Equal("-", PolicyProbe.Ask(policy, "train", Purposes.Commercial));
        Assert.Equal("-", PolicyProbe.Ask(policy, "offerService", Purposes.Commercial, member: Team));
        Assert.Equal("licence-recipients-missing", Assert.Throws<DomainException>(() => ReadyMadeTerms.Of("LicenseRef-KOGL-3 WITH AdditionRef-KOGL-Sandbox")).Error.Code);
    }

    [Fact]
    public void Sandbox_OpensTypesOneAndThreeOnly()
    {
        Assert.Equal("-", PolicyProbe.Ask(ReadyMadeTerms.Of("LicenseRef-KOGL-4 WITH AdditionRef-KOGL-Sandbox", recipients: Team), "train", Purposes.Commercial, member: Team));
        Assert.Equal("no", PolicyProbe.Ask(ReadyMadeTerms.Of("LicenseRef-KOGL-2 WITH AdditionRef-KOGL-Sandbox", recipients: Team), "train", Purposes.Commercial, member: Team));
    }

    [Fact]
    public void ComputationalUseOnly_SaysNothingOfRetrieval() => Assert.Equal("-", PolicyProbe.Ask(ReadyMadeTerms.Of("C-UDA-1.0"), "retrieve", Purposes.Research));

    [Fact]
    public void KoglTypes_AgreeWithThePublishedConditions()
    {
        string? file = SharedFiles.Find("data/kogl/kogl.json");
        if (file is null) Assert.Skip("the KOGL facts are not beside the project");
        foreach (JsonElement type in JsonDocument.Parse(File.ReadAllText(file)).RootElement.EnumerateArray().Where(t => t.TryGetProperty("commercialUse", out _)))
        {
            LicenceReading reading = LicenceReadings.Of("LicenseRef-" + type.GetProperty("id").GetString())!;
            Assert.Equal(type.GetProperty("attributionRequired").GetBoolean(), reading[LicenceFeature.Attribution]!.Value);
            Assert.Equal(type.GetProperty("commercialUse").GetBoolean(), reading[LicenceFeature.CommercialUse]!.Value);
            Assert.Equal(type.GetProperty("derivatives").GetBoolean(), reading[LicenceFeature.Derivatives]!.Value);
        }
    }

    [Fact]
    public void Override_OfAnInterpretation_ChangesTheTerms()
    {
        ReadingOverride free = new("CC-BY-SA-4.0", LicenceFeature.WeightsAdapt, false, "Counsel's opinion of 2026-03-02.");
        Policy policy = ReadyMadeTerms.Of("CC-BY-SA-4.0", [free])!;
        Assert.Equal("yes+attribute", PolicyProbe.Ask(policy, "releaseWeights", Purposes.Commercial, "Apache-2.0"));
        Assert.Contains(policy.Rules.SelectMany(r => r.Annotations), a => a is { Property: "urn:datacatalog:odrl:note", Json: "\"Counsel\\u0027s opinion of 2026-03-02.\"" });
        ReadingOverride open = new("LicenseRef-KOGL-3", LicenceFeature.Training, true, "Agency agreed by letter.");
        Assert.Equal("yes+attribute", PolicyProbe.Ask(ReadyMadeTerms.Of("LicenseRef-KOGL-3", [open]), "train", Purposes.Commercial));
        Assert.Null(LicenceCompatibility.ReleaseClass("CC-BY-SA-4.0", [free]));
    }

    [Fact]
    public void Override_Unsaid_LeavesItOpen()
    {
        ReadingOverride open = new("CC-BY-SA-4.0", LicenceFeature.WeightsAdapt, null, "Under review.");
        Assert.Equal("-", PolicyProbe.Ask(ReadyMadeTerms.Of("CC-BY-SA-4.0", [open]), "releaseWeights", Purposes.Commercial, "CC-BY-SA-4.0"));
    }

    [Theory]
    [InlineData("CC-BY-NC-4.0", LicenceFeature.CommercialUse, "note", "reading-not-interpretation")]
    [InlineData("LicenseRef-KOGL-3", LicenceFeature.Derivatives, "note", "reading-not-interpretation")]
    [InlineData("GFDL-1.3-only", LicenceFeature.Training, "note", "reading-unknown")]
    [InlineData("CC-BY-SA-4.0", LicenceFeature.WeightsAdapt, " ", "required")]
    public void Override_OfTheLicencesOwnWords_OrWithoutNote_Refused(string licence, LicenceFeature feature, string note, string code) =>
        Assert.Equal(code, Assert.Throws<DomainException>(() => ReadyMadeTerms.Of(licence, [new ReadingOverride(licence, feature, true, note)])).Error.Code);

    [Fact]
    public void Of_SameExpressionInAnotherOrder_SamePolicy()
    {
        Policy one = ReadyMadeTerms.Of("MIT AND (CC-BY-4.0 OR CC-BY-SA-4.0)")!;
        Policy other = ReadyMadeTerms.Of("(cc-by-sa-4.0 or cc-by-4.0) and mit")!;
        Assert.Equal("urn:licence:%28CC-BY-4.0%20OR%20CC-BY-SA-4.0%29%20AND%20MIT", one.Uid);
        Assert.Equal(JsonSerializer.Serialize(one), JsonSerializer.Serialize(other));
        Assert.Equal("urn:licence:CC-BY-4.0", ReadyMadeTerms.Of("cc-by-4.0")!.Uid);
    }

    [Fact]
    public void Rules_CiteTheirSourceAndFlagInterpretation() => Assert.All(LicenceReadings.All, reading => Assert.All(ReadyMadeTerms.Of(reading.Key)!.Rules, rule =>
    {
        Assert.Contains(reading.Key, rule.Clause!.Article, StringComparison.Ordinal);
        Assert.Contains(rule.Annotations, a => a.Property == "http://purl.org/dc/terms/source");
    }));

    [Fact]
    public void And_NeverPermitsMoreThanEitherPart() => Gen.Select(Gen.OneOf([.. LicenceReadings.All.Select(r => r.Key)]), Gen.OneOf([.. LicenceReadings.All.Select(r => r.Key)]), Gen.OneOf([.. LicenceActions.All])).Sample((a, b, action) =>
    {
        string[] answers = [.. new[] { $"{a} AND {b}", a, b, $"{a} OR {b}" }.Select(l => PolicyProbe.Ask(ReadyMadeTerms.Of(l), action, Purposes.Research, "CC-BY-SA-4.0")[..1])];
        return (answers[0] != "y" || (answers[1] == "y" && answers[2] == "y")) && (answers[3] == "y") == (answers[1] == "y" || answers[2] == "y");
    }, iter: 3000, threads: 1);

    [Fact]
    public void Agreement_AboveTheLicence_Decides()
    {
        Policy licence = ReadyMadeTerms.Of("CC-BY-NC-4.0")!;
        var agreed = new Policy { Uid = "urn:agreement:1", Rules = [new Rule { Kind = RuleKind.Permission, Actions = [new RuleAction(Iris.Profile + "train", [])] }] };
        Assert.Equal("no", PolicyProbe.Ask(licence, "train", Purposes.Commercial));
        Assert.Equal("yes", PolicyProbe.Ask(licence, "train", Purposes.Commercial, agreement: agreed));
    }

    [Fact]
    public void Stated_JoinsBasesAndAddsTheGrant()
    {
        Assert.Equal("LicenseRef-KOGL-2 WITH AdditionRef-KOGL-AI", ReadyMadeTerms.Stated([new("LicenseRef-KOGL-AI", AddOn: true), new("LicenseRef-KOGL-2")])!.ToString());
        Assert.Equal("LicenseRef-KOGL-3 WITH AdditionRef-KOGL-Sandbox", ReadyMadeTerms.Stated([new("LicenseRef-KOGL-3"), new("LicenseRef-KOGL-AI", AddOn: true, Limited: true)])!.ToString());
        Assert.Equal("CC-BY-4.0 AND MIT", ReadyMadeTerms.Stated([new("MIT"), new("CC-BY-4.0"), new("MIT")])!.ToString());
        Assert.Null(ReadyMadeTerms.Of(ReadyMadeTerms.Stated([new("MIT"), new("own+terms")])!));
        Assert.Null(ReadyMadeTerms.Of(ReadyMadeTerms.Stated([new("MIT", Limited: true)])!));
        Assert.Null(ReadyMadeTerms.Stated([]));
    }
}
