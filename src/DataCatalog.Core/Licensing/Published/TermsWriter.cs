using System.Text.Json;
using DataCatalog.Core.Licensing.Odrl;

namespace DataCatalog.Core.Licensing.Published;

/// <summary>Writes what an expression means as a policy: actions under like conditions share a rule.</summary>
/// <remarks>Each permission carries all its conditions, so that a choice of licences is the sum of their permissions. A prohibition is written only where no choice permits.</remarks>
internal sealed class TermsWriter(LicenceExpression expression, ExpressionEvaluation evaluation)
{
    private const string Source = "http://purl.org/dc/terms/source";

    /// <summary>The policy, or null where it would hold no rule.</summary>
    public Policy? Write()
    {
        (string Action, IReadOnlyList<ActionTerms> Ways)[] table = [.. LicenceActions.All.Select(a => (a, evaluation.For(expression, a)))];
        Rule[] rules = [.. Permissions(table), .. Prohibition(table), .. NoCommerce(table)];
        return rules.Length == 0 ? null : new Policy
        {
            Uid = Iris.Licence(Uri.EscapeDataString(expression.ToString()!)),
            Conflict = ConflictStrategy.Prohibit,
            Profiles = [Iris.Profile.TrimEnd(':')],
            Rules = rules,
        };
    }

    private static IEnumerable<Rule> Permissions((string Action, IReadOnlyList<ActionTerms> Ways)[] table) =>
        table.SelectMany(row => row.Ways.Where(w => w.Standing == Standing.Permitted).Select(w => (row.Action, Way: w)))
            .GroupBy(p => p.Way.Conditions, StringComparer.Ordinal)
            .Select(g => Make(RuleKind.Permission, g.Select(p => p.Action), g.Select(p => p.Way)) with
            {
                Assignees = g.First().Way.Recipients is { } recipients ? [new Subject(recipients, true, [])] : [],
                Constraints = [.. Constraints(g.First().Way)],
                Duties = g.First().Way.Attribution ? [new Rule { Kind = RuleKind.Duty, Actions = [new RuleAction(Iris.Odrl + "attribute", [])] }] : [],
            });

    private static IEnumerable<Rule> Prohibition((string Action, IReadOnlyList<ActionTerms> Ways)[] table)
    {
        (string Action, ActionTerms Way)[] forbidden = [.. table.Where(r => r.Ways[0].Standing == Standing.Prohibited).Select(r => (r.Action, r.Ways[0]))];
        if (forbidden.Length > 0) yield return Make(RuleKind.Prohibition, forbidden.Select(f => f.Action), forbidden.Select(f => f.Way));
    }

    private static IEnumerable<Rule> NoCommerce((string Action, IReadOnlyList<ActionTerms> Ways)[] table)
    {
        (string Action, IReadOnlyList<ActionTerms> Ways)[] bound = [.. table.Where(r => r.Ways.All(w => w is { Standing: Standing.Permitted, ForbidsCommerce: true }))];
        if (bound.Length == 0) yield break;
        yield return Make(RuleKind.Prohibition, bound.Select(b => b.Action), bound.SelectMany(b => b.Ways), r => r.Feature == LicenceFeature.CommercialUse) with
        {
            Constraints = [new Comparison(Iris.Odrl + "purpose", Operator.Eq, [Value.OfIri(Purposes.Commercial)])],
        };
    }

    private static IEnumerable<Constraint> Constraints(ActionTerms way)
    {
        if (way.Purposes != PurposeLimit.Any)
        {
            IReadOnlyList<string> purposes = way.Purposes == PurposeLimit.Academic ? Purposes.AllAcademic : Purposes.AllNonCommercial;
            yield return new Comparison(Iris.Odrl + "purpose", Operator.IsAnyOf, [.. purposes.Select(Value.OfIri)]);
        }

        if (!way.Releases.IsAny)
        {
            yield return new Comparison(Iris.Profile + "releaseLicence", way.Releases.AllBut ? Operator.IsNoneOf : Operator.IsAnyOf, [.. way.Releases.Keys.Select(k => Value.OfIri(Iris.Licence(k)))]);
        }
    }

    private static Rule Make(RuleKind kind, IEnumerable<string> actions, IEnumerable<ActionTerms> ways, Func<Reason, bool>? concerns = null)
    {
        Reason[] reasons = [.. ways.SelectMany(w => w.Reasons).Where(concerns ?? (_ => true)).Distinct()];
        Annotation?[] annotations =
        [
            Say(Source, reasons.Select(r => r.Ground.Source)),
            reasons.Any(r => r.Interpretation) ? new Annotation(ReadingMarks.Interpretation, "true") : null,
            Say(ReadingMarks.Note, reasons.Select(r => r.Note).OfType<string>()),
        ];
        return new Rule
        {
            Kind = kind,
            Actions = [.. actions.Distinct().Select(a => new RuleAction(LicenceActions.Iri(a), []))],
            Clause = Cite(reasons),
            Annotations = [.. annotations.OfType<Annotation>()],
        };
    }

    private static Annotation? Say(string property, IEnumerable<string> values) => values.Distinct().Order(StringComparer.Ordinal).ToArray() switch
    {
        [] => null,
        [string one] => new Annotation(property, JsonSerializer.Serialize(one)),
        string[] several => new Annotation(property, JsonSerializer.Serialize(several)),
    };

    // 'CC-BY-4.0 2(a)(1), 3(a); GPL-3.0-only 5(c)'
    private static Clause? Cite(IReadOnlyList<Reason> reasons)
    {
        string[] cited = [.. reasons.GroupBy(r => r.Licence).Select(g =>
            $"{g.Key} {string.Join(", ", g.Where(r => !r.Ground.Interpretation).Select(r => r.Ground.Section).OfType<string>().Distinct().Order(StringComparer.Ordinal))}".Trim())];
        return cited.Length == 0 ? null : new Clause(string.Join("; ", cited), null);
    }
}
