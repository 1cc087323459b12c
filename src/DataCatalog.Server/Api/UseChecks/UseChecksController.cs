using DataCatalog.Core.Common;
using DataCatalog.Core.Entitlements;
using DataCatalog.Core.Entitlements.UseCases;
using DataCatalog.Core.Entitlements.UseChecks;
using DataCatalog.Server.Api.Query;
using DataCatalog.Server.Hosting.Errors;
using Microsoft.AspNetCore.Mvc;

namespace DataCatalog.Server.Api.UseChecks;

/// <summary>The use-check over the API.</summary>
public sealed class UseChecksController(IRegistryDb db, Core.Common.Calendar calendar) : RegistryController
{
    // Ten thousand keys of a hundred characters, with their quotes.
    private const int MixBytes = 2 * 1024 * 1024;

    /// <summary>May this consortium do this with this dataset? A no is an answer, with every reason.</summary>
    [HttpPost("CheckUse")]
    public async Task<IActionResult> Check([FromServices] CheckUse useCase, CancellationToken cancellation)
    {
        UseCheckInput input = await JsonBody.ReadAsync<UseCheckInput>(Request, cancellation);
        return Ok(await useCase.HandleAsync(input, new DecisionWords(Language.Of(Request).TwoLetterISOLanguageName == "ko", calendar.Zone), cancellation));
    }

    /// <summary>May these datasets be used together for this model and release, and what is to be left out if not?</summary>
    [HttpPost("CheckMix")]
    [RequestSizeLimit(MixBytes)]
    public async Task<IActionResult> CheckMix([FromServices] CheckMix useCase, CancellationToken cancellation) =>
        Ok(await useCase.HandleAsync(await JsonBody.ReadAsync<UseCheckInput>(Request, cancellation), cancellation));

    /// <summary>What stops being permitted if an agreement ends on a day?</summary>
    [HttpPost("ExpiryImpact")]
    public async Task<IActionResult> ExpiryImpact([FromServices] ForeseeChanges useCase, CancellationToken cancellation)
    {
        EndParameters body = await JsonBody.ReadAsync<EndParameters>(Request, cancellation);
        Guid agreement = Core.Common.Check.Required(body.AgreementId, nameof(body.AgreementId));
        return Ok(await useCase.EndAsync(agreement, body.EndsOn, cancellation));
    }

    /// <summary>Tells on which days of the next 12 months the answer to a common question changes for whom.</summary>
    [HttpGet("VerdictFlips()")]
    public async Task<IActionResult> Flips([FromServices] ForeseeFlips useCase, CancellationToken cancellation) => Ok(await useCase.HandleAsync(null, cancellation));

    /// <summary>Tells on which days of the next so many months the answer to a common question changes for whom.</summary>
    [HttpGet("VerdictFlips(Months={months})")]
    public async Task<IActionResult> FlipsWithin([FromServices] ForeseeFlips useCase, int months, CancellationToken cancellation) => Ok(await useCase.HandleAsync(months, cancellation));

    /// <summary>Turns a permitted mix into a signed clearance.</summary>
    [HttpPost("Clear")]
    [RequestSizeLimit(MixBytes)]
    public async Task<IActionResult> Clear([FromServices] ClearMix useCase, CancellationToken cancellation)
    {
        Clearance made = await useCase.HandleAsync(await JsonBody.ReadAsync<UseCheckInput>(Request, cancellation), cancellation);
        return await WrittenAsync<Clearance, ClearanceModel>(db.Clearances, made.Id, made.RowVersion, $"Clearances({made.Id})");
    }

    private sealed record EndParameters(Guid? AgreementId = null, DateOnly? EndsOn = null);
}
