using DataCatalog.Core.Common;
using DataCatalog.Core.Licensing;

namespace DataCatalog.Core.Import;

/// <summary>Takes an agreement with its parties, payments, papers and rules.</summary>
internal sealed class AgreementWriter(IRegistryDb db, KnownRows known, string? source, TimeProvider clock)
{
    /// <summary>Takes the row.</summary>
    public ImportResult Take(AgreementItem item)
    {
        AgreementInput input = Resolve(item);
        var made = Agreement.Register(input, clock);
        Terms? terms = item.Terms is null ? null : made.Amend(item.Terms, db.Actor, clock);
        if (known.Agreements.TryGetValue((made.Number, made.LicensorId), out Agreement? existing)) return Renew(existing, made, terms, input, item.Terms);
        db.Agreements.Add(known.Agreements[(made.Number, made.LicensorId)] = made);
        db.Record(BatchWriter.Entry(ImportResult.Created, nameof(Agreement), made.Id, source));
        return ImportResult.Created;
    }

    private ImportResult Renew(Agreement existing, Agreement made, Terms? terms, AgreementInput input, TermsInput? rules)
    {
        bool described = Same.Facts(existing, made);
        Terms? last = existing.TermsVersions.MaxBy(t => t.Version);
        bool amended = terms is not null && (last is null || last.Sha256 != terms.Sha256);
        if (described && !amended) return ImportResult.Unchanged;
        if (!described) existing.Change(KeepingTheRest(input, existing), clock);
        if (amended) db.Terms.Add(existing.Amend(rules!, db.Actor, clock));
        db.Record(BatchWriter.Entry(ImportResult.Updated, nameof(Agreement), existing.Id, source));
        return ImportResult.Updated;
    }

    // What the rows of a file have no place for.
    private static AgreementInput KeepingTheRest(AgreementInput input, Agreement existing) => input with
    {
        BudgetLineId = existing.BudgetLineId,
        NoticeDayRule = existing.NoticeDayRule,
        RenewalPriceAmount = existing.RenewalPrice?.Amount,
        RenewalPriceCurrency = existing.RenewalPrice?.Currency,
    };

    private AgreementInput Resolve(AgreementItem item) => item.Input with
    {
        LicensorId = known.Organisation(item.LicensorKey, "licensor").Id,
        DatasetIds = [.. item.DatasetKeys.Select((key, i) => known.Dataset(key, $"datasets/{i}").Id)],
        Parties = [.. item.Parties.Select((p, i) => new AgreementPartyInput
        {
            Role = p.Role,
            OrganisationId = p.OrganisationKey is null ? null : known.Organisation(p.OrganisationKey, $"parties/{i}/organisation").Id,
            ConsortiumId = p.ConsortiumKey is null ? null : known.Consortium(p.ConsortiumKey, $"parties/{i}/consortium").Id,
        })],
    };
}
