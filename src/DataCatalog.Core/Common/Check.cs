using System.Globalization;
using System.Text.RegularExpressions;

namespace DataCatalog.Core.Common;

/// <summary>The forms that values must have, each refused with its field.</summary>
public static partial class Check
{
    private static readonly DateOnly FirstDay = new(1900, 1, 1);
    private static readonly DateOnly LastDay = new(2999, 12, 31);

    /// <summary>A lower-case slug: letters, digits and single hyphens, 1 to 100 characters.</summary>
    public static string Key(string? value, string field)
    {
        string key = Text(value, field, 100);
        return SlugForm().IsMatch(key)
            ? key
            : throw new DomainException(CommonErrors.Invalid, field, key, "key", "use lower-case letters, digits and single hyphens, as in 'ko-news-2025'");
    }

    /// <summary>A required text of one line, without control characters.</summary>
    public static string Text(string? value, string field, int maximum)
    {
        string text = Prose(value, field, maximum);
        return text.AsSpan().ContainsAny('\t', '\n', '\r') ? throw new DomainException(CommonErrors.ControlCharacter, field, field) : text;
    }

    /// <summary>A required text that may have several lines.</summary>
    public static string Prose(string? value, string field, int maximum) =>
        OptionalText(value, field, maximum) ?? throw Missing(field);

    /// <summary>A required value.</summary>
    public static T Required<T>(T? value, string field)
        where T : struct => value ?? throw Missing(field);

    /// <summary>A value of an enumeration that is one of its names.</summary>
    public static T Defined<T>(T value, string field)
        where T : struct, Enum =>
        Enum.IsDefined(value) ? value : throw new DomainException(CommonErrors.Invalid, field, value, "choice", $"use one of {string.Join(", ", Enum.GetNames<T>())}");

    /// <summary>The entries of a list, each made into what is kept of it; none may be null.</summary>
    public static List<TResult> Entries<TInput, TResult>(IReadOnlyCollection<TInput>? inputs, string field, Func<TInput, string, TResult> make, int most = 1000)
        where TInput : class
    {
        if (inputs?.Count > most) throw new DomainException(CommonErrors.TooMany, field, field, most);
        return [.. (inputs ?? []).Select((input, index) => make(input ?? throw Missing($"{field}/{index}"), $"{field}/{index}"))];
    }

    /// <summary>A day on which agreements can be made: 1900 to 2999, so that periods can be reckoned from it.</summary>
    public static DateOnly? Day(DateOnly? value, string field) =>
        value is null || (value >= FirstDay && value <= LastDay) ? value : throw new DomainException(CommonErrors.DayOutOfRange, field, field, value.Value, FirstDay, LastDay);

    /// <summary>An optional text without control characters (tab and line feed pass); blank counts as absent.</summary>
    public static string? OptionalText(string? value, string field, int maximum)
    {
        if (string.IsNullOrWhiteSpace(value)) return null;
        string text = value.Trim();
        if (text.Length > maximum) throw new DomainException(CommonErrors.TooLong, field, field, maximum);
        foreach (char c in text)
        {
            if (char.IsControl(c) && c is not ('\t' or '\n' or '\r')) throw new DomainException(CommonErrors.ControlCharacter, field, field);
        }

        if (HasLoneSurrogate(text)) throw new DomainException(CommonErrors.Invalid, field, field, "text", "it holds half of a surrogate pair; send whole characters");
        return text;
    }

    /// <summary>An end that is not before its start; either may be open.</summary>
    public static void Order(DateOnly? start, string startField, DateOnly? end, string endField)
    {
        if (start > end)
        {
            throw new DomainException(CommonErrors.EndBeforeStart, endField, endField, Iso(end), startField, Iso(start));
        }
    }

    /// <summary>SHA-256 in lower-case hexadecimal (FIPS 180-4; 64 digits).</summary>
    public static string Sha256(string? value, string field)
    {
        string text = Text(value, field, 64);
        return Sha256Form().IsMatch(text)
            ? text
            : throw new DomainException(CommonErrors.Invalid, field, text, "SHA-256", "write 64 lower-case hexadecimal digits");
    }

    /// <summary>An absolute http or https address without credentials.</summary>
    public static string? OptionalWebAddress(string? value, string field)
    {
        string? text = OptionalText(value, field, 2000);
        if (text is null) return null;
        return Uri.TryCreate(text, UriKind.Absolute, out Uri? uri) && uri.Scheme is "http" or "https" && uri.UserInfo.Length == 0
            ? text
            : throw new DomainException(CommonErrors.Invalid, field, text, "web address", "write it whole, beginning with http:// or https://");
    }

    /// <summary>A number that is known and not negative, or absent.</summary>
    public static T? NotNegative<T>(T? value, string field)
        where T : struct, System.Numerics.INumber<T> =>
        value is { } number && T.IsNegative(number)
            ? throw new DomainException(CommonErrors.Invalid, field, value, "amount", "it cannot be negative; leave it out where it is not known")
            : value;

    /// <summary>A number of hours or frames that is known, finite and not negative, or absent.</summary>
    public static double? Finite(double? value, string field) =>
        value is { } number && !double.IsFinite(number)
            ? throw new DomainException(CommonErrors.Invalid, field, value, "amount", "write a finite number")
            : NotNegative(value, field);

    private static DomainException Missing(string field) => new(CommonErrors.Required, field, field);

    private static string Iso(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static bool HasLoneSurrogate(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] is '\uFFFE' or '\uFFFF') return true;
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1])) i++;
            else return true;
        }

        return false;
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.NonBacktracking)]
    private static partial Regex SlugForm();

    [GeneratedRegex("^[0-9a-f]{64}$", RegexOptions.NonBacktracking)]
    private static partial Regex Sha256Form();
}
