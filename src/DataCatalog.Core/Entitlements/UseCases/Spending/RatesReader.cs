using DataCatalog.Core.Common;
using DataCatalog.Core.Entitlements.Spending;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Core.Entitlements.UseCases.Spending;

internal static class RatesReader
{
    /// <summary>The recorded rates.</summary>
    public static async Task<Rates> RatesAsync(this IRegistryDb db, CancellationToken cancellation) => new(await db.ExchangeRates.AsNoTracking().ToListAsync(cancellation));
}
