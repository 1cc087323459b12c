using System.Globalization;
using DataCatalog.Core.Common;

namespace DataCatalog.Server.Pages.Compliance;

/// <summary>Days as forms and addresses have them.</summary>
public static class FormDay
{
    /// <summary>The day; null where none was entered.</summary>
    /// <exception cref="DomainException">It is not a day.</exception>
    public static DateOnly? Of(string? text, string field) => string.IsNullOrWhiteSpace(text) ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day
        : throw new DomainException(CommonErrors.Invalid, field, text, "day", "write it as 2026-12-31");
}
