using DataCatalog.Core.Common;
using DataCatalog.Core.Entitlements.Spending;
using DataCatalog.Core.Entitlements.UseCases;
using DataCatalog.Core.Licensing;
using DataCatalog.Server.Api.Licensing;
using DataCatalog.Server.Api.Query;
using Microsoft.AspNetCore.Mvc;

namespace DataCatalog.Server.Api.Spending;

/// <summary>Where the money went, over the API; staff only.</summary>
public sealed class SpendingController(IRegistryDb db, AskSpending spending, TimeProvider clock) : RegistryController
{
    /// <summary>Lists what is to be paid and was, over all agreements.</summary>
    [HttpGet("Payments")]
    [HttpGet("Payments/$count")]
    public Task<IActionResult> Payments() => RowsAsync<Payment, PaymentModel>(db.Agreements.SelectMany(a => a.Payments));

    /// <summary>Lists what agreements cost, shared out over datasets, modalities and consortia.</summary>
    [HttpGet("SpendingLines")]
    [HttpGet("SpendingLines/$count")]
    public async Task<IActionResult> Lines(CancellationToken cancellation) => await RowsAsync<SpendingLine, SpendingLineModel>(InMemoryRows.Of(await spending.LinesAsync(cancellation)));

    /// <summary>Adds spending up by consortium, modality, provider, budgetLine, phase or dataset.</summary>
    [HttpGet("SpendingBy(By={by})")]
    public async Task<IActionResult> By(string by, CancellationToken cancellation) => Ok(await spending.ByAsync(by, cancellation));

    /// <summary>Tells what a token, an hour or an image costs, by dataset.</summary>
    [HttpGet("UnitPrices()")]
    public async Task<IActionResult> Prices(CancellationToken cancellation) => Ok(await spending.UnitPricesAsync(cancellation));

    /// <summary>Finds what was paid for and no run ever used.</summary>
    [HttpGet("PaidUnused()")]
    public async Task<IActionResult> Unused(CancellationToken cancellation) => Ok(await spending.PaidUnusedAsync(cancellation));

    /// <summary>Finds the same corpus under two priced agreements at once.</summary>
    [HttpGet("BoughtTwice()")]
    public async Task<IActionResult> Twice(CancellationToken cancellation) => Ok(await spending.BoughtTwiceAsync(cancellation));

    /// <summary>Tells where each budget line stands.</summary>
    [HttpGet("BudgetStanding()")]
    public async Task<IActionResult> Standing(CancellationToken cancellation) => Ok(await spending.StandingAsync(cancellation));

    /// <summary>Tells what is committed anew if every automatic renewal up to a day goes through.</summary>
    [HttpGet("Exposure(Until={until})")]
    public async Task<IActionResult> Exposure(DateOnly until, CancellationToken cancellation) => Ok(await spending.ExposureAsync(until, clock, cancellation));

    /// <summary>Lists exchange rates.</summary>
    [HttpGet("ExchangeRates")]
    [HttpGet("ExchangeRates/$count")]
    public Task<IActionResult> Rates() => RowsAsync<ExchangeRate, ExchangeRateModel>(db.ExchangeRates);

    /// <summary>Reads an exchange rate.</summary>
    [HttpGet("ExchangeRates({key})")]
    public Task<IActionResult> Rate(Guid key) => RowAsync<ExchangeRate, ExchangeRateModel>(db.ExchangeRates, key);

    /// <summary>Records an exchange rate.</summary>
    [HttpPost("ExchangeRates")]
    public async Task<IActionResult> RecordRate([FromServices] RecordExchangeRate useCase, CancellationToken cancellation)
    {
        ExchangeRate made = await useCase.HandleAsync(await JsonBody.ReadAsync<ExchangeRateInput>(Request, cancellation), cancellation);
        return await WrittenAsync<ExchangeRate, ExchangeRateModel>(db.ExchangeRates, made.Id, made.RowVersion, $"ExchangeRates({made.Id})");
    }

    /// <summary>Lists reserved money.</summary>
    [HttpGet("BudgetReservations")]
    [HttpGet("BudgetReservations/$count")]
    public Task<IActionResult> Reservations() => RowsAsync<BudgetReservation, BudgetReservationModel>(db.BudgetReservations);

    /// <summary>Reads a reservation.</summary>
    [HttpGet("BudgetReservations({key})")]
    public Task<IActionResult> Reservation(Guid key) => RowAsync<BudgetReservation, BudgetReservationModel>(db.BudgetReservations, key);

    /// <summary>Reserves money of a budget line, at most what is left of it.</summary>
    [HttpPost("BudgetReservations")]
    public async Task<IActionResult> Reserve([FromServices] ReserveBudget useCase, CancellationToken cancellation)
    {
        BudgetReservation made = await useCase.HandleAsync(await JsonBody.ReadAsync<BudgetReservationInput>(Request, cancellation), cancellation);
        return await WrittenAsync<BudgetReservation, BudgetReservationModel>(db.BudgetReservations, made.Id, made.RowVersion, $"BudgetReservations({made.Id})");
    }

    /// <summary>Gives reserved money back to its line.</summary>
    [HttpPost("BudgetReservations({key})/Release")]
    public async Task<IActionResult> Release(Guid key, [FromServices] ReleaseReservation useCase, CancellationToken cancellation)
    {
        ReasonParameter body = await JsonBody.ReadAsync<ReasonParameter>(Request, cancellation);
        BudgetReservation changed = await useCase.HandleAsync(key, RowETag.Optional(Request), body.Reason, cancellation);
        return await WrittenAsync<BudgetReservation, BudgetReservationModel>(db.BudgetReservations, key, changed.RowVersion);
    }
}
