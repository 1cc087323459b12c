using Microsoft.OData.ModelBuilder;

namespace DataCatalog.Server.Api.Audit;

/// <summary>The part of the model for the audit log.</summary>
internal static class AuditEdm
{
    /// <summary>Adds it.</summary>
    public static void Add(ODataConventionModelBuilder builder) =>
        builder.EntitySet<AuditEventModel>("AuditEvents").EntityType.HasKey(e => e.Sequence);
}
