using DataCatalog.Core.Common;

namespace DataCatalog.Core.Licensing;

/// <summary>An agreement's dates as the registry knew them from an instant on; append-only, so that a decision can be asked as known then (domain rule 7).</summary>
public sealed class AgreementStanding
{
    private AgreementStanding() { }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>The agreement.</summary>
    public Guid AgreementId { get; private set; }

    /// <summary>When the registry learnt of it, UTC.</summary>
    public DateTime RecordedAt { get; private set; }

    /// <summary>Day of signature, or null.</summary>
    public DateOnly? SignedOn { get; private set; }

    /// <summary>First day.</summary>
    public DateOnly StartsOn { get; private set; }

    /// <summary>Last day on which it gives rights, or null where open-ended.</summary>
    public DateOnly? LastDay { get; private set; }

    /// <summary>Whether another took its place.</summary>
    public bool Superseded { get; private set; }

    internal static AgreementStanding Of(Agreement agreement, TimeProvider clock) => new()
    {
        Id = Ids.New(clock), AgreementId = agreement.Id, RecordedAt = clock.Instant(),
        SignedOn = agreement.SignedOn, StartsOn = agreement.StartsOn, LastDay = agreement.LastDay, Superseded = agreement.SupersededById is not null,
    };

    internal bool Same(AgreementStanding other) =>
        (SignedOn, StartsOn, LastDay, Superseded) == (other.SignedOn, other.StartsOn, other.LastDay, other.Superseded);
}
