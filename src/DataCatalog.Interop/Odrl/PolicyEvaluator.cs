using DataCatalog.Core.Licensing.Odrl;
using DataCatalog.Core.Licensing.UseCheck;

namespace DataCatalog.Interop.Odrl;

/// <summary>
/// Evaluates a policy for a request in a state of the world, as ODRL's formal semantics and the public test suite mean it: a rule is active where each premise
/// that it names holds, and a permission not where one of its duties is violated.
/// </summary>
/// <param name="policy">The policy.</param>
/// <param name="request">The request.</param>
/// <param name="state">The state of the world.</param>
internal sealed class PolicyEvaluator(Policy policy, EvaluationRequest request, StateOfTheWorld state)
{
    private readonly OdrlVocabulary vocabulary = OdrlVocabulary.Default.For(policy);

    /// <summary>The report.</summary>
    public ComplianceReport Evaluate()
    {
        var reports = new List<RuleReport>();
        foreach ((int number, Asked asked) in request.Permissions.Index())
        {
            FactSet facts = ConstraintEvaluator.Facts([.. asked.Context, .. state.Facts], state.Wider);
            var constraints = new ConstraintEvaluator(facts, state.CurrentTime);
            reports.AddRange(policy.Rules.Select((rule, index) => Report(rule, rule.Uid ?? $"_:rule{index}", asked.Rule, asked.Rule.Uid ?? $"_:asked{number}", constraints)));
        }

        return new ComplianceReport(policy.Uid, request.Uid, state.CurrentTime, reports);
    }

    private RuleReport Report(Rule rule, string uid, Rule asked, string askedUid, ConstraintEvaluator constraints)
    {
        IReadOnlyList<PremiseReport> premises = [.. Premises(rule, asked, constraints)];
        List<KnownDuty> duties = [.. rule.Duties.Select(Known).OfType<KnownDuty>()];
        bool active = premises.All(p => p.Satisfied) && !rule.Duties.Any(d => DutyStates.IsViolated(d, Known(d), constraints));
        var report = new RuleReport(rule.Kind, uid, askedUid, active, true, premises, [.. duties.Select(d => d.Report).OfType<string>()]);
        return rule.Kind == RuleKind.Duty ? WithStates(report, Known(rule), DutyStates.IsViolated(rule, Known(rule), constraints)) : report;
    }

    private KnownDuty? Known(Rule duty) => duty.Uid is { } uid ? state.Duties.GetValueOrDefault(uid) : null;

    // The state of the world knows best; what has been done has been attempted.
    private static RuleReport WithStates(RuleReport report, KnownDuty? known, bool violated) => report with
    {
        Attempted = (known?.Attempt ?? known?.Performance) is DutyStates.Attempted or DutyStates.Performed,
        Performance = known?.Performance ?? "Unknown",
        Deontic = violated ? DutyStates.Violated : known?.Deontic ?? "NonSet",
    };

    // What a rule does not name is no premise. An obligation is not about what is asked for, so only its party and its constraints are.
    private IEnumerable<PremiseReport> Premises(Rule rule, Rule asked, ConstraintEvaluator constraints)
    {
        bool any = rule.Kind == RuleKind.Prohibition;
        if (rule.Kind != RuleKind.Duty && rule.Targets.Count > 0) yield return Subjects("TargetReport", rule.Targets, asked.Targets, constraints, any);
        if (rule.Assignees.Count > 0) yield return Subjects("PartyReport", rule.Assignees, asked.Assignees, constraints, any);
        if (rule.Kind != RuleKind.Duty && rule.Actions.Count > 0) yield return Actions(rule.Actions, asked.Actions, constraints, any);
        foreach (Constraint constraint in rule.Constraints) yield return constraints.Evaluate(constraint, any);
    }

    // A rule with several actions, assets or parties stands for a rule of each; it is active where one of those is.
    private PremiseReport Actions(IReadOnlyList<RuleAction> named, IReadOnlyList<RuleAction> asked, ConstraintEvaluator constraints, bool any) => Best("ActionReport",
        named.Where(n => asked.Any(a => vocabulary.Includes(n.Iri, a.Iri))).Select(n => n.Refinements), constraints, any);

    private PremiseReport Subjects(string type, IReadOnlyList<Subject> named, IReadOnlyList<Subject> asked, ConstraintEvaluator constraints, bool any) => Best(type,
        named.Where(n => asked.Any(a => a.Iri is { } iri && IsOrHas(n, iri))).Select(n => n.Refinements), constraints, any);

    private static PremiseReport Best(string type, IEnumerable<IReadOnlyList<Constraint>> matches, ConstraintEvaluator constraints, bool any)
    {
        PremiseReport best = new(type, false);
        foreach (IReadOnlyList<Constraint> refinements in matches)
        {
            List<PremiseReport> parts = [.. refinements.Select(r => constraints.Evaluate(r, any))];
            if (parts.TrueForAll(p => p.Satisfied)) return new PremiseReport(type, true) { Parts = parts };
            best = best with { Parts = parts };
        }

        return best;
    }

    private bool IsOrHas(Subject named, string asked)
    {
        bool member = new[] { named.Iri, named.Uid }.OfType<string>().Any(whole => state.Parts.IsIn(asked, whole));
        return member || (!named.Collection && named.Iri == asked);
    }
}
