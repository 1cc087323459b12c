using DataCatalog.Core.Licensing.Odrl.JsonLd;

namespace DataCatalog.Core.Licensing.Odrl.Writing;

/// <summary>Writes one policy.</summary>
internal sealed class PolicyForm
{
    private readonly Names names = new();
    private readonly AnnotationForm annotations;
    private readonly RuleForm rules;

    /// <summary>Makes the writer.</summary>
    public PolicyForm()
    {
        annotations = new AnnotationForm(names);
        rules = new RuleForm(names, annotations, new ConstraintForm(names, annotations));
    }

    /// <summary>The policy's canonical JSON-LD.</summary>
    public string Of(Policy policy)
    {
        var body = new JsonParts();
        body.Add("@type", AnnotationForm.Types(policy.Annotations, policy.Kind.ToString()))
            .AddText("uid", policy.Uid)
            .AddSet("profile", policy.Profiles.Select(LdForm.Quote))
            .AddSet("inheritFrom", policy.InheritFrom.Select(LdForm.Quote))
            .Add("conflict", policy.Conflict switch { ConflictStrategy.Permit => "\"perm\"", ConflictStrategy.Prohibit => "\"prohibit\"", ConflictStrategy.Invalid => "\"invalid\"", _ => null });
        annotations.AddTo(body, [.. policy.Annotations.Where(a => a.Property != Ns.Included)]);
        body.AddSorted("permission", Rules(policy, RuleKind.Permission)).AddSorted("prohibition", Rules(policy, RuleKind.Prohibition)).AddSorted("obligation", Rules(policy, RuleKind.Duty));
        annotations.AddTo(body, [.. policy.Annotations.Where(a => a.Property == Ns.Included), .. policy.DeclaredActions.Select(Declared)]);
        string written = body.ToString();
        return $"{{\"@context\":{names.Context},{written[1..]}";
    }

    private IEnumerable<string> Rules(Policy policy, RuleKind kind) => policy.Rules.Where(r => r.Kind == kind).Select(rules.Of);

    private static Annotation Declared(ActionTerm action) => new(Ns.Included,
        $"[{{\"@id\":{LdForm.Quote(action.Iri)},\"@type\":[\"{Iris.Odrl}Action\"],\"{Iris.Odrl}includedIn\":[{string.Join(',', action.IncludedIn.Order(StringComparer.Ordinal).Select(i => $"{{\"@id\":{LdForm.Quote(i)}}}"))}]}}]");
}
