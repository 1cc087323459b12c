using System.Text.Json;
using DataCatalog.Core.Licensing.Odrl.JsonLd;

namespace DataCatalog.Core.Licensing.Odrl.Reading;

/// <summary>Reads permissions, prohibitions and duties (ODRL 2.2, section 2.6).</summary>
internal sealed class RuleReader(ReadingScope reading, AnnotationReader annotations, ConstraintReader constraints)
{
    /// <summary>Roles that parties and assets have in a rule, beside target, assigner and assignee.</summary>
    public static readonly IReadOnlyList<string> Roles =
    [
        .. new[]
        {
            "attributedParty", "attributingParty", "compensatedParty", "compensatingParty", "consentedParty", "consentingParty", "contractedParty", "contractingParty", "informedParty",
            "informingParty", "output", "payeeParty", "trackedParty", "trackingParty",
        }.Select(r => Iris.Odrl + r),
    ];

    private static readonly HashSet<string> Own =
        [Iris.Odrl + "action", Iris.Odrl + "target", Iris.Odrl + "assigner", Iris.Odrl + "assignee", Iris.Odrl + "constraint", Ns.Clause, .. Roles];

    private static readonly Dictionary<RuleKind, (string Type, string? Nested)> Kinds = new()
    {
        [RuleKind.Permission] = ("Permission", "duty"), [RuleKind.Prohibition] = ("Prohibition", "remedy"), [RuleKind.Duty] = ("Duty", "consequence"),
    };

    private readonly SubjectReader subjects = new(reading, annotations, constraints);
    private readonly ActionReader actions = new(reading, annotations, constraints);

    /// <summary>What a policy says once for all its rules; also used for the properties of a rule.</summary>
    public Shared Common(LdNode node) => new(
        actions.All(node, Iris.Odrl + "action"), subjects.All(node, Iris.Odrl + "target"), subjects.All(node, Iris.Odrl + "assigner"), subjects.All(node, Iris.Odrl + "assignee"),
        [.. Roles.SelectMany(role => subjects.All(node, role).Select(s => new Role(role, s)))], constraints.All(node, Iris.Odrl + "constraint"));

    /// <summary>A rule.</summary>
    /// <param name="item">Where it stands.</param>
    /// <param name="kind">Its kind.</param>
    /// <param name="policy">What the policy says for all its rules; empty for duties within rules.</param>
    public Rule One(LdItem item, RuleKind kind, Shared policy) => reading.Or(
        () => Read(item, kind, policy),
        why => new Rule { Kind = kind, Uid = (item as LdReference)?.Node.Iri, Actions = [], Constraints = [new UnreadConstraint(why)] });

    private Rule Read(LdItem item, RuleKind kind, Shared policy)
    {
        if (item is LdLiteral) throw reading.Invalid(item.Path, "a rule is an object");
        LdNode node = item is LdReference { IsObject: true } || reading.Strictness == Strictness.Form ? reading.Node(item, "a rule") : reading.Defined(item, "a rule");
        string path = node.IsDefined ? node.Path : item.Path;
        return reading.Within(node, item.Path, () =>
        {
            (string type, string? nested) = Kinds[kind];
            if (node.Types.FirstOrDefault(t => Kinds.Any(k => k.Key != kind && t == Iris.Odrl + k.Value.Type)) is { } other) throw reading.Invalid(node.Path + "/@type", $"a {type.ToLowerInvariant()} cannot be of type {other}");
            Shared own = Common(node);
            IReadOnlyList<RuleAction> named = own.Actions.Count > 0 ? own.Actions : policy.Actions;
            if (named.Count == 0 && reading.Strictness == Strictness.Terms) throw reading.Invalid(path + "/action", "a rule needs an action, of its own or of the policy");
            reading.Count(policy.Parts, path);
            IReadOnlyList<Rule> within = [.. node.Values(Iris.Odrl + nested).Select(d => One(d, RuleKind.Duty, Shared.None))];
            return new Rule
            {
                Kind = kind,
                Uid = node.Iri,
                Actions = named,
                Targets = own.Targets.Count > 0 ? own.Targets : policy.Targets,
                Assigners = own.Assigners.Count > 0 ? own.Assigners : policy.Assigners,
                Assignees = own.Assignees.Count > 0 ? own.Assignees : policy.Assignees,
                Roles = [.. own.Roles, .. policy.Roles.Where(r => !own.Roles.Any(o => o.Function == r.Function))],
                Constraints = [.. own.Constraints, .. policy.Constraints],
                Duties = kind == RuleKind.Permission ? within : [],
                Remedies = kind == RuleKind.Prohibition ? within : [],
                Consequences = kind == RuleKind.Duty ? within : [],
                Clause = ClauseOf(node),
                Annotations = annotations.Rest(node, $"a {type.ToLowerInvariant()}", new HashSet<string>([.. Own, Iris.Odrl + nested], StringComparer.Ordinal), Types(type)),
            };
        });
    }

    private static HashSet<string> Types(string type) => [Iris.Odrl + type, Iris.Odrl + "Rule"];

    private Clause? ClauseOf(LdNode node)
    {
        if (reading.Single(node, Ns.Clause) is not { } item) return null;
        if (item is LdLiteral only) return new Clause(Text(only, "a clause"), null);
        LdNode clause = reading.Node(item, "a clause");
        reading.Use(clause);
        if (clause.Properties.FirstOrDefault(p => p is not (Ns.Article or Ns.Words)) is { } other) throw reading.Invalid(item.Path, $"{other} is not supported for a clause");
        LdItem article = reading.Single(clause, Ns.Article) ?? throw reading.Invalid(item.Path + "/article", "a clause names its article, as in 제7조 2항");
        return new Clause(Text(article, "an article"), reading.Single(clause, Ns.Words) is { } words ? Text(words, "the words of a clause") : null);
    }

    private string Text(LdItem item, string what) => item is LdLiteral { Kind: JsonValueKind.String, Text.Length: > 0 and <= 20_000 } literal ? literal.Text : throw reading.Invalid(item.Path, $"{what} is a text");
}

/// <summary>What several rules have in common.</summary>
internal sealed record Shared(
    IReadOnlyList<RuleAction> Actions, IReadOnlyList<Subject> Targets, IReadOnlyList<Subject> Assigners, IReadOnlyList<Subject> Assignees, IReadOnlyList<Role> Roles, IReadOnlyList<Constraint> Constraints)
{
    /// <summary>Nothing.</summary>
    public static Shared None { get; } = new([], [], [], [], [], []);

    /// <summary>How many parts it adds to each rule.</summary>
    public int Parts => Actions.Count + Targets.Count + Assigners.Count + Assignees.Count + Roles.Count + Constraints.Count;
}
