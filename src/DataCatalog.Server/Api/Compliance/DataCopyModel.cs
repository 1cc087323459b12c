namespace DataCatalog.Server.Api.Compliance;

/// <summary>A copy of a dataset version that a consortium holds; the row stays when the copy is gone.</summary>
public sealed class DataCopyModel : IRowModel
{
    /// <summary>Identity.</summary>
    public Guid Id { get; set; }

    /// <summary>State of the row; its ETag.</summary>
    public long RowVersion { get; set; }

    /// <summary>Id of the consortium that holds it.</summary>
    public Guid ConsortiumId { get; set; }

    /// <summary>Id of the dataset.</summary>
    public Guid DatasetId { get; set; }

    /// <summary>Id of its version.</summary>
    public Guid DatasetVersionId { get; set; }

    /// <summary>Where it lies, as the holder names it.</summary>
    public string Place { get; set; } = "";

    /// <summary>The day it was made.</summary>
    public DateOnly MadeOn { get; set; }

    /// <summary>Who recorded it.</summary>
    public string RecordedBy { get; set; } = "";

    /// <summary>When it was recorded.</summary>
    public DateTime RecordedAt { get; set; }

    /// <summary>The day it was deleted; null while it is there.</summary>
    public DateOnly? DeletedOn { get; set; }

    /// <summary>How it was deleted.</summary>
    public string? DeletedHow { get; set; }

    /// <summary>Who recorded the deletion.</summary>
    public string? DeletionRecordedBy { get; set; }

    /// <summary>SHA-256 of the certificate of deletion.</summary>
    public string? CertificateSha256 { get; set; }
}
