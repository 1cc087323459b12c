using DataCatalog.Core.Entitlements;
using DataCatalog.Server.Api.Catalogue;
using DataCatalog.Server.Api.Licensing;

namespace DataCatalog.Server.Api.Entitlements;

/// <summary>Who pays, for whom, in which time zone.</summary>
public sealed class ProgrammeModel : IRowModel
{
    /// <summary>Identity.</summary>
    public Guid Id { get; set; }

    /// <summary>State of the row; its ETag.</summary>
    public long RowVersion { get; set; }

    /// <summary>Lower-case slug, unique.</summary>
    public string Key { get; set; } = "";

    /// <summary>Korean name; at least one of the two is there.</summary>
    public string? NameKo { get; set; }

    /// <summary>English name; at least one of the two is there.</summary>
    public string? NameEn { get; set; }

    /// <summary>Id of who pays.</summary>
    public Guid? FunderId { get; set; }

    /// <summary>IANA time zone in which its days are counted.</summary>
    public string TimeZone { get; set; } = "";

    /// <summary>Day on which its consortia were chosen.</summary>
    public DateOnly? SelectedOn { get; set; }

    /// <summary>What it has in all; staff only.</summary>
    public decimal? BudgetAmount { get; set; }

    /// <summary>ISO 4217 code of the budget; staff only.</summary>
    public string? BudgetCurrency { get; set; }

    /// <summary>How many teams go on in each phase.</summary>
    public List<int> PhaseTeams { get; set; } = [];

    /// <summary>Days before a date on which to warn; empty for the defaults.</summary>
    public List<int> AlertWindows { get; set; } = [];
}

/// <summary>Money of a programme set aside for a category and phase; staff only.</summary>
public sealed class BudgetLineModel : IRowModel
{
    /// <summary>Identity.</summary>
    public Guid Id { get; set; }

    /// <summary>State of the row; its ETag.</summary>
    public long RowVersion { get; set; }

    /// <summary>Id of the programme.</summary>
    public Guid ProgrammeId { get; set; }

    /// <summary>Korean name; at least one of the two is there.</summary>
    public string? NameKo { get; set; }

    /// <summary>English name; at least one of the two is there.</summary>
    public string? NameEn { get; set; }

    /// <summary>What for.</summary>
    public BudgetCategory Category { get; set; }

    /// <summary>1 for the first phase; null for all.</summary>
    public int? Phase { get; set; }

    /// <summary>How much.</summary>
    public decimal Amount { get; set; }

    /// <summary>ISO 4217 code.</summary>
    public string Currency { get; set; } = "";
}

/// <summary>A lead organisation with members in roles.</summary>
public sealed class ConsortiumModel : IRowModel
{
    /// <summary>Identity.</summary>
    public Guid Id { get; set; }

    /// <summary>State of the row; its ETag.</summary>
    public long RowVersion { get; set; }

    /// <summary>Lower-case slug, unique.</summary>
    public string Key { get; set; } = "";

    /// <summary>Id of the programme.</summary>
    public Guid ProgrammeId { get; set; }

    /// <summary>Korean name; at least one of the two is there.</summary>
    public string? NameKo { get; set; }

    /// <summary>English name; at least one of the two is there.</summary>
    public string? NameEn { get; set; }

    /// <summary>Id of who leads it.</summary>
    public Guid LeadId { get; set; }

    /// <summary>Who leads it.</summary>
    public OrganisationModel? Lead { get; set; }

    /// <summary>First day in the programme.</summary>
    public DateOnly ActiveFrom { get; set; }

    /// <summary>Last day in the programme, included; null while it goes on.</summary>
    public DateOnly? EndedOn { get; set; }

    /// <summary>Why it left; staff only.</summary>
    public string? EndedReason { get; set; }

    /// <summary>Organisations beside the lead.</summary>
    public ICollection<ConsortiumMemberModel> Members { get; set; } = [];
}

/// <summary>An organisation in a consortium.</summary>
public sealed class ConsortiumMemberModel
{
    /// <summary>Identity.</summary>
    public Guid Id { get; set; }

    /// <summary>Id of the organisation.</summary>
    public Guid OrganisationId { get; set; }

    /// <summary>What it does there.</summary>
    public string Role { get; set; } = "";

    /// <summary>The organisation.</summary>
    public OrganisationModel? Organisation { get; set; }
}

/// <summary>A model that a consortium builds.</summary>
public sealed class FoundationModelModel : IRowModel
{
    /// <summary>Identity.</summary>
    public Guid Id { get; set; }

    /// <summary>State of the row; its ETag.</summary>
    public long RowVersion { get; set; }

    /// <summary>Lower-case slug, unique.</summary>
    public string Key { get; set; } = "";

    /// <summary>Id of the consortium that builds it.</summary>
    public Guid ConsortiumId { get; set; }

    /// <summary>Its name.</summary>
    public string Name { get; set; } = "";

    /// <summary>text, image, audio, video.</summary>
    public List<string> Modalities { get; set; } = [];

    /// <summary>Least number of parameters.</summary>
    public long? ParametersFrom { get; set; }

    /// <summary>Greatest number of parameters.</summary>
    public long? ParametersTo { get; set; }

    /// <summary>How far it has come.</summary>
    public ModelStatus Status { get; set; }

    /// <summary>How it shall be released.</summary>
    public string? ReleasePlan { get; set; }
}

/// <summary>A consortium's right to use a dataset under an agreement.</summary>
public sealed class EntitlementModel : IRowModel
{
    /// <summary>Identity.</summary>
    public Guid Id { get; set; }

    /// <summary>State of the row; its ETag.</summary>
    public long RowVersion { get; set; }

    /// <summary>Id of the dataset.</summary>
    public Guid DatasetId { get; set; }

    /// <summary>The dataset.</summary>
    public DatasetModel? Dataset { get; set; }

    /// <summary>Id of the consortium.</summary>
    public Guid ConsortiumId { get; set; }

    /// <summary>The consortium.</summary>
    public ConsortiumModel? Consortium { get; set; }

    /// <summary>Id of the agreement it rests on.</summary>
    public Guid AgreementId { get; set; }

    /// <summary>The agreement it rests on.</summary>
    public AgreementModel? Agreement { get; set; }

    /// <summary>First day.</summary>
    public DateOnly StartsOn { get; set; }

    /// <summary>Last day as granted, included; null for as long as the agreement lasts.</summary>
    public DateOnly? EndsOn { get; set; }

    /// <summary>Last day in fact: the earliest of the grant's, the revocation's, the agreement's and the consortium's; null where open-ended.</summary>
    public DateOnly? LastDay { get; set; }

    /// <summary>Short names of the actions that it is limited to; empty for all that its agreement permits.</summary>
    public List<string> Actions { get; set; } = [];

    /// <summary>Id of the model that it is limited to.</summary>
    public Guid? ModelId { get; set; }

    /// <summary>Id of the request that it was granted on.</summary>
    public Guid? RequestId { get; set; }

    /// <summary>Whether it gives nothing before the consortium's representative has accepted its conditions.</summary>
    public bool NeedsAcceptance { get; set; }

    /// <summary>SHA-256 of the conditions that were accepted.</summary>
    public string? AcceptedSha256 { get; set; }

    /// <summary>Who accepted them.</summary>
    public string? AcceptedBy { get; set; }

    /// <summary>When.</summary>
    public DateTime? AcceptedAt { get; set; }

    /// <summary>When it was granted.</summary>
    public DateTime GrantedAt { get; set; }

    /// <summary>Who granted it.</summary>
    public string GrantedBy { get; set; } = "";

    /// <summary>Last day because it was revoked.</summary>
    public DateOnly? RevokedOn { get; set; }

    /// <summary>Why it was revoked.</summary>
    public string? RevokedReason { get; set; }
}
