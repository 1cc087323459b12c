using DataCatalog.Core.Common;
using DataCatalog.Core.Entitlements;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Server.Pages.Datasets;

/// <summary>A right as pages list it.</summary>
public sealed record RightRow
{
    /// <summary>Identity.</summary>
    public required Guid Id { get; init; }

    /// <summary>Key of the dataset.</summary>
    public required string DatasetKey { get; init; }

    /// <summary>Title of the dataset.</summary>
    public required LocalizedText Dataset { get; init; }

    /// <summary>Key of the consortium.</summary>
    public required string ConsortiumKey { get; init; }

    /// <summary>Name of the consortium.</summary>
    public required LocalizedText Consortium { get; init; }

    /// <summary>The agreement.</summary>
    public required Guid AgreementId { get; init; }

    /// <summary>Its number.</summary>
    public required string AgreementNumber { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly StartsOn { get; init; }

    /// <summary>Ends that can come first: the right's own, its revocation, the agreement's, its termination, the consortium's.</summary>
    public required IReadOnlyList<DateOnly?> Ends { get; init; }

    /// <summary>Whether it was revoked.</summary>
    public required bool Revoked { get; init; }

    /// <summary>Short names of the actions it is limited to; empty for all.</summary>
    public required IReadOnlyList<string> Actions { get; init; }

    /// <summary>Key of the model it is limited to, or null.</summary>
    public required string? ModelKey { get; init; }

    /// <summary>Whether its conditions must be accepted and none of their versions has been.</summary>
    public required bool WaitsForAcceptance { get; init; }

    /// <summary>Last day, included; null where nothing ends it.</summary>
    public DateOnly? LastDay => Ends.Min();

    /// <summary>Reads rights; those that end first come first.</summary>
    public static async Task<IReadOnlyList<RightRow>> ReadAsync(IRegistryDb db, IQueryable<Entitlement> rights, int most, CancellationToken cancellation)
    {
        List<RightRow> rows = await rights.AsNoTracking().OrderBy(e => e.RevokedOn != null).ThenBy(e => e.EndsOn ?? e.Agreement!.EndsOn ?? DateOnly.MaxValue).ThenBy(e => e.Id).Take(most).Select(e => new RightRow
        {
            Id = e.Id, DatasetKey = e.Dataset!.Key, Dataset = e.Dataset.Title, ConsortiumKey = e.Consortium!.Key, Consortium = e.Consortium.Name, AgreementId = e.AgreementId, AgreementNumber = e.Agreement!.Number,
            StartsOn = e.StartsOn, Ends = new[] { e.EndsOn, e.RevokedOn, e.Agreement.EndsOn, e.Agreement.TerminatedOn, e.Consortium.EndedOn }, Revoked = e.RevokedOn != null, Actions = e.Actions,
            ModelKey = db.FoundationModels.Where(m => m.Id == e.ModelId).Select(m => m.Key).FirstOrDefault(),
            WaitsForAcceptance = e.NeedsAcceptance && e.AcceptedSha256 == null,
        }).ToListAsync(cancellation);
        return [.. rows.OrderBy(r => r.LastDay ?? DateOnly.MaxValue)];
    }
}
