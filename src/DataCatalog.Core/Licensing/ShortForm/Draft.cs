using DataCatalog.Core.Licensing.Odrl;

namespace DataCatalog.Core.Licensing.ShortForm;

/// <summary>A rule while it is read, from either form.</summary>
internal sealed class Draft(RuleKind kind)
{
    public RuleKind Kind => kind;

    public List<RuleAction> Actions { get; } = [];

    public List<Subject> Targets { get; } = [];

    public List<Subject> Assignees { get; } = [];

    public List<Subject> Assigners { get; } = [];

    public List<Constraint> Constraints { get; } = [];

    public List<Rule> Duties { get; } = [];

    public List<Rule> Otherwise { get; } = [];

    public Clause? Clause { get; set; }

    public Rule ToRule() => new()
    {
        Kind = kind,
        Actions = Actions,
        Targets = Targets,
        Assigners = Assigners,
        Assignees = Assignees,
        Constraints = Constraints,
        Duties = Duties,
        Remedies = kind == RuleKind.Prohibition ? Otherwise : [],
        Consequences = kind == RuleKind.Duty ? Otherwise : [],
        Clause = Clause,
    };
}
