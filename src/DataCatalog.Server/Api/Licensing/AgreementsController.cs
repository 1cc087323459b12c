using DataCatalog.Core.Common;
using DataCatalog.Core.Compliance.UseCases.Ends;
using DataCatalog.Core.Compliance.UseCases.Impact;
using DataCatalog.Core.Entitlements.UseCases;
using DataCatalog.Core.Entitlements.UseChecks;
using DataCatalog.Core.Licensing;
using DataCatalog.Core.Licensing.Periods;
using DataCatalog.Core.Licensing.UseCases;
using DataCatalog.Server.Api.Query;
using DataCatalog.Server.Hosting.Errors;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Server.Api.Licensing;

/// <summary>Agreements over the API, with their terms, papers and payments.</summary>
public sealed class AgreementsController(IRegistryDb db) : RegistryController
{
    /// <summary>Lists them.</summary>
    [HttpGet("Agreements")]
    [HttpGet("Agreements/$count")]
    public Task<IActionResult> List() => TrackedAsync<Agreement, AgreementModel>(db.Agreements);

    /// <summary>Reads one.</summary>
    [HttpGet("Agreements({key})")]
    public Task<IActionResult> One(Guid key) => RowAsync<Agreement, AgreementModel>(db.Agreements, key);

    /// <summary>Lists the versions of its rules.</summary>
    [HttpGet("Agreements({key})/Terms")]
    [HttpGet("Agreements({key})/Terms/$count")]
    public async Task<IActionResult> Terms(Guid key) => await RowsAsync<Terms, TermsModel>((await OfAsync(key)).SelectMany(a => a.TermsVersions));

    /// <summary>Reads one version of its rules.</summary>
    [HttpGet("Agreements({key})/Terms({version})")]
    public async Task<IActionResult> OneVersion(Guid key, Guid version) =>
        await Reads.SingleAsync<Terms, TermsModel>(Request, (await OfAsync(key)).SelectMany(a => a.TermsVersions).Where(t => t.Id == version), StatusCodes.Status200OK, HttpContext.RequestAborted);

    /// <summary>Lists its parties.</summary>
    [HttpGet("Agreements({key})/Parties")]
    [HttpGet("Agreements({key})/Parties/$count")]
    public async Task<IActionResult> Parties(Guid key) => await RowsAsync<AgreementParty, AgreementPartyModel>((await OfAsync(key)).SelectMany(a => a.Parties));

    /// <summary>Lists its papers.</summary>
    [HttpGet("Agreements({key})/Documents")]
    [HttpGet("Agreements({key})/Documents/$count")]
    public async Task<IActionResult> Documents(Guid key) => await RowsAsync<AgreementDocument, DocumentModel>((await OfAsync(key)).SelectMany(a => a.Documents));

    /// <summary>Lists what is paid when.</summary>
    [HttpGet("Agreements({key})/Payments")]
    [HttpGet("Agreements({key})/Payments/$count")]
    public async Task<IActionResult> Payments(Guid key) => await RowsAsync<Payment, PaymentModel>((await OfAsync(key)).SelectMany(a => a.Payments));

    /// <summary>Registers one, with its first rules where <c>Terms</c> gives them.</summary>
    [HttpPost("Agreements")]
    public async Task<IActionResult> Register([FromServices] RegisterAgreement useCase, CancellationToken cancellation)
    {
        (AgreementInput input, TermsInput? terms) = await JsonBody.ReadAsync<AgreementInput, TermsInput>(Request, "Terms", cancellation);
        Agreement made = await useCase.HandleAsync(input, terms, cancellation);
        return await WrittenAsync<Agreement, AgreementModel>(db.Agreements, made.Id, made.RowVersion, $"Agreements({made.Id})");
    }

    /// <summary>Changes one; its rules are amended apart.</summary>
    [HttpPatch("Agreements({key})")]
    public async Task<IActionResult> Change(Guid key, [FromServices] ChangeAgreement useCase, CancellationToken cancellation)
    {
        long expected = IfMatch;
        Agreement current = await db.Agreements.AsNoTracking().AsSplitQuery()
            .Include(a => a.Parties).Include(a => a.Datasets).Include(a => a.Payments).Include(a => a.Documents).GetAsync(key, expected, cancellation);
        AgreementInput input = await JsonBody.OverlayAsync(Request, current.ToInput(), [], cancellation);
        Agreement changed = await useCase.HandleAsync(key, expected, input, cancellation);
        return await WrittenAsync<Agreement, AgreementModel>(db.Agreements, key, changed.RowVersion);
    }

    /// <summary>Adds the next version of its rules.</summary>
    [HttpPost("Agreements({key})/Terms")]
    public async Task<IActionResult> Amend(Guid key, [FromServices] AmendTerms useCase, CancellationToken cancellation)
    {
        Terms made = await useCase.HandleAsync(key, RowETag.Optional(Request), await JsonBody.ReadAsync<TermsInput>(Request, cancellation), cancellation);
        Response.Headers.Location = $"{Request.Path}({made.Id})";
        return await Reads.SingleAsync<Terms, TermsModel>(Request, db.Terms.Where(t => t.Id == made.Id), StatusCodes.Status201Created, cancellation);
    }

    /// <summary>Amends its rules from a day on, written as ODRL or in the short form; with <c>DryRun</c> nothing is written and the answer says what would change for whom.</summary>
    [HttpPost("Agreements({key})/Amend")]
    public async Task<IActionResult> AmendFrom(Guid key, [FromServices] AmendAgreement useCase, [FromServices] Core.Common.Calendar calendar, CancellationToken cancellation)
    {
        AmendParameters body = await JsonBody.ReadAsync<AmendParameters>(Request, cancellation);
        TermsInput input = new() { EffectiveFrom = body.EffectiveFrom, Odrl = body.Odrl, Short = body.Short, ShortForm = body.ShortForm };
        (ImpactAnswer impact, Terms terms) = await useCase.HandleAsync(key, RowETag.Optional(Request), input, body.DryRun, cancellation);
        var words = new DecisionWords(Language.Of(Request).TwoLetterISOLanguageName == "ko", calendar.Zone);
        return Ok(new AmendAnswer
        {
            DryRun = body.DryRun, Version = terms.Version, EffectiveFrom = terms.EffectiveFrom, Sha256 = terms.Sha256, Odrl = terms.Odrl, Sentences = words.Of(terms.Odrl), Impact = impact,
        });
    }

    /// <summary>Lists its periods.</summary>
    [HttpGet("Agreements({key})/Periods")]
    [HttpGet("Agreements({key})/Periods/$count")]
    public async Task<IActionResult> Periods(Guid key) => await RowsAsync<AgreementPeriod, AgreementPeriodModel>((await OfAsync(key)).SelectMany(a => a.Periods));

    /// <summary>The notice deadline of each of its periods, with how it is reckoned.</summary>
    [HttpGet("Agreements({key})/Deadlines()")]
    public async Task<IActionResult> Deadlines(Guid key, [FromServices] Core.Common.Calendar calendar, CancellationToken cancellation) =>
        Ok(DeadlineAnswer.Of(await db.Agreements.AsNoTracking().GetAsync(key, null, cancellation), calendar.Today, PublicHolidays.Korean, Language.Of(Request).TwoLetterISOLanguageName));

    /// <summary>Whom and what it touches, and what stops being permitted when it ends.</summary>
    [HttpGet("Agreements({key})/Impact()")]
    public async Task<IActionResult> Impact(Guid key, [FromServices] ReadImpact useCase, CancellationToken cancellation) => Ok(await useCase.OfAgreementAsync(key, null, cancellation));

    /// <summary>Records notice against its renewal.</summary>
    [HttpPost("Agreements({key})/GiveNotice")]
    public async Task<IActionResult> GiveNotice(Guid key, [FromServices] ContinueAgreement useCase, CancellationToken cancellation)
    {
        NoticeParameters body = await JsonBody.ReadAsync<NoticeParameters>(Request, cancellation);
        Agreement changed = await useCase.GiveNoticeAsync(key, RowETag.Optional(Request), body.GivenOn, body.By, cancellation);
        return await WrittenAsync<Agreement, AgreementModel>(db.Agreements, key, changed.RowVersion);
    }

    /// <summary>Takes notice back.</summary>
    [HttpPost("Agreements({key})/WithdrawNotice")]
    public async Task<IActionResult> WithdrawNotice(Guid key, [FromServices] ContinueAgreement useCase, CancellationToken cancellation)
    {
        ReasonParameter body = await JsonBody.ReadAsync<ReasonParameter>(Request, cancellation);
        Agreement changed = await useCase.WithdrawNoticeAsync(key, RowETag.Optional(Request), body.Reason, cancellation);
        return await WrittenAsync<Agreement, AgreementModel>(db.Agreements, key, changed.RowVersion);
    }

    /// <summary>Renews it.</summary>
    [HttpPost("Agreements({key})/Renew")]
    public async Task<IActionResult> Renew(Guid key, [FromServices] ContinueAgreement useCase, CancellationToken cancellation)
    {
        RenewParameters body = await JsonBody.ReadAsync<RenewParameters>(Request, cancellation);
        Agreement changed = await useCase.RenewAsync(key, RowETag.Optional(Request), body.EndsOn, Money.Of(body.CostAmount, body.CostCurrency, "Cost"), cancellation);
        return await WrittenAsync<Agreement, AgreementModel>(db.Agreements, key, changed.RowVersion);
    }

    /// <summary>Ends it early; with <c>DryRun</c> nothing is written and the answer says what would be touched.</summary>
    [HttpPost("Agreements({key})/Terminate")]
    public async Task<IActionResult> Terminate(Guid key, [FromServices] TerminateAgreement useCase, CancellationToken cancellation) =>
        Ok(await useCase.HandleAsync(key, RowETag.Optional(Request), await JsonBody.ReadAsync<EarlyEnd>(Request, cancellation), cancellation));

    /// <summary>Lets another take its place.</summary>
    [HttpPost("Agreements({key})/Supersede")]
    public async Task<IActionResult> Supersede(Guid key, [FromServices] SupersedeAgreement useCase, CancellationToken cancellation)
    {
        SupersedeParameters body = await JsonBody.ReadAsync<SupersedeParameters>(Request, cancellation);
        return Ok(await useCase.HandleAsync(key, RowETag.Optional(Request), body.ById, body.CarryOver, cancellation));
    }

    private async Task<IQueryable<Agreement>> OfAsync(Guid key)
    {
        IQueryable<Agreement> one = db.Agreements.Where(a => a.Id == key);
        return await one.AnyAsync(HttpContext.RequestAborted) ? one : throw new DomainException(CommonErrors.NotFound, null, nameof(Agreement), key);
    }

    private sealed record NoticeParameters(DateOnly? GivenOn = null, AgreementSide By = AgreementSide.Licensee);

    private sealed record RenewParameters(DateOnly? EndsOn = null, decimal? CostAmount = null, string? CostCurrency = null);

    private sealed record SupersedeParameters(Guid? ById = null, bool CarryOver = false);

    private sealed record AmendParameters(
        DateOnly? EffectiveFrom = null, System.Text.Json.JsonElement? Odrl = null, string? Short = null, System.Text.Json.JsonElement? ShortForm = null, bool DryRun = false);
}
