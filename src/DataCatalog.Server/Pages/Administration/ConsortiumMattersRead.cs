using DataCatalog.Core.Common;
using DataCatalog.Core.Compliance.Obligations;
using DataCatalog.Core.Entitlements.Requests;
using DataCatalog.Core.Licensing.UseCheck;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Server.Pages.Administration;

/// <summary>What a consortium may use, asked for, did and owes: the newest of each, and how many there are.</summary>
public sealed record ConsortiumMattersRead
{
    private const int Most = 10;

    /// <summary>Rights.</summary>
    public IReadOnlyList<HeldRight> Rights { get; init; } = [];

    /// <summary>How many.</summary>
    public int RightCount { get; init; }

    /// <summary>Requests.</summary>
    public IReadOnlyList<(Guid Id, DateTime At, RequestStatus Status, string Purpose)> Requests { get; init; } = [];

    /// <summary>How many.</summary>
    public int RequestCount { get; init; }

    /// <summary>Runs.</summary>
    public IReadOnlyList<(Guid Id, string RunId, DateTime StartedAt, Verdict Verdict)> Runs { get; init; } = [];

    /// <summary>How many.</summary>
    public int RunCount { get; init; }

    /// <summary>Duties that are open, the most urgent first.</summary>
    public IReadOnlyList<(Guid Id, LocalizedText Text, DateOnly? DueOn, ObligationStatus Status)> Owed { get; init; } = [];

    /// <summary>How many.</summary>
    public int OwedCount { get; init; }

    /// <summary>Reads them, as far as they are the actor's to see.</summary>
    public static async Task<ConsortiumMattersRead> OfAsync(IRegistryDb db, Guid consortium, CancellationToken cancellation)
    {
        var rights = db.Entitlements.AsNoTracking().Where(e => e.ConsortiumId == consortium);
        var requests = db.AccessRequests.AsNoTracking().Where(r => r.ConsortiumId == consortium);
        var runs = db.TrainingRuns.AsNoTracking().Where(r => r.ConsortiumId == consortium);
        var owed = db.Obligations.AsNoTracking().Where(o => o.ConsortiumId == consortium && (o.Status == ObligationStatus.Open || o.Status == ObligationStatus.Submitted));
        return new()
        {
            Rights = await rights.OrderByDescending(e => e.Id).Take(Most)
                .Select(e => new HeldRight(e.Dataset!.Key, e.Dataset.Title, e.AgreementId, e.Agreement!.Number, e.StartsOn, e.EndsOn, e.Agreement.EndsOn, e.Agreement.TerminatedOn, e.RevokedOn)).ToListAsync(cancellation),
            RightCount = await rights.CountAsync(cancellation),
            Requests = [.. (await requests.OrderByDescending(r => r.Id).Take(Most).Select(r => new { r.Id, r.RequestedAt, r.Status, r.Purpose }).ToListAsync(cancellation)).Select(r => (r.Id, r.RequestedAt, r.Status, r.Purpose))],
            RequestCount = await requests.CountAsync(cancellation),
            Runs = [.. (await runs.OrderByDescending(r => r.StartedAt).Take(Most).Select(r => new { r.Id, r.RunId, r.StartedAt, r.Verdict }).ToListAsync(cancellation)).Select(r => (r.Id, r.RunId, r.StartedAt, r.Verdict))],
            RunCount = await runs.CountAsync(cancellation),
            Owed = [.. (await owed.OrderBy(o => o.DueOn == null).ThenBy(o => o.DueOn).Take(Most).Select(o => new { o.Id, o.Text, o.DueOn, o.Status }).ToListAsync(cancellation)).Select(o => (o.Id, o.Text, o.DueOn, o.Status))],
            OwedCount = await owed.CountAsync(cancellation),
        };
    }
}

/// <summary>A right that is or was held.</summary>
/// <param name="Dataset">Key of the dataset.</param>
/// <param name="Title">Its title.</param>
/// <param name="AgreementId">The agreement.</param>
/// <param name="Number">Its number.</param>
/// <param name="StartsOn">First day.</param>
/// <param name="EndsOn">Last day as granted, or null.</param>
/// <param name="AgreementEnds">Last day of the agreement's term, or null.</param>
/// <param name="TerminatedOn">Last day of the agreement, where it was ended early or replaced.</param>
/// <param name="RevokedOn">Last day, where it was revoked.</param>
public sealed record HeldRight(
    string Dataset, LocalizedText Title, Guid AgreementId, string Number, DateOnly StartsOn, DateOnly? EndsOn, DateOnly? AgreementEnds, DateOnly? TerminatedOn, DateOnly? RevokedOn)
{
    /// <summary>The last day on which it gives anything, or null where none is known.</summary>
    public DateOnly? LastDay => new[] { EndsOn, AgreementEnds, TerminatedOn, RevokedOn }.Min();
}
