using System.Globalization;

namespace DataCatalog.Core.Compliance.Messages;

/// <summary>The sentences of messages in one language.</summary>
internal abstract class Phrases
{
    private static readonly Phrases Korean = new KoreanPhrases();
    private static readonly Phrases English = new EnglishPhrases();

    public abstract string Language { get; }

    public abstract string Footer { get; }

    public static Phrases In(string language) => language == "ko" ? Korean : English;

    /// <summary>What ends, and when, in one line.</summary>
    public abstract string Headline(Alert alert, DateOnly today);

    public abstract string Digest(DateOnly day, int count);

    public abstract string More(int count);

    /// <summary>The facts beneath the headline, label by label.</summary>
    public IEnumerable<(string Label, string Value)> Details(AlertFacts facts, DateOnly today)
    {
        Labels labels = Words;
        yield return (labels.Date, $"{Day(facts.Alert.Date)} · {Left(facts.Alert.Date, today)}");
        yield return (labels.Subject, facts.Alert.Subject.In(Language));
        if (facts.AgreementNumber is { } number) yield return (labels.Agreement, number);
        if (facts.DatasetKey is { } key) yield return (labels.Dataset, key);
        if (facts.Consortium is { } consortium) yield return (labels.Consortium, consortium.In(Language));
        if (facts.Alert.Missed.Count > 0) yield return (labels.Missed, string.Join(", ", facts.Alert.Missed.Select(Window)));
        yield return (labels.Link, facts.Link.AbsoluteUri);
    }

    /// <summary>ISO date with the weekday, as in <c>2026-12-31 (Thu)</c>.</summary>
    protected string Day(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd} ({Weekdays[(int)day.DayOfWeek]})");

    protected abstract Labels Words { get; }

    protected abstract IReadOnlyList<string> Weekdays { get; }

    protected abstract string Left(DateOnly day, DateOnly today);

    /// <summary>A window as people count: D-30, D-day, D+7.</summary>
    protected static string Window(int days) => days switch
    {
        0 => "D-day",
        > 0 => string.Create(CultureInfo.InvariantCulture, $"D-{days}"),
        < 0 => string.Create(CultureInfo.InvariantCulture, $"D+{-days}"),
    };

    protected static string Counted(DateOnly day, DateOnly today) => Window(day.DayNumber - today.DayNumber);

    protected sealed record Labels(string Date, string Subject, string Agreement, string Dataset, string Consortium, string Missed, string Link);
}
