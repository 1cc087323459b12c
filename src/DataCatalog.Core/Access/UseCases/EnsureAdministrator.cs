using DataCatalog.Core.Audit;
using DataCatalog.Core.Common;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Core.Access.UseCases;

/// <summary>Sees to it at start that an administrator can sign in.</summary>
public sealed class EnsureAdministrator(IRegistryDb db, TimeProvider clock)
{
    private static readonly ApiKeyInput Administrator = new() { Name = "administrator", Roles = RoleNames.Of(Roles.ProgrammeAdmin | Roles.DataOfficer) };

    /// <summary>Keeps or makes an administrator's key; however often it runs, there is one.</summary>
    /// <param name="chosen">A secret chosen elsewhere, which then opens; null to have one made where no administrator's key opens.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The secret that was made, to be shown once; null where none was.</returns>
    /// <exception cref="DomainException">The chosen secret is too short, or its key was revoked or has ended.</exception>
    public Task<string?> HandleAsync(string? chosen, CancellationToken cancellation)
    {
        db.Actor.Require(Roles.ProgrammeAdmin);
        return db.WriteAsync(token => chosen is null ? MakeAsync(token) : KeepAsync(chosen, token), cancellation);
    }

    private async Task<string?> MakeAsync(CancellationToken cancellation)
    {
        if (await db.ApiKeys.OfAdministratorsAsync(clock.Instant(), cancellation) is not []) return null;
        (ApiKey key, string secret) = ApiKey.Issue(Administrator, clock);
        Add(key, "no administrator could sign in");
        return secret;
    }

    private async Task<string?> KeepAsync(string secret, CancellationToken cancellation)
    {
        ApiKey key = ApiKey.Of(secret, Administrator, clock);
        ApiKey? existing = await db.ApiKeys.FirstOrDefaultAsync(k => k.Hash == key.Hash, cancellation);
        if (existing is null) Add(key, "the secret was chosen by the operator");
        else if (!existing.Opens(secret, clock.Instant()) || !existing.Roles.HasFlag(Roles.ProgrammeAdmin)) throw new DomainException(AccessErrors.SecretSpent);
        return null;
    }

    private void Add(ApiKey key, string reason)
    {
        db.ApiKeys.Add(key);
        db.Record(new AuditEntry("key.issued", nameof(ApiKey), key.Id, reason));
    }
}
