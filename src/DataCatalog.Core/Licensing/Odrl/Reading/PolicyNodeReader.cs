using DataCatalog.Core.Licensing.Odrl.JsonLd;

namespace DataCatalog.Core.Licensing.Odrl.Reading;

/// <summary>Reads the node of a policy and all that hangs on it.</summary>
internal sealed class PolicyNodeReader
{
    private const int MostActions = 200;
    private static readonly Dictionary<string, PolicyKind> Kinds = new(StringComparer.Ordinal)
    {
        [Iris.Odrl + "Policy"] = PolicyKind.Set, [Iris.Odrl + "Set"] = PolicyKind.Set, [Iris.Odrl + "Offer"] = PolicyKind.Offer, [Iris.Odrl + "Agreement"] = PolicyKind.Agreement,
        [Iris.Odrl + "Request"] = PolicyKind.Request, [Iris.Odrl + "Assertion"] = PolicyKind.Assertion, [Iris.Odrl + "Privacy"] = PolicyKind.Privacy, [Iris.Odrl + "Ticket"] = PolicyKind.Ticket,
    };

    private static readonly Dictionary<string, ConflictStrategy> Strategies = new(StringComparer.Ordinal)
    {
        [Iris.Odrl + "perm"] = ConflictStrategy.Permit, [Iris.Odrl + "prohibit"] = ConflictStrategy.Prohibit, [Iris.Odrl + "invalid"] = ConflictStrategy.Invalid,
    };

    private static readonly (string Property, RuleKind Kind)[] Lists =
        [(Iris.Odrl + "permission", RuleKind.Permission), (Iris.Odrl + "prohibition", RuleKind.Prohibition), (Iris.Odrl + "obligation", RuleKind.Duty)];

    private static readonly HashSet<string> Read =
    [
        Iris.Odrl + "profile", Iris.Odrl + "inheritFrom", Iris.Odrl + "conflict", Iris.Odrl + "action", Iris.Odrl + "target", Iris.Odrl + "assigner", Iris.Odrl + "assignee",
        Iris.Odrl + "constraint", .. RuleReader.Roles, .. Lists.Select(l => l.Property),
    ];

    private static readonly HashSet<string> Types = [.. Kinds.Keys];
    private readonly ReadingScope reading;
    private readonly AnnotationReader annotations;
    private readonly RuleReader rules;
    private readonly IReadOnlyList<ActionTerm> declared;

    /// <summary>Makes the reader and takes the actions that the document declares into its vocabulary.</summary>
    public PolicyNodeReader(ReadingScope reading, IReadOnlyList<LdNode> top)
    {
        this.reading = reading;
        annotations = new AnnotationReader(reading);
        var constraints = new ConstraintReader(reading, annotations);
        rules = new RuleReader(reading, annotations, constraints);
        var actions = new ActionReader(reading, annotations, constraints);
        declared = [.. LdNodes.Reachable(top).Select(actions.Declaration).OfType<ActionTerm>().OrderBy(a => a.Iri, StringComparer.Ordinal)];
        if (reading.Strictness == Strictness.Terms && declared.FirstOrDefault(d => d.IncludedIn.Any(i => reading.Vocabulary.Action(i) is null && !declared.Any(o => o.Iri == i))) is { } loose)
        {
            throw reading.Invalid("/includedIn", $"the action {loose.Iri} is included in one that is neither known nor declared");
        }

        reading.Vocabulary = Extended(reading, declared);
    }

    /// <summary>Short names of the kinds.</summary>
    public static IEnumerable<string> KindNames => Kinds.Keys.Select(k => k[Iris.Odrl.Length..]);

    /// <summary>The kind of policy that a node is, or null where it is none.</summary>
    public static PolicyKind? KindOf(LdNode node)
    {
        PolicyKind? found = null;
        foreach (string type in node.Types)
        {
            if (Kinds.TryGetValue(type, out PolicyKind kind) && (found is null || kind != PolicyKind.Set)) found = kind;
        }

        return found;
    }

    /// <summary>Whether a node that is not said to be a policy has rules as one has.</summary>
    public static bool HasRules(LdNode node) => Lists.Any(l => node.Has(l.Property));

    /// <summary>The policy of a node.</summary>
    public Policy One(LdNode node) => reading.Within(node, node.Path, () =>
    {
        string uid = node.Iri ?? (reading.Strictness == Strictness.Form ? PolicyReader.UidOf(node) : throw reading.Invalid(node.Path + "/uid", "give the policy an IRI"));
        Shared shared = rules.Common(node);
        var all = new List<Rule>();
        foreach ((string property, RuleKind kind) in Lists)
        {
            foreach (LdItem item in node.Values(property))
            {
                if (all.Count == PolicyLimits.MostRules) throw reading.Invalid(item.Path, $"it has more than {PolicyLimits.MostRules} rules");
                all.Add(rules.One(item, kind, shared));
            }
        }

        if (all.Count == 0 && reading.Strictness == Strictness.Terms && !node.Has(Iris.Odrl + "inheritFrom")) throw reading.Invalid(node.Path, "it has no permission, prohibition or obligation");
        if (all.SelectMany(r => r.Actions).Select(a => a.Iri).Distinct(StringComparer.Ordinal).Count() > MostActions) throw reading.Invalid(node.Path, $"it names more than {MostActions} actions");
        return new Policy
        {
            Uid = uid,
            Kind = KindOf(node) ?? PolicyKind.Set,
            Conflict = Strategy(node),
            Profiles = Names(node, "profile"),
            InheritFrom = Names(node, "inheritFrom"),
            Rules = all,
            DeclaredActions = declared,
            Annotations = annotations.Rest(node, "a policy", Read, Types),
        };
    });

    /// <summary>The policy with the nodes that nothing refers to.</summary>
    public Policy WithRest(Policy policy, IReadOnlyList<LdNode> top)
    {
        List<LdNode> rest = [.. top.Where(n => !reading.IsUsed(n) && KindOf(n) is null)];
        if (rest.Count == 0) return policy;
        string json = $"[{string.Join(',', rest.Select(annotations.Json).Order(StringComparer.Ordinal))}]";
        return policy with { Annotations = [.. policy.Annotations, new Annotation(Ns.Included, json)] };
    }

    private ConflictStrategy? Strategy(LdNode node)
    {
        if (reading.Single(node, Iris.Odrl + "conflict") is not { } item) return null;
        return reading.Or<ConflictStrategy?>(
            () => Strategies.TryGetValue(reading.Iri(item, "a conflict strategy"), out ConflictStrategy strategy) ? strategy : throw reading.Invalid(item.Path, "it is none of perm, prohibit and invalid"),
            _ => null);
    }

    private List<string> Names(LdNode node, string property) =>
        [.. node.Values(Iris.Odrl + property).Select(v => reading.Iri(v, property)).Distinct(StringComparer.Ordinal)];

    private static OdrlVocabulary Extended(ReadingScope reading, IReadOnlyList<ActionTerm> declared)
    {
        try
        {
            return reading.Vocabulary.With([.. declared]);
        }
        catch (Common.DomainException circle)
        {
            throw reading.Invalid("/includedIn", circle.Message);
        }
    }
}
