using DataCatalog.Core.Licensing.Odrl;
using DataCatalog.Core.Licensing.Published;
using DataCatalog.Core.Licensing.UseCheck;

namespace DataCatalog.Core.Licensing.Sentences;

/// <summary>The order in which a decision is told; the words are the language's.</summary>
internal sealed class DecisionSentences(RuleSentences rules, DecisionPhrases phrases)
{
    /// <summary>Every sentence.</summary>
    public IEnumerable<string> Of(Decision decision) =>
    [
        phrases.Verdict(decision.Verdict, decision.DecidedBy),
        .. decision.Reasons.Where(r => Decides(decision, r)).SelectMany(Saying),
        .. decision.HoldsUntil is { } end ? [phrases.Holds(end)] : Array.Empty<string>(),
        .. decision.Verdict == Verdict.Permitted ? [] : decision.Reasons.SelectMany(Failing),
        .. decision.Duties.Select(d => rules.Sentence(d.Duty, Place.With)).Distinct(StringComparer.Ordinal),
        .. decision.MissingFacts.Count > 0 ? [phrases.Missing(decision.MissingFacts)] : Array.Empty<string>(),
        .. decision.Ways.Select(phrases.Way).Distinct(StringComparer.Ordinal),
    ];

    // Nobody shall take a reading for the licence's own words.
    private IEnumerable<string> Saying(RuleReason reason)
    {
        yield return phrases.Says(reason.Layer, rules.Sentence(reason.Rule, Place.Alone));
        if (reason.Layer.Kind != LayerKind.Licence) yield break;
        IReadOnlyList<string> notes = ReadingMarks.Notes(reason.Rule);
        if (notes.Count > 0) yield return phrases.ReadByOfficer(string.Join(" / ", notes));
        else if (ReadingMarks.IsInterpretation(reason.Rule)) yield return phrases.Interpreted;
    }

    private static bool Decides(Decision decision, RuleReason reason) => reason is { Counted: true, Outcome: Satisfaction.Yes } && decision.Verdict switch
    {
        Verdict.Permitted => reason.Rule.Kind == RuleKind.Permission,
        Verdict.Prohibited => reason.Rule.Kind == RuleKind.Prohibition,
        _ => false,
    };

    // A permission that does not hold tells why not; a prohibition only where it may hold.
    private IEnumerable<string> Failing(RuleReason reason)
    {
        if (reason.Rule.Kind == RuleKind.Permission && !reason.InForce) yield return phrases.NotInForce(reason);
        bool told = reason.Rule.Kind == RuleKind.Permission ? reason.Outcome != Satisfaction.Yes : reason.Rule.Kind == RuleKind.Prohibition && reason.Outcome == Satisfaction.Unknown;
        if (!told) yield break;
        foreach (Premise premise in reason.Premises.SelectMany(DecisionFacts.Leaves).Where(p => p.Satisfaction != Satisfaction.Yes)) yield return phrases.Fails(reason, phrases.Premise(premise));
    }
}

/// <summary>The sentences of decisions in one language.</summary>
internal abstract class DecisionPhrases
{
    /// <summary>The answer, and which layer gave it.</summary>
    public abstract string Verdict(Verdict verdict, Layer? layer);

    /// <summary>What a layer says.</summary>
    public abstract string Says(Layer layer, string sentence);

    /// <summary>That what a licence says is an interpretation.</summary>
    public abstract string Interpreted { get; }

    /// <summary>That an officer reads the licence so, and why.</summary>
    public abstract string ReadByOfficer(string note);

    /// <summary>Until when the answer holds.</summary>
    public abstract string Holds(DateTimeOffset end);

    /// <summary>That the terms do not hold at that time.</summary>
    public abstract string NotInForce(RuleReason reason);

    /// <summary>That a rule does not apply, or may apply, because of a premise.</summary>
    public abstract string Fails(RuleReason reason, string premise);

    /// <summary>A premise with what is given and what is required.</summary>
    public abstract string Premise(Premise premise);

    /// <summary>Which facts are missing.</summary>
    public abstract string Missing(IReadOnlyList<string> operands);

    /// <summary>One way to a yes.</summary>
    public abstract string Way(Way way);
}
