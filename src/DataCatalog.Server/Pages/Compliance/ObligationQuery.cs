using DataCatalog.Core.Compliance.Obligations;
using Microsoft.AspNetCore.Http.Extensions;

namespace DataCatalog.Server.Pages.Compliance;

/// <summary>What of the obligations is looked at, as its address says.</summary>
/// <param name="State">One of <see cref="States"/>; <c>owed</c> where it is none.</param>
/// <param name="Due">One of <see cref="Dues"/>, or null.</param>
/// <param name="Consortium">Key of a consortium, or null for all.</param>
/// <param name="Page">Page, from 1.</param>
public sealed record ObligationQuery(string State, string? Due, string? Consortium, int Page)
{
    /// <summary>Rows of a page.</summary>
    public const int PageSize = 30;

    /// <summary>What <see cref="State"/> can be.</summary>
    public static readonly IReadOnlyList<string> States = ["owed", "submitted", "fulfilled", "waived", "cancelled", "all"];

    /// <summary>What <see cref="Due"/> can be.</summary>
    public static readonly IReadOnlyList<string> Dues = ["past", "30", "90"];

    /// <summary>Reads what an address says; what it says wrongly is passed over.</summary>
    public static ObligationQuery Of(string? state, string? due, string? consortium, string? page) => new(
        States.Contains(state) ? state! : "owed", Dues.Contains(due) ? due : null, string.IsNullOrEmpty(consortium) ? null : consortium,
        int.TryParse(page, System.Globalization.CultureInfo.InvariantCulture, out int number) ? Math.Clamp(number, 1, 1000) : 1);

    /// <summary>The obligations looked at, those due first before the others, and those without a day last.</summary>
    public IQueryable<Obligation> Over(IQueryable<Obligation> obligations, Guid? consortium, DateOnly today)
    {
        IQueryable<Obligation> found = State switch
        {
            "owed" => obligations.Where(o => o.Status == ObligationStatus.Open || o.Status == ObligationStatus.Submitted),
            "submitted" => obligations.Where(o => o.Status == ObligationStatus.Submitted),
            "fulfilled" => obligations.Where(o => o.Status == ObligationStatus.Fulfilled),
            "waived" => obligations.Where(o => o.Status == ObligationStatus.Waived),
            "cancelled" => obligations.Where(o => o.Status == ObligationStatus.Cancelled),
            _ => obligations,
        };
        if (consortium is { } id) found = found.Where(o => o.ConsortiumId == id);
        DateOnly until = Due switch { "past" => today.AddDays(-1), "30" => today.AddDays(30), _ => today.AddDays(90) };
        if (Due is not null) found = found.Where(o => o.DueOn <= until);
        return found.OrderBy(o => o.DueOn == null).ThenBy(o => o.DueOn).ThenBy(o => o.Id);
    }

    /// <summary>Address of a page of the same.</summary>
    public string Address(int page)
    {
        var query = new QueryBuilder { { "state", State } };
        if (Due is not null) query.Add("due", Due);
        if (Consortium is not null) query.Add("consortium", Consortium);
        if (page > 1) query.Add("page", page.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return "/compliance/obligations" + query.ToQueryString();
    }
}

/// <summary>What a consortium still owes.</summary>
/// <param name="Consortium">Which.</param>
/// <param name="Owed">How much is owed.</param>
/// <param name="Overdue">How much of it is overdue.</param>
/// <param name="Submitted">How much of it waits for review.</param>
public sealed record OwedBy(Guid Consortium, int Owed, int Overdue, int Submitted);
