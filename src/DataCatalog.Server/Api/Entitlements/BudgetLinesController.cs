using DataCatalog.Core.Common;
using DataCatalog.Core.Entitlements;
using DataCatalog.Core.Entitlements.UseCases;
using DataCatalog.Server.Api.Query;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Server.Api.Entitlements;

/// <summary>Budget lines over the API.</summary>
public sealed class BudgetLinesController(IRegistryDb db) : RegistryController
{
    /// <summary>Lists them.</summary>
    [HttpGet("BudgetLines")]
    [HttpGet("BudgetLines/$count")]
    public Task<IActionResult> List() => RowsAsync<BudgetLine, BudgetLineModel>(db.BudgetLines);

    /// <summary>Reads one.</summary>
    [HttpGet("BudgetLines({key})")]
    public Task<IActionResult> One(Guid key) => RowAsync<BudgetLine, BudgetLineModel>(db.BudgetLines, key);

    /// <summary>Makes one.</summary>
    [HttpPost("BudgetLines")]
    public async Task<IActionResult> Register([FromServices] RegisterBudgetLine useCase, CancellationToken cancellation)
    {
        BudgetLine made = await useCase.HandleAsync(await JsonBody.ReadAsync<BudgetLineInput>(Request, cancellation), cancellation);
        return await WrittenAsync<BudgetLine, BudgetLineModel>(db.BudgetLines, made.Id, made.RowVersion, $"BudgetLines({made.Id})");
    }

    /// <summary>Changes one.</summary>
    [HttpPatch("BudgetLines({key})")]
    public async Task<IActionResult> Change(Guid key, [FromServices] ChangeBudgetLine useCase, CancellationToken cancellation)
    {
        long expected = IfMatch;
        BudgetLine current = await db.BudgetLines.AsNoTracking().GetAsync(key, expected, cancellation);
        BudgetLineInput input = await JsonBody.OverlayAsync(Request, current.ToInput(), [], cancellation);
        BudgetLine changed = await useCase.HandleAsync(key, expected, input, cancellation);
        return await WrittenAsync<BudgetLine, BudgetLineModel>(db.BudgetLines, key, changed.RowVersion);
    }
}
