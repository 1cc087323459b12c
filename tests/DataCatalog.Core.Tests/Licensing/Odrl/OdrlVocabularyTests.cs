using System.Text.Json;
using CsCheck;
using DataCatalog.Core.Licensing;
using DataCatalog.Core.Licensing.Odrl;
using DataCatalog.Core.Tests.Support;
using static DataCatalog.Core.Tests.Support.Given;

namespace DataCatalog.Core.Tests.Licensing.Odrl;

public sealed class OdrlVocabularyTests
{
    private static readonly OdrlVocabulary Vocabulary = OdrlVocabulary.Default;

    [Theory]
    [InlineData("use", "use", true)]
    [InlineData("use", "extract", true)]
    [InlineData("extract", "use", false)]
    [InlineData("use", "sell", false)]
    [InlineData("transfer", "sell", true)]
    [InlineData("use", "write", true)]
    [InlineData("modify", "write", true)]
    [InlineData("write", "appendTo", true)]
    [InlineData("use", "lease", false)]
    [InlineData("use", "cc:Sharing", true)]
    [InlineData("share", "cc:Sharing", true)]
    [InlineData("use", "fineTune", true)]
    [InlineData("train", "pretrain", true)]
    [InlineData("data-mining", "align", true)]
    [InlineData("ai-training", "train", true)]
    [InlineData("train", "ai-training", false)]
    [InlineData("ai-augment", "retrieve", true)]
    [InlineData("data-mining", "generateSynthetic", true)]
    [InlineData("tdm:mine", "train", true)]
    [InlineData("rsl:ai-input", "retrieve", true)]
    [InlineData("rsl:ai-train", "retrieve", false)]
    public void Includes_ThroughAnySteps(string general, string specific, bool expected) => Assert.Equal(expected, Vocabulary.Includes(Full(general), Full(specific)));

    [Fact]
    public void Includes_IsTransitive()
    {
        string[] all = [.. Vocabulary.Actions.Select(a => a.Iri)];
        foreach (string a in all)
        {
            foreach (string b in all.Where(b => Vocabulary.Includes(a, b))) Assert.All(all.Where(c => Vocabulary.Includes(b, c)), c => Assert.True(Vocabulary.Includes(a, c)));
        }
    }

    [Fact]
    public void With_AnyIri()
    {
        OdrlVocabulary more = Vocabulary.With(new ActionTerm("ex:skim", [Iris.Odrl + "read", Iris.Profile + "train"]), new ActionTerm("ex:glance", ["ex:skim"]));
        Assert.True(more.Includes(Iris.Odrl + "use", "ex:glance"));
        Assert.True(more.Includes(Iris.Odrl + "ai-training", "ex:glance"));
        Assert.False(Vocabulary.Includes(Iris.Odrl + "use", "ex:glance"));
        Refused(LicensingErrors.OdrlInvalid, null, () => Vocabulary.With(new ActionTerm("ex:a", ["ex:b"]), new ActionTerm("ex:b", ["ex:a"])));
    }

    [Fact]
    public void Terms_AreThoseThatOdrlPublishes()
    {
        string? file = SharedFiles.Find("data/odrl-vocab/odrl-terms.json");
        if (file is null) Assert.Skip("the shared ODRL vocabulary is not beside the project");
        using JsonDocument terms = JsonDocument.Parse(File.ReadAllText(file));
        foreach (JsonElement action in terms.RootElement.GetProperty("actions").EnumerateArray())
        {
            string iri = action.GetProperty("uri").GetString()!;
            ActionTerm? known = Vocabulary.Action(iri);
            Assert.Equal(action.GetProperty("deprecated").GetBoolean(), known?.Deprecated);
            Assert.Equal(action.GetProperty("includedIn").EnumerateArray().Select(i => Iris.Odrl + i.GetString()), known!.IncludedIn);
        }

        Assert.All(terms.RootElement.GetProperty("leftOperands").EnumerateArray(), o => Assert.NotNull(Vocabulary.LeftOperand(Iris.Odrl + o.GetProperty("term").GetString())));
        Assert.Equal(terms.RootElement.GetProperty("operators").GetArrayLength(), Enum.GetValues<Operator>().Length);
    }

    private static string Full(string name) => name.Split(':') switch
    {
        ["cc", var local] => "http://creativecommons.org/ns#" + local,
        ["tdm", var local] => "http://www.w3.org/ns/tdmrep#" + local,
        ["rsl", var local] => "https://rslstandard.org/rsl#" + local,
        _ => Vocabulary.Resolve(name) ?? throw new ArgumentException(name, nameof(name)),
    };
}
