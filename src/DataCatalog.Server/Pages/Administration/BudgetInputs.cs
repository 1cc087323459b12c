using DataCatalog.Core.Common;
using DataCatalog.Core.Entitlements.Spending;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Server.Pages.Administration;

/// <summary>What is typed of a reservation.</summary>
public sealed class ReserveInput
{
    /// <summary>The line.</summary>
    public string? BudgetLineId { get; set; }

    /// <summary>For whom.</summary>
    public string? ConsortiumId { get; set; }

    /// <summary>How much.</summary>
    public string? Amount { get; set; }

    /// <summary>What for.</summary>
    public string? Purpose { get; set; }
}

/// <summary>What is typed of a release.</summary>
public sealed class ReleaseInput
{
    /// <summary>State of the row that was read.</summary>
    public long? Version { get; set; }

    /// <summary>Why.</summary>
    public string? Reason { get; set; }
}

/// <summary>What is typed of a rate.</summary>
public sealed class RateInput
{
    /// <summary>The currency that is exchanged.</summary>
    public string? Currency { get; set; }

    /// <summary>The currency that it is worth.</summary>
    public string? Into { get; set; }

    /// <summary>From when on.</summary>
    public string? On { get; set; }

    /// <summary>How many of the second for one of the first.</summary>
    public string? Rate { get; set; }

    /// <summary>Where it was taken from.</summary>
    public string? Source { get; set; }
}

/// <summary>A reservation as the table shows it.</summary>
public sealed record ReservationRow
{
    /// <summary>Identity.</summary>
    public Guid Id { get; init; }

    /// <summary>State of the row.</summary>
    public long RowVersion { get; init; }

    /// <summary>Name of the line.</summary>
    public LocalizedText? Line { get; init; }

    /// <summary>Key of the consortium.</summary>
    public string Consortium { get; init; } = "";

    /// <summary>Name of the consortium.</summary>
    public LocalizedText? ConsortiumName { get; init; }

    /// <summary>How much.</summary>
    public decimal Amount { get; init; }

    /// <summary>ISO 4217 code.</summary>
    public string Currency { get; init; } = "";

    /// <summary>What for.</summary>
    public string Purpose { get; init; } = "";

    /// <summary>When it was reserved.</summary>
    public DateTime ReservedAt { get; init; }

    /// <summary>When it was released, or null.</summary>
    public DateOnly? ReleasedOn { get; init; }

    /// <summary>Why it was released, or null.</summary>
    public string? ReleasedReason { get; init; }

    /// <summary>Reservations with the names that they are shown by.</summary>
    public static IQueryable<ReservationRow> Of(IRegistryDb db, IQueryable<BudgetReservation> rows) =>
        from r in rows.AsNoTracking()
        join line in db.BudgetLines on r.BudgetLineId equals line.Id
        join consortium in db.Consortia on r.ConsortiumId equals consortium.Id
        select new ReservationRow
        {
            Id = r.Id, RowVersion = r.RowVersion, Line = line.Name, Consortium = consortium.Key, ConsortiumName = consortium.Name, Amount = r.Amount.Amount, Currency = r.Amount.Currency,
            Purpose = r.Purpose, ReservedAt = r.ReservedAt, ReleasedOn = r.ReleasedOn, ReleasedReason = r.ReleasedReason,
        };
}
