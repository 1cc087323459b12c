using DataCatalog.Core.Catalogue;
using DataCatalog.Core.Common;
using DataCatalog.Core.Entitlements.UseChecks;
using DataCatalog.Core.Licensing;

namespace DataCatalog.Core.Entitlements;

/// <summary>A consortium's right to use a dataset under an agreement.</summary>
public sealed class Entitlement : Entity
{
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
    public DateOnly? LastDay => (EndsOn, RevokedOn) switch
    {
        ({ } end, { } revoked) => end < revoked ? end : revoked,
        var (end, revoked) => end ?? revoked,
    };

    /// <summary>Whether both hold on some day; one that was revoked before it began holds on none.</summary>
    public bool Overlaps(Entitlement other)
    {
        bool hold = !(LastDay < StartsOn) && !(other.LastDay < other.StartsOn);
        return hold && !(LastDay < other.StartsOn) && !(other.LastDay < StartsOn);
    }

    /// <summary>The same right under the agreement that takes its own's place.</summary>
    internal EntitlementInput CarriedOver(Agreement by) =>
        Continued(StartsOn > by.StartsOn ? StartsOn : by.StartsOn) with { AgreementId = by.Id, EndsOn = EndsOn > by.LastDay ? by.LastDay : EndsOn };

    /// <summary>The same right from a later day on.</summary>
    internal EntitlementInput Continued(DateOnly from) => new()
    {
        DatasetId = DatasetId, ConsortiumId = ConsortiumId, AgreementId = AgreementId, StartsOn = from, EndsOn = EndsOn, Actions = Actions, ModelId = ModelId, NeedsAcceptance = NeedsAcceptance,
    };

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
    }

    /// <summary>Takes the right back; the given day is its last.</summary>
    /// <exception cref="DomainException">It is revoked already, or no reason is given.</exception>
    public void Revoke(string? reason, DateOnly lastDay, TimeProvider clock)
    {
        if (RevokedOn is not null) throw new DomainException(EntitlementErrors.Revoked, null, RevokedOn.Value);
        string why = Check.Prose(reason, "Reason", 2000);
        (RevokedOn, RevokedReason, RevokedAt) = (Check.Day(lastDay, "LastDay"), why, clock.Instant());
    }
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
