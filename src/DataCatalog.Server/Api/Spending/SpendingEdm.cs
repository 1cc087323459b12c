using DataCatalog.Core.Entitlements.Spending;
using Microsoft.OData.ModelBuilder;

namespace DataCatalog.Server.Api.Spending;

/// <summary>The part of the model for money; staff only.</summary>
internal static class SpendingEdm
{
    /// <summary>Adds it.</summary>
    public static void Add(ODataConventionModelBuilder builder)
    {
        builder.Rows<ExchangeRateModel>("ExchangeRates");
        EntityTypeConfiguration<BudgetReservationModel> reservation = builder.Rows<BudgetReservationModel>("BudgetReservations");
        ActionConfiguration release = reservation.Action("Release");
        release.Parameter<string>("Reason");
        release.ReturnsFromEntitySet<BudgetReservationModel>("BudgetReservations");
        builder.EntitySet<SpendingLineModel>("SpendingLines").EntityType.HasKey(l => l.Id);
        FunctionConfiguration by = builder.Function("SpendingBy");
        by.Parameter<string>("By");
        by.ReturnsCollection<SpendingSum>();
        builder.Function("UnitPrices").ReturnsCollection<UnitPrice>();
        builder.Function("PaidUnused").ReturnsCollection<UnusedPurchase>();
        builder.Function("BoughtTwice").ReturnsCollection<DoublePurchase>();
        builder.Function("BudgetStanding").ReturnsCollection<BudgetLineStanding>();
        FunctionConfiguration exposure = builder.Function("Exposure");
        exposure.Parameter<DateOnly>("Until");
        exposure.Returns<ExposureAnswer>();
    }
}
