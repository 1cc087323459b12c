namespace DataCatalog.Core.Common;

/// <summary>An amount in a currency.</summary>
public sealed record Money
{
    private Money(decimal amount, string currency) => (Amount, Currency) = (amount, currency);

    /// <summary>The amount, in the currency's main unit; not negative, at most four decimals.</summary>
    public decimal Amount { get; private init; }

    /// <summary>ISO 4217 alphabetic code.</summary>
    public string Currency { get; private init; }

    /// <summary>Checks and makes an amount; null where both parts are absent.</summary>
    /// <exception cref="DomainException">One part is missing, the currency is unknown, the amount is negative, too large or too fine.</exception>
    public static Money? Of(decimal? amount, string? currency, string field)
    {
        if (amount is null && string.IsNullOrWhiteSpace(currency)) return null;
        if (amount is not { } value) throw new DomainException(CommonErrors.Required, field + "Amount", field + "Amount");
        if (value is < 0 or >= 1_000_000_000_000_000m || decimal.Round(value, 4) != value)
        {
            throw new DomainException(CommonErrors.Invalid, field + "Amount", value, "amount", "write 0 or more, below 10^15, with at most four decimals");
        }

        return new Money(value, Vocabulary.Currency(currency, field + "Currency"));
    }
}
