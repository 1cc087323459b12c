using DataCatalog.Core.Licensing.Odrl;
using DataCatalog.Core.Licensing.UseCheck;

namespace DataCatalog.Core.Entitlements.UseChecks;

/// <summary>The questions that are asked of every dataset: each common action, by a consortium of itself, in the programme's country.</summary>
internal static class CommonQuestions
{
    /// <summary>Where a consortium works unless it says otherwise: the programme's country.</summary>
    public const string Territory = "KR";

    private static readonly string[] Actions = [.. UseNames.CommonActions.Select(a => Iris.Profile + a)];

    /// <summary>The questions.</summary>
    public static AskedUse Of(ConsortiumFacts asker, Guid dataset, FoundationModel? model, DateTimeOffset at) => Of(asker, [dataset], Actions, model, at);

    /// <summary>The same of other actions and several datasets.</summary>
    public static AskedUse Of(ConsortiumFacts asker, IReadOnlyList<Guid> datasets, IReadOnlyList<string> actions, FoundationModel? model, DateTimeOffset at)
    {
        FactSet facts = FactSet.Empty.With(UseNames.Consortium, Value.OfIri(Iris.Consortium(asker.Key))).With(UseNames.Spatial, Value.OfText(Territory));
        if (model is not null) facts = facts.With(UseNames.Product, Value.OfIri(Iris.Model(model.Key)));
        if ((model?.ParametersTo ?? model?.ParametersFrom) is { } size) facts = facts.With(UseNames.ModelSize, Value.Of(size));
        return new AskedUse { ConsortiumId = asker.Id, Actions = actions, Datasets = datasets, Model = model, Facts = facts, At = at, KnownAt = at };
    }
}
