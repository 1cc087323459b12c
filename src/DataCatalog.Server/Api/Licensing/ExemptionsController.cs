using DataCatalog.Core.Common;
using DataCatalog.Core.Licensing;
using DataCatalog.Core.Licensing.UseCases;
using DataCatalog.Server.Api.Query;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Server.Api.Licensing;

/// <summary>Exemptions over the API, with their terms.</summary>
public sealed class ExemptionsController(IRegistryDb db) : RegistryController
{
    /// <summary>Lists them.</summary>
    [HttpGet("Exemptions")]
    [HttpGet("Exemptions/$count")]
    public Task<IActionResult> List() => RowsAsync<Exemption, ExemptionModel>(db.Exemptions);

    /// <summary>Reads one.</summary>
    [HttpGet("Exemptions({key})")]
    public Task<IActionResult> One(Guid key) => RowAsync<Exemption, ExemptionModel>(db.Exemptions, key);

    /// <summary>Lists the versions of its rules.</summary>
    [HttpGet("Exemptions({key})/Terms")]
    [HttpGet("Exemptions({key})/Terms/$count")]
    public async Task<IActionResult> Terms(Guid key)
    {
        IQueryable<Exemption> one = db.Exemptions.Where(e => e.Id == key);
        if (!await one.AnyAsync(HttpContext.RequestAborted)) throw new DomainException(CommonErrors.NotFound, null, nameof(Exemption), key);
        return await RowsAsync<ExemptionTerms, ExemptionTermsModel>(one.SelectMany(e => e.TermsVersions));
    }

    /// <summary>Registers one, with its first rules where <c>Terms</c> gives them.</summary>
    [HttpPost("Exemptions")]
    public async Task<IActionResult> Register([FromServices] RegisterExemption useCase, CancellationToken cancellation)
    {
        (ExemptionInput input, TermsInput? terms) = await JsonBody.ReadAsync<ExemptionInput, TermsInput>(Request, "Terms", cancellation);
        Exemption made = await useCase.HandleAsync(input, terms, cancellation);
        return await WrittenAsync<Exemption, ExemptionModel>(db.Exemptions, made.Id, made.RowVersion, $"Exemptions({made.Id})");
    }

    /// <summary>Changes one; its rules are amended apart.</summary>
    [HttpPatch("Exemptions({key})")]
    public async Task<IActionResult> Change(Guid key, [FromServices] ChangeExemption useCase, CancellationToken cancellation)
    {
        long expected = IfMatch;
        Exemption current = await db.Exemptions.AsNoTracking().Include(e => e.Beneficiaries).Include(e => e.Covers).GetAsync(key, expected, cancellation);
        ExemptionInput input = await JsonBody.OverlayAsync(Request, current.ToInput(), [nameof(ExemptionInput.Key)], cancellation);
        Exemption changed = await useCase.HandleAsync(key, expected, input, cancellation);
        return await WrittenAsync<Exemption, ExemptionModel>(db.Exemptions, key, changed.RowVersion);
    }

    /// <summary>Adds the next version of its rules.</summary>
    [HttpPost("Exemptions({key})/Terms")]
    public async Task<IActionResult> Amend(Guid key, [FromServices] AmendExemption useCase, CancellationToken cancellation)
    {
        Exemption changed = await useCase.HandleAsync(key, RowETag.Optional(Request), await JsonBody.ReadAsync<TermsInput>(Request, cancellation), cancellation);
        Guid made = changed.TermsVersions.MaxBy(t => t.Version)!.Id;
        Response.Headers.Location = $"{Request.Path}({made})";
        return await Reads.SingleAsync<ExemptionTerms, ExemptionTermsModel>(Request, db.Exemptions.Where(e => e.Id == key).SelectMany(e => e.TermsVersions).Where(t => t.Id == made), StatusCodes.Status201Created, cancellation);
    }
}
