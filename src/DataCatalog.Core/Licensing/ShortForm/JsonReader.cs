using System.Text.Json;
using DataCatalog.Core.Common;
using DataCatalog.Core.Licensing.Odrl;

namespace DataCatalog.Core.Licensing.ShortForm;

/// <summary>Reads the JSON form; nothing nests deeper than a condition in an either in a narrowed subject.</summary>
internal sealed class JsonReader(Literals literals)
{
    private const int MostRules = 10_000;
    private static readonly string[] Verbs = ["permit", "forbid", "owe"];
    private readonly JsonConditions conditions = new(literals);

    /// <summary>The policy that the object says.</summary>
    public Policy Read(JsonElement terms, string uid, At at)
    {
        var root = new JsonEntry(terms, at);
        Dictionary<string, JsonEntry> parts = root.Properties("type", "conflict", "inherits", "rules");
        PolicyKind? kind = parts.TryGetValue("type", out JsonEntry type) ? Policies.Kind(type.Text()) ?? throw type.Refused(Expectations.Kind) : null;
        ConflictStrategy? conflict = parts.TryGetValue("conflict", out JsonEntry strategy) ? Policies.Strategy(strategy.Text()) ?? throw strategy.Refused(Expectations.Strategy) : null;
        List<string> inherits = parts.TryGetValue("inherits", out JsonEntry from) ? [.. from.List().Select(Iri)] : [];
        if (!parts.TryGetValue("rules", out JsonEntry rules)) throw at.Expected(Expectations.Exactly("rules"), null);
        List<JsonEntry> all = rules.List();
        if (all.Count > MostRules) throw ShortTerms.TooLarge(rules.At.Path, MostRules, LocalizedText.Of("규칙", "rules", "rules", 20));
        return Policies.Of(uid, kind, conflict, inherits, [.. all.Select(Rule)]);
    }

    private Rule Rule(JsonEntry entry)
    {
        Dictionary<string, JsonEntry> parts = entry.Properties([.. Verbs, "of", "for", "by", "when", "duties", "else", "clause"]);
        List<string> verbs = [.. Verbs.Where(parts.ContainsKey)];
        if (verbs.Count != 1) throw entry.Refused(Expectations.Rule);
        var draft = new Draft(verbs[0] switch { "permit" => RuleKind.Permission, "forbid" => RuleKind.Prohibition, _ => RuleKind.Duty });
        draft.Actions.AddRange(parts[verbs[0]].List().Select(Action));
        if (parts.TryGetValue("of", out JsonEntry targets)) draft.Targets.AddRange(targets.List().Select(t => Subject(t, SubjectForm.Targets)));
        if (parts.TryGetValue("for", out JsonEntry assignees)) draft.Assignees.AddRange(assignees.List().Select(p => Subject(p, SubjectForm.Parties)));
        if (parts.TryGetValue("by", out JsonEntry assigners)) draft.Assigners.AddRange(assigners.List().Select(p => Subject(p, SubjectForm.Parties)));
        if (parts.TryGetValue("when", out JsonEntry when)) draft.Constraints.AddRange(conditions.Read(when));
        if (parts.TryGetValue("duties", out JsonEntry duties)) draft.Duties.AddRange(draft.Kind == RuleKind.Permission ? duties.List().Select(Duty) : throw duties.Refused(Expectations.OfPermission));
        if (parts.TryGetValue("else", out JsonEntry otherwise)) draft.Otherwise.AddRange(draft.Kind != RuleKind.Permission ? otherwise.List().Select(Duty) : throw otherwise.Refused(Expectations.OfOther));
        if (parts.TryGetValue("clause", out JsonEntry clause)) draft.Clause = Clause(clause);
        return draft.ToRule();
    }

    private RuleAction Action(JsonEntry entry)
    {
        if (entry.Value.ValueKind != JsonValueKind.Object) return new RuleAction(ActionIri(entry), []);
        Dictionary<string, JsonEntry> parts = entry.Properties("action", "only");
        return Narrowed(entry, parts);
    }

    private Rule Duty(JsonEntry entry)
    {
        if (entry.Value.ValueKind != JsonValueKind.Object) return new Rule { Kind = RuleKind.Duty, Actions = [new RuleAction(ActionIri(entry), [])] };
        Dictionary<string, JsonEntry> parts = entry.Properties("action", "only", "when");
        List<Constraint> timing = parts.TryGetValue("when", out JsonEntry when) ? [.. when.List().Select(conditions.Timing)] : [];
        return new Rule { Kind = RuleKind.Duty, Actions = [Narrowed(entry, parts)], Constraints = timing };
    }

    private RuleAction Narrowed(JsonEntry entry, Dictionary<string, JsonEntry> parts)
    {
        if (!parts.TryGetValue("action", out JsonEntry action)) throw entry.Refused(Expectations.Action);
        return new RuleAction(ActionIri(action), parts.TryGetValue("only", out JsonEntry only) ? conditions.Read(only, within: true) : []);
    }

    private static string ActionIri(JsonEntry entry)
    {
        Item item = entry.Item();
        return item.Kind == TokenKind.Iri ? item.Text : Conditions.Action(item.Text, item.At);
    }

    private Subject Subject(JsonEntry entry, IReadOnlyList<SubjectForm> forms)
    {
        Dictionary<string, JsonEntry> parts = entry.Properties(forms.Select(f => f.Property).Append("only"));
        List<SubjectForm> named = [.. forms.Where(f => parts.ContainsKey(f.Property))];
        if (named.Count != 1) throw entry.Refused(forms == SubjectForm.Parties ? Expectations.Party : Expectations.Target);
        SubjectForm form = named[0];
        JsonEntry value = parts[form.Property];
        IReadOnlyList<Constraint> only = parts.TryGetValue("only", out JsonEntry refinements) ? conditions.Read(refinements, within: true) : [];
        return form.Read(form.Prefix is null ? new Item(TokenKind.Iri, Iri(value), value.At) : new Item(TokenKind.Quoted, value.Text(), value.At), only);
    }

    private static string Iri(JsonEntry entry) => entry.Text() is var iri && IriForm.IsIri(iri) ? iri : throw entry.Refused(Expectations.Iri);

    private static Clause Clause(JsonEntry entry)
    {
        Dictionary<string, JsonEntry> parts = entry.Properties("article", "words");
        if (!parts.TryGetValue("article", out JsonEntry article)) throw entry.Refused(Expectations.Exactly("article"));
        return new Clause(Words(article), parts.TryGetValue("words", out JsonEntry words) ? Words(words) : null);
    }

    private static string Words(JsonEntry entry) => entry.Text() is var words && !string.IsNullOrWhiteSpace(words) ? words : throw entry.Refused(Expectations.QuotedWords);
}
