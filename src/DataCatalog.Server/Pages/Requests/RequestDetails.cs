using DataCatalog.Core.Common;
using DataCatalog.Core.Entitlements;
using DataCatalog.Core.Entitlements.Requests;
using DataCatalog.Core.Licensing.UseCheck;
using DataCatalog.Server.Pages.Datasets;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Server.Pages.Requests;

/// <summary>What the page of a request shows, as its viewer may see it.</summary>
public sealed class RequestDetails
{
    private const int MostRights = 1000;

    private RequestDetails(AccessRequest request) => Request = request;

    /// <summary>The request with its steps.</summary>
    public AccessRequest Request { get; }

    /// <summary>Key and name of the model that it is for, or null.</summary>
    public (string Key, string Name)? Model { get; private set; }

    /// <summary>Its datasets.</summary>
    public IReadOnlyList<ItemRow> Items { get; private set; } = [];

    /// <summary>Reads it.</summary>
    /// <exception cref="DomainException">It is not there, or not the viewer's to see.</exception>
    public static async Task<RequestDetails> ReadAsync(IRegistryDb db, Guid id, CancellationToken cancellation)
    {
        AccessRequest request = await db.AccessRequests.AsNoTracking().AsSplitQuery().Include(r => r.Consortium).Include(r => r.Steps).Include(r => r.Items).FirstOrDefaultAsync(r => r.Id == id, cancellation)
            ?? throw new DomainException(CommonErrors.NotFound, null, nameof(AccessRequest), id);
        Guid[] datasets = [.. request.Items.Select(i => i.DatasetId)], agreements = [.. request.Items.Select(i => i.AgreementId).OfType<Guid>().Distinct()];
        var named = await db.Datasets.AsNoTracking().Where(d => datasets.Contains(d.Id)).Select(d => new { d.Id, d.Key, d.Title }).ToDictionaryAsync(d => d.Id, cancellation);
        // Which agreement could give it is staff's to know before it is granted (as in the API).
        Dictionary<Guid, string> numbers = db.Actor.SeesEverything ? await db.Agreements.Where(a => agreements.Contains(a.Id)).Select(a => new { a.Id, a.Number }).ToDictionaryAsync(a => a.Id, a => a.Number, cancellation) : [];
        var model = request.ModelId is { } of ? await db.FoundationModels.AsNoTracking().Where(m => m.Id == of).Select(m => new { m.Key, m.Name }).FirstOrDefaultAsync(cancellation) : null;
        IQueryable<Entitlement> held = db.Entitlements.Where(e => e.ConsortiumId == request.ConsortiumId && datasets.Contains(e.DatasetId));
        ILookup<string, RightRow> rights = (await RightRow.ReadAsync(db, held, MostRights, cancellation)).ToLookup(r => r.DatasetKey, StringComparer.Ordinal);
        return new(request)
        {
            Model = model is null ? null : (model.Key, model.Name),
            Items =
            [
                .. request.Items.Where(i => named.ContainsKey(i.DatasetId)).Select(i => new ItemRow(
                    i.DatasetId, named[i.DatasetId].Key, named[i.DatasetId].Title, i.IfGranted, i.EntitlementId, [.. rights[named[i.DatasetId].Key]],
                    i.AgreementId is { } a && numbers.TryGetValue(a, out string? number) ? (a, number) : null)).OrderBy(i => i.Key, StringComparer.Ordinal),
            ],
        };
    }
}

/// <summary>A dataset of a request.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="Key">Its key.</param>
/// <param name="Title">Its title.</param>
/// <param name="IfGranted">What the terms would answer once it were granted.</param>
/// <param name="Entitlement">The right that it was granted by, or null.</param>
/// <param name="Rights">All rights that the consortium has, or had, to it.</param>
/// <param name="Agreement">The agreement that could give it, for staff, or null where none covers it.</param>
public sealed record ItemRow(Guid Id, string Key, LocalizedText Title, Verdict IfGranted, Guid? Entitlement, IReadOnlyList<RightRow> Rights, (Guid Id, string Number)? Agreement);
