using DataCatalog.Core.Common;

namespace DataCatalog.Core.Compliance.Obligations;

/// <summary>A copy of a dataset version that a consortium holds: the deletion ledger has one row for each, which stays when the copy is gone.</summary>
public sealed class DataCopy : Entity
{
    private DataCopy() { }

    /// <summary>Who holds it.</summary>
    public Guid ConsortiumId { get; private set; }

    /// <summary>The dataset.</summary>
    public Guid DatasetId { get; private set; }

    /// <summary>Its version.</summary>
    public Guid DatasetVersionId { get; private set; }

    /// <summary>Where it lies, as the holder names it.</summary>
    public string Place { get; private set; } = null!;

    /// <summary>The day it was made.</summary>
    public DateOnly MadeOn { get; private set; }

    /// <summary>Who recorded it.</summary>
    public string RecordedBy { get; private set; } = null!;

    /// <summary>When, UTC.</summary>
    public DateTime RecordedAt { get; private set; }

    /// <summary>The day it was deleted, or null.</summary>
    public DateOnly? DeletedOn { get; private set; }

    /// <summary>How it was deleted, or null.</summary>
    public string? DeletedHow { get; private set; }

    /// <summary>Who recorded the deletion, or null.</summary>
    public string? DeletionRecordedBy { get; private set; }

    /// <summary>SHA-256 of the certificate, or null.</summary>
    public string? CertificateSha256 { get; private set; }

    /// <summary>Records a copy.</summary>
    /// <exception cref="DomainException">A rule of the input is broken.</exception>
    public static DataCopy Record(Guid consortium, Guid dataset, Guid version, DataCopyInput input, DateOnly today, Actor by, TimeProvider clock)
    {
        DateOnly made = Check.Day(input.MadeOn, nameof(MadeOn)) ?? today;
        Check.Order(made, nameof(MadeOn), today, "Today");
        return new DataCopy
        {
            Id = Ids.New(clock), ConsortiumId = consortium, DatasetId = dataset, DatasetVersionId = version, Place = Check.Text(input.Place, nameof(Place), 500), MadeOn = made,
            RecordedBy = by.Name, RecordedAt = clock.Instant(),
        };
    }

    /// <summary>Records that it was deleted.</summary>
    /// <exception cref="DomainException">It was before, the day lies ahead or before it was made, or nothing is said of how.</exception>
    public void Delete(DateOnly on, string? how, string? certificate, DateOnly today, Actor by)
    {
        if (DeletedOn is { } gone) throw new DomainException(ComplianceErrors.CopyDeleted, null, gone);
        Check.Order(MadeOn, nameof(MadeOn), on, nameof(DeletedOn));
        Check.Order(on, nameof(DeletedOn), today, "Today");
        (DeletedOn, DeletedHow, DeletionRecordedBy, CertificateSha256) = (on, Check.Prose(how, "How", 2000), by.Name, certificate);
    }
}

/// <summary>What is said of a copy.</summary>
public sealed record DataCopyInput
{
    /// <summary>Who holds it; a member's own where absent.</summary>
    public Guid? ConsortiumId { get; init; }

    /// <summary>The version, as <c>key@version</c> or by its id.</summary>
    public string? Version { get; init; }

    /// <summary>Where it lies.</summary>
    public string? Place { get; init; }

    /// <summary>The day it was made; today where absent.</summary>
    public DateOnly? MadeOn { get; init; }
}
