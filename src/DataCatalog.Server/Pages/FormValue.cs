using System.Globalization;
using System.Text.RegularExpressions;
using DataCatalog.Core.Common;
using DataCatalog.Server.Hosting.Errors;

namespace DataCatalog.Server.Pages;

/// <summary>Reads what was written into a form, where blank is null, and writes it back. What cannot be read is refused by its field.</summary>
internal static partial class FormValue
{
    private static readonly char[] Apart = [',', ' ', '\t', '\r', '\n'];
    private static readonly char[] Ends = ['\r', '\n'];
    private static readonly string[] PeriodUnits = ["Y", "M", "W", "D"];

    /// <summary>A day as browsers send it.</summary>
    /// <exception cref="DomainException">It is no day.</exception>
    public static DateOnly? Day(string? written, string field) =>
        string.IsNullOrWhiteSpace(written) ? null
        : DateOnly.TryParseExact(written.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) && day.Year is >= 1900 and < 3000 ? day
        : throw Unreadable(written, field, "날짜", "day", "2026-12-31처럼 쓰세요", "write it as in 2026-12-31");

    /// <summary>A number, with or without its thousands apart.</summary>
    /// <exception cref="DomainException">It is no number.</exception>
    public static decimal? Number(string? written, string field) =>
        string.IsNullOrWhiteSpace(written) ? null
        : decimal.TryParse(Bare(written), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out decimal number) ? number
        : throw Unreadable(written, field, "수", "number", "숫자와 소수점으로 쓰세요. 예: 1500000.5", "write digits with a point, as in 1500000.5");

    /// <summary>A whole number, with or without its thousands apart.</summary>
    /// <exception cref="DomainException">It is none.</exception>
    public static long? Whole(string? written, string field) =>
        string.IsNullOrWhiteSpace(written) ? null
        : long.TryParse(Bare(written), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) ? number
        : throw Unreadable(written, field, "정수", "whole number", "숫자만 쓰세요. 예: 1200000", "write digits, as in 1200000");

    /// <summary>A whole number of common size.</summary>
    /// <exception cref="DomainException">It is none, or larger.</exception>
    public static int? Small(string? written, string field) =>
        Whole(written, field) is not { } number ? null
        : number is >= int.MinValue and <= int.MaxValue ? (int)number
        : throw Unreadable(written!, field, "정수", "whole number", "더 작은 수를 쓰세요", "write a smaller one");

    /// <summary>Whole numbers with commas or blanks between.</summary>
    /// <exception cref="DomainException">One is none.</exception>
    public static IReadOnlyList<int> Numbers(string? written, string field) =>
        [.. (written ?? "").Split(Apart, StringSplitOptions.RemoveEmptyEntries).Select(w => Small(w, field)!.Value)];

    /// <summary>Entries that commas or new lines separate.</summary>
    public static IReadOnlyList<string> List(string? written) => (written ?? "").Split([',', .. Ends], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Entries on lines of their own.</summary>
    public static IReadOnlyList<string> Lines(string? written) => (written ?? "").Split(Ends, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>A period as people write it (<c>1 year</c>, <c>6개월</c>, <c>1년 6개월</c>) in its ISO form; what is written otherwise stays as it is, for the registry to read or refuse.</summary>
    public static string? Period(string? written)
    {
        if (Said(written) is not { } said || PeriodWords().Match(said) is not { Success: true } match) return Said(written);
        return "P" + string.Concat(PeriodUnits.Select(unit => match.Groups[unit] is { Success: true } count ? count.Value + unit : ""));
    }

    /// <summary>Yes, no, or null where not known.</summary>
    public static bool? Answer(string? written) => written switch { "yes" => true, "no" => false, _ => null };

    /// <summary>One of a choice; the first where none was chosen.</summary>
    /// <exception cref="DomainException">It is none of them.</exception>
    public static T Choice<T>(string? written, string field)
        where T : struct, Enum =>
        string.IsNullOrEmpty(written) ? default
        : Enum.TryParse(written, out T chosen) && Enum.IsDefined(chosen) ? chosen
        : throw Unreadable(written, field, "선택", "choice", "목록에서 고르세요", "choose from the list");

    /// <summary>Which page of a list an address asks for; null where it does not say, or says what no list has.</summary>
    public static int? Ordinal(string? written) => int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number is >= 1 and <= 1_000_000 ? number : null;

    /// <summary>A place in a numbered log, out of an address.</summary>
    public static long? Sequence(string? written) => long.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : null;

    /// <summary>Whether an address says so.</summary>
    public static bool? Truth(string? written) => bool.TryParse(written, out bool said) ? said : null;

    /// <summary>An id out of a choice.</summary>
    public static Guid? Id(string? written) => Guid.TryParse(written, out Guid id) ? id : null;

    /// <summary>Ids out of several choices, each once; what is no id is <see cref="Guid.Empty"/>, which nothing has, so that it is refused and not left out.</summary>
    public static Guid[] Ids(IEnumerable<string?> written) => [.. written.Select(w => Id(w) ?? Guid.Empty).Distinct()];

    /// <summary>The version of what a form was filled from, so that another's change in between is noticed.</summary>
    /// <exception cref="DomainException">The form does not say, so nobody can tell.</exception>
    public static long Version(string? written) => long.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out long version) ? version : Version((long?)null);

    /// <summary>The same of a form that holds it as a number.</summary>
    /// <exception cref="DomainException">The form does not say, so nobody can tell.</exception>
    public static long Version(long? held) => held ?? throw new DomainException(ApiErrors.FormExpired);

    /// <summary>A text that says something, without the blanks around it; its lines end as the registry's do.</summary>
    public static string? Said(string? written) => string.IsNullOrWhiteSpace(written) ? null : written.Trim().ReplaceLineEndings("\n");

    /// <summary>A number as a field holds it.</summary>
    public static string? Text(decimal? number) => number?.ToString("0.####", CultureInfo.InvariantCulture);

    /// <summary>A day as a field holds it.</summary>
    public static string? Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A refusal of what cannot be read.</summary>
    public static DomainException Unreadable(string written, string field, string ko, string en, string remedyKo, string remedyEn) => new(
        CommonErrors.Invalid, field, written.Length > 100 ? written[..100] : written, LocalizedText.Of(ko, en, field, 100), LocalizedText.Of(remedyKo, remedyEn, field, 300));

    [GeneratedRegex("^((?<Y>[0-9]{1,3}) *(years?|년))? *((?<M>[0-9]{1,3}) *(months?|개월|달))? *((?<W>[0-9]{1,3}) *(weeks?|주일?))? *((?<D>[0-9]{1,4}) *(days?|일))?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex PeriodWords();

    private static string Bare(string written) => written.Trim().Replace(",", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
}
