using System.Text;
using DataCatalog.Core.Licensing.Odrl;
using DataCatalog.Core.Licensing.Sentences;
using DataCatalog.Core.Licensing.UseCheck;

namespace DataCatalog.Core.Licensing.ShortForm;

/// <summary>Writes a policy as text, or finds that the short form cannot say all of it.</summary>
internal static class PolicyWriter
{
    /// <summary>The text, one statement a line, or null.</summary>
    public static string? Write(Policy policy)
    {
        if (policy.Annotations.Count > 0 || policy.Rules.Count == 0 || !policy.Profiles.SequenceEqual(Policies.Profiles(policy.Rules))) return null;
        var lines = new List<string?>();
        if (policy.Kind != PolicyKind.Set) lines.Add("type " + Policies.Word(policy.Kind));
        if (policy.Conflict is { } conflict) lines.Add("conflict " + Policies.Word(conflict));
        if (policy.InheritFrom.Count > 0) lines.Add(Joined("inherits", policy.InheritFrom.Select(Bare.Iri)));
        lines.AddRange(policy.Rules.Select(Statement));
        string? text = lines.Contains(null) ? null : string.Join('\n', lines);
        return text?.Length > Tokenizer.Longest ? null : text;
    }

    private static string? Statement(Rule rule)
    {
        if (rule is { Uid: not null } or { Roles.Count: > 0 } or { Annotations.Count: > 0 } || rule.Actions.Count == 0 || !HasOwnPartsOnly(rule)) return null;
        string verb = rule.Kind switch { RuleKind.Permission => "permit", RuleKind.Prohibition => "forbid", _ => "owe" };
        List<string?> parts =
        [
            Joined(verb, rule.Actions.Select(Action)),
            Subjects("of", rule.Targets, SubjectForm.Targets),
            Subjects("for", rule.Assignees, SubjectForm.Parties),
            Subjects("by", rule.Assigners, SubjectForm.Parties),
            .. rule.Constraints.Select(c => ConditionWriter.Write(c, within: false)),
            Duties(rule.Duties),
            rule.Remedies.Count + rule.Consequences.Count == 0 ? "" : Joined("else", rule.Remedies.Concat(rule.Consequences).Select(Duty)),
            Clause(rule.Clause),
        ];
        return parts.Contains(null) ? null : string.Join(' ', parts.Where(p => p!.Length > 0));
    }

    private static bool HasOwnPartsOnly(Rule rule) => rule.Kind switch
    {
        RuleKind.Permission => rule.Remedies.Count + rule.Consequences.Count == 0,
        RuleKind.Prohibition => rule.Duties.Count + rule.Consequences.Count == 0,
        _ => rule.Duties.Count + rule.Remedies.Count == 0,
    };

    private static string? Action(RuleAction action)
    {
        string? name = Lexicon.ShortName(Lexicon.Actions, action.Iri) ?? Bare.Iri(action.Iri);
        string? refinements = ConditionWriter.Refinements(action.Refinements);
        return name is null || refinements is null ? null : name + refinements;
    }

    private static string? Subjects(string keyword, IReadOnlyList<Subject> subjects, IReadOnlyList<SubjectForm> forms)
    {
        if (subjects.Count == 0) return "";
        SubjectForm? before = null;
        var written = new List<string?>();
        foreach (Subject subject in subjects) written.Add(Subject(subject, forms, ref before));
        return Joined(keyword, written);
    }

    // The keyword of one like the one before is left out: consortium a, b.
    private static string? Subject(Subject subject, IReadOnlyList<SubjectForm> forms, ref SubjectForm? before)
    {
        if (subject is { Uid: not null } or { Annotations.Count: > 0 } || ConditionWriter.Refinements(subject.Refinements) is not { } refinements) return null;
        foreach (SubjectForm form in forms)
        {
            if (form.Written(subject) is not { } item) continue;
            string words = form == before && form.Prefix is not null ? "" : string.Concat(form.Words.Select(w => w + " "));
            before = form;
            return Bare.Item(item.Kind, item.Text) is { } written ? words + written + refinements : null;
        }

        return null;
    }

    private static string? Duties(IReadOnlyList<Rule> duties)
    {
        var text = new StringBuilder();
        string? open = null;
        foreach (Rule duty in duties)
        {
            if (Duty(duty) is not { } written) return null;
            bool paying = Conditions.PaymentOf(duty) is not null;
            string keyword = paying ? "paying" : DutyOrder.ComesFirst(duty.Actions[0].Iri) ? "first" : "provided";
            if (paying) written = ConditionWriter.Write(duty.Actions[0].Refinements[0], within: true)!["paying ".Length..];
            text.Append(keyword == open && !paying ? ", " : $"{(open is null ? "" : " ")}{keyword} ").Append(written);
            open = keyword;
        }

        return text.ToString();
    }

    private static string? Duty(Rule duty)
    {
        bool plain = duty is
        {
            Kind: RuleKind.Duty, Uid: null, Actions.Count: 1, Targets.Count: 0, Assigners.Count: 0, Assignees.Count: 0, Roles.Count: 0, Duties.Count: 0,
            Remedies.Count: 0, Consequences.Count: 0, Clause: null, Annotations.Count: 0,
        };
        if (!plain || Action(duty.Actions[0]) is not { } action) return null;
        List<string?> timing = [.. duty.Constraints.Select(ConditionWriter.Timing)];
        return timing.Contains(null) ? null : string.Join(' ', [action, .. timing]);
    }

    private static string? Clause(Clause? clause)
    {
        if (clause is null) return "";
        if (string.IsNullOrWhiteSpace(clause.Article) || (clause.Words is not null && string.IsNullOrWhiteSpace(clause.Words))) return null;
        string? article = Bare.Quoted(clause.Article);
        string? words = clause.Words is null ? "" : Bare.Quoted(clause.Words) is { } quoted ? " " + quoted : null;
        return article is null || words is null ? null : $"(article {article}{words})";
    }

    private static string? Joined(string keyword, IEnumerable<string?> parts)
    {
        List<string?> all = [.. parts];
        return all.Contains(null) ? null : $"{keyword} {string.Join(", ", all)}";
    }
}
