using DataCatalog.Core.Catalogue;
using DataCatalog.Core.Common;
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
        if (consortium.EndedOn < start) throw new DomainException(EntitlementErrors.ConsortiumEnded, nameof(ConsortiumId), consortium.Key);
        return new Entitlement
        {
            Id = Ids.New(clock),
            DatasetId = dataset.Id,
            ConsortiumId = consortium.Id,
            AgreementId = agreement.Id,
            StartsOn = start,
            EndsOn = input.EndsOn,
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
}

/// <summary>Errors of programmes, consortia and entitlements.</summary>
public static class EntitlementErrors
{
    /// <summary>The dataset is not available.</summary>
    public static readonly ErrorCode NotAvailable = new("dataset-not-available", ErrorKind.Rule,
        "Dataset '{0}' is {1}; only an available dataset can be granted.", "데이터셋 '{0}'의 상태가 {1}입니다. 이용 가능한 데이터셋만 허락할 수 있습니다.");

    /// <summary>The agreement does not cover the dataset.</summary>
    public static readonly ErrorCode NotCovered = new("dataset-not-covered", ErrorKind.Rule,
        "Agreement '{0}' does not cover dataset '{1}'; add the dataset to it or choose another.", "계약 '{0}'이(가) 데이터셋 '{1}'을(를) 포함하지 않습니다. 계약에 추가하거나 다른 계약을 고르세요.");

    /// <summary>The agreement is not signed by the first day.</summary>
    public static readonly ErrorCode NotSigned = new("agreement-not-signed", ErrorKind.Rule,
        "Agreement '{0}' is not signed by {1}; record its signature, or choose a later first day.", "계약 '{0}'은(는) {1}까지 서명되지 않았습니다. 서명일을 기록하거나 시작일을 늦추세요.");

    /// <summary>The agreement was terminated, or another took its place.</summary>
    public static readonly ErrorCode AgreementOver = new("agreement-over", ErrorKind.Rule,
        "Agreement '{0}' was terminated or superseded and gives no new rights; choose the agreement that is in force.", "계약 '{0}'은(는) 해지되었거나 다른 계약으로 대체되어 새로 허락할 수 없습니다. 유효한 계약을 고르세요.");

    /// <summary>The consortium has left.</summary>
    public static readonly ErrorCode ConsortiumEnded = new("consortium-ended", ErrorKind.Rule,
        "Consortium '{0}' has left the programme by then; nothing can be granted to it.", "컨소시엄 '{0}'은(는) 그때 이미 사업을 떠났으므로 허락할 수 없습니다.");

    /// <summary>It was revoked before.</summary>
    public static readonly ErrorCode Revoked = new("entitlement-revoked", ErrorKind.Conflict,
        "The entitlement was revoked as of {0}; grant a new one instead.", "이 이용권은 {0}자로 회수되었습니다. 새로 허락하세요.");

    /// <summary>The same right stands for some of the days.</summary>
    public static readonly ErrorCode Overlaps = new("entitlement-overlaps", ErrorKind.Conflict,
        "The consortium holds this right already on some of these days; choose other days, or revoke that entitlement first.",
        "이 컨소시엄은 그 기간의 일부에 이미 같은 이용권이 있습니다. 다른 기간을 고르거나 기존 이용권을 먼저 회수하세요.");
}
