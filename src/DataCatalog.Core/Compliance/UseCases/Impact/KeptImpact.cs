using DataCatalog.Core.Common;
using DataCatalog.Core.Compliance.Impact;
using DataCatalog.Core.Entitlements.UseCases;
using DataCatalog.Core.Entitlements.UseChecks;

namespace DataCatalog.Core.Compliance.UseCases.Impact;

/// <summary>Keeps with an action what it was expected to touch.</summary>
internal static class KeptImpact
{
    /// <summary>Keeps it, in the running write.</summary>
    public static void Keep(IRegistryDb db, string action, Entity subject, ImpactAnswer impact, TimeProvider clock) =>
        db.ImpactReports.Add(ImpactReport.Of(action, subject, Answers.Text(impact), db.Actor, clock));
}
