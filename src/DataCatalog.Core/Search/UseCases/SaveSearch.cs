using DataCatalog.Core.Audit;
using DataCatalog.Core.Common;
using DataCatalog.Core.Entitlements.UseCases;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Core.Search.UseCases;

/// <summary>Saves a search of the caller's own, and forgets one.</summary>
public sealed class SaveSearch(IRegistryDb db, RightsAsker asker, TimeProvider clock)
{
    /// <summary>Most searches of one owner.</summary>
    public const int Most = 100;

    /// <summary>Too many.</summary>
    public static readonly ErrorCode TooMany = new("too-many-searches", ErrorKind.Conflict,
        "You have {0} saved searches, which is the most; forget one first.", "저장한 검색이 {0}개로 한도에 이르렀습니다. 먼저 하나를 지우세요.");

    /// <summary>Saves one.</summary>
    /// <exception cref="DomainException">A rule of the input is broken, or the caller has too many.</exception>
    public async Task<SavedSearch> HandleAsync(SavedSearchInput input, CancellationToken cancellation)
    {
        db.Actor.Require((Roles)~0);
        var saved = SavedSearch.Save(input, db.Actor, clock);
        if (saved.May.Count > 0) await asker.AskAsync(null, saved.May, null, cancellation);
        Guid owner = db.Actor.Id;
        return await db.WriteAsync(async token =>
        {
            if (await db.SavedSearches.CountAsync(s => s.OwnerId == owner, token) >= Most) throw new DomainException(TooMany, null, Most);
            db.SavedSearches.Add(saved);
            db.Record(new AuditEntry("search.saved", nameof(SavedSearch), saved.Id));
            return saved;
        }, cancellation);
    }

    /// <summary>Forgets one.</summary>
    /// <param name="id">Which.</param>
    /// <param name="expected">The version that the caller read; null where it does not matter.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="DomainException">It is not there or not the caller's, or has changed meanwhile.</exception>
    public Task ForgetAsync(Guid id, long? expected, CancellationToken cancellation) => db.WriteAsync(async token =>
    {
        SavedSearch saved = await db.SavedSearches.AsTracking().GetAsync(id, expected, token);
        db.SavedSearches.Remove(saved);
        db.Record(new AuditEntry("search.forgotten", nameof(SavedSearch), saved.Id));
        return saved;
    }, cancellation);
}
