using DataCatalog.Core.Entitlements.UseCases;
using DataCatalog.Core.Entitlements.UseChecks;
using DataCatalog.Server.Api.Licensing;
using Microsoft.OData.ModelBuilder;

namespace DataCatalog.Server.Api.UseChecks;

/// <summary>The part of the model for the use-check, its records and its proofs.</summary>
internal static class UseChecksEdm
{
    /// <summary>Adds it.</summary>
    public static void Add(ODataConventionModelBuilder builder, bool staff)
    {
        EntityTypeConfiguration<RecordedDecisionModel> decision = builder.Rows<RecordedDecisionModel>("RecordedDecisions");
        builder.Rows<ClearanceModel>("Clearances");
        EntityTypeConfiguration<ClearanceKeyModel> key = builder.Rows<ClearanceKeyModel>("ClearanceKeys");
        builder.ComplexType<FactInput>();
        builder.ComplexType<UseAnswer>();
        builder.ComplexType<MixAnswer>();
        decision.Function("Replay").Returns<ReplayAnswer>();
        Ask(builder.Action("CheckUse"), one: true).Returns<UseAnswer>();
        Ask(builder.Action("CheckMix"), one: false).Returns<MixAnswer>();
        Ask(builder.Action("Clear"), one: false).ReturnsFromEntitySet<ClearanceModel>("Clearances");
        builder.Function("VerdictFlips").ReturnsCollection<VerdictFlip>().Parameter<int>("Months").Optional();
        if (!staff) return;
        builder.ComplexType<ImpactAnswer>();
        builder.ComplexType<AmendAnswer>();
        key.Collection.Action("Rotate").ReturnsFromEntitySet<ClearanceKeyModel>("ClearanceKeys");
        ActionConfiguration impact = builder.Action("ExpiryImpact");
        impact.Parameter<Guid>("AgreementId");
        impact.Parameter<DateOnly?>("EndsOn").Optional();
        impact.Returns<ImpactAnswer>();
    }

    private static ActionConfiguration Ask(ActionConfiguration action, bool one)
    {
        action.Parameter<string>(nameof(UseCheckInput.Consortium)).Optional();
        action.CollectionParameter<string>(nameof(UseCheckInput.Actions)).Optional();
        if (one) action.Parameter<string>(nameof(UseCheckInput.Dataset)).Optional();
        action.CollectionParameter<string>(nameof(UseCheckInput.Datasets)).Optional();
        foreach (string name in (string[])[nameof(UseCheckInput.Model), nameof(UseCheckInput.Purpose), nameof(UseCheckInput.Territory), nameof(UseCheckInput.ReleaseLicence)]) action.Parameter<string>(name).Optional();
        action.Parameter<bool>(nameof(UseCheckInput.OpenWeights)).Optional();
        action.Parameter<bool>(nameof(UseCheckInput.Service)).Optional();
        action.CollectionParameter<FactInput>(nameof(UseCheckInput.Facts)).Optional();
        action.CollectionParameter<string>(nameof(UseCheckInput.DutiesDone)).Optional();
        action.Parameter<string>(nameof(UseCheckInput.At)).Optional();
        action.Parameter<string>(nameof(UseCheckInput.KnownAt)).Optional();
        action.Parameter<bool>(nameof(UseCheckInput.Record)).Optional();
        return action;
    }
}
