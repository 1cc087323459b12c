using DataCatalog.Core.Common;
using DataCatalog.Server.Api.Access;
using DataCatalog.Server.Api.Audit;
using DataCatalog.Server.Api.Catalogue;
using DataCatalog.Server.Api.Compliance;
using DataCatalog.Server.Api.Entitlements;
using DataCatalog.Server.Api.Licensing;
using DataCatalog.Server.Api.Spending;
using DataCatalog.Server.Api.UseChecks;
using Microsoft.OData.Edm;
using Microsoft.OData.ModelBuilder;

namespace DataCatalog.Server.Api;

/// <summary>
/// What the OData service offers: one model for staff, one for consortium members. A field that members may not see
/// is not in theirs, so no query option can reach it (domain rules 21 and 22).
/// </summary>
public static class EdmModels
{
    /// <summary>Namespace of the model's types.</summary>
    public const string Namespace = "DataCatalog";

    /// <summary>For data officers, compliance, programme administrators and auditors.</summary>
    public static IEdmModel Staff { get; } = Build(staff: true);

    /// <summary>For consortium members.</summary>
    public static IEdmModel Member { get; } = Build(staff: false);

    /// <summary>The model of a caller.</summary>
    public static IEdmModel For(Actor actor) => actor.SeesEverything ? Staff : Member;

    private static EdmModel Build(bool staff)
    {
        var builder = new ODataConventionModelBuilder { Namespace = Namespace, ContainerName = "Registry" };
        CatalogueEdm.Add(builder, staff);
        LicensingEdm.Add(builder, staff);
        EntitlementsEdm.Add(builder, staff);
        UseChecksEdm.Add(builder, staff);
        ComplianceEdm.Add(builder, staff);
        if (staff)
        {
            AccessEdm.Add(builder);
            AuditEdm.Add(builder);
            SpendingEdm.Add(builder);
        }

        foreach (StructuralTypeConfiguration type in builder.StructuralTypes)
        {
            type.Namespace = Namespace;
            type.Name = type.Name.EndsWith("Model", StringComparison.Ordinal) ? type.Name[..^"Model".Length] : type.Name;
        }

        foreach (EnumTypeConfiguration type in builder.EnumTypes) type.Namespace = Namespace;
        var model = (EdmModel)builder.GetEdmModel();
        EdmAnnotations.Add(model, staff);
        return model;
    }
}
