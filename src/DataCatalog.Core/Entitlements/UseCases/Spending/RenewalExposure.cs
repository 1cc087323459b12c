using System.Globalization;
using DataCatalog.Core.Common;
using DataCatalog.Core.Entitlements.Spending;
using DataCatalog.Core.Licensing;
using DataCatalog.Core.Licensing.Periods;
using Microsoft.EntityFrameworkCore;
using Calendar = DataCatalog.Core.Common.Calendar;

namespace DataCatalog.Core.Entitlements.UseCases.Spending;

/// <summary>Plays automatic renewals through, with the very rules by which agreements renew.</summary>
internal static class RenewalExposure
{
    private const int MostYears = 20;
    private const int MostPeriods = 100_000;

    /// <summary>Plays them through; nothing is written.</summary>
    /// <exception cref="DomainException">The day is past or too far ahead, or there are too many periods.</exception>
    public static async Task<ExposureAnswer> ReadAsync(IRegistryDb db, DateOnly? until, string currency, Calendar calendar, TimeProvider clock, CancellationToken cancellation)
    {
        DateOnly last = until ?? calendar.Today.AddYears(1);
        if (last < calendar.Today || last > calendar.Today.AddYears(MostYears)) throw new DomainException(CommonErrors.Invalid, "Until", last, "day", $"choose one from today to {MostYears} years ahead");
        Rates rates = await db.RatesAsync(cancellation);
        List<Agreement> agreements = await db.Agreements.AsNoTracking().Where(a => a.Renewal == RenewalKind.Automatic && a.SignedOn != null && a.TerminatedOn == null && a.NoticeGivenOn == null)
            .OrderBy(a => a.Number).ThenBy(a => a.Id).ToListAsync(cancellation);
        List<ExposedPeriod> periods = [];
        foreach (Agreement agreement in agreements)
        {
            periods.AddRange(Renew(agreement, last, clock).Select(p => Price(p, currency, rates, calendar.Today)));
            if (periods.Count > MostPeriods) throw new DomainException(CommonErrors.TooMany, "Until", "periods", MostPeriods);
        }

        return new ExposureAnswer
        {
            Until = last, Currency = currency, Total = periods.Sum(p => p.Cost ?? 0), Unknown = periods.Count(p => p.Cost is null),
            Periods = [.. periods.OrderBy(p => p.DecideBy).ThenBy(p => p.Number, StringComparer.Ordinal).ThenBy(p => p.Renewal)],
        };
    }

    private static IEnumerable<ExposedPeriod> Renew(Agreement agreement, DateOnly until, TimeProvider clock)
    {
        foreach (AgreementPeriod made in agreement.RenewTacitly(until.AddDays(1), Actor.Registry, clock))
        {
            AgreementPeriod before = agreement.Periods.Single(p => p.Ordinal == made.Ordinal - 1);
            yield return new ExposedPeriod
            {
                AgreementId = agreement.Id, Number = agreement.Number, Renewal = made.Ordinal, DecideBy = before.NoticeDeadline ?? before.EndsOn!.Value, StartsOn = made.StartsOn, EndsOn = made.EndsOn,
                Price = made.Cost?.Amount, PriceCurrency = made.Cost?.Currency,
            };
        }
    }

    private static ExposedPeriod Price(ExposedPeriod period, string currency, Rates rates, DateOnly today)
    {
        if (period.Price is not { } price) return period with { Arithmetic = "the price of a renewal is not known" };
        var stated = Money.Of(price, period.PriceCurrency, nameof(period.Price));
        if (rates.In(currency, stated!, today) is not { } converted) return period with { Arithmetic = $"{Text(price)} {period.PriceCurrency}, and no rate to {currency} is recorded" };
        string arithmetic = converted.RateOn is { } on
            ? string.Create(CultureInfo.InvariantCulture, $"{Text(price)} {period.PriceCurrency} × {Text(converted.Rate)} ({on:yyyy-MM-dd}) = {Text(converted.Amount)} {currency}")
            : $"{Text(price)} {currency}";
        return period with { Cost = converted.Amount, Arithmetic = arithmetic };
    }

    private static string Text(decimal number) => (number / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture);
}
