using DataCatalog.Core.Licensing.Odrl;
using DataCatalog.Core.Licensing.UseCheck.Constraints;

namespace DataCatalog.Core.Licensing.UseCheck;

/// <summary>A permission, prohibition or obligation of a policy, made ready.</summary>
internal sealed class CompiledRule : IAddressed
{
    private readonly CompiledSubject[] actions;
    private readonly CompiledSubject[] targets;
    private readonly CompiledSubject[] assignees;
    private readonly CompiledConstraint[] constraints;
    private readonly CompiledDuty[] first;
    private readonly bool narrowed;

    public CompiledRule(Rule rule, string path, Func<string, string, bool> includes)
    {
        (Rule, Path, IsPermission) = (rule, path, rule.Kind == RuleKind.Permission);
        actions = [.. rule.Actions.Select(a => CompiledSubject.Of(a, includes))];
        targets = [.. rule.Targets.Select(t => CompiledSubject.Of(t, includes))];
        assignees = [.. rule.Assignees.Select(a => CompiledSubject.Of(a, includes))];
        constraints = [.. rule.Constraints.Select(c => CompiledConstraint.Of(c, includes))];
        CompiledDuty[] duties = IsPermission ? [.. rule.Duties.Select(d => new CompiledDuty(d, includes))] : [];
        first = [.. duties.Where(d => d.ComesFirst)];
        Follow = [.. duties.Where(d => !d.ComesFirst)];
        narrowed = Subjects.Any(s => s.Refinements.Length > 0);
        Boundaries = FindBoundaries();
    }

    /// <summary>What was written.</summary>
    public Rule Rule { get; }

    /// <summary>Where it stands in its policy.</summary>
    public string Path { get; }

    /// <summary>Whether it permits; else it prohibits.</summary>
    public bool IsPermission { get; }

    /// <summary>Duties that follow the use.</summary>
    public CompiledDuty[] Follow { get; }

    /// <summary>Instants in UTC ticks at which its outcome may change by the passing of time alone, ascending.</summary>
    public long[] Boundaries { get; }

    public IReadOnlyCollection<string>? TargetKeys => CompiledSubject.Keys(targets);

    public IReadOnlyCollection<string>? AssigneeKeys => CompiledSubject.Keys(assignees);

    public bool MayConcern(UseQuestion question) =>
        CompiledSubject.AreNamed(targets, question.Target, question.TargetIn) && CompiledSubject.AreNamed(assignees, question.Assignee, question.AssigneeIn);

    private IEnumerable<CompiledSubject> Subjects => actions.Concat(targets).Concat(assignees);

    /// <summary>Whether all premises hold for a question about an action that one of its own includes.</summary>
    public Satisfaction Evaluate(UseQuestion question, Func<string, string, bool> includes, Known known)
    {
        bool any = !IsPermission;
        Satisfaction result = Kleene.And(Action(question.Action, includes, known), Party(question, known));
        result = Kleene.And(result, Target(question, known));
        for (int i = 0; i < constraints.Length && result != Satisfaction.No; i++) result = Kleene.And(result, constraints[i].Evaluate(known, any));
        for (int i = 0; i < first.Length && result != Satisfaction.No; i++) result = Kleene.And(result, first[i].Done(known));
        return result;
    }

    /// <summary>The same with each premise.</summary>
    public Satisfaction Explain(UseQuestion question, Func<string, string, bool> includes, Known known, out Premise[] premises)
    {
        premises = new Premise[3 + constraints.Length + first.Length];
        premises[0] = Explained(PremiseKind.Action, Action(question.Action, includes, known), narrowed ? [.. actions.Where(a => includes(a.Iri!, question.Action))] : [], known);
        premises[1] = Explained(PremiseKind.Party, Party(question, known), narrowed ? [.. assignees.Where(a => a.IsNamed(question.Assignee, question.AssigneeIn))] : [], known);
        premises[2] = Explained(PremiseKind.Target, Target(question, known), narrowed ? [.. targets.Where(t => t.IsNamed(question.Target, question.TargetIn))] : [], known);
        int at = 3;
        foreach (CompiledConstraint constraint in constraints) premises[at++] = constraint.Explain(known, !IsPermission);
        foreach (CompiledDuty duty in first) premises[at++] = new Premise(PremiseKind.Duty, duty.Done(known)) { Duty = duty.Rule };
        Satisfaction result = Satisfaction.Yes;
        foreach (Premise premise in premises) result = Kleene.And(result, premise.Satisfaction);
        return result;
    }

    private Satisfaction Action(string asked, Func<string, string, bool> includes, Known known)
    {
        if (actions is [{ Refinements.Length: 0 }]) return Satisfaction.Yes;
        Satisfaction result = Satisfaction.No;
        foreach (CompiledSubject action in actions)
        {
            if (result != Satisfaction.Yes && includes(action.Iri!, asked)) result = Kleene.Or(result, action.Refined(known, !IsPermission));
        }

        return result;
    }

    private Satisfaction Party(UseQuestion question, Known known) =>
        CompiledSubject.Matches(assignees, question.Assignee, question.AssigneeIn, known, !IsPermission);

    private Satisfaction Target(UseQuestion question, Known known) =>
        CompiledSubject.Matches(targets, question.Target, question.TargetIn, known, !IsPermission);

    private Premise Explained(PremiseKind kind, Satisfaction satisfaction, CompiledSubject[] subjects, Known known)
    {
        Premise[] parts = subjects.Length == 0 ? [] : [.. subjects.SelectMany(s => s.Refinements).Select(r => r.Explain(known, !IsPermission))];
        return parts.Length == 0 ? Plain.Of(kind, satisfaction) : new Premise(kind, satisfaction) { Parts = parts };
    }

    private long[] FindBoundaries()
    {
        var ticks = new SortedSet<long>();
        foreach (CompiledConstraint constraint in constraints) constraint.AddBoundaries(ticks);
        foreach (CompiledConstraint refinement in Subjects.SelectMany(s => s.Refinements)) refinement.AddBoundaries(ticks);

        return [.. ticks];
    }

    /// <summary>Premises with nothing more to say, shared.</summary>
    private static class Plain
    {
        private static readonly Premise[] All = [.. Enum.GetValues<PremiseKind>().SelectMany(k => Enum.GetValues<Satisfaction>().Select(s => new Premise(k, s)))];

        public static Premise Of(PremiseKind kind, Satisfaction satisfaction) => All[((int)kind * 3) + (int)satisfaction];
    }
}
