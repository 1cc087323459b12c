using DataCatalog.Core.Common;
using DataCatalog.Core.Compliance;
using DataCatalog.Core.Compliance.UseCases;
using DataCatalog.Server.Api.Query;
using Microsoft.AspNetCore.Mvc;

namespace DataCatalog.Server.Api.Compliance;

/// <summary>Alerts over the API, with the deliveries that tell of them.</summary>
public sealed class AlertsController(IRegistryDb db) : RegistryController
{
    /// <summary>Lists alerts.</summary>
    [HttpGet("Alerts")]
    [HttpGet("Alerts/$count")]
    public Task<IActionResult> List() => RowsAsync<Alert, AlertModel>(db.Alerts);

    /// <summary>Reads one.</summary>
    [HttpGet("Alerts({key})")]
    public Task<IActionResult> One(Guid key) => RowAsync<Alert, AlertModel>(db.Alerts, key);

    /// <summary>Takes note of one.</summary>
    [HttpPost("Alerts({key})/Acknowledge")]
    public async Task<IActionResult> Acknowledge(Guid key, [FromServices] AcknowledgeAlert useCase, CancellationToken cancellation)
    {
        NoteParameter body = await JsonBody.ReadAsync<NoteParameter>(Request, cancellation);
        Alert changed = await useCase.HandleAsync(key, RowETag.Optional(Request), body.Note, cancellation);
        return await WrittenAsync<Alert, AlertModel>(db.Alerts, key, changed.RowVersion);
    }

    /// <summary>Puts one off until a day.</summary>
    [HttpPost("Alerts({key})/Snooze")]
    public async Task<IActionResult> Snooze(Guid key, [FromServices] SnoozeAlert useCase, CancellationToken cancellation)
    {
        UntilParameter body = await JsonBody.ReadAsync<UntilParameter>(Request, cancellation);
        Alert changed = await useCase.HandleAsync(key, RowETag.Optional(Request), body.Until, cancellation);
        return await WrittenAsync<Alert, AlertModel>(db.Alerts, key, changed.RowVersion);
    }

    /// <summary>Passes one on to the next tier of recipients now.</summary>
    [HttpPost("Alerts({key})/Escalate")]
    public async Task<IActionResult> Escalate(Guid key, [FromServices] EscalateAlert useCase, CancellationToken cancellation)
    {
        Alert changed = await useCase.HandleAsync(key, RowETag.Optional(Request), cancellation);
        return await WrittenAsync<Alert, AlertModel>(db.Alerts, key, changed.RowVersion);
    }

    /// <summary>Lists deliveries.</summary>
    [HttpGet("Deliveries")]
    [HttpGet("Deliveries/$count")]
    public Task<IActionResult> Deliveries() => RowsAsync<Delivery, DeliveryModel>(db.Deliveries);

    /// <summary>Reads one delivery.</summary>
    [HttpGet("Deliveries({key})")]
    public Task<IActionResult> Delivery(Guid key) => RowAsync<Delivery, DeliveryModel>(db.Deliveries, key);

    private sealed record NoteParameter(string? Note = null);

    private sealed record UntilParameter(DateOnly? Until = null);
}
