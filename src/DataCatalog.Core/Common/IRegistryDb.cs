using DataCatalog.Core.Access;
using DataCatalog.Core.Audit;
using DataCatalog.Core.Catalogue;
using DataCatalog.Core.Compliance;
using DataCatalog.Core.Compliance.Feeds;
using DataCatalog.Core.Compliance.Impact;
using DataCatalog.Core.Compliance.Obligations;
using DataCatalog.Core.Entitlements;
using DataCatalog.Core.Entitlements.Requests;
using DataCatalog.Core.Entitlements.Runs;
using DataCatalog.Core.Entitlements.Spending;
using DataCatalog.Core.Licensing;
using DataCatalog.Core.Search;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Core.Common;

/// <summary>
/// The registry's rows as one actor sees them, and the one way to change them. Every set answers only what
/// <see cref="Actor"/> may see (domain rules 21 and 22).
/// </summary>
public interface IRegistryDb
{
    /// <summary>On whose behalf the rows are read and written.</summary>
    Actor Actor { get; }

    /// <summary>Programmes.</summary>
    DbSet<Programme> Programmes { get; }

    /// <summary>Budget lines.</summary>
    DbSet<BudgetLine> BudgetLines { get; }

    /// <summary>Organisations.</summary>
    DbSet<Organisation> Organisations { get; }

    /// <summary>Consortia.</summary>
    DbSet<Consortium> Consortia { get; }

    /// <summary>Models.</summary>
    DbSet<FoundationModel> FoundationModels { get; }

    /// <summary>Licences.</summary>
    DbSet<Licence> Licences { get; }

    /// <summary>Datasets.</summary>
    DbSet<Dataset> Datasets { get; }

    /// <summary>Versions of datasets.</summary>
    DbSet<DatasetVersion> DatasetVersions { get; }

    /// <summary>Agreements.</summary>
    DbSet<Agreement> Agreements { get; }

    /// <summary>Terms of agreements.</summary>
    DbSet<Terms> Terms { get; }

    /// <summary>Exemptions.</summary>
    DbSet<Exemption> Exemptions { get; }

    /// <summary>Entitlements.</summary>
    DbSet<Entitlement> Entitlements { get; }

    /// <summary>Requests for access.</summary>
    DbSet<AccessRequest> AccessRequests { get; }

    /// <summary>Training runs.</summary>
    DbSet<TrainingRun> TrainingRuns { get; }

    /// <summary>What runs consumed.</summary>
    DbSet<UsageRecord> UsageRecords { get; }

    /// <summary>Rates between currencies.</summary>
    DbSet<ExchangeRate> ExchangeRates { get; }

    /// <summary>Reserved money.</summary>
    DbSet<BudgetReservation> BudgetReservations { get; }

    /// <summary>Obligations.</summary>
    DbSet<Obligation> Obligations { get; }

    /// <summary>Copies of data.</summary>
    DbSet<DataCopy> DataCopies { get; }

    /// <summary>Calendar feeds.</summary>
    DbSet<CalendarFeed> CalendarFeeds { get; }

    /// <summary>What actions were expected to touch.</summary>
    DbSet<ImpactReport> ImpactReports { get; }

    /// <summary>Recorded decisions.</summary>
    DbSet<RecordedDecision> RecordedDecisions { get; }

    /// <summary>Canonical terms by hash.</summary>
    DbSet<PolicyText> PolicyTexts { get; }

    /// <summary>Clearances.</summary>
    DbSet<Clearance> Clearances { get; }

    /// <summary>Public keys of clearances.</summary>
    DbSet<ClearanceKey> ClearanceKeys { get; }

    /// <summary>Subscriptions.</summary>
    DbSet<Subscription> Subscriptions { get; }

    /// <summary>Alerts.</summary>
    DbSet<Alert> Alerts { get; }

    /// <summary>Deliveries.</summary>
    DbSet<Delivery> Deliveries { get; }

    /// <summary>Saved searches.</summary>
    DbSet<SavedSearch> SavedSearches { get; }

    /// <summary>API keys.</summary>
    DbSet<ApiKey> ApiKeys { get; }

    /// <summary>The audit log.</summary>
    DbSet<AuditEvent> AuditEvents { get; }

    /// <summary>The outbox of the search index.</summary>
    DbSet<IndexTask> IndexTasks { get; }

    /// <summary>
    /// Takes deliveries that are due for this caller alone: their due time moves to the end of the lease, after which those of a caller
    /// that died are due again. However many ask at once, each row goes to one.
    /// </summary>
    Task<IReadOnlyList<Guid>> ClaimDeliveriesAsync(int most, DateTime now, DateTime until, CancellationToken cancellation);

    /// <summary>
    /// Takes index tasks that are due for this caller alone until the lease ends. While one holds any task of a dataset, nobody else gets
    /// another of it, so that what is applied to its document keeps the order in which it was read.
    /// </summary>
    Task<IReadOnlyList<IndexTask>> ClaimIndexTasksAsync(int most, DateTime now, DateTime until, CancellationToken cancellation);

    /// <summary>Whether a write runs already, which another joins: what fails in it cannot be tried again by itself.</summary>
    bool IsWriting { get; }

    /// <summary>Says what the running write did; a write that changes rows and says nothing is refused.</summary>
    void Record(AuditEntry entry);

    /// <summary>
    /// Runs a write: all of it in one transaction begun before its first read, with its audit events and index messages, or none of it.
    /// Joins the transaction that runs already, if one does.
    /// </summary>
    /// <exception cref="DomainException"><c>busy</c> where other writes hold the database too long; <c>stale-etag</c> where a row changed meanwhile.</exception>
    Task<T> WriteAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellation);
}
