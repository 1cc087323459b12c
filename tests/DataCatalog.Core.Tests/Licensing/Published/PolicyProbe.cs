using DataCatalog.Core.Licensing.Odrl;
using DataCatalog.Core.Licensing.Published;
using DataCatalog.Core.Licensing.UseCheck;

namespace DataCatalog.Core.Tests.Licensing.Published;

/// <summary>Asks the engine a plain question of a ready-made policy.</summary>
internal static class PolicyProbe
{
    private static readonly DateTimeOffset At = new(2026, 11, 24, 0, 0, 0, TimeSpan.Zero);

    /// <summary><c>yes</c>, <c>yes+attribute</c>, <c>no</c> (forbidden), <c>-</c> (nothing permits it) or <c>?</c> (it hangs on a fact that is not given).</summary>
    public static string Ask(Policy? policy, string action, string? purpose = null, string? release = null, string? member = null, Policy? agreement = null)
    {
        FactSet facts = FactSet.Empty;
        if (purpose is not null) facts = facts.With(Iris.Odrl + "purpose", Value.OfIri(purpose));
        if (release is not null) facts = facts.With(Iris.Profile + "releaseLicence", Value.OfIri(Iris.Licence(release)));
        var question = new UseQuestion
        {
            Assignee = Iris.Consortium("naver-cloud"), AssigneeIn = member is null ? [] : [member], Action = LicenceActions.Iri(action), Target = Iris.Dataset("x"), At = At, Facts = facts,
        };
        Layer[] layers = [.. Layers(LayerKind.Licence, policy), .. Layers(LayerKind.Agreement, agreement)];
        Decision decision = UseCheckEngine.Decide(question, layers);
        return decision.Verdict switch
        {
            Verdict.Permitted when decision.Duties.Any(d => d.Duty.Actions[0].Iri == Iris.Odrl + "attribute") => "yes+attribute",
            Verdict.Permitted => "yes",
            Verdict.Prohibited => "no",
            Verdict.NotPermitted => "-",
            Verdict.Undetermined => "?",
            _ => decision.Verdict.ToString(),
        };
    }

    private static Layer[] Layers(LayerKind kind, Policy? policy) =>
        policy is null ? [] : [new Layer { Kind = kind, Source = policy.Uid, Sha256 = "", Terms = CompiledTerms.Compile(policy) }];
}
