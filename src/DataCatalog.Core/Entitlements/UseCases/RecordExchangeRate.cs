using DataCatalog.Core.Audit;
using DataCatalog.Core.Common;
using DataCatalog.Core.Entitlements.Spending;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Core.Entitlements.UseCases;

/// <summary>Records a rate between two currencies.</summary>
public sealed class RecordExchangeRate(IRegistryDb db, TimeProvider clock)
{
    /// <summary>Records it.</summary>
    /// <exception cref="DomainException">A rule of the input is broken, one of that day is recorded already, or the caller's roles do not allow it.</exception>
    public Task<ExchangeRate> HandleAsync(ExchangeRateInput input, CancellationToken cancellation)
    {
        db.Actor.Require(Roles.DataOfficer | Roles.ProgrammeAdmin);
        return db.WriteAsync(async token =>
        {
            var rate = ExchangeRate.Record(input, db.Actor, clock);
            if (await db.ExchangeRates.AnyAsync(r => r.Currency == rate.Currency && r.Into == rate.Into && r.On == rate.On, token))
            {
                throw new DomainException(EntitlementErrors.RateExists, nameof(rate.On), rate.Currency, rate.Into, rate.On);
            }

            db.ExchangeRates.Add(rate);
            db.Record(new AuditEntry("exchange-rate.recorded", nameof(ExchangeRate), rate.Id));
            return rate;
        }, cancellation);
    }
}
