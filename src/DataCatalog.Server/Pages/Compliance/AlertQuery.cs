using DataCatalog.Core.Compliance;
using Microsoft.AspNetCore.Http.Extensions;

namespace DataCatalog.Server.Pages.Compliance;

/// <summary>What of the alerts is looked at, as its address says.</summary>
/// <param name="State">One of <see cref="States"/>; <c>open</c> where it is none.</param>
/// <param name="Kind">A kind of date, or null for all.</param>
/// <param name="Consortium">Key of a consortium, or null for all.</param>
/// <param name="Page">Page, from 1.</param>
public sealed record AlertQuery(string State, SubjectKind? Kind, string? Consortium, int Page)
{
    /// <summary>Rows of a page.</summary>
    public const int PageSize = 30;

    /// <summary>What <see cref="State"/> can be.</summary>
    public static readonly IReadOnlyList<string> States = ["open", "snoozed", "acknowledged", "standing", "closed", "all"];

    /// <summary>Reads what an address says; what it says wrongly is passed over.</summary>
    public static AlertQuery Of(string? state, string? kind, string? consortium, string? page) => new(
        States.Contains(state) ? state! : "open",
        Enum.TryParse(kind, out SubjectKind known) && Enum.IsDefined(known) ? known : null,
        string.IsNullOrEmpty(consortium) ? null : consortium,
        int.TryParse(page, System.Globalization.CultureInfo.InvariantCulture, out int number) ? Math.Clamp(number, 1, 1000) : 1);

    /// <summary>The alerts looked at, the most urgent first: unacknowledged before acknowledged, the earliest date first.</summary>
    public IQueryable<Alert> Over(IQueryable<Alert> alerts, Guid? consortium, DateOnly today)
    {
        IQueryable<Alert> found = State switch
        {
            "open" => alerts.Where(a => a.Status == AlertStatus.Open && (a.SnoozedUntil == null || a.SnoozedUntil <= today)),
            "snoozed" => alerts.Where(a => (a.Status == AlertStatus.Open || a.Status == AlertStatus.Acknowledged) && a.SnoozedUntil > today),
            "acknowledged" => alerts.Where(a => a.Status == AlertStatus.Acknowledged),
            "standing" => alerts.Where(a => a.Status == AlertStatus.Open || a.Status == AlertStatus.Acknowledged),
            "closed" => alerts.Where(a => a.Status == AlertStatus.Superseded || a.Status == AlertStatus.Resolved),
            _ => alerts,
        };
        if (Kind is { } kind) found = found.Where(a => a.Kind == kind);
        if (consortium is { } id) found = found.Where(a => a.ConsortiumId == id);
        return State == "closed" ? found.OrderByDescending(a => a.Date).ThenBy(a => a.Id) : found.OrderBy(a => a.Status).ThenBy(a => a.Date).ThenBy(a => a.Id);
    }

    /// <summary>Address of a page of the same.</summary>
    /// <param name="page">Page, from 1.</param>
    /// <param name="all">Whether its alerts are all ticked.</param>
    public string Address(int page, bool all = false)
    {
        var query = new QueryBuilder { { "state", State } };
        if (Kind is { } kind) query.Add("kind", kind.ToString());
        if (Consortium is not null) query.Add("consortium", Consortium);
        if (page > 1) query.Add("page", page.ToString(System.Globalization.CultureInfo.InvariantCulture));
        if (all) query.Add("all", "1");
        return "/compliance/alerts" + query.ToQueryString();
    }
}
