using DataCatalog.Core.Licensing.Odrl;
using ValueType = DataCatalog.Core.Licensing.Odrl.ValueType;

namespace DataCatalog.Core.Licensing.ShortForm;

/// <summary>What the short form says of a policy as a whole.</summary>
internal static class Policies
{
    /// <summary>IRI of the profile for AI training.</summary>
    private static readonly string ProfileIri = Iris.Profile.TrimEnd(':');

    private static readonly (string Word, ConflictStrategy Strategy)[] Strategies =
        [("permit", ConflictStrategy.Permit), ("prohibit", ConflictStrategy.Prohibit), ("invalid", ConflictStrategy.Invalid)];

    /// <summary>The policy of these parts; it names the profile where it uses the profile's terms.</summary>
    public static Policy Of(string uid, PolicyKind? kind, ConflictStrategy? conflict, IReadOnlyList<string> inherits, IReadOnlyList<Rule> rules) => new()
    {
        Uid = uid, Kind = kind ?? PolicyKind.Set, Conflict = conflict, InheritFrom = inherits, Profiles = Profiles(rules), Rules = rules,
    };

    /// <summary>The strategy of a word, or null.</summary>
    public static ConflictStrategy? Strategy(string word) => Array.Exists(Strategies, s => s.Word == word) ? Array.Find(Strategies, s => s.Word == word).Strategy : null;

    /// <summary>The word of a strategy.</summary>
    public static string Word(ConflictStrategy strategy) => Array.Find(Strategies, s => s.Strategy == strategy).Word;

    /// <summary>The kind of a word, or null.</summary>
    public static PolicyKind? Kind(string word)
    {
        foreach (PolicyKind kind in Enum.GetValues<PolicyKind>())
        {
            if (Word(kind) == word) return kind;
        }

        return null;
    }

    /// <summary>The word of a kind.</summary>
    public static string Word(PolicyKind kind) => kind.ToString().ToLowerInvariant();

    /// <summary>The profiles that a policy of these rules names.</summary>
    public static IReadOnlyList<string> Profiles(IReadOnlyList<Rule> rules) => rules.Any(UsesProfile) ? [ProfileIri] : [];

    private static bool UsesProfile(Rule rule) =>
        rule.Clause is not null
        || rule.Actions.Any(a => IsProfile(a.Iri) || a.Refinements.Any(UsesProfile))
        || rule.Constraints.Any(UsesProfile)
        || rule.Targets.Concat(rule.Assigners).Concat(rule.Assignees).Any(s => s.Refinements.Any(UsesProfile))
        || rule.Duties.Concat(rule.Remedies).Concat(rule.Consequences).Any(UsesProfile);

    private static bool UsesProfile(Constraint constraint) => constraint switch
    {
        Comparison c => IsProfile(c.LeftOperand) || c.Right.Any(v => v.Type == ValueType.Iri && IsProfile(v.Text)),
        LogicalConstraint l => l.Operands.Any(UsesProfile),
        _ => false,
    };

    private static bool IsProfile(string iri) => iri.StartsWith(Iris.Profile, StringComparison.Ordinal);
}
