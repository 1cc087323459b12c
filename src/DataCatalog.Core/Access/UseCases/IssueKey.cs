using DataCatalog.Core.Audit;
using DataCatalog.Core.Common;

namespace DataCatalog.Core.Access.UseCases;

/// <summary>Issues an API key.</summary>
public sealed class IssueKey(IRegistryDb db, TimeProvider clock)
{
    /// <summary>Issues it; the secret is in the answer and nowhere else.</summary>
    /// <exception cref="DomainException">A rule of the input is broken, the consortium does not exist, or the caller is no programme administrator.</exception>
    public Task<IssuedKey> HandleAsync(ApiKeyInput input, CancellationToken cancellation)
    {
        db.Actor.Require(Roles.ProgrammeAdmin);
        return db.WriteAsync(async token =>
        {
            (ApiKey key, string secret) = ApiKey.Issue(input, clock);
            await db.Consortia.RequireAsync(key.ConsortiumId, nameof(key.ConsortiumId), token);
            db.ApiKeys.Add(key);
            db.Record(new AuditEntry("key.issued", nameof(ApiKey), key.Id));
            return new IssuedKey(key, secret);
        }, cancellation);
    }
}

/// <summary>A new key with the secret that opens it.</summary>
/// <param name="Key">The key.</param>
/// <param name="Secret">The secret, told once.</param>
public sealed record IssuedKey(ApiKey Key, string Secret)
{
    // The secret must not reach a log by way of ToString.
    private bool PrintMembers(System.Text.StringBuilder builder)
    {
        builder.Append("Key = ").Append(Key.Prefix);
        return true;
    }
}
