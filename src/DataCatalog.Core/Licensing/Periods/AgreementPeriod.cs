using DataCatalog.Core.Common;

namespace DataCatalog.Core.Licensing.Periods;

/// <summary>How a period of an agreement came about.</summary>
public enum PeriodKind
{
    /// <summary>The term as first agreed.</summary>
    Initial,

    /// <summary>It renewed by itself, since nobody gave notice.</summary>
    Tacit,

    /// <summary>A party took its option, or both agreed.</summary>
    Agreed,
}

/// <summary>One period of an agreement: the initial term or a renewal, each with its own notice deadline (domain rules 9 and 10b).</summary>
public sealed class AgreementPeriod
{
    private AgreementPeriod() { }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>The agreement.</summary>
    public Guid AgreementId { get; private set; }

    /// <summary>0 for the initial term, then one more for each renewal.</summary>
    public int Ordinal { get; private set; }

    /// <summary>How it came about.</summary>
    public PeriodKind Kind { get; private set; }

    /// <summary>First day.</summary>
    public DateOnly StartsOn { get; private set; }

    /// <summary>Last day; null where open-ended.</summary>
    public DateOnly? EndsOn { get; private set; }

    /// <summary>The end less the notice period; null where there is none.</summary>
    public DateOnly? NoticeReckoned { get; private set; }

    /// <summary>Last day on which notice counts for this period; null where there is none.</summary>
    public DateOnly? NoticeDeadline { get; private set; }

    /// <summary>What the period costs, or null where that is in the agreement's price; staff only.</summary>
    public Money? Cost { get; private set; }

    /// <summary>When the registry learnt of it, UTC.</summary>
    public DateTime RecordedAt { get; private set; }

    /// <summary>Who recorded it.</summary>
    public string RecordedBy { get; private set; } = null!;

    internal static AgreementPeriod Of(Guid agreementId, int ordinal, PeriodKind kind, DateOnly start, DateOnly? end, Money? cost, string by, TimeProvider clock) => new()
    {
        Id = Ids.New(clock), AgreementId = agreementId, Ordinal = ordinal, Kind = kind, StartsOn = start, EndsOn = end, Cost = cost, RecordedAt = clock.Instant(), RecordedBy = by,
    };

    /// <summary>What it means, for the audit log.</summary>
    public string Told() => string.Create(System.Globalization.CultureInfo.InvariantCulture,
        $"renewal {Ordinal}, {StartsOn:yyyy-MM-dd} to {EndsOn:yyyy-MM-dd}, {(Cost is { } cost ? $"{cost.Amount:0.####} {cost.Currency}" : "at no stated price")}");

    internal void Restate(DateOnly start, DateOnly? end, NoticeReckoning? notice)
    {
        (StartsOn, EndsOn) = (start, end);
        (NoticeReckoned, NoticeDeadline) = (notice?.Reckoned, notice?.Day);
    }
}

/// <summary>What a caller says of a period that an agreement has behind it.</summary>
public sealed record AgreementPeriodInput
{
    /// <summary>How it came about.</summary>
    public PeriodKind Kind { get; init; }

    /// <summary>First day.</summary>
    public DateOnly? StartsOn { get; init; }

    /// <summary>Last day, included.</summary>
    public DateOnly? EndsOn { get; init; }
}
