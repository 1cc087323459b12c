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
    /// <param name="amount">The amount, or null.</param>
    /// <param name="currency">The currency, or blank.</param>
    /// <param name="field">Name of the pair, as in <c>Price</c>; the halves are <c>PriceAmount</c> and <c>PriceCurrency</c>.</param>
    /// <exception cref="DomainException">One part is missing, the currency is unknown, the amount is negative, too large or too fine.</exception>
    public static Money? Of(decimal? amount, string? currency, string field) => Of(amount, currency, field + "Amount", field + "Currency");

    /// <summary>The same where the two fields have names of their own.</summary>
    /// <exception cref="DomainException">One part is missing, the currency is unknown, the amount is negative, too large or too fine.</exception>
    public static Money? Of(decimal? amount, string? currency, string amountField, string currencyField)
    {
        if (amount is null && string.IsNullOrWhiteSpace(currency)) return null;
        decimal value = Check.Required(amount, amountField);
        if (value is < 0 or >= 1_000_000_000_000_000m || decimal.Round(value, 4) != value)
        {
            throw new DomainException(CommonErrors.Invalid, amountField, value, "amount", "write 0 or more, below 10^15, with at most four decimals");
        }

        return new Money(value, Vocabulary.Currency(currency, currencyField));
    }
}
