using AutoMapper;
using AutoMapper.QueryableExtensions;
using DataCatalog.Core.Common;
using DataCatalog.Core.Licensing;
using DataCatalog.Server.Api.Licensing;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Server.Pages.Agreements;

/// <summary>What the list of agreements is narrowed to.</summary>
/// <param name="Words">Words of the number or the title.</param>
/// <param name="Status">Where they stand.</param>
/// <param name="Licensor">Key of the licensor.</param>
/// <param name="Within">In how many days they end.</param>
internal sealed record AgreementSearch(string? Words, AgreementStatus? Status, string? Licensor, int? Within)
{
    /// <summary>Agreements of a page.</summary>
    public const int PageSize = 30;

    /// <summary>The agreements of a page and how many there are; what ends next comes first, what has ended last.</summary>
    public async Task<(IReadOnlyList<AgreementRow> Rows, int Count)> FindAsync(IRegistryDb db, IMapper mapper, DateOnly today, int page, CancellationToken cancellation)
    {
        IQueryable<AgreementModel> found = Narrow(db, mapper, today);
        int count = await found.CountAsync(cancellation);
        var listed = await found.Select(m => new { m.Id, m.Status, LastDay = m.EndsOn == null || m.TerminatedOn < m.EndsOn ? m.TerminatedOn : m.EndsOn, m.Number })
            .OrderBy(m => m.LastDay == null ? 1 : m.LastDay >= today ? 0 : 2).ThenBy(m => m.LastDay < today ? null : m.LastDay).ThenByDescending(m => m.LastDay).ThenBy(m => m.Number).ThenBy(m => m.Id)
            .Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(cancellation);
        Guid[] ids = [.. listed.Select(m => m.Id)];
        var rows = await db.Agreements.AsNoTracking().Where(a => ids.Contains(a.Id)).Select(a => new { Agreement = a, a.Licensor!.Name, Datasets = a.Datasets.Count }).ToDictionaryAsync(a => a.Agreement.Id, cancellation);
        return ([.. listed.Select(m => new AgreementRow(rows[m.Id].Agreement, rows[m.Id].Name, m.Status, rows[m.Id].Datasets))], count);
    }

    // The status is the service's own, so that the list and the API cannot disagree.
    private IQueryable<AgreementModel> Narrow(IRegistryDb db, IMapper mapper, DateOnly today)
    {
        IQueryable<Agreement> agreements = db.Agreements.AsNoTracking();
        if (Words is { Length: > 0 } words)
        {
            string pattern = $"%{words.Trim().Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal).ToUpperInvariant()}%";
#pragma warning disable CA1304, CA1311 // The database's own UPPER; no culture of this process.
            agreements = agreements.Where(a => EF.Functions.Like(a.Number.ToUpper(), pattern, "\\") || EF.Functions.Like(a.Title.Ko!.ToUpper(), pattern, "\\") || EF.Functions.Like(a.Title.En!.ToUpper(), pattern, "\\"));
#pragma warning restore CA1304, CA1311
        }

        if (Licensor is { Length: > 0 } licensor) agreements = agreements.Where(a => a.Licensor!.Key == licensor);
        IQueryable<AgreementModel> found = agreements.ProjectTo<AgreementModel>(mapper.ConfigurationProvider, new Dictionary<string, object> { ["today"] = today });
        if (Status is { } status) found = found.Where(m => m.Status == status);
        if (Within is { } days)
        {
            DateOnly last = today.AddDays(days);
            found = found.Where(m => (m.EndsOn >= today && m.EndsOn <= last && (m.TerminatedOn == null || m.TerminatedOn >= today)) || (m.TerminatedOn >= today && m.TerminatedOn <= last));
        }

        return found;
    }
}

/// <summary>An agreement of the list.</summary>
/// <param name="Agreement">The agreement.</param>
/// <param name="Licensor">Name of who grants the rights.</param>
/// <param name="Status">Where it stands today.</param>
/// <param name="Datasets">How many datasets it covers that the viewer may see.</param>
internal sealed record AgreementRow(Agreement Agreement, LocalizedText Licensor, AgreementStatus Status, int Datasets);
