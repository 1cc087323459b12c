using DataCatalog.Core.Common;
using DataCatalog.Core.Compliance.Obligations;
using DataCatalog.Core.Entitlements;
using DataCatalog.Core.Entitlements.Requests;
using DataCatalog.Core.Licensing.UseCheck;
using DataCatalog.Server.Pages.Datasets;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Server.Pages.Mine;

/// <summary>A consortium's own matters.</summary>
/// <param name="Rights">Its rights; those that end first come first.</param>
/// <param name="Owed">What it owes; what is due first comes first.</param>
/// <param name="Requests">Its requests that wait for someone.</param>
/// <param name="Runs">Its last runs.</param>
/// <param name="Models">Its models.</param>
public sealed record MineRows(IReadOnlyList<RightRow> Rights, IReadOnlyList<OwedLine> Owed, IReadOnlyList<RequestLine> Requests, IReadOnlyList<RunLine> Runs, IReadOnlyList<ModelLine> Models)
{
    /// <summary>Most rights shown.</summary>
    public const int MostRights = 200;

    private const int Most = 50, LastRuns = 10;

    /// <summary>Reads them.</summary>
    public static async Task<MineRows> ReadAsync(IRegistryDb db, Guid consortium, CancellationToken cancellation) => new(
        await RightRow.ReadAsync(db, db.Entitlements.Where(e => e.ConsortiumId == consortium), MostRights, cancellation),
        await db.Obligations.AsNoTracking().Where(o => o.ConsortiumId == consortium && (o.Status == ObligationStatus.Open || o.Status == ObligationStatus.Submitted))
            .OrderBy(o => o.DueOn ?? DateOnly.MaxValue).ThenBy(o => o.Id).Take(Most)
            .Select(o => new OwedLine(o.Id, o.Kind, o.Dataset!.Title.Ko, o.Dataset.Title.En, o.Agreement!.Number, o.DueOn, o.Status)).ToListAsync(cancellation),
        await db.AccessRequests.AsNoTracking().Where(r => r.ConsortiumId == consortium && (r.Status == RequestStatus.Submitted || r.Status == RequestStatus.Returned))
            .OrderByDescending(r => r.RequestedAt).Take(Most).Select(r => new RequestLine(r.Id, r.Purpose, r.Status, r.RequestedAt, r.Items.Count)).ToListAsync(cancellation),
        await db.TrainingRuns.AsNoTracking().Where(r => r.ConsortiumId == consortium).OrderByDescending(r => r.StartedAt).ThenBy(r => r.Id).Take(LastRuns)
            .Select(r => new RunLine(r.Id, r.RunId, r.Model!.Key, r.Model.Name, r.Action, r.StartedAt, r.Verdict)).ToListAsync(cancellation),
        await db.FoundationModels.AsNoTracking().Where(m => m.ConsortiumId == consortium).OrderBy(m => m.Key).Take(Most).Select(m => new ModelLine(m.Key, m.Name, m.Status)).ToListAsync(cancellation));
}

/// <summary>Something owed.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Kind">What.</param>
/// <param name="DatasetKo">Korean title of the dataset, or null.</param>
/// <param name="DatasetEn">English title of the dataset, or null.</param>
/// <param name="Agreement">Number of the agreement.</param>
/// <param name="DueOn">By when, or null.</param>
/// <param name="Status">Where it stands.</param>
public sealed record OwedLine(Guid Id, ObligationKind Kind, string? DatasetKo, string? DatasetEn, string Agreement, DateOnly? DueOn, ObligationStatus Status);

/// <summary>A request.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Purpose">What for.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="At">When it was made, UTC.</param>
/// <param name="Datasets">For how many datasets.</param>
public sealed record RequestLine(Guid Id, string Purpose, RequestStatus Status, DateTime At, int Datasets);

/// <summary>A run.</summary>
/// <param name="Id">Identity.</param>
/// <param name="RunId">The pipeline's id.</param>
/// <param name="ModelKey">Key of the model.</param>
/// <param name="Model">Name of the model.</param>
/// <param name="Action">What it did.</param>
/// <param name="StartedAt">When, UTC.</param>
/// <param name="Verdict">The answer.</param>
public sealed record RunLine(Guid Id, string RunId, string ModelKey, string Model, string Action, DateTime StartedAt, Verdict Verdict);

/// <summary>A model.</summary>
/// <param name="Key">Key.</param>
/// <param name="Name">Name.</param>
/// <param name="Status">How far it has come.</param>
public sealed record ModelLine(string Key, string Name, ModelStatus Status);
