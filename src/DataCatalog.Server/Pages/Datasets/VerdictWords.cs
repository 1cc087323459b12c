using DataCatalog.Core.Licensing.UseCheck;

namespace DataCatalog.Server.Pages.Datasets;

/// <summary>The use-check's answers in a word or two; the sentences beside them tell why.</summary>
public static class VerdictWords
{
    /// <summary>The answer.</summary>
    public static string Of(Viewer viewer, Verdict verdict) => verdict switch
    {
        Verdict.Permitted => viewer.T("허용", "Permitted"),
        Verdict.Prohibited => viewer.T("금지", "Prohibited"),
        Verdict.NotPermitted => viewer.T("허용 없음", "Not permitted"),
        Verdict.NotInForce => viewer.T("기간 밖", "Not in force"),
        _ => viewer.T("사실 필요", "Needs facts"),
    };

    /// <summary>Tone of its badge and its box.</summary>
    public static string Tone(Verdict verdict) => verdict switch { Verdict.Permitted => "good", Verdict.Undetermined => "warn", _ => "bad" };

    /// <summary>The last day on which an answer holds; null where nothing known ends it.</summary>
    public static DateOnly? LastDay(Viewer viewer, DateTimeOffset? holdsUntil) => holdsUntil is { } end ? viewer.Calendar.DayOf(end.AddMicroseconds(-1)) : null;
}
