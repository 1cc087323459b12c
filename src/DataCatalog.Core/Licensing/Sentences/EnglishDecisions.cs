using DataCatalog.Core.Licensing.Odrl;
using DataCatalog.Core.Licensing.UseCheck;

namespace DataCatalog.Core.Licensing.Sentences;

/// <summary>Decisions in English.</summary>
internal sealed class EnglishDecisions(Namer namer, RuleSentences rules) : DecisionPhrases
{
    /// <inheritdoc/>
    public override string Verdict(Verdict verdict, Layer? layer)
    {
        string by = layer is null ? "" : $" by {Name(layer)}";
        return verdict switch
        {
            UseCheck.Verdict.Permitted => $"Yes, it is permitted{by}.",
            UseCheck.Verdict.Prohibited => $"No, it is prohibited{by}.",
            UseCheck.Verdict.NotPermitted => "No, nothing permits it.",
            UseCheck.Verdict.NotInForce => "No, what would permit it is not in force at that time.",
            _ => "It cannot be told, for a fact is missing; that is not a yes.",
        };
    }

    /// <inheritdoc/>
    public override string Says(Layer layer, string sentence) => $"{Capital(Name(layer))} says: {sentence}";

    /// <inheritdoc/>
    public override string Interpreted => "That is how the registry reads the licence; the licence does not say it in so many words.";

    /// <inheritdoc/>
    public override string ReadByOfficer(string note) => $"An officer of the registry reads the licence so: {note}";

    /// <inheritdoc/>
    public override string Holds(DateTimeOffset end) => $"This answer holds {namer.Times.Last(end)}.";

    /// <inheritdoc/>
    public override string NotInForce(RuleReason reason) => $"{Capital(Named(reason))} is not in force at that time{Term(reason.Layer)}.";

    /// <inheritdoc/>
    public override string Fails(RuleReason reason, string premise) =>
        $"{Capital(Named(reason))} {(reason.Outcome == Satisfaction.Unknown ? "may or may not apply" : "does not apply")}: {premise}.";

    /// <inheritdoc/>
    public override string Premise(Premise premise) => premise.Kind switch
    {
        PremiseKind.Action => "it is about another action",
        PremiseKind.Party => "it is for another party",
        PremiseKind.Target => "it is about other data",
        PremiseKind.Right when premise.Satisfaction == Satisfaction.Unknown => "the right that was granted is for one model, and the question names none",
        PremiseKind.Right => "the right that was granted is for other uses or another model",
        PremiseKind.Duty when premise.Duty is { } duty => $"first it must be done to {string.Join(" and ", duty.Actions.Select(a => namer.Action(a.Iri)))}",
        _ when premise.Constraint is { } constraint => $"it is required that {rules.Clause(constraint)}; {Given(premise)}",
        _ => "a premise does not hold",
    };

    /// <inheritdoc/>
    public override string Missing(IReadOnlyList<string> operands) => $"Not given: {string.Join(", ", operands.Select(namer.Fact))}.";

    /// <inheritdoc/>
    public override string Way(Way way) => way.Kind switch
    {
        WayKind.GiveFacts => $"To settle it, give: {string.Join(", ", Operands(way).Select(namer.Fact))}.",
        WayKind.MeetPremises when way.Reason?.Rule.Kind == RuleKind.Prohibition => $"It would not be prohibited if this did not hold: {Joined(way)}.",
        WayKind.MeetPremises => $"It would be permitted if {Joined(way)}.",
        WayKind.AskWithinTerm => $"It would be permitted within the term{(way.Reason is null ? "" : $" of {Name(way.Reason.Layer)}{Term(way.Reason.Layer)}")}.",
        WayKind.AskForRight => "It takes a right under an agreement that permits it.",
        _ => "Only an amendment of the terms would permit it.",
    };

    private string Joined(Way way) => string.Join(" and ", way.Premises.SelectMany(DecisionFacts.Leaves).Select(Wanted));

    private string Wanted(Premise premise) => premise switch
    {
        { Constraint: { } constraint } => rules.Clause(constraint),
        { Duty: { } duty } => $"this were done first: {string.Join(" and ", duty.Actions.Select(a => namer.Action(a.Iri)))}",
        { Kind: PremiseKind.Right } => "a right for this use and this model were granted",
        { Kind: PremiseKind.Party } => "another party asked",
        { Kind: PremiseKind.Target } => "other data were used",
        _ => "another action were asked for",
    };

    private string Given(Premise premise) => premise is { Given: { Count: > 0 } given, Constraint: Comparison c }
        ? "given is " + EnglishRules.Listed([.. given.Select(v => namer.Value(c.LeftOperand, v, c.Unit))], "and")
        : premise.Satisfaction == Satisfaction.Unknown ? "that is not known" : "that is not so";

    private static IEnumerable<string> Operands(Way way) => way.Premises.SelectMany(DecisionFacts.Unknown).Distinct(StringComparer.Ordinal);

    private static string Named(RuleReason reason)
    {
        string kind = reason.Rule.Kind == RuleKind.Permission ? "permission" : "prohibition";
        return $"the {kind} of {Name(reason.Layer)}{(reason.Rule.Clause is { } clause ? $" ({clause.Article})" : "")}";
    }

    private string Term(Layer layer) => (layer.From, layer.Until) switch
    {
        (null, null) => "",
        ({ } from, null) => $", from {namer.Times.First(from)}",
        (null, { } until) => $", {namer.Times.Last(until)}",
        ({ } from, { } until) => $", from {namer.Times.First(from)} {namer.Times.Last(until)}",
    };

    private static string Name(Layer layer) => layer.Kind switch
    {
        LayerKind.Licence => $"licence {layer.Source}",
        LayerKind.Agreement => $"agreement {layer.Source}",
        _ => $"exemption {layer.Source}",
    };

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
