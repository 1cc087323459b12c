using DataCatalog.Core.Licensing.Odrl;
using DataCatalog.Core.Licensing.UseCheck;

namespace DataCatalog.Core.Licensing.Sentences;

/// <summary>Terms and decisions in plain sentences, in Korean or English.</summary>
public static class PlainWords
{
    /// <summary>What a policy says, rule by rule.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="language">The language.</param>
    /// <param name="names">The name of an IRI such as <c>urn:consortium:naver-cloud</c> in that language, or null where it has none.</param>
    /// <param name="zone">The zone that instants are told in; UTC where absent.</param>
    public static IReadOnlyList<string> Of(Policy policy, Language language, Func<string, string?>? names = null, TimeZoneInfo? zone = null)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return [.. Rules(language, new Namer(language, zone ?? TimeZoneInfo.Utc, names)).Of(policy)];
    }

    /// <summary>What one rule says, with its duties.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="language">The language.</param>
    /// <param name="names">The name of an IRI in that language, or null where it has none.</param>
    /// <param name="zone">The zone that instants are told in; UTC where absent.</param>
    public static IReadOnlyList<string> Of(Rule rule, Language language, Func<string, string?>? names = null, TimeZoneInfo? zone = null)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return [.. Rules(language, new Namer(language, zone ?? TimeZoneInfo.Utc, names)).Of(rule, Place.Alone)];
    }

    /// <summary>What was decided and why, what is owed, what is missing and what would lead to a yes.</summary>
    /// <param name="decision">The decision.</param>
    /// <param name="language">The language.</param>
    /// <param name="names">The name of an IRI in that language, or null where it has none.</param>
    /// <param name="zone">The programme's time zone, in which the end of the answer is told; UTC where absent.</param>
    public static IReadOnlyList<string> Of(Decision decision, Language language, Func<string, string?>? names = null, TimeZoneInfo? zone = null)
    {
        ArgumentNullException.ThrowIfNull(decision);
        var namer = new Namer(language, zone ?? TimeZoneInfo.Utc, names);
        RuleSentences rules = Rules(language, namer);
        DecisionPhrases phrases = language == Language.Korean ? new KoreanDecisions(namer, rules) : new EnglishDecisions(namer, rules);
        return [.. new DecisionSentences(rules, phrases).Of(decision)];
    }

    /// <summary>The words of an action by its short name: a verb in English, a noun in Korean; the name itself where it is not known.</summary>
    public static string Action(string name, Language language)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Lexicon.Resolve(Lexicon.Actions, name) is { } iri ? Lexicon.Actions[iri].In(language) : name;
    }

    /// <summary>The words of a fact by its short name: what conditions are about, or a duty; the name itself where it is not known.</summary>
    public static string Fact(string name, Language language)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Lexicon.Resolve(Lexicon.Operands, name) is { } iri ? Lexicon.Operands[iri].In(language) : Action(name, language);
    }

    /// <summary>The word of a value that questions name: a language, a modality, a purpose, a territory; the value itself where nobody knows it.</summary>
    /// <param name="operand">Short name of ODRL's left operand, as in <c>language</c>.</param>
    /// <param name="value">The value, as in <c>ko</c>.</param>
    /// <param name="language">The language.</param>
    public static string Value(string operand, string value, Language language) => new Namer(language, TimeZoneInfo.Utc, null).Value(Iris.Odrl + operand, Odrl.Value.OfText(value));

    private static RuleSentences Rules(Language language, Namer namer) => language == Language.Korean ? new KoreanRules(namer) : new EnglishRules(namer);
}
