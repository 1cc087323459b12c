using DataCatalog.Core.Audit;
using DataCatalog.Core.Common;
using DataCatalog.Core.Compliance.Impact;
using DataCatalog.Core.Entitlements.UseCases;
using DataCatalog.Core.Entitlements.UseChecks;

namespace DataCatalog.Core.Compliance.UseCases.Impact;

/// <summary>Keeps with an action what it was expected to touch.</summary>
internal static class KeptImpact
{
    /// <summary>Keeps it, in the running write.</summary>
    public static void Keep(IRegistryDb db, string action, Entity subject, ImpactAnswer impact, TimeProvider clock)
    {
        var report = ImpactReport.Of(action, subject, Answers.Text(impact), db.Actor, clock);
        db.ImpactReports.Add(report);
        db.Record(new AuditEntry("impact.kept", nameof(ImpactReport), report.Id));
    }
}
