using DataCatalog.Core.Audit;
using DataCatalog.Core.Common;
using Microsoft.AspNetCore.Mvc;

namespace DataCatalog.Server.Api.Audit;

/// <summary>The audit log over the API.</summary>
public sealed class AuditEventsController(IRegistryDb db) : RegistryController
{
    /// <summary>Lists events.</summary>
    [HttpGet("AuditEvents")]
    [HttpGet("AuditEvents/$count")]
    public Task<IActionResult> List() => RowsAsync<AuditEvent, AuditEventModel>(db.AuditEvents);

    /// <summary>Reads one.</summary>
    [HttpGet("AuditEvents({key})")]
    public Task<IActionResult> One(long key) =>
        Reads.SingleAsync<AuditEvent, AuditEventModel>(Request, db.AuditEvents.Where(e => e.Sequence == key), StatusCodes.Status200OK, HttpContext.RequestAborted);
}
