using DataCatalog.Core.Common;
using DataCatalog.Core.Licensing.UseCheck;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Server.Pages.Models;

/// <summary>A clearance as it is listed.</summary>
/// <param name="Id">Identity.</param>
/// <param name="IssuedAt">When.</param>
/// <param name="IssuedBy">By whom.</param>
/// <param name="Datasets">How many datasets it is about.</param>
/// <param name="HoldsUntil">First instant at which the answer may be another, or null.</param>
/// <param name="KeyId">Identity of the key that signed it.</param>
public sealed record ClearanceRow(Guid Id, DateTime IssuedAt, string IssuedBy, int Datasets, DateTime? HoldsUntil, string KeyId)
{
    /// <summary>Those of a model, the newest first.</summary>
    public static IQueryable<ClearanceRow> Of(IRegistryDb db, Guid model) =>
        from c in db.Clearances.AsNoTracking().Where(c => c.ModelId == model)
        join d in db.RecordedDecisions on c.DecisionId equals d.Id
        orderby c.Id descending
        select new ClearanceRow(c.Id, c.IssuedAt, c.IssuedBy, d.DatasetCount, d.HoldsUntil, c.KeyId);
}

/// <summary>A run as it is listed.</summary>
/// <param name="Id">Identity.</param>
/// <param name="RunId">The pipeline's id of it.</param>
/// <param name="Action">What it did.</param>
/// <param name="StartedAt">When it started.</param>
/// <param name="Verdict">The answer for the whole.</param>
/// <param name="Versions">How many dataset versions it consumed.</param>
public sealed record RunRow(Guid Id, string RunId, string Action, DateTime StartedAt, Verdict Verdict, int Versions)
{
    /// <summary>Those of a model, the newest first.</summary>
    public static IQueryable<RunRow> Of(IRegistryDb db, Guid model) => db.TrainingRuns.AsNoTracking().Where(r => r.ModelId == model).OrderByDescending(r => r.StartedAt).ThenByDescending(r => r.Id)
        .Select(r => new RunRow(r.Id, r.RunId, r.Action, r.StartedAt, r.Verdict, r.VersionCount));
}
