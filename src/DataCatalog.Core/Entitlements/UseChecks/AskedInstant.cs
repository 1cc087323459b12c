using System.Globalization;
using DataCatalog.Core.Common;
using Calendar = DataCatalog.Core.Common.Calendar;

namespace DataCatalog.Core.Entitlements.UseChecks;

/// <summary>Reads when a question is about: a day of the programme's calendar, or an instant with its zone.</summary>
internal static class AskedInstant
{
    private static readonly string[] Forms = ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    /// <summary>The instant; of a day, its first. Now where nothing is given.</summary>
    /// <exception cref="DomainException"><c>bad-instant</c>.</exception>
    public static DateTimeOffset Read(string? text, string field, Calendar calendar) =>
        string.IsNullOrWhiteSpace(text) ? calendar.Now : Day(text, field) is { } day ? calendar.StartOf(day) : Instant(text, field);

    /// <summary>The instant up to which knowledge counts; of a day, its last. Now where nothing is given, and never later.</summary>
    /// <exception cref="DomainException"><c>bad-instant</c>.</exception>
    public static DateTimeOffset ReadKnown(string? text, string field, Calendar calendar)
    {
        DateTimeOffset now = calendar.Now;
        if (string.IsNullOrWhiteSpace(text)) return now;
        DateTimeOffset known = Day(text, field) is { } day ? calendar.StartOf(day.AddDays(1)).AddMicroseconds(-1) : Instant(text, field);
        return known < now ? known : now;
    }

    private static DateOnly? Day(string text, string field)
    {
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)) return null;
        return Check.Day(day, field);
    }

    // Without a zone it would be another instant for each reader.
    private static DateTimeOffset Instant(string text, string field)
    {
        bool zoned = text.EndsWith('Z') || (text.Length > 6 && text[^6] is '+' or '-');
        if (!zoned || !DateTimeOffset.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTimeOffset instant))
        {
            throw new DomainException(UseCheckErrors.BadInstant, field, text.Length > 60 ? text[..60] : text);
        }

        Check.Day(DateOnly.FromDateTime(instant.UtcDateTime), field);
        return instant.ToUniversalTime().AddTicks(-(instant.Ticks % TimeSpan.TicksPerMicrosecond));
    }
}
