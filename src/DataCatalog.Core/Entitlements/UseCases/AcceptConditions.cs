using DataCatalog.Core.Audit;
using DataCatalog.Core.Common;
using DataCatalog.Core.Licensing.Odrl;
using DataCatalog.Core.Licensing.Sentences;
using DataCatalog.Core.Licensing.UseCheck;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Core.Entitlements.UseCases;

/// <summary>Tells the conditions of an entitlement, and records that the consortium's representative accepted them.</summary>
public sealed class AcceptConditions(IRegistryDb db, Calendar calendar, TimeProvider clock)
{
    /// <summary>The conditions that hold now, or first of all where none do yet.</summary>
    /// <exception cref="DomainException">It is not there, or its agreement has no terms.</exception>
    public async Task<ConditionsAnswer> TellAsync(Guid id, CancellationToken cancellation)
    {
        Entitlement entitlement = await db.Entitlements.AsNoTracking().GetAsync(id, null, cancellation);
        Licensing.Terms terms = await CurrentAsync(entitlement, cancellation);
        Policy policy = await db.ToldToAsync(Policies.Read(terms.Odrl), entitlement.ConsortiumId, cancellation);
        return new ConditionsAnswer
        {
            EntitlementId = entitlement.Id, Version = terms.Version, EffectiveFrom = terms.EffectiveFrom, Sha256 = terms.Sha256,
            SentencesKo = PlainWords.Of(policy, Language.Korean, zone: calendar.Zone), SentencesEn = PlainWords.Of(policy, Language.English, zone: calendar.Zone),
            NeedsAcceptance = entitlement.NeedsAcceptance, AcceptedSha256 = entitlement.AcceptedSha256,
        };
    }

    /// <summary>Accepts them.</summary>
    /// <param name="id">Which entitlement.</param>
    /// <param name="expected">The version that the caller read; null where that does not matter.</param>
    /// <param name="sha256">SHA-256 of the conditions that were read.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="DomainException">It is not there or has changed meanwhile, needs no acceptance, other conditions hold than were read, or the caller is not of its consortium.</exception>
    public Task<Entitlement> AcceptAsync(Guid id, long? expected, string? sha256, CancellationToken cancellation)
    {
        db.Actor.Require(Roles.ConsortiumMember);
        return db.WriteAsync(
            async token =>
            {
                Entitlement entitlement = await db.Entitlements.Where(e => e.ConsortiumId == db.Actor.ConsortiumId).GetAsync(id, expected, token);
                entitlement.Accept(sha256, (await CurrentAsync(entitlement, token)).Sha256, db.Actor, clock);
                db.Record(new AuditEntry("entitlement.accepted", nameof(Entitlement), entitlement.Id));
                return entitlement;
            },
            cancellation);
    }

    private async Task<Licensing.Terms> CurrentAsync(Entitlement entitlement, CancellationToken cancellation)
    {
        List<Licensing.Terms> versions = await db.Terms.AsNoTracking().Where(t => t.AgreementId == entitlement.AgreementId).ToListAsync(cancellation);
        DateOnly day = Days.Latest<DateOnly>(calendar.Today, entitlement.StartsOn)!.Value;
        if (versions.Count == 0) throw new DomainException(EntitlementErrors.NoTerms, null, (await db.Agreements.AsNoTracking().GetAsync(entitlement.AgreementId, null, cancellation)).Number);
        return versions.Where(v => v.EffectiveFrom <= day).OrderByDescending(v => v.EffectiveFrom).ThenByDescending(v => v.Version).FirstOrDefault()
            ?? versions.OrderBy(v => v.EffectiveFrom).ThenByDescending(v => v.Version).First();
    }
}

/// <summary>The conditions of an entitlement.</summary>
public sealed record ConditionsAnswer
{
    /// <summary>The entitlement.</summary>
    public Guid EntitlementId { get; init; }

    /// <summary>Version of the terms.</summary>
    public int Version { get; init; }

    /// <summary>First day on which they hold.</summary>
    public DateOnly EffectiveFrom { get; init; }

    /// <summary>SHA-256 of the terms; what is sent to accept them.</summary>
    public string Sha256 { get; init; } = "";

    /// <summary>What they say, in Korean.</summary>
    public IReadOnlyList<string> SentencesKo { get; init; } = [];

    /// <summary>What they say, in English.</summary>
    public IReadOnlyList<string> SentencesEn { get; init; } = [];

    /// <summary>Whether the entitlement gives nothing before they are accepted.</summary>
    public bool NeedsAcceptance { get; init; }

    /// <summary>SHA-256 of the terms that were accepted; null where none were.</summary>
    public string? AcceptedSha256 { get; init; }
}
