using DataCatalog.Core.Catalogue;
using DataCatalog.Core.Entitlements;
using DataCatalog.Core.Licensing;
using DataCatalog.Core.Search;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace DataCatalog.Storage;

/// <summary>Finds the datasets whose documents a save makes out of date.</summary>
internal sealed class IndexOutbox
{
    private readonly HashSet<Guid> datasets = [];
    private readonly HashSet<Guid> agreements = [];
    private readonly HashSet<Guid> organisations = [];
    private readonly HashSet<Guid> licences = [];
    private readonly HashSet<Guid> consortia = [];
    private readonly HashSet<Guid> exemptions = [];
    private bool all;

    /// <summary>Collects what the changed rows touch.</summary>
    public static IndexOutbox Of(ChangeSet changes)
    {
        var outbox = new IndexOutbox();
        foreach (EntityEntry row in changes.Rows) outbox.Collect(row, changes);
        // All that a new agreement covers is new with it, and collected already.
        foreach (EntityEntry row in changes.Rows.Where(r => r.State == EntityState.Added && r.Entity is Agreement)) outbox.agreements.Remove(((Agreement)row.Entity).Id);
        return outbox;
    }

    /// <summary>Adds a task for each changed dataset, and for each under a changed agreement or licence, of a changed organisation, or entitled to a changed consortium.</summary>
    /// <returns>Whether there is work for the indexer.</returns>
    public async Task<bool> AddAsync(RegistryDb db, DateTime now, CancellationToken cancellation)
    {
        await Inserts.TasksAsync(db, datasets, now, cancellation);
        int added = datasets.Count;
        foreach (Guid id in agreements)
        {
            added += await db.Database.ExecuteSqlAsync(
                $"INSERT INTO index_tasks (dataset_id, created_at, due_at, attempts) SELECT dataset_id, {now}, {now}, 0 FROM agreement_datasets WHERE agreement_id = {id}", cancellation);
        }

        foreach (Guid id in organisations)
        {
            added += await db.Database.ExecuteSqlAsync(
                $"INSERT INTO index_tasks (dataset_id, created_at, due_at, attempts) SELECT id, {now}, {now}, 0 FROM datasets WHERE provider_id = {id}", cancellation);
        }

        foreach (Guid id in licences)
        {
            added += await db.Database.ExecuteSqlAsync(
                $"INSERT INTO index_tasks (dataset_id, created_at, due_at, attempts) SELECT dataset_id, {now}, {now}, 0 FROM dataset_licences WHERE licence_id = {id}", cancellation);
        }

        foreach (Guid id in consortia)
        {
            added += await db.Database.ExecuteSqlAsync(
                $"INSERT INTO index_tasks (dataset_id, created_at, due_at, attempts) SELECT DISTINCT dataset_id, {now}, {now}, 0 FROM entitlements WHERE consortium_id = {id}", cancellation);
        }

        foreach (Guid id in exemptions)
        {
            added += await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO index_tasks (dataset_id, created_at, due_at, attempts)
                SELECT dataset_id, {now}, {now}, 0 FROM exemption_covers WHERE exemption_id = {id} AND dataset_id IS NOT NULL
                UNION SELECT l.dataset_id, {now}, {now}, 0 FROM exemption_covers c JOIN dataset_licences l ON l.licence_id = c.licence_id WHERE c.exemption_id = {id}
                """, cancellation);
        }

        if (all) added += await db.Database.ExecuteSqlAsync($"INSERT INTO index_tasks (dataset_id, created_at, due_at, attempts) SELECT id, {now}, {now}, 0 FROM datasets", cancellation);
        return added > 0;
    }

    private void Collect(EntityEntry row, ChangeSet changes)
    {
        switch (row.Entity)
        {
            case Dataset dataset: datasets.Add(dataset.Id); break;
            case DatasetVersion version: datasets.Add(version.DatasetId); break;
            case DatasetLicence licence: datasets.Add(licence.DatasetId); break;
            case Distribution part when changes.Find((typeof(DatasetVersion), part.VersionId)) is DatasetVersion version: datasets.Add(version.DatasetId); break;
            case AgreementDataset cover: datasets.Add(cover.DatasetId); break;
            case Entitlement entitlement: datasets.Add(entitlement.DatasetId); break;
            case Agreement agreement when row.State == EntityState.Modified: agreements.Add(agreement.Id); break;
            case Terms terms: agreements.Add(terms.AgreementId); break;
            case AgreementParty party when party.ConsortiumId is not null: agreements.Add(party.AgreementId); break;
            case Consortium when MovesInTime(row): all = true; break;
            case Consortium consortium when row.State == EntityState.Modified: consortia.Add(consortium.Id); break;
            case OfficerReading reading: licences.Add(reading.LicenceId); break;
            case Exemption exemption when row.State == EntityState.Modified: exemptions.Add(exemption.Id); break;
            case ExemptionBeneficiary beneficiary: exemptions.Add(beneficiary.ExemptionId); break;
            case ExemptionTerms terms: exemptions.Add(terms.ExemptionId); break;
            case ExemptionCover cover: Collect(cover); break;
            case Organisation organisation when row.State == EntityState.Modified: organisations.Add(organisation.Id); break;
            case Licence licence when row.State == EntityState.Modified: licences.Add(licence.Id); break;
        }
    }

    // What a consortium may do under published licences and exemptions is indexed with every dataset.
    private static bool MovesInTime(EntityEntry row) => row.State == EntityState.Added
        || (row.State == EntityState.Modified && (row.Property(nameof(Consortium.ActiveFrom)).IsModified || row.Property(nameof(Consortium.EndedOn)).IsModified || row.Property(nameof(Consortium.ProgrammeId)).IsModified));

    // Also of a cover that goes: the row is not there any more when the tasks are made.
    private void Collect(ExemptionCover cover)
    {
        if (cover.DatasetId is { } dataset) datasets.Add(dataset);
        if (cover.LicenceId is { } licence) licences.Add(licence);
    }
}
