using DataCatalog.Core.Licensing.Odrl;

namespace DataCatalog.Core.Licensing.Sentences;

/// <summary>Rules in Korean.</summary>
internal sealed class KoreanRules(Namer namer) : RuleSentences
{
    private readonly KoreanConditions conditions = new(namer);

    /// <inheritdoc/>
    public override string Conflict(ConflictStrategy strategy) => strategy switch
    {
        ConflictStrategy.Permit => "허용과 금지가 겹치면 허용이 우선합니다.",
        ConflictStrategy.Prohibit => "허용과 금지가 겹치면 금지가 우선합니다.",
        _ => "허용과 금지가 겹치면 이 조건은 무효입니다.",
    };

    /// <inheritdoc/>
    public override string Inherits(string iri) => $"{namer.Named(iri)}에서 정한 바도 함께 적용됩니다.";

    /// <inheritdoc/>
    public override string Clause(Constraint constraint) => conditions.Clause(constraint);

    /// <inheritdoc/>
    public override string Sentence(Rule rule, Place place)
    {
        string who = rule.Assignees.Count > 0 ? Particles.Topic(Particles.Joined([.. rule.Assignees.Select(Subject)])) : place == Place.Alone ? "이용자는" : "";
        string intro = place switch { Place.Before => "그에 앞서", Place.With => "이 경우", Place.Remedy => "이를 어기면", Place.Consequence => "이를 이행하지 않으면", _ => "" };
        string targets = rule.Targets.Count == 0 ? "" : Particles.Joined([.. rule.Targets.Select(Subject)]) + "에 대해";
        string verbs = Particles.Object(Particles.Joined([.. rule.Actions.Select(a => namer.Action(a.Iri) + conditions.Narrowing(a.Refinements))], or: rule.Kind == RuleKind.Prohibition));
        string ending = rule.Kind switch { RuleKind.Permission => "할 수 있습니다", RuleKind.Prohibition => "할 수 없습니다", _ => "해야 합니다" };
        IEnumerable<string> words =
        [
            intro, who, .. conditions.Phrases(rule.Constraints, late: false), targets, .. rule.Roles.Select(r => RoleName(r.Function, Subject(r.Subject))),
            .. conditions.Phrases(rule.Constraints, late: true), verbs, ending,
        ];
        return $"{string.Join(' ', words.Where(w => w.Length > 0))}{Source(rule)}.";
    }

    private string Subject(Subject subject) => namer.Subject(subject) + conditions.Narrowing(subject.Refinements);

    private string Source(Rule rule)
    {
        var parts = new List<string>();
        if (rule.Assigners.Count > 0) parts.Add("제시: " + Particles.Joined([.. rule.Assigners.Select(Subject)]));
        if (rule.Clause is { } clause) parts.Add(clause.Words is null ? $"근거: {clause.Article}" : $"근거: {clause.Article} “{clause.Words}”");
        return parts.Count == 0 ? "" : $"({string.Join("; ", parts)})";
    }

    private static string RoleName(string function, string subject) => function[(function.LastIndexOfAny(['/', ':', '#']) + 1)..] switch
    {
        "compensatedParty" or "informedParty" => $"{subject}에게",
        "attributedParty" => $"{Particles.Object(subject)} 밝혀",
        "consentingParty" => $"{subject}의 동의를 받아",
        "trackingParty" => $"{subject}의 추적 아래",
        "output" => $"{Particles.Object(subject)} 만들어",
        var other => $"{other} {Particles.By(subject)}",
    };
}
