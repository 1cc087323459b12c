using System.Globalization;
using DataCatalog.Core.Common;

namespace DataCatalog.Server.Pages.Register;

/// <summary>Reads what people write into fields: numbers, days, lists. What cannot be read is refused with its field.</summary>
public static class Written
{
    private static readonly char[] Breaks = ['\r', '\n'];

    /// <summary>A whole number, with or without its thousands apart; null where blank.</summary>
    public static long? Whole(string? value, string field) =>
        string.IsNullOrWhiteSpace(value) ? null
        : long.TryParse(Bare(value), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) ? number
        : throw Unreadable(value, field, "정수", "whole number", "숫자만 쓰세요. 예: 1200000", "write digits, as in 1200000");

    /// <summary>A whole number of common size.</summary>
    public static int? Small(string? value, string field) =>
        Whole(value, field) is not { } number ? null
        : number is >= int.MinValue and <= int.MaxValue ? (int)number
        : throw Unreadable(value!, field, "정수", "whole number", "더 작은 수를 쓰세요", "write a smaller one");

    /// <summary>A number.</summary>
    public static double? Number(string? value, string field) =>
        string.IsNullOrWhiteSpace(value) ? null
        : double.TryParse(Bare(value), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number) ? number
        : throw Unreadable(value, field, "수", "number", "숫자와 소수점으로 쓰세요. 예: 12.5", "write digits with a point, as in 12.5");

    /// <summary>A day.</summary>
    public static DateOnly? Day(string? value, string field) =>
        string.IsNullOrWhiteSpace(value) ? null
        : DateOnly.TryParseExact(value.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day
        : throw Unreadable(value, field, "날짜", "day", "2026-12-31처럼 쓰세요", "write it as 2026-12-31");

    /// <summary>Yes, no, or null where not known.</summary>
    public static bool? Answer(string? value) => value switch { "yes" => true, "no" => false, _ => null };

    /// <summary>A value of a choice; the first where none was chosen.</summary>
    public static T Choice<T>(string? value, string field)
        where T : struct, Enum =>
        string.IsNullOrEmpty(value) ? default
        : Enum.TryParse(value, out T chosen) && Enum.IsDefined(chosen) ? chosen
        : throw Unreadable(value, field, "선택", "choice", "목록에서 고르세요", "choose from the list");

    /// <summary>Entries that commas or new lines separate.</summary>
    public static IReadOnlyList<string> List(string? value) => (value ?? "").Split([',', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Entries on lines of their own.</summary>
    public static IReadOnlyList<string> Lines(string? value) => (value ?? "").Split(Breaks, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>A refusal of a value that cannot be read.</summary>
    public static DomainException Unreadable(string value, string field, string ko, string en, string remedyKo, string remedyEn) => new(
        CommonErrors.Invalid, field, value.Length > 100 ? value[..100] : value, LocalizedText.Of(ko, en, field, 100), LocalizedText.Of(remedyKo, remedyEn, field, 300));

    private static string Bare(string value) => value.Trim().Replace(",", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
}
