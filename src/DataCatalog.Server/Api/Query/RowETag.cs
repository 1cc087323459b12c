using System.Globalization;
using DataCatalog.Core.Common;
using DataCatalog.Server.Hosting.Errors;
using Microsoft.AspNetCore.OData.Abstracts;
using Microsoft.Net.Http.Headers;

namespace DataCatalog.Server.Api.Query;

/// <summary>ETags of rows: the row's version, weak because formats differ (RFC 9110, section 8.8.3).</summary>
public sealed class RowETag : IETagHandler
{
    /// <summary>The ETag of a version.</summary>
    public static string Of(long version) => string.Create(CultureInfo.InvariantCulture, $"W/\"{version}\"");

    /// <summary>The version that <c>If-Match</c> names.</summary>
    /// <exception cref="DomainException"><c>if-match-required</c> where it is absent or <c>*</c>; <c>bad-header</c> where it names no version.</exception>
    public static long Required(HttpRequest request)
    {
        string? header = request.Headers.IfMatch.Count == 1 ? request.Headers.IfMatch[0] : null;
        if (string.IsNullOrWhiteSpace(header) || header == "*") throw new DomainException(CommonErrors.IfMatchRequired);
        string tag = header.StartsWith("W/", StringComparison.Ordinal) ? header[2..] : header;
        return tag.Length > 2 && tag[0] == '"' && tag[^1] == '"' && long.TryParse(tag.AsSpan(1, tag.Length - 2), NumberStyles.None, CultureInfo.InvariantCulture, out long version)
            ? version
            : throw new DomainException(ApiErrors.BadHeader, "If-Match", "If-Match", "send one ETag as it was read, as in W/\"3\".");
    }

    /// <summary>The version that <c>If-Match</c> names; null where there is no such header or it is <c>*</c>.</summary>
    /// <exception cref="DomainException"><c>bad-header</c>.</exception>
    public static long? Optional(HttpRequest request) => request.Headers.IfMatch.Count == 0 || request.Headers.IfMatch == "*" ? null : Required(request);

    /// <inheritdoc/>
    public EntityTagHeaderValue? CreateETag(IDictionary<string, object> properties, TimeZoneInfo? timeZoneInfo = null) =>
        properties.TryGetValue(nameof(IRowModel.RowVersion), out object? version) && version is > 0L ? EntityTagHeaderValue.Parse(Of((long)version)) : null;

    /// <inheritdoc/>
    public IDictionary<string, object> ParseETag(EntityTagHeaderValue etagHeaderValue) => new Dictionary<string, object>();
}
