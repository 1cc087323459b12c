using DataCatalog.Core.Catalogue;
using DataCatalog.Core.Common;
using DataCatalog.Core.Licensing;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace DataCatalog.Storage;

/// <summary>What a broken unique index means to the caller.</summary>
internal static class UniqueRules
{
    /// <summary>Name of the index that makes licences' keys unique whatever their case.</summary>
    public const string LicenceKey = "ix_licences_key_lower";

    // PostgreSQL names the index, SQLite its columns (or the index where it is over an expression).
    private static readonly (string Index, string Columns, Func<object, DomainException?> Error)[] Rules =
    [
        ("ix_datasets_key", "datasets.key", row => row is Dataset d ? Taken(d, d.Key) : null),
        ("ix_organisations_key", "organisations.key", row => row is Organisation o ? Taken(o, o.Key) : null),
        (LicenceKey, LicenceKey, row => row is Licence l ? Taken(l, l.Key) : null),
        ("ix_exemptions_key", "exemptions.key", row => row is Exemption e ? Taken(e, e.Key) : null),
        ("ix_programmes_key", "programmes.key", row => row is Core.Entitlements.Programme p ? Taken(p, p.Key) : null),
        ("ix_consortia_key", "consortia.key", row => row is Core.Entitlements.Consortium c ? Taken(c, c.Key) : null),
        ("ix_foundation_models_key", "foundation_models.key", row => row is Core.Entitlements.FoundationModel m ? Taken(m, m.Key) : null),
        ("ix_agreements_licensor_id_number", "agreements.licensor_id, agreements.number",
            row => row is Agreement a ? new DomainException(LicensingErrors.DuplicateNumber, nameof(a.Number), a.Number) : null),
        ("ix_exchange_rates_currency_into_on", "exchange_rates.currency, exchange_rates.into, exchange_rates.on",
            row => row is Core.Entitlements.Spending.ExchangeRate r ? new DomainException(Core.Entitlements.EntitlementErrors.RateExists, nameof(r.On), r.Currency, r.Into, r.On) : null),
        ("ix_dataset_versions_dataset_id_number", "dataset_versions.dataset_id, dataset_versions.number",
            row => row is DatasetVersion v ? new DomainException(CatalogueErrors.VersionExists, nameof(v.Number), v.Number) : null),
    ];

    /// <summary>The error for the caller; where two writers raced to make the same row, that it has changed meanwhile.</summary>
    /// <param name="broken">Name of the index, or a message that holds it or its columns.</param>
    /// <param name="rows">The rows that could not be written.</param>
    public static DomainException Explain(string broken, IReadOnlyList<EntityEntry> rows)
    {
        foreach ((string index, string columns, Func<object, DomainException?> error) in Rules)
        {
            if (!broken.Contains(index, StringComparison.Ordinal) && !broken.Contains($": {columns}'", StringComparison.Ordinal)) continue;
            foreach (EntityEntry row in rows)
            {
                if (error(row.Entity) is { } told) return told;
            }
        }

        return new DomainException(CommonErrors.Stale);
    }

    private static DomainException Taken(Entity row, string key) => new(CommonErrors.DuplicateKey, "Key", row.GetType().Name, key);
}
