using DataCatalog.Core.Common;
using DataCatalog.Core.Entitlements.Requests;
using DataCatalog.Core.Entitlements.UseCases.Requests;
using DataCatalog.Server.Api.Query;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Server.Api.Entitlements;

/// <summary>Requests for access over the API.</summary>
public sealed class AccessRequestsController(IRegistryDb db) : RegistryController
{
    /// <summary>Lists them.</summary>
    [HttpGet("AccessRequests")]
    [HttpGet("AccessRequests/$count")]
    public Task<IActionResult> List() => RowsAsync<AccessRequest, AccessRequestModel>(db.AccessRequests);

    /// <summary>Reads one.</summary>
    [HttpGet("AccessRequests({key})")]
    public Task<IActionResult> One(Guid key) => RowAsync<AccessRequest, AccessRequestModel>(db.AccessRequests, key);

    /// <summary>Lists its datasets.</summary>
    [HttpGet("AccessRequests({key})/Items")]
    [HttpGet("AccessRequests({key})/Items/$count")]
    public async Task<IActionResult> Items(Guid key) => await RowsAsync<AccessRequestItem, AccessRequestItemModel>((await OfAsync(key)).SelectMany(r => r.Items));

    /// <summary>Lists its steps.</summary>
    [HttpGet("AccessRequests({key})/Steps")]
    [HttpGet("AccessRequests({key})/Steps/$count")]
    public async Task<IActionResult> Steps(Guid key) => await RowsAsync<AccessRequestStep, AccessRequestStepModel>((await OfAsync(key)).SelectMany(r => r.Steps));

    /// <summary>Makes one; the use-check's answer is attached at once.</summary>
    [HttpPost("AccessRequests")]
    public async Task<IActionResult> Submit([FromServices] SubmitRequest useCase, CancellationToken cancellation)
    {
        AccessRequest made = await useCase.HandleAsync(await JsonBody.ReadAsync<AccessRequestInput>(Request, cancellation), cancellation);
        return await WrittenAsync<AccessRequest, AccessRequestModel>(db.AccessRequests, made.Id, made.RowVersion, $"AccessRequests({made.Id})");
    }

    /// <summary>Asks the consortium back.</summary>
    [HttpPost("AccessRequests({key})/Return")]
    public async Task<IActionResult> Return(Guid key, [FromServices] AnswerRequest useCase, CancellationToken cancellation)
    {
        ReturnParameters body = await JsonBody.ReadAsync<ReturnParameters>(Request, cancellation);
        return await ChangedAsync(await useCase.ReturnAsync(key, RowETag.Optional(Request), body.Question, cancellation));
    }

    /// <summary>Answers what staff asked, and restates what is to be changed; what is left out stays.</summary>
    [HttpPost("AccessRequests({key})/Resubmit")]
    public async Task<IActionResult> Resubmit(Guid key, [FromServices] AnswerRequest useCase, CancellationToken cancellation)
    {
        AccessRequest current = await db.AccessRequests.AsNoTracking().Include(r => r.Items).GetAsync(key, RowETag.Optional(Request), cancellation);
        ResubmitParameters body = await JsonBody.OverlayAsync(Request, ResubmitParameters.Of(current.ToInput()), [], cancellation);
        return await ChangedAsync(await useCase.ResubmitAsync(key, RowETag.Optional(Request) ?? current.RowVersion, body.Over(current.ToInput()), body.Answer, cancellation));
    }

    /// <summary>Grants it, as asked for or narrower.</summary>
    [HttpPost("AccessRequests({key})/Grant")]
    public async Task<IActionResult> Grant(Guid key, [FromServices] GrantRequest useCase, CancellationToken cancellation) =>
        await ChangedAsync(await useCase.HandleAsync(key, RowETag.Optional(Request), await JsonBody.ReadAsync<RequestGrantInput>(Request, cancellation), cancellation));

    /// <summary>Refuses it.</summary>
    [HttpPost("AccessRequests({key})/Refuse")]
    public async Task<IActionResult> Refuse(Guid key, [FromServices] AnswerRequest useCase, CancellationToken cancellation)
    {
        ReasonParameter body = await JsonBody.ReadAsync<ReasonParameter>(Request, cancellation);
        return await ChangedAsync(await useCase.RefuseAsync(key, RowETag.Optional(Request), body.Reason, cancellation));
    }

    /// <summary>Takes it back.</summary>
    [HttpPost("AccessRequests({key})/Withdraw")]
    public async Task<IActionResult> Withdraw(Guid key, [FromServices] AnswerRequest useCase, CancellationToken cancellation)
    {
        ReasonParameter body = await JsonBody.ReadAsync<ReasonParameter>(Request, cancellation);
        return await ChangedAsync(await useCase.WithdrawAsync(key, RowETag.Optional(Request), body.Reason, cancellation));
    }

    private Task<IActionResult> ChangedAsync(AccessRequest request) => WrittenAsync<AccessRequest, AccessRequestModel>(db.AccessRequests, request.Id, request.RowVersion);

    private async Task<IQueryable<AccessRequest>> OfAsync(Guid key)
    {
        IQueryable<AccessRequest> one = db.AccessRequests.Where(r => r.Id == key);
        return await one.AnyAsync(HttpContext.RequestAborted) ? one : throw new DomainException(CommonErrors.NotFound, null, nameof(AccessRequest), key);
    }

    private sealed record ReturnParameters(string? Question = null);

    private sealed record ResubmitParameters
    {
        public string? Answer { get; init; }

        public Guid? ModelId { get; init; }

        public string? Purpose { get; init; }

        public IReadOnlyList<string>? Actions { get; init; }

        public DateOnly? StartsOn { get; init; }

        public DateOnly? EndsOn { get; init; }

        public string? ReleasePlan { get; init; }

        public string? ReleaseLicence { get; init; }

        public static ResubmitParameters Of(AccessRequestInput input) => new()
        {
            ModelId = input.ModelId, Purpose = input.Purpose, Actions = input.Actions, StartsOn = input.StartsOn, EndsOn = input.EndsOn, ReleasePlan = input.ReleasePlan, ReleaseLicence = input.ReleaseLicence,
        };

        public AccessRequestInput Over(AccessRequestInput input) => input with
        {
            ModelId = ModelId,
            Purpose = Purpose,
            Actions = Actions,
            StartsOn = StartsOn,
            EndsOn = EndsOn,
            ReleasePlan = ReleasePlan,
            ReleaseLicence = ReleaseLicence,
        };
    }
}
