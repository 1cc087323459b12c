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

namespace DataCatalog.Storage;

/// <content>The sets of rows.</content>
public abstract partial class RegistryDb
{
    /// <inheritdoc/>
    public DbSet<Programme> Programmes => Set<Programme>();

    /// <inheritdoc/>
    public DbSet<BudgetLine> BudgetLines => Set<BudgetLine>();

    /// <inheritdoc/>
    public DbSet<Organisation> Organisations => Set<Organisation>();

    /// <inheritdoc/>
    public DbSet<Consortium> Consortia => Set<Consortium>();

    /// <inheritdoc/>
    public DbSet<FoundationModel> FoundationModels => Set<FoundationModel>();

    /// <inheritdoc/>
    public DbSet<Licence> Licences => Set<Licence>();

    /// <inheritdoc/>
    public DbSet<Dataset> Datasets => Set<Dataset>();

    /// <inheritdoc/>
    public DbSet<DatasetVersion> DatasetVersions => Set<DatasetVersion>();

    /// <inheritdoc/>
    public DbSet<Agreement> Agreements => Set<Agreement>();

    /// <inheritdoc/>
    public DbSet<Terms> Terms => Set<Terms>();

    /// <inheritdoc/>
    public DbSet<Exemption> Exemptions => Set<Exemption>();

    /// <inheritdoc/>
    public DbSet<Entitlement> Entitlements => Set<Entitlement>();

    /// <inheritdoc/>
    public DbSet<AccessRequest> AccessRequests => Set<AccessRequest>();

    /// <inheritdoc/>
    public DbSet<TrainingRun> TrainingRuns => Set<TrainingRun>();

    /// <inheritdoc/>
    public DbSet<UsageRecord> UsageRecords => Set<UsageRecord>();

    /// <inheritdoc/>
    public DbSet<ExchangeRate> ExchangeRates => Set<ExchangeRate>();

    /// <inheritdoc/>
    public DbSet<BudgetReservation> BudgetReservations => Set<BudgetReservation>();

    /// <inheritdoc/>
    public DbSet<Obligation> Obligations => Set<Obligation>();

    /// <inheritdoc/>
    public DbSet<DataCopy> DataCopies => Set<DataCopy>();

    /// <inheritdoc/>
    public DbSet<CalendarFeed> CalendarFeeds => Set<CalendarFeed>();

    /// <inheritdoc/>
    public DbSet<SavedSearch> SavedSearches => Set<SavedSearch>();

    /// <inheritdoc/>
    public DbSet<ImpactReport> ImpactReports => Set<ImpactReport>();

    /// <inheritdoc/>
    public DbSet<RecordedDecision> RecordedDecisions => Set<RecordedDecision>();

    /// <inheritdoc/>
    public DbSet<PolicyText> PolicyTexts => Set<PolicyText>();

    /// <inheritdoc/>
    public DbSet<Clearance> Clearances => Set<Clearance>();

    /// <inheritdoc/>
    public DbSet<ClearanceKey> ClearanceKeys => Set<ClearanceKey>();

    /// <inheritdoc/>
    public DbSet<Subscription> Subscriptions => Set<Subscription>();

    /// <inheritdoc/>
    public DbSet<Alert> Alerts => Set<Alert>();

    /// <inheritdoc/>
    public DbSet<Delivery> Deliveries => Set<Delivery>();

    /// <inheritdoc/>
    public DbSet<ApiKey> ApiKeys => Set<ApiKey>();

    /// <inheritdoc/>
    public DbSet<AuditEvent> AuditEvents => Set<AuditEvent>();

    /// <inheritdoc/>
    public DbSet<IndexTask> IndexTasks => Set<IndexTask>();
}
