using DataCatalog.Core.Entitlements;

namespace DataCatalog.Server.Pages.Administration;

/// <summary>What is typed of a programme.</summary>
public sealed class ProgrammeForm
{
    /// <summary>State of the row that was read.</summary>
    public long? Version { get; set; }

    /// <summary>Key, of a new one.</summary>
    public string? Key { get; set; }

    /// <summary>Korean name.</summary>
    public string? NameKo { get; set; }

    /// <summary>English name.</summary>
    public string? NameEn { get; set; }

    /// <summary>What it has in all.</summary>
    public string? BudgetAmount { get; set; }

    /// <summary>ISO 4217 code.</summary>
    public string? BudgetCurrency { get; set; }

    /// <summary>IANA time zone.</summary>
    public string? TimeZone { get; set; }

    /// <summary>Day on which its consortia were chosen.</summary>
    public string? SelectedOn { get; set; }

    /// <summary>Teams in each phase.</summary>
    public string? PhaseTeams { get; set; }

    /// <summary>Days before a date on which to warn.</summary>
    public string? AlertWindows { get; set; }

    /// <summary>What is said of it now.</summary>
    public static ProgrammeForm Of(Programme programme) => new()
    {
        Version = programme.RowVersion, NameKo = programme.Name.Ko, NameEn = programme.Name.En, BudgetAmount = FormValue.Text(programme.Budget?.Amount), BudgetCurrency = programme.Budget?.Currency,
        TimeZone = programme.TimeZone, SelectedOn = FormValue.Text(programme.SelectedOn), PhaseTeams = string.Join(", ", programme.PhaseTeams), AlertWindows = string.Join(", ", programme.AlertWindows),
    };

    /// <summary>What the use case is told; a currency without an amount says nothing.</summary>
    public ProgrammeInput ToInput(Guid? funder)
    {
        decimal? amount = FormValue.Number(BudgetAmount, "BudgetAmount");
        return new()
        {
            Key = Key, NameKo = NameKo, NameEn = NameEn, FunderId = funder, TimeZone = TimeZone, SelectedOn = FormValue.Day(SelectedOn, "SelectedOn"),
            BudgetAmount = amount, BudgetCurrency = amount is null ? null : BudgetCurrency,
            PhaseTeams = FormValue.Numbers(PhaseTeams, "PhaseTeams"), AlertWindows = FormValue.Numbers(AlertWindows, "AlertWindows"),
        };
    }
}
