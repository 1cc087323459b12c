using DataCatalog.Core.Catalogue;
using DataCatalog.Core.Common;
using DataCatalog.Core.Licensing;

namespace DataCatalog.Core.Import;

/// <summary>Takes a dataset with its provider, licences and versions.</summary>
internal sealed class DatasetWriter(IRegistryDb db, KnownRows known, string? source, TimeProvider clock)
{
    /// <summary>Takes the row.</summary>
    public ImportResult Take(DatasetItem item)
    {
        Organisation provider = Provider(item.Provider);
        List<Licence> licences = [.. item.Licences.Select((l, i) => LicenceOf(l.Licence, $"licences/{i}"))];
        DatasetInput input = item.Input with
        {
            ProviderId = provider.Id,
            Licences = [.. item.Licences.Zip(licences, (l, row) => new DatasetLicenceInput
            {
                LicenceId = row.Id, AsStated = l.AsStated, StatedAt = l.StatedAt, AddOn = l.AddOn, LimitedTo = l.LimitedTo,
            }).DistinctBy(l => l.LicenceId)],
        };
        var made = Dataset.Register(input, clock);
        Complete(made, item);
        ImportResult result = known.Datasets.TryGetValue(made.Key, out Dataset? existing) ? Renew(existing, made, input, item) : Add(made);
        if (result != ImportResult.Unchanged) Keep(provider, licences);
        return result;
    }

    private ImportResult Add(Dataset made)
    {
        db.Datasets.Add(known.Datasets[made.Key] = made);
        db.Record(BatchWriter.Entry(ImportResult.Created, nameof(Dataset), made.Id, source));
        return ImportResult.Created;
    }

    private ImportResult Renew(Dataset existing, Dataset made, DatasetInput input, DatasetItem item)
    {
        bool offered = made.Status != DatasetStatus.Available || existing.Status == DatasetStatus.Available;
        bool described = Same.Facts(existing, made);
        List<DatasetVersionInput> versions = [.. item.Versions.Where(v => Differs(existing, made, v))];
        if (described && offered && versions.Count == 0) return ImportResult.Unchanged;
        if (existing.Status == DatasetStatus.Withdrawn) throw new DomainException(CatalogueErrors.Withdrawn, null, existing.Key);
        if (!described) existing.Change(input with { Supply = existing.Supply }, clock);
        foreach (DatasetVersionInput version in versions) Write(existing, version);
        if (!offered) Offer(existing, item);
        existing.Touch(clock);
        db.Record(BatchWriter.Entry(ImportResult.Updated, nameof(Dataset), existing.Id, source));
        return ImportResult.Updated;
    }

    private void Complete(Dataset made, DatasetItem item)
    {
        foreach (DatasetVersionInput version in item.Versions) made.AddVersion(version, clock);
        Offer(made, item);
    }

    private void Offer(Dataset dataset, DatasetItem item)
    {
        if (item.Publish is not null) dataset.Publish(item.Publish, clock);
        else if (item.Offer) dataset.Offer(clock);
    }

    // A published version cannot change (domain rule 3): a row that says otherwise of it is refused, one that says the same changes nothing.
    private static bool Differs(Dataset existing, Dataset made, DatasetVersionInput input)
    {
        DatasetVersion? there = existing.Versions.FirstOrDefault(v => v.Number == input.Number);
        if (there is null) return true;
        if (Same.Facts(there, made.Version(input.Number!))) return false;
        return there.PublishedAt is null ? true : throw new DomainException(CatalogueErrors.VersionImmutable, "versions", there.Number);
    }

    private void Write(Dataset dataset, DatasetVersionInput input)
    {
        if (dataset.Versions.FirstOrDefault(v => v.Number == input.Number) is { } there)
        {
            there.Change(input, clock);
            return;
        }

        db.DatasetVersions.Add(dataset.AddVersion(input, clock));
    }

    private Organisation Provider(OrganisationInput input)
    {
        if (input.Key is not null && known.Organisations.TryGetValue(input.Key, out Organisation? existing)) return existing;
        if (input.NameKo is null && input.NameEn is null) return known.Organisation(input.Key, "provider");
        return Organisation.Register(input, clock);
    }

    private Licence LicenceOf(LicenceInput input, string field)
    {
        if (input.Key is null) throw new DomainException(CommonErrors.Required, field, field);
        if (known.Licences.TryGetValue(input.Key, out Licence? existing)) return existing;
        if (input.NameKo is null && input.NameEn is null) throw known.Unknown("licence", input.Key, field);
        return Licence.Register(input, clock);
    }

    // What the dataset brought with it is kept only now that the dataset itself is taken.
    private void Keep(Organisation provider, List<Licence> licences)
    {
        if (known.Organisations.TryAdd(provider.Key, provider))
        {
            db.Organisations.Add(provider);
            db.Record(BatchWriter.Entry(ImportResult.Created, nameof(Organisation), provider.Id, source));
        }

        foreach (Licence licence in licences)
        {
            if (!known.Licences.TryAdd(licence.Key, licence)) continue;
            db.Licences.Add(licence);
            db.Record(BatchWriter.Entry(ImportResult.Created, nameof(Licence), licence.Id, source));
        }
    }
}
