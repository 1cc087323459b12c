using DataCatalog.Core.Access;
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
using DataCatalog.Storage.Idempotency;
using DataCatalog.Storage.Licensing;
using DataCatalog.Storage.Sessions;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Storage;

/// <summary>
/// Who sees which rows (domain rules 20 to 22), in one place: staff see all but other people's keys, subscriptions and the audit log;
/// a consortium's member sees what is offered to all and what is its own; nobody sees nothing.
/// </summary>
/// <remarks>
/// The filters read the context's <see cref="Sight"/>, which EF Core puts in as parameters for each context: the model is shared by all actors.
/// A filter may ask other sets, whose own filters then hold too; so the sets form an order without circles:
/// entitlements, datasets, versions, distributions; and <see cref="AgreementAccess"/>, which has no filter, before everything of agreements.
/// </remarks>
internal static class Visibility
{
    public static void Apply(ModelBuilder model, RegistryDb db)
    {
        ForAll(model, db);
        Catalogue(model, db);
        Agreements(model, db);
        Exemptions(model, db);
        Own(model, db);
        Staff(model, db);
    }

    private static void ForAll(ModelBuilder model, RegistryDb db)
    {
        model.Entity<Programme>().HasQueryFilter(x => db.Sight.All || db.Sight.Member);
        model.Entity<Organisation>().HasQueryFilter(x => db.Sight.All || db.Sight.Member);
        model.Entity<Consortium>().HasQueryFilter(x => db.Sight.All || db.Sight.Offered || (db.Sight.Member && x.Id == db.Sight.Consortium));
        model.Entity<ConsortiumMember>().HasQueryFilter(x => db.Sight.All || db.Sight.Offered || (db.Sight.Member && x.ConsortiumId == db.Sight.Consortium));
        model.Entity<Licence>().HasQueryFilter(x => db.Sight.All || db.Sight.Member);
        model.Entity<OfficerReading>().HasQueryFilter(x => db.Sight.All || db.Sight.Member);
        model.Entity<ClearanceKey>().HasQueryFilter(x => db.Sight.All || db.Sight.Member);
    }

    private static void Catalogue(ModelBuilder model, RegistryDb db)
    {
        model.Entity<Dataset>().HasQueryFilter(d => db.Sight.All
            || (db.Sight.Member && ((db.Sight.Offered && d.Status == DatasetStatus.Available)
                || (d.Status != DatasetStatus.Draft && db.Set<Entitlement>().Any(e => e.DatasetId == d.Id && e.ConsortiumId == db.Sight.Consortium)))));
        model.Entity<DatasetVersion>().HasQueryFilter(v => db.Sight.All
            || (db.Sight.Member && v.PublishedAt != null && db.Set<Dataset>().Any(d => d.Id == v.DatasetId)));
        // Where the files lie concerns only those who may use them.
        model.Entity<Distribution>().HasQueryFilter(x => db.Sight.All || (db.Sight.Offered
            && db.Set<DatasetVersion>().Any(v => v.Id == x.VersionId && db.Set<Entitlement>().Any(e => e.DatasetId == v.DatasetId && e.ConsortiumId == db.Sight.Consortium
                && (e.RevokedOn == null || e.RevokedOn >= db.Sight.Today) && (e.EndsOn == null || e.EndsOn >= db.Sight.Today)
                && (e.Agreement!.EndsOn == null || e.Agreement.EndsOn >= db.Sight.Today) && (e.Agreement.TerminatedOn == null || e.Agreement.TerminatedOn >= db.Sight.Today)))));
        model.Entity<DatasetLicence>().HasQueryFilter(l => db.Sight.All || (db.Sight.Member && db.Set<Dataset>().Any(d => d.Id == l.DatasetId)));
        model.Entity<FoundationModel>().HasQueryFilter(m => db.Sight.All
            || (db.Sight.Member && ((db.Sight.Offered && m.Status == ModelStatus.Released) || m.ConsortiumId == db.Sight.Consortium)));
    }

    private static void Agreements(ModelBuilder model, RegistryDb db)
    {
        model.Entity<Agreement>().HasQueryFilter(a => db.Sight.All
            || (db.Sight.Member && db.Set<AgreementAccess>().Any(x => x.AgreementId == a.Id && x.ConsortiumId == db.Sight.Consortium)));
        model.Entity<Terms>().HasQueryFilter(t => db.Sight.All
            || (db.Sight.Member && db.Set<AgreementAccess>().Any(x => x.AgreementId == t.AgreementId && x.ConsortiumId == db.Sight.Consortium)));
        model.Entity<AgreementStanding>().HasQueryFilter(s => db.Sight.All
            || (db.Sight.Member && db.Set<AgreementAccess>().Any(x => x.AgreementId == s.AgreementId && x.ConsortiumId == db.Sight.Consortium)));
        model.Entity<AgreementPeriod>().HasQueryFilter(p => db.Sight.All
            || (db.Sight.Member && db.Set<AgreementAccess>().Any(x => x.AgreementId == p.AgreementId && x.ConsortiumId == db.Sight.Consortium)));
        model.Entity<AgreementParty>().HasQueryFilter(p => db.Sight.All
            || (db.Sight.Member && (p.OrganisationId != null || p.ConsortiumId == db.Sight.Consortium)
                && db.Set<AgreementAccess>().Any(x => x.AgreementId == p.AgreementId && x.ConsortiumId == db.Sight.Consortium)));
        model.Entity<AgreementDataset>().HasQueryFilter(c => db.Sight.All
            || (db.Sight.Member && db.Set<Dataset>().Any(d => d.Id == c.DatasetId)
                && db.Set<AgreementAccess>().Any(x => x.AgreementId == c.AgreementId && x.ConsortiumId == db.Sight.Consortium)));
    }

    private static void Exemptions(ModelBuilder model, RegistryDb db)
    {
        model.Entity<ExemptionBeneficiary>().HasQueryFilter(b => db.Sight.All || (db.Sight.Offered
            && (b.ConsortiumId == db.Sight.Consortium || db.Set<Consortium>().Any(c => c.Id == db.Sight.Consortium && c.ProgrammeId == b.ProgrammeId))));
        model.Entity<Exemption>().HasQueryFilter(e => db.Sight.All || (db.Sight.Offered && db.Set<ExemptionBeneficiary>().Any(b => b.ExemptionId == e.Id)));
        model.Entity<ExemptionTerms>().HasQueryFilter(t => db.Sight.All || (db.Sight.Offered && db.Set<ExemptionBeneficiary>().Any(b => b.ExemptionId == t.ExemptionId)));
        model.Entity<ExemptionCover>().HasQueryFilter(c => db.Sight.All || (db.Sight.Offered
            && (c.LicenceId != null || db.Set<Dataset>().Any(d => d.Id == c.DatasetId)) && db.Set<ExemptionBeneficiary>().Any(b => b.ExemptionId == c.ExemptionId)));
    }

    private static void Own(ModelBuilder model, RegistryDb db)
    {
        model.Entity<RecordedDecision>().HasQueryFilter(d => db.Sight.All || (db.Sight.Member && d.ConsortiumId == db.Sight.Consortium));
        model.Entity<Clearance>().HasQueryFilter(c => db.Sight.All || (db.Sight.Member && c.ConsortiumId == db.Sight.Consortium));
        model.Entity<Entitlement>().HasQueryFilter(e => db.Sight.All || (db.Sight.Member && e.ConsortiumId == db.Sight.Consortium));
        model.Entity<EntitlementAcceptance>().HasQueryFilter(a => db.Sight.All || (db.Sight.Member && db.Set<Entitlement>().Any(e => e.Id == a.EntitlementId)));
        model.Entity<Alert>().HasQueryFilter(a => (a.OwnerId == null || a.OwnerId == db.Sight.Actor || db.Sight.Registry) && (db.Sight.All || (db.Sight.Member && a.ConsortiumId == db.Sight.Consortium)));
        model.Entity<AccessRequest>().HasQueryFilter(r => db.Sight.All || (db.Sight.Member && r.ConsortiumId == db.Sight.Consortium));
        model.Entity<AccessRequestItem>().HasQueryFilter(i => db.Sight.All || (db.Sight.Member && db.Set<AccessRequest>().Any(r => r.Id == i.RequestId)));
        model.Entity<AccessRequestStep>().HasQueryFilter(s => db.Sight.All || (db.Sight.Member && db.Set<AccessRequest>().Any(r => r.Id == s.RequestId)));
        model.Entity<TrainingRun>().HasQueryFilter(r => db.Sight.All || (db.Sight.Member && r.ConsortiumId == db.Sight.Consortium));
        model.Entity<UsageRecord>().HasQueryFilter(u => db.Sight.All || (db.Sight.Member && u.ConsortiumId == db.Sight.Consortium));
        model.Entity<Obligation>().HasQueryFilter(o => db.Sight.All || (db.Sight.Member && o.ConsortiumId == db.Sight.Consortium));
        model.Entity<ObligationEvidence>().HasQueryFilter(e => db.Sight.All || (db.Sight.Member && db.Set<Obligation>().Any(o => o.Id == e.ObligationId)));
        model.Entity<DataCopy>().HasQueryFilter(c => db.Sight.All || (db.Sight.Member && c.ConsortiumId == db.Sight.Consortium));
        model.Entity<CalendarFeed>().HasQueryFilter(f => db.Sight.Administers || ((db.Sight.All || db.Sight.Member) && f.OwnerId == db.Sight.Actor));
        model.Entity<SavedSearch>().HasQueryFilter(s => db.Sight.Registry || ((db.Sight.All || db.Sight.Member) && s.OwnerId == db.Sight.Actor));
        model.Entity<KeptAnswer>().HasQueryFilter(k => (db.Sight.All || db.Sight.Member) && k.OwnerId == db.Sight.Actor);
        model.Entity<Subscription>().HasQueryFilter(s => db.Sight.Administers || ((db.Sight.All || db.Sight.Member) && s.OwnerId == db.Sight.Actor));
        model.Entity<Delivery>().HasQueryFilter(x => db.Sight.All || (db.Sight.Member && db.Set<Subscription>().Any(s => s.Id == x.SubscriptionId)));
    }

    private static void Staff(ModelBuilder model, RegistryDb db)
    {
        model.Entity<BudgetLine>().HasQueryFilter(x => db.Sight.All);
        model.Entity<AgreementDocument>().HasQueryFilter(x => db.Sight.All);
        model.Entity<Payment>().HasQueryFilter(x => db.Sight.All);
        model.Entity<ExchangeRate>().HasQueryFilter(x => db.Sight.All);
        model.Entity<BudgetReservation>().HasQueryFilter(x => db.Sight.All);
        model.Entity<EndedSession>().HasQueryFilter(x => db.Sight.Registry);
        model.Entity<ImpactReport>().HasQueryFilter(x => db.Sight.All);
        model.Entity<PolicyText>().HasQueryFilter(x => db.Sight.All);
        model.Entity<IndexTask>().HasQueryFilter(x => db.Sight.All);
        model.Entity<ApiKey>().HasQueryFilter(x => db.Sight.Keys);
        model.Entity<AuditEvent>().HasQueryFilter(x => db.Sight.Audit);
    }
}
