using DataCatalog.Core.Licensing.UseCheck;

namespace DataCatalog.Server.Api.Entitlements;

/// <summary>A run that trained or evaluated a model.</summary>
public sealed class TrainingRunModel : IRowModel
{
    /// <summary>Identity.</summary>
    public Guid Id { get; set; }

    /// <summary>State of the row; it never changes.</summary>
    public long RowVersion { get; set; }

    /// <summary>Id of the consortium whose run it is.</summary>
    public Guid ConsortiumId { get; set; }

    /// <summary>The id that the pipeline gave it; unique in its consortium.</summary>
    public string RunId { get; set; } = "";

    /// <summary>Id of the model.</summary>
    public Guid ModelId { get; set; }

    /// <summary>Short name of what it did.</summary>
    public string Action { get; set; } = "";

    /// <summary>When it started.</summary>
    public DateTime StartedAt { get; set; }

    /// <summary>What the pipeline noted.</summary>
    public string? Note { get; set; }

    /// <summary>When it was registered.</summary>
    public DateTime RegisteredAt { get; set; }

    /// <summary>Who registered it.</summary>
    public string RegisteredBy { get; set; } = "";

    /// <summary>The answer for the whole: permitted only where every use of it is.</summary>
    public Verdict Verdict { get; set; }

    /// <summary>How many dataset versions it consumed.</summary>
    public int VersionCount { get; set; }

    /// <summary>SHA-256 over what was registered, by which a second sending is known.</summary>
    public string Sha256 { get; set; } = "";

    /// <summary>What it consumed.</summary>
    public ICollection<UsageRecordModel> Usages { get; set; } = [];
}

/// <summary>That a run consumed a dataset version, with the decision made of it.</summary>
public sealed class UsageRecordModel
{
    /// <summary>Identity.</summary>
    public Guid Id { get; set; }

    /// <summary>Id of the run.</summary>
    public Guid TrainingRunId { get; set; }

    /// <summary>Id of the consortium whose run it is.</summary>
    public Guid ConsortiumId { get; set; }

    /// <summary>Id of the model.</summary>
    public Guid ModelId { get; set; }

    /// <summary>Id of the dataset.</summary>
    public Guid DatasetId { get; set; }

    /// <summary>Id of its version.</summary>
    public Guid DatasetVersionId { get; set; }

    /// <summary>When the run started.</summary>
    public DateTime UsedAt { get; set; }

    /// <summary>The answer when it was registered, for the instant at which the run started.</summary>
    public Verdict Verdict { get; set; }

    /// <summary>What kind of terms decided; null where none did.</summary>
    public LayerKind? Layer { get; set; }

    /// <summary>The licence, agreement or exemption that decided.</summary>
    public string? Source { get; set; }

    /// <summary>Id of the agreement that decided.</summary>
    public Guid? AgreementId { get; set; }

    /// <summary>Id of the entitlement through which it did.</summary>
    public Guid? EntitlementId { get; set; }

    /// <summary>Version of the terms.</summary>
    public int? TermsVersion { get; set; }

    /// <summary>SHA-256 of the terms.</summary>
    public string? TermsSha256 { get; set; }
}
