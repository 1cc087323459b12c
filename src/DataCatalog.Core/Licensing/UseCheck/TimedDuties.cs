using DataCatalog.Core.Common;
using DataCatalog.Core.Licensing.Odrl;
using DataCatalog.Core.Licensing.ShortForm;
using DataCatalog.Core.Licensing.UseCheck.Constraints;

namespace DataCatalog.Core.Licensing.UseCheck;

/// <summary>A duty that a day raises rather than a use.</summary>
/// <param name="Rule">The duty.</param>
/// <param name="Action">Full IRI of what is to be done.</param>
/// <param name="Within">For how long after the day it may be done; null where the terms name no time.</param>
public sealed record TimedDuty(Rule Rule, string Action, Period? Within);

/// <summary>Finds the duties that follow an end or come round again, for one party and dataset. Pure.</summary>
public static class TimedDuties
{
    /// <summary>What is owed after the terms have ended for the party (<c>owe delete within P30D after end</c>).</summary>
    public static IReadOnlyList<TimedDuty> AfterEnd(CompiledTerms terms, UseQuestion who) => [.. Of(terms, who, FollowsEnd).SelectMany(d => Each(d, Time(d, Operands.DelayPeriod)))];

    /// <summary>What is owed again and again while they hold (<c>owe reportUse every P1Y</c>), with the interval.</summary>
    public static IReadOnlyList<TimedDuty> Recurring(CompiledTerms terms, UseQuestion who) =>
        [.. Of(terms, who, d => Time(d, Operands.TimeInterval) is not null && !FollowsEnd(d)).SelectMany(d => Each(d, Time(d, Operands.TimeInterval)))];

    /// <summary>What is owed by a day of its own, as naming the source is when a model is released.</summary>
    public static IReadOnlyList<TimedDuty> Of(CompiledTerms terms, UseQuestion who, string action) =>
        [.. Of(terms, who, d => d.Actions.Any(a => a.Iri == action) && !FollowsEnd(d)).SelectMany(d => Each(d, Time(d, Operands.DelayPeriod))).Where(d => d.Action == action)];

    private static IEnumerable<Rule> Of(CompiledTerms terms, UseQuestion who, Func<Rule, bool> wanted)
    {
        var known = new Known(who.Facts, who.At.UtcTicks);
        IEnumerable<Rule> own = terms.Policy.Rules.Where(r => r.Kind == RuleKind.Duty);
        IEnumerable<Rule> ofPermissions = terms.Policy.Rules.Where(r => r.Kind == RuleKind.Permission).SelectMany(p => p.Duties.Select(d => d with
        {
            Targets = d.Targets.Count > 0 ? d.Targets : p.Targets,
            Assignees = d.Assignees.Count > 0 ? d.Assignees : p.Assignees,
            Clause = d.Clause ?? p.Clause,
        }));
        return own.Concat(ofPermissions).Where(wanted).Where(d => new CompiledDuty(d, terms.Includes).Binds(who, known));
    }

    private static IEnumerable<TimedDuty> Each(Rule duty, Period? time) => duty.Actions.Select(a => new TimedDuty(duty, a.Iri, time));

    private static bool FollowsEnd(Rule duty) => duty.Constraints.OfType<Comparison>().Any(c =>
        c.LeftOperand == Operands.Event && c.Operator is Operator.Gt or Operator.Gteq && c.Right.Any(v => v.Text == Operands.End));

    // Hours count as the day they end in: what is owed by the day is reckoned in days.
    private static Period? Time(Rule duty, string operand)
    {
        string? text = duty.Constraints.OfType<Comparison>().Where(c => c.LeftOperand == operand).SelectMany(c => c.Right).Select(v => v.Text).FirstOrDefault();
        if (text is null) return null;
        int time = text.IndexOf('T', StringComparison.Ordinal);
        if (time < 0) return Period.Parse(text, operand);
        return time == 1 ? new Period(0, 0, 1) : Period.Parse(text[..time], operand) is { } days ? days with { Days = days.Days + 1 } : null;
    }
}
