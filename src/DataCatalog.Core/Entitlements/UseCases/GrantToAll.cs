using DataCatalog.Core.Catalogue;
using DataCatalog.Core.Common;
using DataCatalog.Core.Entitlements.Requests;
using DataCatalog.Core.Entitlements.UseCases.Requests;
using DataCatalog.Core.Licensing;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Core.Entitlements.UseCases;

/// <summary>Grants datasets under an agreement to every consortium of a programme at once: all of it or nothing, passing over those that left or hold the right already.</summary>
public sealed class GrantToAll(IRegistryDb db, UseChecker checker, TimeProvider clock)
{
    /// <summary>Grants them.</summary>
    /// <exception cref="DomainException">A reference points at nothing, a grant would be wider than its agreement or its terms, or the caller's roles do not allow it.</exception>
    public Task<GrantToAllAnswer> HandleAsync(GrantToAllParameters input, CancellationToken cancellation)
    {
        db.Actor.Require(Roles.DataOfficer | Roles.ProgrammeAdmin);
        if (input.DatasetIds is not { Count: > 0 }) throw new DomainException(CommonErrors.Required, nameof(input.DatasetIds), nameof(input.DatasetIds));
        if (input.DatasetIds.Count > AccessRequest.MostDatasets) throw new DomainException(CommonErrors.TooMany, nameof(input.DatasetIds), nameof(input.DatasetIds), AccessRequest.MostDatasets);
        return db.WriteAsync(token => GrantAsync(input, token), cancellation);
    }

    private async Task<GrantToAllAnswer> GrantAsync(GrantToAllParameters input, CancellationToken cancellation)
    {
        List<Guid> ids = [.. input.DatasetIds!.Distinct()];
        await db.Datasets.RequireEachAsync(input.DatasetIds!.Select(d => (Guid?)d), i => $"{nameof(input.DatasetIds)}/{i}", cancellation);
        Agreement agreement = await db.Agreements.Include(a => a.Datasets).ReferredAsync(input.AgreementId, nameof(input.AgreementId), cancellation);
        Programme programme = await db.Programmes.ReferredAsync(input.ProgrammeId, nameof(input.ProgrammeId), cancellation);
        List<Dataset> datasets = await db.Datasets.Where(d => ids.Contains(d.Id)).OrderBy(d => d.Key).ToListAsync(cancellation);
        List<Consortium> consortia = await db.Consortia.Where(c => c.ProgrammeId == programme.Id).OrderBy(c => c.Key).ToListAsync(cancellation);
        DateOnly start = Check.Day(input.StartsOn, nameof(input.StartsOn)) ?? agreement.StartsOn;
        Consortium[] gone = [.. consortia.Where(c => c.EndedOn < start || c.EndedOn < checker.Calendar.Today)];
        Entitlement[] planned = [.. consortia.Except(gone).SelectMany(c => datasets.Select(d => Entitlement.Grant(d, c, agreement, Of(input), db.Actor, clock)))];
        List<Entitlement> held = await db.HeldAsync(planned, cancellation);
        ILookup<bool, Entitlement> holds = planned.ToLookup(e => held.Exists(h => StandingRights.IsSame(h, e) && h.Overlaps(e)));
        await new GrantForesight(db, checker).RequireAllowedAsync([.. holds[false].Select(e => PlannedGrant.Of(e, null))], cancellation);
        await db.KeepAsync([.. holds[false]], cancellation);
        return new GrantToAllAnswer
        {
            Granted = [.. holds[false].Select(e => new GrantedToOne { ConsortiumId = e.ConsortiumId, DatasetId = e.DatasetId, EntitlementId = e.Id })],
            Skipped =
            [
                .. gone.SelectMany(c => datasets.Select(d => new GrantSkipped { ConsortiumId = c.Id, DatasetId = d.Id, Why = SkipReason.ConsortiumEnded })),
                .. holds[true].Select(e => new GrantSkipped { ConsortiumId = e.ConsortiumId, DatasetId = e.DatasetId, Why = SkipReason.HoldsAlready }),
            ],
        };
    }

    private static EntitlementInput Of(GrantToAllParameters input) => new() { StartsOn = input.StartsOn, EndsOn = input.EndsOn, Actions = input.Actions };
}

/// <summary>What a caller says of a grant to all.</summary>
public sealed record GrantToAllParameters
{
    /// <summary>Ids of the datasets.</summary>
    public IReadOnlyList<Guid>? DatasetIds { get; init; }

    /// <summary>The agreement.</summary>
    public Guid? AgreementId { get; init; }

    /// <summary>The programme whose consortia get the right.</summary>
    public Guid? ProgrammeId { get; init; }

    /// <summary>First day; the agreement's where absent.</summary>
    public DateOnly? StartsOn { get; init; }

    /// <summary>Last day, included; the agreement's where absent.</summary>
    public DateOnly? EndsOn { get; init; }

    /// <summary>Short names of the actions that it is limited to.</summary>
    public IReadOnlyList<string>? Actions { get; init; }
}

/// <summary>What was granted to whom, and what was not.</summary>
public sealed record GrantToAllAnswer
{
    /// <summary>The new rights.</summary>
    public IReadOnlyList<GrantedToOne> Granted { get; init; } = [];

    /// <summary>What was passed over.</summary>
    public IReadOnlyList<GrantSkipped> Skipped { get; init; } = [];
}

/// <summary>A right that was granted.</summary>
public sealed record GrantedToOne
{
    /// <summary>To which consortium.</summary>
    public Guid ConsortiumId { get; init; }

    /// <summary>To which dataset.</summary>
    public Guid DatasetId { get; init; }

    /// <summary>The entitlement.</summary>
    public Guid EntitlementId { get; init; }
}

/// <summary>A right that was passed over.</summary>
public sealed record GrantSkipped
{
    /// <summary>Which consortium.</summary>
    public Guid ConsortiumId { get; init; }

    /// <summary>Which dataset.</summary>
    public Guid DatasetId { get; init; }

    /// <summary>Why.</summary>
    public SkipReason Why { get; init; }
}

/// <summary>Why a right was passed over.</summary>
public enum SkipReason
{
    /// <summary>The consortium left the programme.</summary>
    ConsortiumEnded,

    /// <summary>It holds the right on some of these days already.</summary>
    HoldsAlready,
}
