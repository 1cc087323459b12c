using DataCatalog.Core.Compliance.Obligations;
using DataCatalog.Server.Api.Catalogue;
using DataCatalog.Server.Api.Entitlements;
using DataCatalog.Server.Api.Licensing;

namespace DataCatalog.Server.Api.Compliance;

/// <summary>Something that a consortium owes by a day, because of terms or of an end.</summary>
public sealed class ObligationModel : IRowModel
{
    /// <summary>Identity.</summary>
    public Guid Id { get; set; }

    /// <summary>State of the row; its ETag.</summary>
    public long RowVersion { get; set; }

    /// <summary>What is owed.</summary>
    public ObligationKind Kind { get; set; }

    /// <summary>What raised it.</summary>
    public ObligationCause Cause { get; set; }

    /// <summary>Id of the consortium that owes it.</summary>
    public Guid ConsortiumId { get; set; }

    /// <summary>Who owes it.</summary>
    public ConsortiumModel? Consortium { get; set; }

    /// <summary>Id of the agreement by which it is owed.</summary>
    public Guid AgreementId { get; set; }

    /// <summary>By which agreement.</summary>
    public AgreementModel? Agreement { get; set; }

    /// <summary>Id of the dataset that it concerns; null for the agreement as a whole.</summary>
    public Guid? DatasetId { get; set; }

    /// <summary>The dataset that it concerns.</summary>
    public DatasetModel? Dataset { get; set; }

    /// <summary>Id of the model that it concerns.</summary>
    public Guid? ModelId { get; set; }

    /// <summary>The day that raised it: the last day of the right, or the first of the interval.</summary>
    public DateOnly Since { get; set; }

    /// <summary>Last day to fulfil it; null where the terms name none.</summary>
    public DateOnly? DueOn { get; set; }

    /// <summary>Whether that day is over and it is still owed.</summary>
    public bool Overdue { get; set; }

    /// <summary>What is to be done, in Korean.</summary>
    public string? TextKo { get; set; }

    /// <summary>What is to be done, in English.</summary>
    public string? TextEn { get; set; }

    /// <summary>The clause of the contract.</summary>
    public string? Clause { get; set; }

    /// <summary>Version of the terms that say so.</summary>
    public int TermsVersion { get; set; }

    /// <summary>When it was raised.</summary>
    public DateTime RaisedAt { get; set; }

    /// <summary>Where it stands.</summary>
    public ObligationStatus Status { get; set; }

    /// <summary>When it was settled.</summary>
    public DateTime? SettledAt { get; set; }

    /// <summary>Who settled it.</summary>
    public string? SettledBy { get; set; }

    /// <summary>Why it was waived, cancelled or sent back.</summary>
    public string? Reason { get; set; }

    /// <summary>What was given to show that it was fulfilled.</summary>
    public ICollection<ObligationEvidenceModel> Evidence { get; set; } = [];
}

/// <summary>Something that shows that an obligation was fulfilled.</summary>
public sealed class ObligationEvidenceModel
{
    /// <summary>Identity.</summary>
    public Guid Id { get; set; }

    /// <summary>What was said.</summary>
    public string? Statement { get; set; }

    /// <summary>The document's file name.</summary>
    public string? Name { get; set; }

    /// <summary>The document's SHA-256, lower-case hexadecimal; its address under <c>/documents</c>.</summary>
    public string? Sha256 { get; set; }

    /// <summary>The document's size.</summary>
    public long? Bytes { get; set; }

    /// <summary>Who gave it.</summary>
    public string GivenBy { get; set; } = "";

    /// <summary>When.</summary>
    public DateTime GivenAt { get; set; }
}

/// <summary>What an action was expected to touch, kept with the action.</summary>
public sealed class ImpactReportModel : IRowModel
{
    /// <summary>Identity.</summary>
    public Guid Id { get; set; }

    /// <summary>State of the row; its ETag.</summary>
    public long RowVersion { get; set; }

    /// <summary>The action, as in <c>agreement.terminated</c>.</summary>
    public string Action { get; set; } = "";

    /// <summary>Type of what it was done to.</summary>
    public string SubjectType { get; set; } = "";

    /// <summary>Id of what it was done to.</summary>
    public Guid SubjectId { get; set; }

    /// <summary>When.</summary>
    public DateTime At { get; set; }

    /// <summary>Who did it.</summary>
    public string By { get; set; } = "";

    /// <summary>The report as JSON.</summary>
    public string Report { get; set; } = "";
}
