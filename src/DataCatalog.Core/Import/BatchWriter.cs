using DataCatalog.Core.Audit;
using DataCatalog.Core.Catalogue;
using DataCatalog.Core.Common;
using DataCatalog.Core.Entitlements;
using DataCatalog.Core.Licensing;

namespace DataCatalog.Core.Import;

/// <summary>
/// Takes the rows of one batch into the registry. A row is first made whole apart from the tracked rows, so that a refused one leaves nothing behind;
/// what is made so is then added, or compared with what is there.
/// </summary>
internal sealed class BatchWriter(IRegistryDb db, KnownRows known, string? source, TimeProvider clock)
{
    /// <summary>Takes one row.</summary>
    /// <exception cref="DomainException">It breaks a rule; nothing of it was taken.</exception>
    public ImportResult Take(ImportItem item) => item switch
    {
        DatasetItem dataset => new DatasetWriter(db, known, source, clock).Take(dataset),
        OrganisationItem organisation => Take(organisation),
        LicenceItem licence => Take(licence),
        ProgrammeItem programme => Take(programme),
        ConsortiumItem consortium => Take(consortium),
        ModelItem model => Take(model),
        AgreementItem agreement => new AgreementWriter(db, known, source, clock).Take(agreement),
        EntitlementItem entitlement => Take(entitlement),
        _ => throw new DomainException(ImportErrors.UnknownKind, "kind", item.Kind, ""),
    };

    private ImportResult Take(OrganisationItem item)
    {
        Organisation made = Organisation.Register(item.Input, clock);
        if (!known.Organisations.TryGetValue(made.Key, out Organisation? existing))
        {
            db.Organisations.Add(known.Organisations[made.Key] = made);
            return Say(ImportResult.Created, nameof(Organisation), made.Id);
        }

        if (Same.Facts(existing, made)) return ImportResult.Unchanged;
        existing.Change(item.Input);
        return Say(ImportResult.Updated, nameof(Organisation), existing.Id);
    }

    private ImportResult Take(LicenceItem item)
    {
        Licence made = Licence.Register(item.Input, clock);
        if (!known.Licences.TryGetValue(made.Key, out Licence? existing))
        {
            db.Licences.Add(known.Licences[made.Key] = made);
            return Say(ImportResult.Created, nameof(Licence), made.Id);
        }

        if (Same.Facts(existing, made)) return ImportResult.Unchanged;
        existing.Change(item.Input);
        return Say(ImportResult.Updated, nameof(Licence), existing.Id);
    }

    private ImportResult Take(ProgrammeItem item)
    {
        ProgrammeInput input = item.Input with { FunderId = item.FunderKey is null ? null : known.Organisation(item.FunderKey, "funder").Id };
        Programme made = Programme.Register(input, clock);
        if (!known.Programmes.TryGetValue(made.Key, out Programme? existing))
        {
            db.Programmes.Add(known.Programmes[made.Key] = made);
            return Say(ImportResult.Created, nameof(Programme), made.Id);
        }

        if (Same.Facts(existing, made)) return ImportResult.Unchanged;
        existing.Change(input);
        return Say(ImportResult.Updated, nameof(Programme), existing.Id);
    }

    private ImportResult Take(ConsortiumItem item)
    {
        ConsortiumInput input = item.Input with
        {
            ProgrammeId = known.Programme(item.ProgrammeKey, "programme").Id,
            LeadId = known.Organisation(item.LeadKey, "lead").Id,
            Members = [.. item.Members.Select((m, i) => new ConsortiumMemberInput { OrganisationId = known.Organisation(m.OrganisationKey, $"members/{i}/organisation").Id, Role = m.Role })],
        };
        Consortium made = Consortium.Register(input, clock);
        if (!known.Consortia.TryGetValue(made.Key, out Consortium? existing))
        {
            db.Consortia.Add(known.Consortia[made.Key] = made);
            return Say(ImportResult.Created, nameof(Consortium), made.Id);
        }

        if (Same.Facts(existing, made)) return ImportResult.Unchanged;
        existing.Change(input, clock);
        return Say(ImportResult.Updated, nameof(Consortium), existing.Id);
    }

    private ImportResult Take(ModelItem item)
    {
        FoundationModelInput input = item.Input with { ConsortiumId = known.Consortium(item.ConsortiumKey, "consortium").Id };
        FoundationModel made = FoundationModel.Register(input, clock);
        if (!known.Models.TryGetValue(made.Key, out FoundationModel? existing))
        {
            db.FoundationModels.Add(known.Models[made.Key] = made);
            return Say(ImportResult.Created, nameof(FoundationModel), made.Id);
        }

        if (Same.Facts(existing, made)) return ImportResult.Unchanged;
        existing.Change(input);
        return Say(ImportResult.Updated, nameof(FoundationModel), existing.Id);
    }

    // A right once granted is revoked, never rewritten: a row for it changes nothing, and does not bring back what was revoked.
    private ImportResult Take(EntitlementItem item)
    {
        Consortium consortium = known.Consortium(item.ConsortiumKey, "consortium");
        Dataset dataset = known.Dataset(item.DatasetKey, "dataset");
        Agreement agreement = AgreementOf(item);
        (Guid, Guid, Guid) place = (consortium.Id, dataset.Id, agreement.Id);
        if (!known.Entitlements.TryGetValue(place, out List<Entitlement>? there)) known.Entitlements[place] = there = [];
        if (there.Exists(e => e.StartsOn == (item.Input.StartsOn ?? agreement.StartsOn) && e.EndsOn == item.Input.EndsOn)) return ImportResult.Unchanged;
        var granted = Entitlement.Grant(dataset, consortium, agreement, item.Input, db.Actor, clock);
        if (there.Exists(granted.Overlaps)) throw new DomainException(EntitlementErrors.Overlaps, "startsOn");
        there.Add(granted);
        db.Entitlements.Add(granted);
        return Say(ImportResult.Created, nameof(Entitlement), granted.Id);
    }

    private Agreement AgreementOf(EntitlementItem item)
    {
        Guid? licensor = item.LicensorKey is null ? null : known.Organisation(item.LicensorKey, "licensor").Id;
        List<Agreement> found = [.. known.Agreements.Values.Where(a => a.Number == item.AgreementNumber && (licensor is null || a.LicensorId == licensor))];
        return found.Count switch
        {
            1 => found[0],
            0 => throw known.Unknown("agreement", item.AgreementNumber ?? "", "agreement"),
            _ => throw new DomainException(CommonErrors.Required, "licensor", "licensor"),
        };
    }

    private ImportResult Say(ImportResult result, string type, Guid id)
    {
        db.Record(Entry(result, type, id, source));
        return result;
    }

    /// <summary>What the audit log says of a row that was written.</summary>
    public static AuditEntry Entry(ImportResult result, string type, Guid id, string? source)
    {
        string subject = type == nameof(FoundationModel) ? "model" : type.ToLowerInvariant();
        string verb = (result, type) switch
        {
            (ImportResult.Updated, _) => "changed",
            (_, nameof(Entitlement)) => "granted",
            _ => "registered",
        };
        return new AuditEntry($"{subject}.{verb}", type, id, source is null ? "import" : $"import: {source}");
    }
}
