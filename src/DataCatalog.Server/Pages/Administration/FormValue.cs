using System.Globalization;
using DataCatalog.Core.Common;

namespace DataCatalog.Server.Pages.Administration;

/// <summary>Reads what was typed into a form; blank is null.</summary>
public static class FormValue
{
    /// <summary>A day as browsers send it.</summary>
    /// <exception cref="DomainException">It is no day.</exception>
    public static DateOnly? Day(string? typed, string name) => string.IsNullOrWhiteSpace(typed) ? null
        : DateOnly.TryParseExact(typed.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day
        : throw new DomainException(CommonErrors.Invalid, name, Short(typed), "day", "write it as in 2026-12-31");

    /// <summary>A number, with or without its thousands apart.</summary>
    /// <exception cref="DomainException">It is no number.</exception>
    public static decimal? Number(string? typed, string name) => string.IsNullOrWhiteSpace(typed) ? null
        : decimal.TryParse(typed.Trim(), NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out decimal number) ? number
        : throw new DomainException(CommonErrors.Invalid, name, Short(typed), "number", "write it as in 1500000.5");

    /// <summary>A whole number.</summary>
    /// <exception cref="DomainException">It is none.</exception>
    public static long? Whole(string? typed, string name) => Number(typed, name) is not { } number ? null
        : number == decimal.Truncate(number) && Math.Abs(number) <= long.MaxValue ? (long)number
        : throw new DomainException(CommonErrors.Invalid, name, Short(typed!), "whole number", "write it without a fraction");

    /// <summary>Whole numbers with commas or spaces between.</summary>
    /// <exception cref="DomainException">One is none.</exception>
    public static IReadOnlyList<int> Numbers(string? typed, string name) =>
    [
        .. (typed ?? "").Split([',', ' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries)
            .Select(t => int.TryParse(t, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) ? number : throw new DomainException(CommonErrors.Invalid, name, Short(t), "whole number", "separate them by commas")),
    ];

    /// <summary>An id out of a choice.</summary>
    public static Guid? Id(string? typed) => Guid.TryParse(typed, out Guid id) ? id : null;

    /// <summary>The text of a number, so that it can be changed.</summary>
    public static string? Text(decimal? number) => number?.ToString("0.####", CultureInfo.InvariantCulture);

    /// <summary>The text of a day, as browsers want it.</summary>
    public static string? Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Short(string typed) => typed.Length > 60 ? typed[..60] : typed;
}
