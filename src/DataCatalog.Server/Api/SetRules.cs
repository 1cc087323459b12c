using Microsoft.OData.Edm;

namespace DataCatalog.Server.Api;

/// <summary>What an entity set lets a caller do: the one table that reading obeys and the metadata tells.</summary>
/// <param name="Expand">Paths that <c>$expand</c> may name; parts between them are allowed too.</param>
public sealed record SetRules(IReadOnlyList<string> Expand)
{
    private static readonly Dictionary<string, SetRules> All = new(StringComparer.Ordinal)
    {
        ["Datasets"] = new(["Provider", "Versions/Distributions", "Licences/Licence"])
        {
            Insert = true, Update = true, CanSearch = true, Tracks = true, NotFilterable = ["Volumes", "Supply"],
            Group = ["Status", "Acquisition", "Sensitivity", "ProviderId", "PersonalData", "SensitiveData", "RegisteredAt"],
        },
        ["Versions"] = new(["Distributions"]),
        ["Organisations"] = new([]) { Insert = true, Update = true },
        ["Licences"] = new(["Readings"]) { Insert = true, Update = true },
        ["Agreements"] = new(["Licensor", "Parties", "Terms", "Periods", "Documents", "Payments", "Datasets"])
        {
            Insert = true, Update = true, Tracks = true, NotFilterable = ["AlertWindows"],
            Group = ["LicensorId", "Renewal", "Sample", "PriceCurrency", "BudgetLineId", "StartsOn", "EndsOn", "SignedOn"],
        },
        ["Programmes"] = new([]) { Insert = true, Update = true, NotFilterable = ["AlertWindows", "PhaseTeams"] },
        ["BudgetLines"] = new([]) { Insert = true, Update = true },
        ["Consortia"] = new(["Lead", "Members/Organisation"]) { Insert = true, Update = true },
        ["FoundationModels"] = new([]) { Insert = true, Update = true },
        ["Entitlements"] = new(["Dataset/Provider", "Consortium", "Agreement/Licensor"])
        {
            Insert = true, Tracks = true, Group = ["DatasetId", "ConsortiumId", "AgreementId", "StartsOn", "EndsOn", "RevokedOn"],
        },
        ["AccessRequests"] = new(["Items", "Steps"]) { Insert = true, ByMembers = true, Group = ["ConsortiumId", "ModelId", "Status", "StartsOn", "EndsOn"] },
        ["TrainingRuns"] = new([]) { Insert = true, ByMembers = true, Group = ["ConsortiumId", "ModelId", "Action", "Verdict"] },
        ["UsageRecords"] = new([]) { Group = ["DatasetId", "ModelId", "ConsortiumId", "Verdict", "AgreementId", "Layer"] },
        ["Usages"] = new([]) { Group = ["DatasetId", "ModelId", "ConsortiumId", "Verdict", "AgreementId", "Layer"] },
        ["Exemptions"] = new(["Beneficiaries", "Covers", "Terms"]) { Insert = true, Update = true },
        ["RecordedDecisions"] = new([]) { NotFilterable = ["Question", "Decision"], Group = ["ConsortiumId", "ModelId", "Verdict", "DatasetKey"] },
        ["Clearances"] = new([]) { NotFilterable = ["Envelope"] },
        ["ClearanceKeys"] = new([]) { NotFilterable = ["PublicKey"] },
        ["Obligations"] = new(["Evidence", "Consortium", "Agreement", "Dataset"])
        {
            Group = ["Kind", "Status", "ConsortiumId", "AgreementId", "DatasetId", "ModelId", "DueOn", "Since"], NotFilterable = ["Overdue"],
        },
        ["ImpactReports"] = new([]) { NotFilterable = ["Report"], Group = ["Action", "SubjectType", "SubjectId"] },
        ["Payments"] = new([]) { Group = ["Currency", "DueOn", "PaidOn"] },
        ["SpendingLines"] = new([])
        {
            Group = ["AgreementId", "Number", "LicensorId", "ProviderId", "BudgetLineId", "Category", "Phase", "DatasetId", "Modality", "ConsortiumId", "Currency", "OwnCurrency", "Unconverted"],
        },
        ["ExchangeRates"] = new([]) { Insert = true },
        ["BudgetReservations"] = new([]) { Insert = true, Group = ["BudgetLineId", "ConsortiumId", "Currency", "ReleasedOn"] },
        ["DataCopies"] = new([]) { Insert = true, ByMembers = true },
        ["CalendarFeeds"] = new([]) { Insert = true, ByMembers = true, NotFilterable = ["Token", "Address"] },
        ["SavedSearches"] = new([]) { Insert = true, Delete = true, ByMembers = true, NotFilterable = ["Facets", "May"] },
        ["Alerts"] = new([]) { NotFilterable = ["Missed"], Group = ["Kind", "Status", "Date", "Window", "ConsortiumId", "AgreementId", "DatasetId"] },
        ["Subscriptions"] = new([]) { Insert = true, Update = true, Delete = true, ByMembers = true, NotFilterable = ["Secret"] },
        ["Deliveries"] = new([]),
        ["ApiKeys"] = new([]) { Insert = true, NotFilterable = ["Secret", "Roles"] },
        ["AuditEvents"] = new([]),
    };

    private static readonly SetRules ReadOnly = new([]);

    /// <summary>Whether rows are made by POST.</summary>
    public bool Insert { get; init; }

    /// <summary>Whether rows are changed by PATCH.</summary>
    public bool Update { get; init; }

    /// <summary>Whether rows are removed by DELETE.</summary>
    public bool Delete { get; init; }

    /// <summary>Whether what changes can be followed by delta links.</summary>
    public bool Tracks { get; init; }

    /// <summary>Whether consortium members write too.</summary>
    public bool ByMembers { get; init; }

    /// <summary>Whether <c>$search</c> is offered.</summary>
    public bool CanSearch { get; init; }

    /// <summary>Properties that <c>$filter</c> cannot name.</summary>
    public IReadOnlyList<string> NotFilterable { get; init; } = [];

    /// <summary>Properties that <c>$apply=groupby</c> can name; where there are none, <c>$apply</c> is not offered.</summary>
    public IReadOnlyList<string> Group { get; init; } = [];

    /// <summary>The rules of a set; nothing but reading where it is not listed.</summary>
    public static SetRules Of(string set) => All.GetValueOrDefault(set, ReadOnly);

    /// <summary>Whether that caller makes rows.</summary>
    public bool CanInsert(bool staff) => Insert && (staff || ByMembers);

    /// <summary>Whether that caller changes rows.</summary>
    public bool CanUpdate(bool staff) => Update && (staff || ByMembers);

    /// <summary>Whether a path of <c>$expand</c> is allowed, whole or as the beginning of one.</summary>
    public bool CanExpand(string path) => Expand.Any(e => e == path || e.StartsWith(path + "/", StringComparison.Ordinal));

    /// <summary>Whether a property can be an order's key: one kept in a column, of a kind that both databases order alike.</summary>
    public bool CanSort(IEdmProperty property) =>
        !NotFilterable.Contains(property.Name) && property.Type.IsPrimitive() && !property.Type.IsBoolean() && !property.Type.IsEnum();
}
