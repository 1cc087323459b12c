namespace DataCatalog.Core.Licensing;

/// <summary>Where an agreement stands on a day; follows from its dates and is never stored (domain rule 8).</summary>
public enum AgreementStatus
{
    /// <summary>Not signed.</summary>
    Draft,

    /// <summary>Signed, not started.</summary>
    Pending,

    /// <summary>In force.</summary>
    InForce,

    /// <summary>In force, and notice must be given soon.</summary>
    NoticeDue,

    /// <summary>In force, and ends soon.</summary>
    Expiring,

    /// <summary>Its term is over.</summary>
    Expired,

    /// <summary>Ended early.</summary>
    Terminated,

    /// <summary>Another took its place.</summary>
    Superseded,
}

/// <summary>Works out where an agreement stands.</summary>
public static class AgreementStatuses
{
    /// <summary>How many days ahead of a date an agreement counts as expiring or notice due.</summary>
    public const int SoonDays = 90;

    /// <summary>Its status on a day of the programme's calendar.</summary>
    public static AgreementStatus On(this Agreement agreement, DateOnly today)
    {
        if (agreement.SupersededById is not null && !(agreement.TerminatedOn >= today)) return AgreementStatus.Superseded;
        if (agreement.TerminatedOn < today) return AgreementStatus.Terminated;
        if (agreement.SignedOn is null || agreement.SignedOn > today) return AgreementStatus.Draft;
        if (agreement.StartsOn > today) return AgreementStatus.Pending;
        if (agreement.EndsOn < today) return AgreementStatus.Expired;
        DateOnly soon = today.AddDays(SoonDays);
        if (agreement.NoticeGivenOn is null && agreement.TerminatedOn is null && agreement.NoticeDeadline >= today && agreement.NoticeDeadline <= soon) return AgreementStatus.NoticeDue;
        return agreement.EndsOn <= soon || agreement.TerminatedOn <= soon ? AgreementStatus.Expiring : AgreementStatus.InForce;
    }
}
