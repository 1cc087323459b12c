using DataCatalog.Core.Audit;
using DataCatalog.Core.Catalogue;
using DataCatalog.Core.Common;
using DataCatalog.Core.Compliance;
using DataCatalog.Core.Compliance.Feeds;
using DataCatalog.Core.Compliance.Impact;
using DataCatalog.Core.Compliance.Obligations;
using DataCatalog.Core.Entitlements;
using DataCatalog.Core.Entitlements.Requests;
using DataCatalog.Core.Entitlements.Runs;
using DataCatalog.Core.Entitlements.Spending;
using DataCatalog.Core.Licensing;
using DataCatalog.Core.Licensing.Periods;
using DataCatalog.Core.Search;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace DataCatalog.Storage;

/// <summary>The rows that a save adds, changes and deletes.</summary>
internal sealed class ChangeSet
{
    private readonly RegistryDb db;
    private readonly Dictionary<(Type, Guid), EntityEntry> tracked = [];

    private ChangeSet(RegistryDb db) => this.db = db;

    /// <summary>Rows of the domain.</summary>
    public List<EntityEntry> Rows { get; } = [];

    /// <summary>Whether nothing at all changed.</summary>
    public bool IsEmpty { get; private set; } = true;

    /// <summary>Looks once for what changed.</summary>
    public static ChangeSet Of(RegistryDb db)
    {
        var changes = new ChangeSet(db);
        foreach (EntityEntry entry in db.ChangeTracker.Entries())
        {
            if (entry.Entity is Entity entity) changes.tracked[(entity.GetType(), entity.Id)] = entry;
            if (entry.State is EntityState.Unchanged or EntityState.Detached) continue;
            if (entry.Entity is AuditEvent) throw new InvalidOperationException("Audit events are written by Record alone.");
            changes.IsEmpty = false;
            if (entry.Entity is not IndexTask) changes.Rows.Add(entry);
        }

        return changes;
    }

    /// <summary>The row that a part belongs to, or null.</summary>
    public static (Type Type, Guid Id)? OwnerOf(object row) => row switch
    {
        DatasetVersion version => (typeof(Dataset), version.DatasetId),
        DatasetLicence licence => (typeof(Dataset), licence.DatasetId),
        Distribution distribution => (typeof(DatasetVersion), distribution.VersionId),
        AgreementParty party => (typeof(Agreement), party.AgreementId),
        AgreementDataset cover => (typeof(Agreement), cover.AgreementId),
        AgreementDocument document => (typeof(Agreement), document.AgreementId),
        Payment payment => (typeof(Agreement), payment.AgreementId),
        Terms terms => (typeof(Agreement), terms.AgreementId),
        AgreementStanding standing => (typeof(Agreement), standing.AgreementId),
        EntitlementAcceptance acceptance => (typeof(Entitlement), acceptance.EntitlementId),
        AgreementPeriod period => (typeof(Agreement), period.AgreementId),
        AccessRequestItem item => (typeof(AccessRequest), item.RequestId),
        AccessRequestStep step => (typeof(AccessRequest), step.RequestId),
        UsageRecord usage => (typeof(TrainingRun), usage.TrainingRunId),
        ObligationEvidence evidence => (typeof(Obligation), evidence.ObligationId),
        OfficerReading reading => (typeof(Licence), reading.LicenceId),
        ExemptionBeneficiary beneficiary => (typeof(Exemption), beneficiary.ExemptionId),
        ExemptionCover cover => (typeof(Exemption), cover.ExemptionId),
        ExemptionTerms terms => (typeof(Exemption), terms.ExemptionId),
        ConsortiumMember member => (typeof(Consortium), member.ConsortiumId),
        _ => null,
    };

    /// <summary>The row tracked under that identity, or null.</summary>
    public object? Find((Type Type, Guid Id) key) => tracked.GetValueOrDefault(key)?.Entity;

    /// <summary>Refuses a change of the domain that nothing was said of. How deliveries and index tasks fare is bookkeeping.</summary>
    public void RequireRecord(List<AuditEntry> recorded)
    {
        if (recorded.Count == 0 && Rows.Find(r => r.Entity is not Delivery) is { } silent)
        {
            throw new InvalidOperationException($"A {silent.Metadata.ClrType.Name} was changed and nothing recorded.");
        }
    }

    /// <summary>Counts up the version of every changed row and of what it is part of.</summary>
    public async Task CountVersionsAsync(CancellationToken cancellation)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        foreach (EntityEntry row in Rows.ToList())
        {
            Count(row, seen);
            for ((Type, Guid)? owner = OwnerOf(row.Entity); owner is { } key;)
            {
                EntityEntry entry = tracked.GetValueOrDefault(key) ?? await LoadAsync(key, cancellation);
                Count(entry, seen);
                owner = OwnerOf(entry.Entity);
            }
        }
    }

    private static void Count(EntityEntry entry, HashSet<object> seen)
    {
        if (entry.Entity is not Entity || entry.State == EntityState.Deleted || !seen.Add(entry.Entity)) return;
        PropertyEntry version = entry.Property(nameof(Entity.RowVersion));
        version.CurrentValue = entry.State == EntityState.Added ? 1L : (long)version.OriginalValue! + 1;
    }

    private async Task<EntityEntry> LoadAsync((Type Type, Guid Id) key, CancellationToken cancellation)
    {
        Entity owner = key.Type == typeof(Dataset) ? await OneAsync<Dataset>(key.Id, cancellation)
            : key.Type == typeof(DatasetVersion) ? await OneAsync<DatasetVersion>(key.Id, cancellation)
            : key.Type == typeof(Agreement) ? await OneAsync<Agreement>(key.Id, cancellation)
            : key.Type == typeof(Exemption) ? await OneAsync<Exemption>(key.Id, cancellation)
            : key.Type == typeof(Licence) ? await OneAsync<Licence>(key.Id, cancellation)
            : key.Type == typeof(Entitlement) ? await OneAsync<Entitlement>(key.Id, cancellation)
            : key.Type == typeof(AccessRequest) ? await OneAsync<AccessRequest>(key.Id, cancellation)
            : key.Type == typeof(TrainingRun) ? await OneAsync<TrainingRun>(key.Id, cancellation)
            : key.Type == typeof(Obligation) ? await OneAsync<Obligation>(key.Id, cancellation)
            : await OneAsync<Consortium>(key.Id, cancellation);
        return tracked[key] = db.Entry(owner);
    }

    private async Task<Entity> OneAsync<T>(Guid id, CancellationToken cancellation)
        where T : Entity => await db.Set<T>().IgnoreQueryFilters().FirstOrDefaultAsync(e => e.Id == id, cancellation)
        ?? throw new DomainException(CommonErrors.Stale);
}
