using DataCatalog.Core.Common;

namespace DataCatalog.Core.Entitlements.Spending;

/// <summary>What one unit of a currency was worth in another on a day, as an officer recorded it; append-only, staff only.</summary>
public sealed class ExchangeRate : Entity
{
    private ExchangeRate() { }

    /// <summary>ISO 4217 code of the currency that is exchanged.</summary>
    public string Currency { get; private set; } = null!;

    /// <summary>ISO 4217 code of the currency that it is worth.</summary>
    public string Into { get; private set; } = null!;

    /// <summary>The day from which it counts, until the next recorded.</summary>
    public DateOnly On { get; private set; }

    /// <summary>Units of <see cref="Into"/> for one of <see cref="Currency"/>; above 0, at most eight decimals.</summary>
    public decimal Rate { get; private set; }

    /// <summary>Where it was taken from.</summary>
    public string Source { get; private set; } = null!;

    /// <summary>Who recorded it.</summary>
    public string RecordedBy { get; private set; } = null!;

    /// <summary>When, UTC.</summary>
    public DateTime RecordedAt { get; private set; }

    /// <summary>Records a rate.</summary>
    /// <exception cref="DomainException">A rule of the input is broken.</exception>
    public static ExchangeRate Record(ExchangeRateInput input, Actor by, TimeProvider clock)
    {
        decimal rate = Check.Required(input.Rate, nameof(Rate));
        if (rate is <= 0 or >= 1_000_000_000m || decimal.Round(rate, 8) != rate) throw new DomainException(CommonErrors.Invalid, nameof(Rate), rate, "rate", "write more than 0, below 10^9, with at most eight decimals");
        var made = new ExchangeRate
        {
            Id = Ids.New(clock), Currency = Vocabulary.Currency(input.Currency, nameof(Currency)), Into = Vocabulary.Currency(input.Into ?? "KRW", nameof(Into)),
            On = Check.Required(Check.Day(input.On, nameof(On)), nameof(On)), Rate = rate, Source = Check.Text(input.Source, nameof(Source), 300), RecordedBy = by.Name, RecordedAt = clock.Instant(),
        };
        return made.Currency != made.Into ? made : throw new DomainException(CommonErrors.Invalid, nameof(Into), made.Into, "currency", "name another than Currency");
    }
}

/// <summary>What an officer says of a rate.</summary>
public sealed record ExchangeRateInput
{
    /// <summary>The currency that is exchanged.</summary>
    public string? Currency { get; init; }

    /// <summary>The currency that it is worth; KRW where absent.</summary>
    public string? Into { get; init; }

    /// <summary>The day from which it counts.</summary>
    public DateOnly? On { get; init; }

    /// <summary>Units of the second for one of the first.</summary>
    public decimal? Rate { get; init; }

    /// <summary>Where it was taken from.</summary>
    public string? Source { get; init; }
}
