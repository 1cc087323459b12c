using DataCatalog.Core.Common;
using DataCatalog.Core.Compliance;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Server.Pages.Compliance;

/// <summary>What rows that others refer to are called, as far as the viewer sees them, and where they are shown.</summary>
public sealed class Names
{
    private readonly Dictionary<Guid, string> agreements = [];
    private readonly Dictionary<Guid, (string Key, LocalizedText Title)> datasets = [];
    private readonly Dictionary<Guid, (string Key, LocalizedText Name)> consortia = [];

    /// <summary>Reads those of a page's rows: three questions, however many rows.</summary>
    public static async Task<Names> ReadAsync(IRegistryDb db, IEnumerable<Guid?> agreements, IEnumerable<Guid?> datasets, IEnumerable<Guid?> consortia, CancellationToken cancellation)
    {
        Guid[] a = Distinct(agreements), d = Distinct(datasets), c = Distinct(consortia);
        Names names = new();
        foreach (var row in await db.Agreements.AsNoTracking().Where(x => a.Contains(x.Id)).Select(x => new { x.Id, x.Number }).ToListAsync(cancellation)) names.agreements[row.Id] = row.Number;
        foreach (var row in await db.Datasets.AsNoTracking().Where(x => d.Contains(x.Id)).Select(x => new { x.Id, x.Key, x.Title }).ToListAsync(cancellation)) names.datasets[row.Id] = (row.Key, row.Title);
        foreach (var row in await db.Consortia.AsNoTracking().Where(x => c.Contains(x.Id)).Select(x => new { x.Id, x.Key, x.Name }).ToListAsync(cancellation)) names.consortia[row.Id] = (row.Key, row.Name);
        return names;
    }

    /// <summary>Number of an agreement, or null.</summary>
    public string? Agreement(Guid? id) => id is { } known ? agreements.GetValueOrDefault(known) : null;

    /// <summary>Key and title of a dataset, or null.</summary>
    public (string Key, LocalizedText Title)? Dataset(Guid? id) => id is { } known && datasets.TryGetValue(known, out (string, LocalizedText) found) ? found : null;

    /// <summary>Key and name of a consortium, or null.</summary>
    public (string Key, LocalizedText Name)? Consortium(Guid? id) => id is { } known && consortia.TryGetValue(known, out (string, LocalizedText) found) ? found : null;

    /// <summary>Where what a date is about is shown; null where nothing of it is the viewer's to open.</summary>
    public string? AddressOf(Viewer viewer, SubjectKind kind, Guid subject, Guid? agreement, Guid? dataset) => kind switch
    {
        SubjectKind.ObligationDue => $"/obligations/{subject}",
        SubjectKind.UseNotAllowed => $"/runs/{subject}",
        SubjectKind.RequestWaiting or SubjectKind.RequestAnswered => "/requests",
        SubjectKind.EntitlementEnd or SubjectKind.EntitlementRevoked or SubjectKind.DatasetSuspended or SubjectKind.DatasetWithdrawn => Dataset(dataset) is { } found ? $"/datasets/{found.Key}" : null,
        _ => viewer.SeesEverything && agreement is { } id ? $"/agreements/{id}" : null,
    };

    private static Guid[] Distinct(IEnumerable<Guid?> ids) => [.. ids.OfType<Guid>().Distinct()];
}
