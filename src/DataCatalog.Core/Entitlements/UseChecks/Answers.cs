using System.Text.Json;
using DataCatalog.Core.Licensing.Odrl;
using DataCatalog.Core.Licensing.Published;
using DataCatalog.Core.Licensing.UseCheck;
using DataCatalog.Core.Licensing.UseCheck.Mix;

namespace DataCatalog.Core.Entitlements.UseChecks;

/// <summary>Tells decisions as answers.</summary>
internal static class Answers
{
    /// <summary>The answer for one dataset and action.</summary>
    public static DatasetAnswer Of(string dataset, string action, Decision decision) => new()
    {
        Dataset = dataset,
        Action = UseNames.Short(action),
        Verdict = decision.Verdict,
        HoldsUntil = decision.HoldsUntil,
        Layer = decision.DecidedBy?.Kind,
        Source = decision.DecidedBy?.Source,
        TermsVersion = decision.DecidedBy?.Version,
        TermsSha256 = decision.DecidedBy?.Sha256,
        EntitlementId = decision.DecidedBy?.EntitlementId,
        Rules = [.. decision.Reasons.Select(Of)],
        Duties = [.. decision.Duties.Select(Of)],
        MissingFacts = [.. decision.MissingFacts.Select(UseNames.Short)],
        Ways = [.. decision.Ways.Select(Of)],
    };

    /// <summary>The answer about a few datasets, without sentences.</summary>
    public static UseAnswer Use(DecidedUse decided) => new()
    {
        Verdict = decided.Mix.Verdict, HoldsUntil = decided.Mix.HoldsUntil, At = decided.Asked.At, KnownAt = decided.Asked.KnownAt, Consortium = decided.Consortium.Key,
        Answers = [.. decided.Parts.Select(p => Of(p.Put.Dataset, p.Put.Action, p.Decision))], Conflicts = Conflicts(decided.Mix), Duties = [.. decided.Mix.Duties.Select(Of)], MissingFacts = Missing(decided.Mix),
    };

    /// <summary>The answer about a mix.</summary>
    public static MixAnswer Mix(DecidedUse decided) => new()
    {
        Verdict = decided.Mix.Verdict, HoldsUntil = decided.Mix.HoldsUntil, At = decided.Asked.At, KnownAt = decided.Asked.KnownAt, Consortium = decided.Consortium.Key,
        Parts = Parts(decided.Put, decided.Mix), Duties = [.. decided.Mix.Duties.Select(Of)], MissingFacts = Missing(decided.Mix),
        LeaveOut = Datasets(decided.Mix.LeaveOut), LeaveOutIsSmallest = decided.Mix.LeaveOutIsSmallest, Conflicts = Conflicts(decided.Mix),
    };

    /// <summary>The text of what was decided, which a replay must give again: with reasons, or for a mix without.</summary>
    public static string Text(IReadOnlyList<PutQuestion> put, MixDecision mix, bool brief) => Text(new DecisionText(
        mix.Verdict, mix.HoldsUntil,
        brief ? null : [.. put.Zip(mix.Parts, (p, d) => Of(p.Dataset, p.Action, d.Decision))],
        brief ? Parts(put, mix) : null,
        [.. mix.Duties.Select(Of)], Missing(mix), Datasets(mix.LeaveOut), Conflicts(mix)));

    private static MixPartAnswer[] Parts(IReadOnlyList<PutQuestion> put, MixDecision mix) => [.. put.Zip(mix.Parts, (p, d) => Brief(p, d.Decision))];

    private static MixPartAnswer Brief(PutQuestion put, Decision decision) => new()
    {
        Dataset = put.Dataset, Action = UseNames.Short(put.Action), Verdict = decision.Verdict, HoldsUntil = decision.HoldsUntil,
        Layer = decision.DecidedBy?.Kind, Source = decision.DecidedBy?.Source, TermsSha256 = decision.DecidedBy?.Sha256,
        Article = decision.Reasons.FirstOrDefault(r => r.Counted && r.Outcome == Satisfaction.Yes && r.Rule.Clause is not null)?.Rule.Clause!.Article,
    };

    private static string[] Missing(MixDecision mix) =>
        [.. mix.Parts.Where(p => p.Decision.Verdict == Verdict.Undetermined).SelectMany(p => p.Decision.MissingFacts).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(UseNames.Short)];

    private static string[] Datasets(IEnumerable<string> keys) => [.. keys.Select(k => k[..k.IndexOf('\n', StringComparison.Ordinal)]).Distinct(StringComparer.Ordinal)];

    private static ConflictAnswer[] Conflicts(MixDecision mix) =>
        [.. mix.Conflicts.Select(c => new ConflictAnswer { One = c.ClassA, Other = c.ClassB, DatasetsOfOne = [.. Datasets(c.KeysA).Take(100)], DatasetsOfOther = [.. Datasets(c.KeysB).Take(100)] })];

    /// <summary>A duty.</summary>
    public static DutyAnswer Of(OwedDuty owed) => new()
    {
        Actions = Named(owed.Duty), Layer = owed.Layer.Kind, Source = owed.Layer.Source, Article = owed.Duty.Clause?.Article, Words = owed.Duty.Clause?.Words,
        Conditions = [.. owed.Duty.Constraints.Concat(owed.Duty.Actions.SelectMany(a => a.Refinements)).Select(c => Of(new Premise(PremiseKind.Constraint, Satisfaction.Unknown) { Constraint = c }))],
    };

    /// <summary>An answer as the text that is recorded and compared.</summary>
    public static string Text<T>(T answer) => JsonSerializer.Serialize(answer, QuestionText.Options);

    private static string[] Named(Rule rule) => [.. rule.Actions.Select(a => UseNames.Short(a.Iri))];

    private static RuleAnswer Of(RuleReason reason) => new()
    {
        Kind = reason.Rule.Kind, Layer = reason.Layer.Kind, Source = reason.Layer.Source, TermsVersion = reason.Layer.Version, TermsSha256 = reason.Layer.Sha256, Path = reason.Path,
        Actions = Named(reason.Rule), Article = reason.Rule.Clause?.Article, Words = reason.Rule.Clause?.Words, Outcome = reason.Outcome, Counted = reason.Counted, InForce = reason.InForce,
        Interpretation = ReadingMarks.IsInterpretation(reason.Rule), Notes = ReadingMarks.Notes(reason.Rule), Premises = [.. reason.Premises.Select(Of)],
    };

    private static PremiseAnswer Of(Premise premise) => new()
    {
        Kind = premise.Kind,
        Satisfaction = premise.Satisfaction,
        LeftOperand = premise.Constraint switch { Comparison c => UseNames.Short(c.LeftOperand), LogicalConstraint l => Name(l.Connective.ToString()), _ => null },
        Operator = premise.Constraint is Comparison compared ? Name(compared.Operator.ToString()) : null,
        Required = premise.Constraint is Comparison required ? [.. required.Right.Select(v => v.Text)] : [],
        Given = [.. (premise.Given ?? []).Select(v => v.Text)],
        Duty = premise.Duty is { } duty ? string.Join(", ", Named(duty)) : null,
        Parts = [.. premise.Parts.Select(Of)],
    };

    private static WayAnswer Of(Way way) => new()
    {
        Kind = way.Kind, Source = way.Reason?.Layer.Source, Path = way.Reason?.Path, Premises = [.. way.Premises.Select(Of)],
    };

    private static string Name(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}

/// <summary>What was decided, as it is recorded.</summary>
internal sealed record DecisionText(
    Verdict Verdict, DateTimeOffset? HoldsUntil, IReadOnlyList<DatasetAnswer>? Answers, IReadOnlyList<MixPartAnswer>? Parts, IReadOnlyList<DutyAnswer> Duties, IReadOnlyList<string> MissingFacts,
    IReadOnlyList<string> LeaveOut, IReadOnlyList<ConflictAnswer> Conflicts);
