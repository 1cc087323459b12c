using DataCatalog.Core.Common;
using DataCatalog.Core.Licensing.UseCheck;

namespace DataCatalog.Core.Entitlements.Requests;

/// <summary>A dataset of a request.</summary>
public sealed class AccessRequestItem
{
    private AccessRequestItem() { }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>The request.</summary>
    public Guid RequestId { get; private set; }

    /// <summary>The dataset.</summary>
    public Guid DatasetId { get; private set; }

    /// <summary>The dataset.</summary>
    public Catalogue.Dataset? Dataset { get; private set; }

    /// <summary>What the terms would answer once it were granted; the strictest of the actions asked for.</summary>
    public Verdict IfGranted { get; private set; }

    /// <summary>The agreement by which it could be granted, or null where none covers it; staff only.</summary>
    public Guid? AgreementId { get; private set; }

    /// <summary>The entitlement that it was granted by, or null.</summary>
    public Guid? EntitlementId { get; private set; }

    /// <summary>Makes an item of a request that is yet to be made.</summary>
    public static AccessRequestItem Of(Guid dataset, Guid? agreement, Verdict ifGranted, TimeProvider clock) =>
        new() { Id = Ids.New(clock), DatasetId = dataset, AgreementId = agreement, IfGranted = ifGranted };

    internal void Foresee(Guid? agreement, Verdict ifGranted) => (AgreementId, IfGranted) = (agreement, ifGranted);

    internal void Granted(Guid entitlement) => EntitlementId = entitlement;
}
