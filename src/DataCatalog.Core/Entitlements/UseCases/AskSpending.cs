using DataCatalog.Core.Common;
using DataCatalog.Core.Entitlements.Spending;
using DataCatalog.Core.Entitlements.UseCases.Spending;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Core.Entitlements.UseCases;

/// <summary>Answers where the money went; to staff only (domain rule 22).</summary>
public sealed class AskSpending(IRegistryDb db, Calendar calendar)
{
    private const Roles Staff = Roles.DataOfficer | Roles.Compliance | Roles.ProgrammeAdmin | Roles.Auditor;

    /// <summary>Every line.</summary>
    public Task<List<SpendingLine>> LinesAsync(CancellationToken cancellation) => Reader().ReadAsync(cancellation);

    /// <summary>What was spent, by consortium, modality, provider, budget line, phase or dataset.</summary>
    /// <exception cref="DomainException"><c>invalid-value</c> for any other column.</exception>
    public async Task<IReadOnlyList<SpendingSum>> ByAsync(string? by, CancellationToken cancellation)
    {
        string column = SpendingSums.Columns.FirstOrDefault(c => c.Equals(by ?? "consortium", StringComparison.OrdinalIgnoreCase))
            ?? throw new DomainException(CommonErrors.Invalid, "By", by!.Length > 60 ? by[..60] : by, "column", $"use one of {string.Join(", ", SpendingSums.Columns)}");
        SpendingReader reader = Reader();
        return SpendingSums.Of(await reader.ReadAsync(cancellation), column, await reader.CurrencyAsync(cancellation), await NamesAsync(column, cancellation));
    }

    /// <summary>Where each budget line stands.</summary>
    public async Task<IReadOnlyList<BudgetLineStanding>> StandingAsync(CancellationToken cancellation)
    {
        db.Actor.Require(Staff);
        return await BudgetStandings.ReadAsync(db, calendar.Today, cancellation);
    }

    /// <summary>What a token, an hour or an image costs, by dataset and modality.</summary>
    public async Task<IReadOnlyList<UnitPrice>> UnitPricesAsync(CancellationToken cancellation) =>
        await UnitPrices.ReadAsync(db, await Reader().ReadAsync(cancellation), cancellation);

    /// <summary>What was paid for and no run ever used.</summary>
    public async Task<IReadOnlyList<UnusedPurchase>> PaidUnusedAsync(CancellationToken cancellation) =>
        await UnusedPurchases.ReadAsync(db, await Reader().ReadAsync(cancellation), cancellation);

    /// <summary>The same corpus under two priced agreements at once.</summary>
    public async Task<IReadOnlyList<DoublePurchase>> BoughtTwiceAsync(CancellationToken cancellation)
    {
        db.Actor.Require(Staff);
        return await DoublePurchases.ReadAsync(db, calendar.Today, cancellation);
    }

    /// <summary>What is committed anew if every automatic renewal up to a day goes through.</summary>
    /// <exception cref="DomainException">The day is past or too far ahead.</exception>
    public async Task<ExposureAnswer> ExposureAsync(DateOnly? until, TimeProvider clock, CancellationToken cancellation)
    {
        SpendingReader reader = Reader();
        return await RenewalExposure.ReadAsync(db, until, await reader.CurrencyAsync(cancellation), calendar, clock, cancellation);
    }

    private SpendingReader Reader()
    {
        db.Actor.Require(Staff);
        return new SpendingReader(db, calendar);
    }

    private async Task<IReadOnlyDictionary<Guid, RowName>> NamesAsync(string column, CancellationToken cancellation) => column switch
    {
        "consortium" => await db.Consortia.AsNoTracking().ToDictionaryAsync(c => c.Id, c => new RowName(c.Key, c.Name), cancellation),
        "provider" => await db.Organisations.AsNoTracking().ToDictionaryAsync(o => o.Id, o => new RowName(o.Key, o.Name), cancellation),
        "budgetLine" => await db.BudgetLines.AsNoTracking().ToDictionaryAsync(l => l.Id, l => new RowName(l.Id.ToString(), l.Name), cancellation),
        "dataset" => await db.Datasets.AsNoTracking().Select(d => new { d.Id, d.Key, d.Title }).ToDictionaryAsync(d => d.Id, d => new RowName(d.Key, d.Title), cancellation),
        _ => new Dictionary<Guid, RowName>(),
    };
}
