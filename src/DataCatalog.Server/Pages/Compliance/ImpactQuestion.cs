using DataCatalog.Core.Common;
using DataCatalog.Core.Compliance.UseCases.Impact;
using DataCatalog.Core.Entitlements.UseCases;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Server.Pages.Compliance;

/// <summary>What somebody wants foreseen: the ending of something that they name.</summary>
/// <param name="Of"><c>agreement</c>, <c>dataset</c> or <c>consortium</c>.</param>
/// <param name="Name">Its number, key or id.</param>
/// <param name="Day">The last day; null where none was named.</param>
public sealed record ImpactQuestion(string Of, string Name, DateOnly? Day)
{
    private const int MostAlike = 20;

    /// <summary>What the name can mean: numbers of agreements are told apart by their licensors only.</summary>
    public async Task<IReadOnlyList<(Guid Id, string Words)>> MeantAsync(IRegistryDb db, Viewer viewer, CancellationToken cancellation)
    {
        Guid? id = Guid.TryParse(Name, out Guid known) ? known : null;
        switch (Of)
        {
            case "agreement":
                var agreements = await db.Agreements.AsNoTracking().Where(a => a.Id == id || a.Number == Name).OrderBy(a => a.Id).Select(a => new { a.Id, a.Number, a.Title, Licensor = a.Licensor!.Name }).Take(MostAlike).ToListAsync(cancellation);
                return [.. agreements.Select(a => (a.Id, $"{a.Number} {viewer.Text(a.Title)} · {viewer.Text(a.Licensor)}"))];
            case "dataset":
                var datasets = await db.Datasets.AsNoTracking().Where(d => d.Id == id || d.Key == Name).Select(d => new { d.Id, d.Title }).ToListAsync(cancellation);
                return [.. datasets.Select(d => (d.Id, viewer.Text(d.Title)))];
            default:
                var consortia = await db.Consortia.AsNoTracking().Where(c => c.Id == id || c.Key == Name).Select(c => new { c.Id, c.Name }).ToListAsync(cancellation);
                return [.. consortia.Select(c => (c.Id, viewer.Text(c.Name)))];
        }
    }

    /// <summary>What its ending touches; a dataset is halted at once.</summary>
    public Task<ImpactAnswer> AnswerAsync(ReadImpact read, Guid id, DateOnly today, CancellationToken cancellation) => Of switch
    {
        "agreement" => read.OfAgreementAsync(id, Day, cancellation),
        "dataset" => read.OfDatasetAsync(id, today, cancellation),
        _ => read.OfConsortiumAsync(id, Day ?? today, cancellation),
    };
}
