using DataCatalog.Core.Licensing.Odrl;

namespace DataCatalog.Core.Licensing.Sentences;

/// <summary>Rules in English.</summary>
internal sealed class EnglishRules(Namer namer) : RuleSentences
{
    private readonly EnglishConditions conditions = new(namer);

    /// <inheritdoc/>
    public override string Conflict(ConflictStrategy strategy) => strategy switch
    {
        ConflictStrategy.Permit => "Where a permission and a prohibition meet, the permission wins.",
        ConflictStrategy.Prohibit => "Where a permission and a prohibition meet, the prohibition wins.",
        _ => "Where a permission and a prohibition meet, these terms are invalid.",
    };

    /// <inheritdoc/>
    public override string Inherits(string iri) => $"What {namer.Named(iri)} says holds here too.";

    /// <inheritdoc/>
    public override string Clause(Constraint constraint) => conditions.Clause(constraint);

    /// <inheritdoc/>
    public override string Sentence(Rule rule, Place place)
    {
        string who = rule.Assignees.Count > 0 ? Listed([.. rule.Assignees.Select(Subject)], "and") : Anyone(place);
        string modal = rule.Kind switch { RuleKind.Permission => "may", RuleKind.Prohibition => "may not", _ => place == Place.Before ? "must first" : "must" };
        string verbs = Listed([.. rule.Actions.Select(a => namer.Action(a.Iri) + conditions.Narrowing(a.Refinements))], rule.Kind == RuleKind.Prohibition ? "or" : "and");
        string targets = rule.Targets.Count == 0 ? "" : ", as regards " + Listed([.. rule.Targets.Select(Subject)], "and");
        string roles = string.Concat(rule.Roles.Select(r => $", {RoleName(r.Function)} {Subject(r.Subject)}"));
        string intro = place == Place.Alone || rule.Assignees.Count == 0 ? "" : "for that, ";
        return Capital($"{intro}{who} {modal} {verbs}{targets}{roles}{conditions.Phrases(rule.Constraints)}{Source(rule)}.");
    }

    /// <summary>Words in a row: <c>a, b and c</c>.</summary>
    public static string Listed(IReadOnlyList<string> words, string last) =>
        words.Count < 2 ? string.Concat(words) : $"{string.Join(", ", words.Take(words.Count - 1))} {last} {words[^1]}";

    private static string Anyone(Place place) => place switch
    {
        Place.Before => "whoever would do so",
        Place.With => "whoever does so",
        Place.Remedy => "whoever breaks this",
        Place.Consequence => "whoever fails to do so",
        _ => "the user",
    };

    private string Subject(Subject subject) => namer.Subject(subject) + conditions.Narrowing(subject.Refinements);

    private string Source(Rule rule)
    {
        var parts = new List<string>();
        if (rule.Assigners.Count > 0) parts.Add("given by " + Listed([.. rule.Assigners.Select(Subject)], "and"));
        if (rule.Clause is { } clause) parts.Add(clause.Words is null ? clause.Article : $"{clause.Article}: “{clause.Words}”");
        return parts.Count == 0 ? "" : $" ({string.Join("; ", parts)})";
    }

    private static string RoleName(string function) => function[(function.LastIndexOfAny(['/', ':', '#']) + 1)..] switch
    {
        "compensatedParty" => "paying",
        "informedParty" => "informing",
        "attributedParty" => "naming",
        "consentingParty" => "with the consent of",
        "trackingParty" => "tracked by",
        "output" => "making",
        var other => $"with the {other}",
    };

    private static string Capital(string sentence) => char.ToUpperInvariant(sentence[0]) + sentence[1..];
}
