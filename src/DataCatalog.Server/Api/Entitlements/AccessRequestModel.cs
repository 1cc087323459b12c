using DataCatalog.Core.Entitlements.Requests;
using DataCatalog.Core.Licensing.UseCheck;

namespace DataCatalog.Server.Api.Entitlements;

/// <summary>A consortium's request to use datasets for a purpose and a model.</summary>
public sealed class AccessRequestModel : IRowModel
{
    /// <summary>Identity.</summary>
    public Guid Id { get; set; }

    /// <summary>State of the row; its ETag.</summary>
    public long RowVersion { get; set; }

    /// <summary>Id of the consortium that asks.</summary>
    public Guid ConsortiumId { get; set; }

    /// <summary>Id of the model it is for.</summary>
    public Guid? ModelId { get; set; }

    /// <summary>What for, in the consortium's words.</summary>
    public string Purpose { get; set; } = "";

    /// <summary>Short names of what is to be done.</summary>
    public List<string> Actions { get; set; } = [];

    /// <summary>First day wished for; null for as soon as possible.</summary>
    public DateOnly? StartsOn { get; set; }

    /// <summary>Last day wished for; null for as long as possible.</summary>
    public DateOnly? EndsOn { get; set; }

    /// <summary>How the model shall be released, in words.</summary>
    public string? ReleasePlan { get; set; }

    /// <summary>Licence of the intended release.</summary>
    public string? ReleaseLicence { get; set; }

    /// <summary>Where it stands.</summary>
    public RequestStatus Status { get; set; }

    /// <summary>Id of the recorded decision: the use-check's answer as things stood when it was made.</summary>
    public Guid? DecisionId { get; set; }

    /// <summary>Who made it.</summary>
    public string RequestedBy { get; set; } = "";

    /// <summary>When.</summary>
    public DateTime RequestedAt { get; set; }

    /// <summary>Its datasets.</summary>
    public ICollection<AccessRequestItemModel> Items { get; set; } = [];

    /// <summary>What happened to it, step by step.</summary>
    public ICollection<AccessRequestStepModel> Steps { get; set; } = [];
}

/// <summary>A dataset of a request.</summary>
public sealed class AccessRequestItemModel
{
    /// <summary>Identity.</summary>
    public Guid Id { get; set; }

    /// <summary>Id of the dataset.</summary>
    public Guid DatasetId { get; set; }

    /// <summary>What the terms would answer once it were granted; the firmest no of the actions asked for.</summary>
    public Verdict IfGranted { get; set; }

    /// <summary>Id of the agreement by which it could be granted; staff only.</summary>
    public Guid? AgreementId { get; set; }

    /// <summary>Id of the entitlement that it was granted by.</summary>
    public Guid? EntitlementId { get; set; }
}

/// <summary>A step of a request.</summary>
public sealed class AccessRequestStepModel
{
    /// <summary>Identity; alerts about a request name its step.</summary>
    public Guid Id { get; set; }

    /// <summary>What happened.</summary>
    public RequestStep Kind { get; set; }

    /// <summary>What was said to it.</summary>
    public string? Text { get; set; }

    /// <summary>Who did it.</summary>
    public string By { get; set; } = "";

    /// <summary>When.</summary>
    public DateTime At { get; set; }
}
