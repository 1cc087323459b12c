using DataCatalog.Core.Licensing.Odrl.JsonLd;

namespace DataCatalog.Core.Licensing.Odrl.Writing;

/// <summary>Writes rules with their actions, assets and parties.</summary>
internal sealed class RuleForm(Names names, AnnotationForm annotations, ConstraintForm constraints)
{
    /// <summary>A rule.</summary>
    public string Of(Rule rule)
    {
        var json = new JsonParts();
        if (IsBare(rule) || rule.Annotations.Any(a => a.Property == "@type")) json.Add("@type", AnnotationForm.Types(rule.Annotations, rule.Kind.ToString()));
        json.AddText("uid", rule.Uid)
            .AddSet("action", rule.Actions.Select(Action))
            .AddSet("target", rule.Targets.Select(t => Subject(t, "Asset")))
            .AddSet("assigner", rule.Assigners.Select(p => Subject(p, "Party")))
            .AddSet("assignee", rule.Assignees.Select(p => Subject(p, "Party")));
        foreach (IGrouping<string, Role> role in rule.Roles.GroupBy(r => r.Function).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            json.AddSet(Role(role.Key), role.Select(r => Subject(r.Subject, role.Key == Iris.Odrl + "output" ? "Asset" : "Party")));
        }

        json.AddSorted("constraint", rule.Constraints.Select(constraints.Of))
            .AddSorted("duty", rule.Duties.Select(Of))
            .AddSorted("remedy", rule.Remedies.Select(Of))
            .AddSorted("consequence", rule.Consequences.Select(Of));
        if (rule.Clause is { } clause) json.Add(names.Property(Ns.Clause), Clause(clause));
        annotations.AddTo(json, rule.Annotations);
        return json.ToString();
    }

    private string Clause(Clause clause) =>
        new JsonParts().AddText(names.Property(Ns.Article), clause.Article).AddText(names.Property(Ns.Words), clause.Words).ToString();

    private string Action(RuleAction action)
    {
        string name = names.Action(action.Iri);
        if (action.Refinements.Count == 0 && action.Uid is null && action.Annotations.Count == 0) return name;
        var json = new JsonParts();
        if (action.Annotations.Any(a => a.Property == "@type")) json.Add("@type", AnnotationForm.Types(action.Annotations, "Action"));
        json.AddText("uid", action.Uid).Add("rdf:value", $"{{\"@id\":{LdForm.Quote(action.Iri)}}}").AddSorted("refinement", action.Refinements.Select(constraints.Of));
        annotations.AddTo(json, action.Annotations);
        return json.ToString();
    }

    // Members of a collection that are told apart by refinements have the collection as their source: its own IRI stays free of what one rule says of it.
    private string Subject(Subject subject, string type)
    {
        if (subject is { Iri: { } iri, Collection: false, Uid: null, Refinements.Count: 0, Annotations.Count: 0 }) return LdForm.Quote(iri);
        bool drawn = subject.Iri is not null && (subject.Uid is not null || subject.Refinements.Count > 0);
        bool foreign = subject.Annotations.Any(a => a.Property == "@type");
        string? own = subject.Collection ? type + "Collection" : foreign && !drawn ? null : type;
        var json = new JsonParts();
        json.Add("@type", AnnotationForm.Types(subject.Annotations, own))
            .AddText("uid", drawn ? subject.Uid : subject.Iri)
            .AddText("source", drawn ? subject.Iri : null)
            .AddSorted("refinement", subject.Refinements.Select(constraints.Of));
        annotations.AddTo(json, subject.Annotations);
        return json.ToString();
    }

    // A node of which nothing is said would be no more than a mention.
    private static bool IsBare(Rule rule) =>
        rule.Actions.Count + rule.Targets.Count + rule.Assigners.Count + rule.Assignees.Count + rule.Roles.Count + rule.Constraints.Count + rule.Duties.Count + rule.Remedies.Count
        + rule.Consequences.Count + rule.Annotations.Count == 0 && rule.Clause is null;

    // Roles that the published context does not have are written with their prefix.
    private string Role(string iri) => iri == Iris.Odrl + "payeeParty" || !iri.StartsWith(Iris.Odrl, StringComparison.Ordinal) ? names.Property(iri) : iri[Iris.Odrl.Length..];
}
