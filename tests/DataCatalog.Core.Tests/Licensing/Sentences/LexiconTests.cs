using System.Text.Json;
using System.Text.RegularExpressions;
using DataCatalog.Core.Licensing.Odrl;
using DataCatalog.Core.Licensing.Sentences;
using DataCatalog.Core.Licensing.ShortForm;
using DataCatalog.Core.Tests.Licensing.ShortForm;
using DataCatalog.Core.Tests.Support;

namespace DataCatalog.Core.Tests.Licensing.Sentences;

/// <summary>Nothing that terms can say lacks its words in either language.</summary>
public sealed partial class LexiconTests
{
    private static readonly string[] ProfileActions =
        ["train", "pretrain", "fineTune", "align", "evaluate", "retrieve", "generateSynthetic", "distil", "releaseWeights", "offerService", "shareWithConsortium"];

    private static readonly string[] DraftActions = ["data-mining", "ai-training", "gen-ai", "ai-augment", "search"];

    private static readonly string[] ProfileOperands = ["modelSize", "releaseLicence", "consortium", "programmePhase"];

    public static TheoryData<string> Operands => [.. Lexicon.Operands.Keys.Order(StringComparer.Ordinal)];

    [Fact]
    public void Profile_HasWords()
    {
        Assert.All(ProfileActions, a => Assert.Contains(Iris.Profile + a, Lexicon.Actions));
        Assert.All(DraftActions, a => Assert.Contains(Iris.Odrl + a, Lexicon.Actions));
        Assert.All(ProfileOperands, o => Assert.Contains(Iris.Profile + o, Lexicon.Operands));
    }

    [Fact]
    public void Odrl_HasWordsForAllThatIsNotDeprecated()
    {
        if (SharedFiles.Find("data/odrl-vocab/odrl-terms.json") is not { } path) { Assert.Skip("the vocabulary is not beside the project"); return; }
        JsonElement terms = JsonDocument.Parse(File.ReadAllText(path)).RootElement;
        Assert.All(Current(terms, "actions"), iri => Assert.Contains(iri, Lexicon.Actions));
        Assert.All(Current(terms, "leftOperands"), iri => Assert.Contains(iri, Lexicon.Operands));
        Assert.Equal(Enum.GetNames<Operator>().Order(StringComparer.OrdinalIgnoreCase), terms.GetProperty("operators").EnumerateArray().Select(Name).Order(StringComparer.OrdinalIgnoreCase), StringComparer.OrdinalIgnoreCase);
    }

    [Fact]
    public void Words_AreOfTheirLanguage() => Assert.All(Lexicon.Actions.Concat(Lexicon.Operands), term =>
    {
        Assert.Matches("^[A-Za-z ,-]+$", term.Value.En);
        Assert.Matches(Hangul(), term.Value.Ko);
        Assert.DoesNotMatch("[A-Za-z]", term.Value.Ko);
    });

    [Fact]
    public void ShortNames_AreReadAsWhatTheyCameFrom()
    {
        Assert.All(Lexicon.Actions.Keys, iri => Assert.Equal(iri, Lexicon.Resolve(Lexicon.Actions, Lexicon.ShortName(Lexicon.Actions, iri)!)));
        Assert.All(Lexicon.Operands.Keys, iri => Assert.Equal(iri, Lexicon.Resolve(Lexicon.Operands, Lexicon.ShortName(Lexicon.Operands, iri)!)));
        Assert.DoesNotContain(Lexicon.ShortNames(Lexicon.Actions), Keywords.IsReserved);
    }

    /// <summary>Each operand under each operator is told in both languages, and nothing of the machinery shows.</summary>
    [Theory]
    [MemberData(nameof(Operands))]
    public void EachOperator_IsTold(string operand)
    {
        foreach (Operator comparison in Enum.GetValues<Operator>())
        {
            foreach (Value[] right in (Value[][])[[Value.OfText("x")], [Value.Of(5), Value.Of(7)], [Value.OfIri("urn:x:y")], [RandomPolicies.Day(new DateOnly(2027, 12, 31))], [Value.OfDuration("P1Y")]])
            {
                var policy = new Policy { Uid = "urn:p", Rules = [new Rule { Kind = RuleKind.Permission, Actions = [new RuleAction(Iris.Odrl + "use", [])], Constraints = [new Comparison(operand, comparison, right)] }] };
                string english = Assert.Single(PlainWords.Of(policy, Language.English));
                string korean = Assert.Single(PlainWords.Of(policy, Language.Korean));
                Assert.Matches(@"^The user may use, .+\.$", english);
                Assert.Matches(@"^이용자는 .+ 이용을 할 수 있습니다\.$", korean);
                Assert.DoesNotMatch("[가-힣]", english);
                Assert.DoesNotContain(comparison.ToString(), korean, StringComparison.Ordinal);
            }
        }
    }

    private static IEnumerable<string> Current(JsonElement terms, string list) =>
        terms.GetProperty(list).EnumerateArray().Where(t => !t.GetProperty("deprecated").GetBoolean()).Select(t => Iris.Odrl + Name(t));

    private static string Name(JsonElement term) => (term.TryGetProperty("id", out JsonElement id) ? id : term.GetProperty("term")).GetString()!.Split('/', ':')[^1];

    [GeneratedRegex("[가-힣]")]
    private static partial Regex Hangul();
}
