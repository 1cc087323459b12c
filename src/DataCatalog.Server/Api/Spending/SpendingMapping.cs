using AutoMapper;
using DataCatalog.Core.Entitlements.Spending;

namespace DataCatalog.Server.Api.Spending;

/// <summary>How money is shown.</summary>
public sealed class SpendingMapping : Profile
{
    /// <summary>Makes the maps.</summary>
    public SpendingMapping()
    {
        CreateProjection<ExchangeRate, ExchangeRateModel>();
        CreateProjection<BudgetReservation, BudgetReservationModel>()
            .ForMember(m => m.Amount, o => o.MapFrom(r => r.Amount.Amount))
            .ForMember(m => m.Currency, o => o.MapFrom(r => r.Amount.Currency));
        CreateProjection<SpendingLine, SpendingLineModel>();
    }
}
