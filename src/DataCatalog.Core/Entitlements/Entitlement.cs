using DataCatalog.Core.Catalogue;
using DataCatalog.Core.Common;
using DataCatalog.Core.Entitlements.UseChecks;
using DataCatalog.Core.Licensing;

namespace DataCatalog.Core.Entitlements;

/// <summary>A consortium's right to use a dataset under an agreement.</summary>
public sealed class Entitlement : Entity
{
    private readonly List<EntitlementAcceptance> acceptances = [];

    private Entitlement() { }

    /// <summary>The dataset.</summary>
    public Guid DatasetId { get; private set; }

    /// <summary>The dataset.</summary>
    public Dataset? Dataset { get; private set; }

    /// <summary>The consortium.</summary>
    public Guid ConsortiumId { get; private set; }

    /// <summary>The consortium.</summary>
    public Consortium? Consortium { get; private set; }

    /// <summary>The agreement it rests on.</summary>
    public Guid AgreementId { get; private set; }

    /// <summary>The agreement it rests on.</summary>
    public Agreement? Agreement { get; private set; }

    /// <summary>First day.</summary>
    public DateOnly StartsOn { get; private set; }

    /// <summary>Last day as granted, included; null for as long as the agreement lasts.</summary>
    public DateOnly? EndsOn { get; private set; }

    /// <summary>Short names of the actions that it is limited to; empty for all that its agreement permits.</summary>
    public List<string> Actions { get; private set; } = [];

    /// <summary>The model that it is limited to, or null.</summary>
    public Guid? ModelId { get; private set; }

    /// <summary>The request that it was granted on, or null.</summary>
    public Guid? RequestId { get; private set; }

    /// <summary>Whether it gives nothing before the consortium's representative has accepted its conditions.</summary>
    public bool NeedsAcceptance { get; private set; }

    /// <summary>SHA-256 of the conditions that were accepted, or null.</summary>
    public string? AcceptedSha256 { get; private set; }

    /// <summary>Who accepted them, or null.</summary>
    public string? AcceptedBy { get; private set; }

    /// <summary>When, UTC, or null.</summary>
    public DateTime? AcceptedAt { get; private set; }

    /// <summary>Every acceptance: of each version of the conditions that was accepted, who and when.</summary>
    public IReadOnlyList<EntitlementAcceptance> Acceptances => acceptances;

    /// <summary>When it was granted, UTC.</summary>
    public DateTime GrantedAt { get; private set; }

    /// <summary>Who granted it.</summary>
    public string GrantedBy { get; private set; } = null!;

    /// <summary>Last day because it was revoked, or null.</summary>
    public DateOnly? RevokedOn { get; private set; }

    /// <summary>When the revocation was recorded, UTC, or null.</summary>
    public DateTime? RevokedAt { get; private set; }

    /// <summary>Why it was revoked, or null.</summary>
    public string? RevokedReason { get; private set; }

    /// <summary>Grants a right, never wider than its agreement (domain rules 4 and 12).</summary>
    /// <exception cref="DomainException">The dataset is not available or not covered, the consortium has ended, the agreement is not signed, is terminated or superseded, or the dates lie outside its term.</exception>
    public static Entitlement Grant(Dataset dataset, Consortium consortium, Agreement agreement, EntitlementInput input, Actor by, TimeProvider clock)
    {
        if (dataset.Status != DatasetStatus.Available) throw new DomainException(EntitlementErrors.NotAvailable, nameof(DatasetId), dataset.Key, dataset.Status);
        if (!agreement.Datasets.Any(d => d.DatasetId == dataset.Id)) throw new DomainException(EntitlementErrors.NotCovered, nameof(AgreementId), agreement.Number, dataset.Key);
        DateOnly start = Check.Day(input.StartsOn, nameof(StartsOn)) ?? agreement.StartsOn;
        Check.Day(input.EndsOn, nameof(EndsOn));
        Check.Order(start, nameof(StartsOn), input.EndsOn, nameof(EndsOn));
        if (start < agreement.StartsOn || start > agreement.LastDay) throw new DomainException(LicensingErrors.OutsideTerm, nameof(StartsOn), start);
        if (input.EndsOn > agreement.LastDay) throw new DomainException(LicensingErrors.OutsideTerm, nameof(EndsOn), input.EndsOn.Value);
        RequireForce(agreement, start);
        if (consortium.EndedOn is { } left && left < start) throw new DomainException(EntitlementErrors.ConsortiumEnded, nameof(ConsortiumId), consortium.Key, left);
        return new Entitlement
        {
            Id = Ids.New(clock),
            DatasetId = dataset.Id,
            ConsortiumId = consortium.Id,
            AgreementId = agreement.Id,
            StartsOn = start,
            EndsOn = input.EndsOn,
            Actions = [.. UseNames.ShortActions(input.Actions, nameof(Actions))],
            ModelId = input.ModelId,
            NeedsAcceptance = input.NeedsAcceptance,
            GrantedAt = clock.Instant(),
            GrantedBy = by.Name,
        };
    }

    // What is not signed gives nothing yet, and what was ended or replaced gives nothing new.
    private static void RequireForce(Agreement agreement, DateOnly start)
    {
        if (agreement.SignedOn is null || agreement.SignedOn > start) throw new DomainException(EntitlementErrors.NotSigned, nameof(AgreementId), agreement.Number, start);
        if (agreement.TerminatedOn is not null || agreement.SupersededById is not null) throw new DomainException(EntitlementErrors.AgreementOver, nameof(AgreementId), agreement.Number);
    }

    /// <summary>The last day on which it holds of itself: the earlier of its end and its revocation; null where its agreement decides.</summary>
    public DateOnly? LastDay => Days.Earliest(EndsOn, RevokedOn);

    /// <summary>Whether both hold on some day; one that was revoked before it began holds on none.</summary>
    public bool Overlaps(Entitlement other)
    {
        bool hold = !(LastDay < StartsOn) && !(other.LastDay < other.StartsOn);
        return hold && !(LastDay < other.StartsOn) && !(other.LastDay < StartsOn);
    }

    /// <summary>The same right from a later day on, perhaps under the agreement that took its own's place; what was accepted of the same conditions stays accepted.</summary>
    /// <exception cref="DomainException">It cannot be granted.</exception>
    internal static Entitlement GoingOn(Entitlement before, Agreement agreement, DateOnly from, Actor by, TimeProvider clock)
    {
        DateOnly start = Days.Latest<DateOnly>(from, before.StartsOn, agreement.StartsOn, agreement.SignedOn)!.Value;
        Entitlement next = Grant(before.Dataset!, before.Consortium!, agreement, new EntitlementInput
        {
            DatasetId = before.DatasetId, ConsortiumId = before.ConsortiumId, AgreementId = agreement.Id, StartsOn = start, EndsOn = Days.Earliest(before.EndsOn, before.EndsOn is null ? null : agreement.LastDay),
            Actions = before.Actions, ModelId = before.ModelId, NeedsAcceptance = before.NeedsAcceptance,
        }, by, clock);
        (next.RequestId, next.AcceptedSha256, next.AcceptedBy, next.AcceptedAt) = (before.RequestId, before.AcceptedSha256, before.AcceptedBy, before.AcceptedAt);
        next.acceptances.AddRange(before.acceptances.Select(a => a.For(next.Id, clock)));
        return next;
    }

    /// <summary>Says on which request it was granted.</summary>
    internal void GrantedOn(Guid request) => RequestId = request;

    /// <summary>Records that the consortium's representative accepted the conditions; a second time changes nothing.</summary>
    /// <param name="sha256">SHA-256 of the conditions as the representative read them.</param>
    /// <param name="current">SHA-256 of the conditions that hold now.</param>
    /// <param name="by">Who accepts.</param>
    /// <param name="clock">The clock.</param>
    /// <exception cref="DomainException">Nothing is to be accepted, or other conditions were read than those that hold.</exception>
    public void Accept(string? sha256, string current, Actor by, TimeProvider clock)
    {
        if (!NeedsAcceptance) throw new DomainException(EntitlementErrors.NothingToAccept);
        if (Check.Sha256(sha256, "Sha256") != current) throw new DomainException(EntitlementErrors.OtherConditions, "Sha256", current);
        if (AcceptedSha256 == current) return;
        (AcceptedSha256, AcceptedBy, AcceptedAt) = (current, by.Name, clock.Instant());
        acceptances.Add(EntitlementAcceptance.Of(Id, current, by.Name, AcceptedAt.Value, clock));
    }

    /// <summary>Takes the right back; the given day is its last. It can be taken back again as of an earlier day.</summary>
    /// <exception cref="DomainException">It is revoked as of that day or an earlier one, or no reason is given.</exception>
    public void Revoke(string? reason, DateOnly lastDay, TimeProvider clock)
    {
        if (RevokedOn <= lastDay) throw new DomainException(EntitlementErrors.Revoked, null, RevokedOn.Value);
        string why = Check.Prose(reason, "Reason", 2000);
        (RevokedOn, RevokedReason, RevokedAt) = (Check.Day(lastDay, "LastDay"), why, clock.Instant());
    }
}

/// <summary>That the consortium's representative accepted one version of the conditions; append-only.</summary>
public sealed class EntitlementAcceptance
{
    private EntitlementAcceptance() { }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>The entitlement.</summary>
    public Guid EntitlementId { get; private set; }

    /// <summary>SHA-256 of the conditions.</summary>
    public string Sha256 { get; private set; } = null!;

    /// <summary>Who accepted them.</summary>
    public string AcceptedBy { get; private set; } = null!;

    /// <summary>When, UTC.</summary>
    public DateTime AcceptedAt { get; private set; }

    internal static EntitlementAcceptance Of(Guid entitlement, string sha256, string by, DateTime at, TimeProvider clock) =>
        new() { Id = Ids.New(clock), EntitlementId = entitlement, Sha256 = sha256, AcceptedBy = by, AcceptedAt = at };

    internal EntitlementAcceptance For(Guid entitlement, TimeProvider clock) => Of(entitlement, Sha256, AcceptedBy, AcceptedAt, clock);
}

/// <summary>What a caller says of a grant.</summary>
public sealed record EntitlementInput
{
    /// <summary>The dataset.</summary>
    public Guid? DatasetId { get; init; }

    /// <summary>The consortium.</summary>
    public Guid? ConsortiumId { get; init; }

    /// <summary>The agreement it rests on.</summary>
    public Guid? AgreementId { get; init; }

    /// <summary>First day; the agreement's where absent.</summary>
    public DateOnly? StartsOn { get; init; }

    /// <summary>Last day, included; the agreement's where absent.</summary>
    public DateOnly? EndsOn { get; init; }

    /// <summary>Short names of the actions that it is limited to.</summary>
    public IReadOnlyList<string>? Actions { get; init; }

    /// <summary>The model that it is limited to.</summary>
    public Guid? ModelId { get; init; }

    /// <summary>Whether the consortium's representative must accept its conditions first.</summary>
    public bool NeedsAcceptance { get; init; }
}
