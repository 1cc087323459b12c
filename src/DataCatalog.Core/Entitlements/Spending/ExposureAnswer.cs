namespace DataCatalog.Core.Entitlements.Spending;

/// <summary>What is committed anew if every automatic renewal up to a day goes through.</summary>
public sealed record ExposureAnswer
{
    /// <summary>The day reckoned to, included.</summary>
    public DateOnly Until { get; init; }

    /// <summary>The programme's currency.</summary>
    public string Currency { get; init; } = "";

    /// <summary>What the renewals whose price is known cost in all.</summary>
    public decimal Total { get; init; }

    /// <summary>How many renewals have a price that is not known, or not in this currency for want of a rate; they are not in the total.</summary>
    public int Unknown { get; init; }

    /// <summary>Each period, in the order of its deadline.</summary>
    public IReadOnlyList<ExposedPeriod> Periods { get; init; } = [];
}

/// <summary>A period that begins unless notice is given.</summary>
public sealed record ExposedPeriod
{
    /// <summary>The agreement.</summary>
    public Guid AgreementId { get; init; }

    /// <summary>Its number.</summary>
    public string Number { get; init; } = "";

    /// <summary>Which renewal, from 1.</summary>
    public int Renewal { get; init; }

    /// <summary>Last day on which it can be prevented.</summary>
    public DateOnly DecideBy { get; init; }

    /// <summary>Its first day.</summary>
    public DateOnly StartsOn { get; init; }

    /// <summary>Its last day.</summary>
    public DateOnly? EndsOn { get; init; }

    /// <summary>What it costs, as stated; null where that is not known.</summary>
    public decimal? Price { get; init; }

    /// <summary>ISO 4217 code of the price.</summary>
    public string? PriceCurrency { get; init; }

    /// <summary>What it costs in the programme's currency; null where that is not known.</summary>
    public decimal? Cost { get; init; }

    /// <summary>How that was reckoned.</summary>
    public string Arithmetic { get; init; } = "";
}
