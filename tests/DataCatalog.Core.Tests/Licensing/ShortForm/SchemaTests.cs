extern alias Schemas;
using System.Text.Json;
using CsCheck;
using DataCatalog.Core.Common;
using DataCatalog.Core.Licensing.ShortForm;
using DataCatalog.Core.Tests.Support;
using Schemas::Json.Schema;

namespace DataCatalog.Core.Tests.Licensing.ShortForm;

/// <summary>Holds <c>schemas/terms-short-form.schema.json</c> and the reader together.</summary>
public sealed class SchemaTests
{
    private static readonly JsonSchema Schema = JsonSchema.FromText(File.ReadAllText(ProjectFiles.Find("schemas/terms-short-form.schema.json")));

    [Fact]
    public void Json_WhatIsWritten_IsValid() => RandomPolicies.All.Sample(
        policy => ShortTerms.WriteJson(policy) is not { } json || Schema.Evaluate(JsonSerializer.SerializeToElement(json)).IsValid, iter: 1_000, print: p => $"{ShortTerms.WriteJson(p)?.ToJsonString()}");

    [Theory]
    [InlineData("""{"rules":[{"permit":["train",{"action":"fineTune","only":[{"modelSize":70000000000,"op":"<="}]}],"for":[{"consortium":"naver-cloud"}],"when":[{"in":["KR"]},{"until":"2027-12-31"}]},{"forbid":["releaseWeights"]},{"owe":["delete"],"when":[{"within":"P30D"},{"after":"end"}]}]}""")]
    [InlineData("""{"type":"agreement","conflict":"prohibit","inherits":["urn:x:y"],"rules":[{"permit":["<urn:x:act>"],"of":[{"dataset":"a","only":[{"media":["audio"]}]},{"agreement":"제 1호"}],"by":[{"iri":"urn:p"}],"duties":["attribute",{"action":"reportUse","when":[{"every":"P1Y"}]},{"action":"compensate","only":[{"paying":1000,"currency":"KRW"}]}],"clause":{"article":"제7조","words":"글"}}]}""")]
    [InlineData("""{"rules":[{"forbid":["distribute"],"else":[{"action":"compensate"}],"when":[{"either":[{"in":["KR"],"not":true},{"where":"version","op":"isAnyOf","values":[1,"1.0",{"text":"2"},true]}]},{"upTo":5,"unit":"hours"},{"percent":3},{"phase":[1,2]},{"releasedAs":["MIT"]}]}]}""")]
    public void Good_IsValidAndRead(string json)
    {
        JsonElement element = Given.Json(json);
        Assert.True(Schema.Evaluate(element).IsValid);
        Assert.NotEmpty(ShortTerms.Read(element, "urn:test:p", RandomPolicies.Seoul).Rules);
    }

    [Theory]
    [InlineData("[]", "ShortForm")]
    [InlineData("""{}""", "ShortForm")]
    [InlineData("""{"rules":[]}""", "ShortForm/rules")]
    [InlineData("""{"rules":[{"permit":["train"]}],"extra":1}""", "ShortForm/extra")]
    [InlineData("""{"conflict":"perm","rules":[{"permit":["train"]}]}""", "ShortForm/conflict")]
    [InlineData("""{"rules":[{"permit":["train"],"forbid":["train"]}]}""", "ShortForm/rules/0")]
    [InlineData("""{"rules":[{"permit":["train"]},{"allow":["train"]}]}""", "ShortForm/rules/1/allow")]
    [InlineData("""{"rules":[{"permit":"train"}]}""", "ShortForm/rules/0/permit")]
    [InlineData("""{"rules":[{"permit":["train"],"when":[{"in":["Korea"]}]}]}""", "ShortForm/rules/0/when/0/in/0")]
    [InlineData("""{"rules":[{"permit":["train"],"when":[{"in":["KR"],"op":"="}]}]}""", "ShortForm/rules/0/when/0/op")]
    [InlineData("""{"rules":[{"permit":["train"],"when":[{"until":"2027-12-31T10:00:00"}]}]}""", "ShortForm/rules/0/when/0/until")]
    [InlineData("""{"rules":[{"permit":["train"],"when":[{"paying":1,"currency":"KRW"}]}]}""", "ShortForm/rules/0/when/0/paying")]
    [InlineData("""{"rules":[{"permit":["train"],"when":[{"either":[{"in":["KR"]}]}]}]}""", "ShortForm/rules/0/when/0")]
    [InlineData("""{"rules":[{"permit":["train"],"else":["delete"]}]}""", "ShortForm/rules/0/else")]
    [InlineData("""{"rules":[{"forbid":["train"],"duties":["delete"]}]}""", "ShortForm/rules/0/duties")]
    [InlineData("""{"rules":[{"owe":[{"action":"delete","only":[{"within":"30D"}]}]}]}""", "ShortForm/rules/0/owe/0/only/0/within")]
    [InlineData("""{"rules":[{"permit":["train"],"for":[{"consortium":"Not A Key"}]}]}""", "ShortForm/rules/0/for/0/consortium")]
    [InlineData("""{"rules":[{"permit":["train"],"of":[{"dataset":"a","iri":"urn:x:y"}]}]}""", "ShortForm/rules/0/of/0")]
    [InlineData("""{"rules":[{"permit":["train"],"clause":{"words":"w"}}]}""", "ShortForm/rules/0/clause")]
    [InlineData("""{"rules":[{"permit":["train"],"when":[{"where":"version","op":"like","values":[1]}]}]}""", "ShortForm/rules/0/when/0/op")]
    public void Bad_IsInvalidAndRefusedWithItsPath(string json, string path)
    {
        JsonElement element = Given.Json(json);
        Assert.False(Schema.Evaluate(element).IsValid);
        DomainException refusal = Assert.Throws<DomainException>(() => ShortTerms.Read(element, "urn:test:p", RandomPolicies.Seoul));
        Assert.Equal((ShortFormErrors.Syntax.Code, path), (refusal.Error.Code, refusal.Field));
    }

    /// <summary>What the schema does not know: names of vocabularies and lists, and a property that stands twice.</summary>
    [Theory]
    [InlineData("""{"rules":[{"permit":["trian"]}]}""", "ShortForm/rules/0/permit/0")]
    [InlineData("""{"rules":[{"permit":["train"],"permit":["train"]}]}""", "ShortForm/rules/0/permit")]
    [InlineData("""{"rules":[{"permit":["train"],"when":[{"in":["XX"]}]}]}""", "ShortForm/rules/0/when/0/in/0")]
    [InlineData("""{"rules":[{"permit":["train"],"when":[{"language":["klingonese"]}]}]}""", "ShortForm/rules/0/when/0/language/0")]
    [InlineData("""{"rules":[{"permit":["train"],"when":[{"until":"2027-02-30"}]}]}""", "ShortForm/rules/0/when/0/until")]
    [InlineData("""{"rules":[{"permit":["train"],"clause":{"article":"\ud800"}}]}""", "ShortForm/rules/0/clause/article")]
    [InlineData("""{"rules":[{"permit":["train"]}],"a\u0000":1}""", "ShortForm")]
    [InlineData("""{"rules":[{"permit":["train"]}],"\ud800":1}""", "ShortForm")]
    [InlineData("""{"rules":[{"permit":["train"],"clause":{"article":"a\u0000"}}]}""", "ShortForm/rules/0/clause/article")]
    [InlineData("""{"rules":[{"permit":["train"],"when":[{"percent":1e400}]}]}""", "ShortForm/rules/0/when/0/percent")]
    public void Bad_BeyondTheSchema_RefusedWithItsPath(string json, string path) =>
        Assert.Equal(path, Assert.Throws<DomainException>(() => ShortTerms.Read(Given.Json(json), "urn:test:p", RandomPolicies.Seoul)).Field);
}
