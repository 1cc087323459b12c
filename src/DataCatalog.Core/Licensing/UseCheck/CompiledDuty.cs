using DataCatalog.Core.Licensing.Odrl;
using DataCatalog.Core.Licensing.UseCheck.Constraints;

namespace DataCatalog.Core.Licensing.UseCheck;

/// <summary>A permission's duty, or an obligation of the policy, made ready.</summary>
internal sealed class CompiledDuty : IAddressed
{
    private readonly CompiledConstraint[] conditions;
    private readonly string[] firstActions;
    private readonly CompiledSubject[] targets;
    private readonly CompiledSubject[] assignees;

    public CompiledDuty(Rule rule, Func<string, string, bool> includes)
    {
        Rule = rule;
        firstActions = [.. rule.Actions.Select(a => a.Iri).Where(DutyOrder.ComesFirst).Distinct(StringComparer.Ordinal)];
        targets = [.. rule.Targets.Select(t => CompiledSubject.Of(t, includes))];
        assignees = [.. rule.Assignees.Select(a => CompiledSubject.Of(a, includes))];
        conditions = [.. rule.Constraints.Select(c => CompiledConstraint.Of(c, includes)).Where(c => !IsDeadline(c.Source))];
    }

    /// <summary>The duty.</summary>
    public Rule Rule { get; }

    /// <summary>What it asks for: the same for duties that ask for the same.</summary>
    public string Text => field ??= DutyText.Of(Rule);

    /// <summary>Whether it must be done before the permission holds; else it follows the use.</summary>
    public bool ComesFirst => firstActions.Length > 0;

    public IReadOnlyCollection<string>? TargetKeys => CompiledSubject.Keys(targets);

    public IReadOnlyCollection<string>? AssigneeKeys => CompiledSubject.Keys(assignees);

    public bool MayConcern(UseQuestion question) =>
        CompiledSubject.AreNamed(targets, question.Target, question.TargetIn) && CompiledSubject.AreNamed(assignees, question.Assignee, question.AssigneeIn);

    /// <summary>Of an obligation of the policy: whether it may bind who asks, for the dataset asked about.</summary>
    public bool Binds(UseQuestion question, Known known) =>
        CompiledSubject.Matches(assignees, question.Assignee, question.AssigneeIn, known, any: true) != Satisfaction.No
        && CompiledSubject.Matches(targets, question.Target, question.TargetIn, known, any: true) != Satisfaction.No
        && IsOwed(known);

    /// <summary>Of a duty that comes first: whether it is done, or not asked for; unknown where nobody says that it is.</summary>
    public Satisfaction Done(Known known)
    {
        foreach (string action in firstActions)
        {
            if (!known.Facts.IsDone(action)) return IsOwed(known) ? Satisfaction.Unknown : Satisfaction.Yes;
        }

        return Satisfaction.Yes;
    }

    /// <summary>Whether it is owed: unless one of its conditions surely does not hold. A time by which it is due is no condition.</summary>
    public bool IsOwed(Known known)
    {
        foreach (CompiledConstraint condition in conditions)
        {
            if (condition.Evaluate(known, any: true) == Satisfaction.No) return false;
        }

        return true;
    }

    private static bool IsDeadline(Constraint constraint) => constraint switch
    {
        Comparison { LeftOperand: Iris.Odrl + "dateTime" or Iris.Odrl + "elapsedTime" or Iris.Odrl + "delayPeriod" or Iris.Odrl + "event" or Iris.Odrl + "timeInterval" } => true,
        LogicalConstraint logical => logical.Operands.Any(IsDeadline),
        _ => false,
    };
}
