using System.Globalization;
using DataCatalog.Core.Common;
using DataCatalog.Server.Hosting.Errors;
using Calendar = DataCatalog.Core.Common.Calendar;

namespace DataCatalog.Server.Pages;
/// <summary>Who looks at a page: what they may do, and how words, days, numbers and money are shown to them.</summary>
public sealed class Viewer(IHttpContextAccessor accessor, Actor actor, Calendar calendar)
{
    private static readonly string[] ByteUnits = ["B", "kB", "MB", "GB", "TB", "PB"];

    /// <summary>Who they are; <see cref="Actor.Nobody"/> before they signed in.</summary>
    public Actor Actor { get; } = actor;

    /// <summary>The programme's days.</summary>
    public Calendar Calendar { get; } = calendar;

    /// <summary><c>ko</c> or <c>en</c>.</summary>
    public string Lang { get; } = Language.Of(accessor.HttpContext!.Request).TwoLetterISOLanguageName;

    /// <summary>Whether they read Korean.</summary>
    public bool ReadsKorean => Lang == "ko";

    /// <summary><c>light</c>, <c>dark</c>, or null where the browser decides.</summary>
    public string? Theme { get; } = accessor.HttpContext!.Request.Cookies[Preferences.ThemeCookie] is "light" or "dark" ? accessor.HttpContext!.Request.Cookies[Preferences.ThemeCookie] : null;

    /// <summary>Whether they signed in.</summary>
    public bool IsSignedIn => Actor.Roles != Roles.None;

    /// <summary>Whether they are of a consortium.</summary>
    public bool IsMember => Actor.ConsortiumId is not null;

    /// <summary>Whether prices and other consortia's matters are theirs to see (domain rules 21 and 22).</summary>
    public bool SeesEverything => Actor.SeesEverything;

    /// <summary>The language as licences and decisions are told in.</summary>
    public Core.Licensing.Sentences.Language Sentences => ReadsKorean ? Core.Licensing.Sentences.Language.Korean : Core.Licensing.Sentences.Language.English;

    /// <summary>Whether they hold one of the roles.</summary>
    public bool Holds(Roles anyOf) => (Actor.Roles & anyOf) != 0;

    /// <summary>The words in their language.</summary>
    public string T(string ko, string en) => ReadsKorean ? ko : en;

    /// <summary>A text of the registry in their language, or in the other where that one is missing.</summary>
    public string Text(string? ko, string? en) => (ReadsKorean ? ko ?? en : en ?? ko) ?? "";

    /// <summary>A text of the registry in their language; empty where there is none.</summary>
    public string Text(LocalizedText? text) => text?.In(Lang) ?? "";

    /// <summary>A refusal in their language.</summary>
    public string Text(DomainException refusal) => refusal.MessageIn(CultureInfo.GetCultureInfo(ReadsKorean ? "ko-KR" : "en-GB"));

    /// <summary>A day, or a dash.</summary>
    public string Date(DateOnly? day) => day is { } d ? d.ToString(ReadsKorean ? "yyyy'년 'M'월 'd'일'" : "d MMMM yyyy", CultureInfo.InvariantCulture) : "–";

    /// <summary>An instant in the programme's time zone, or a dash.</summary>
    public string Instant(DateTime? utc) => utc is { } t ? Instant(t) : "–";

    /// <summary>An instant in the programme's time zone.</summary>
    public string Instant(DateTime utc) => Instant(new DateTimeOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc)));

    /// <summary>An instant in the programme's time zone.</summary>
    public string Instant(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Calendar.Zone).ToString(ReadsKorean ? "yyyy'년 'M'월 'd'일 'HH:mm" : "d MMMM yyyy, HH:mm", CultureInfo.InvariantCulture);

    /// <summary>How many days from today, in words.</summary>
    public string DaysFrom(DateOnly day) => (day.DayNumber - Calendar.Today.DayNumber) switch
    {
        0 => T("오늘", "today"),
        1 => T("내일", "tomorrow"),
        -1 => T("어제", "yesterday"),
        > 0 and var ahead => T($"{ahead}일 뒤", $"in {ahead} days"),
        var past => T($"{-past}일 전", $"{-past} days ago"),
    };

    /// <summary>A number with its thousands apart.</summary>
    public string Number(decimal number) => number.ToString("#,0.##", CultureInfo.InvariantCulture);

    /// <summary>A large number as people say it: 3억 434만, 304.3 million.</summary>
    public string Count(decimal number) => ReadsKorean ? KoreanCount(number) : EnglishCount(number);

    /// <summary>An amount of money in full, with its currency.</summary>
    public string Money(decimal amount, string currency) => ReadsKorean && currency == "KRW" ? $"{Number(amount)}원" : $"{currency} {Number(amount)}";

    /// <summary>An amount of money in full, or a dash.</summary>
    public string Money(Money? money) => money is null ? "–" : Money(money.Amount, money.Currency);

    /// <summary>An amount of money as people say it: 5억 9,250만원, KRW 592.5 million.</summary>
    public string RoundMoney(decimal amount, string currency) => ReadsKorean && currency == "KRW" ? $"{KoreanCount(amount)}원" : $"{currency} {Count(amount)}";

    /// <summary>A size: 812 MB.</summary>
    public string Bytes(decimal bytes) => Size(bytes, MidpointRounding.AwayFromZero);

    /// <summary>The largest size that is accepted, rounded down so that whatever keeps to it is: 5.3 GB.</summary>
    public string MostBytes(decimal bytes) => Size(bytes, MidpointRounding.ToZero);

    private static string Size(decimal bytes, MidpointRounding rounding)
    {
        int unit = 0;
        while (bytes >= 1000 && unit < ByteUnits.Length - 1) (bytes, unit) = (bytes / 1000, unit + 1);
        return $"{decimal.Round(bytes, unit == 0 || bytes >= 100 ? 0 : 1, rounding).ToString("0.#", CultureInfo.InvariantCulture)} {ByteUnits[unit]}";
    }

    private static string EnglishCount(decimal number) => Math.Abs(number) switch
    {
        >= 1_000_000_000_000m => $"{number / 1_000_000_000_000m:#,0.#} trillion",
        >= 1_000_000_000m => $"{number / 1_000_000_000m:0.#} billion",
        >= 1_000_000m => $"{number / 1_000_000m:0.#} million",
        _ => number.ToString("#,0.##", CultureInfo.InvariantCulture),
    };

    // Korean counts in ten thousands: two steps are enough to know how much it is.
    private static string KoreanCount(decimal number)
    {
        decimal size = Math.Abs(number);
        (decimal step, string name, string below)[] steps = [(1_000_000_000_000m, "조", "억"), (100_000_000m, "억", "만"), (10_000m, "만", "")];
        foreach ((decimal step, string name, string below) in steps)
        {
            if (size < step) continue;
            decimal whole = Math.Truncate(size / step);
            decimal rest = Math.Truncate((size - (whole * step)) / (step / 10_000m));
            string text = string.Create(CultureInfo.InvariantCulture, $"{whole:#,0}{name}") + (rest > 0 && below.Length > 0 ? string.Create(CultureInfo.InvariantCulture, $" {rest:#,0}{below}") : rest > 0 ? string.Create(CultureInfo.InvariantCulture, $" {rest:#,0}") : "");
            return number < 0 ? "-" + text : text;
        }

        return number.ToString("#,0.##", CultureInfo.InvariantCulture);
    }
}
