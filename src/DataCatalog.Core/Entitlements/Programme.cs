using DataCatalog.Core.Catalogue;
using DataCatalog.Core.Common;
using DataCatalog.Core.Licensing;

namespace DataCatalog.Core.Entitlements;

/// <summary>Who pays, for whom, in which time zone.</summary>
public sealed class Programme : Entity
{
    /// <summary>Seoul's time zone, which a programme has by default.</summary>
    public const string DefaultTimeZone = "Asia/Seoul";

    private Programme() { }

    /// <summary>Lower-case slug, unique.</summary>
    public string Key { get; private set; } = null!;

    /// <summary>Name in Korean and English.</summary>
    public LocalizedText Name { get; private set; } = null!;

    /// <summary>Who pays, or null.</summary>
    public Guid? FunderId { get; private set; }

    /// <summary>IANA time zone in which its days are counted.</summary>
    public string TimeZone { get; private set; } = DefaultTimeZone;

    /// <summary>Day on which its consortia were chosen, or null.</summary>
    public DateOnly? SelectedOn { get; private set; }

    /// <summary>What it has in all, or null; staff only.</summary>
    public Money? Budget { get; private set; }

    /// <summary>How many teams go on in each phase, first phase first.</summary>
    public List<int> PhaseTeams { get; private set; } = [];

    /// <summary>Days before a date on which to warn; empty for the defaults.</summary>
    public List<int> AlertWindows { get; private set; } = [];

    /// <summary>Makes a programme.</summary>
    public static Programme Register(ProgrammeInput input, TimeProvider clock)
    {
        var programme = new Programme { Id = Ids.New(clock), Key = Check.Key(input.Key, nameof(Key)) };
        programme.Change(input);
        return programme;
    }

    /// <summary>Changes all but the key.</summary>
    public void Change(ProgrammeInput input)
    {
        Name = LocalizedText.Of(input.NameKo, input.NameEn, nameof(Name), 300);
        FunderId = input.FunderId;
        TimeZone = CheckTimeZone(input.TimeZone ?? DefaultTimeZone);
        SelectedOn = Check.Day(input.SelectedOn, nameof(SelectedOn));
        Budget = Money.Of(input.BudgetAmount, input.BudgetCurrency, nameof(Budget));
        PhaseTeams = [.. input.PhaseTeams ?? []];
        if (PhaseTeams.Count > 100 || PhaseTeams.Exists(t => t is < 0 or > 1000)) throw new DomainException(CommonErrors.Invalid, nameof(PhaseTeams), nameof(PhaseTeams), "list", "give at most 100 whole numbers from 0 to 1000");
        AlertWindows = Windows.Checked(input.AlertWindows, nameof(AlertWindows));
    }

    /// <summary>What is said of it now, so that a caller's changes can be laid over it.</summary>
    public ProgrammeInput ToInput() => new()
    {
        Key = Key, NameKo = Name.Ko, NameEn = Name.En, FunderId = FunderId, TimeZone = TimeZone, SelectedOn = SelectedOn,
        BudgetAmount = Budget?.Amount, BudgetCurrency = Budget?.Currency, PhaseTeams = [.. PhaseTeams], AlertWindows = [.. AlertWindows],
    };

    private static string CheckTimeZone(string id) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(Check.Text(id, nameof(TimeZone), 100), out TimeZoneInfo? zone) && zone.HasIanaId
            ? id
            : throw new DomainException(CommonErrors.Invalid, nameof(TimeZone), id, "time zone", "use an IANA name as in Asia/Seoul");
}

/// <summary>What a caller says of a programme.</summary>
public sealed record ProgrammeInput
{
    /// <summary>Lower-case slug; fixed once made.</summary>
    public string? Key { get; init; }

    /// <summary>Korean name.</summary>
    public string? NameKo { get; init; }

    /// <summary>English name.</summary>
    public string? NameEn { get; init; }

    /// <summary>Who pays.</summary>
    public Guid? FunderId { get; init; }

    /// <summary>IANA time zone.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Day on which its consortia were chosen.</summary>
    public DateOnly? SelectedOn { get; init; }

    /// <summary>What it has in all.</summary>
    public decimal? BudgetAmount { get; init; }

    /// <summary>ISO 4217 code of the budget.</summary>
    public string? BudgetCurrency { get; init; }

    /// <summary>Teams in each phase.</summary>
    public IReadOnlyList<int>? PhaseTeams { get; init; }

    /// <summary>Days before a date on which to warn.</summary>
    public IReadOnlyList<int>? AlertWindows { get; init; }
}
