using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;

namespace DataCatalog.Server.Api.Query;

/// <summary>Addresses that answers carry; they begin with the public address where one is configured, never with a header's word alone.</summary>
public static class Links
{
    /// <summary>The service's root as callers reach it, without a slash at its end.</summary>
    public static string Root(HttpRequest request, string? publicUrl) =>
        publicUrl?.TrimEnd('/') ?? UriHelper.BuildAbsolute(request.Scheme, request.Host).TrimEnd('/');

    /// <summary>The address at which what changes in the rows of this query can be read.</summary>
    public static Uri Delta(HttpRequest request, string? publicUrl, string token)
    {
        var query = new QueryBuilder(request.Query.Where(o => o.Key is "$filter" or "$select")) { { "$deltatoken", token } };
        return new Uri(Root(request, publicUrl) + request.Path + query);
    }

    /// <summary>The address of the page after this one.</summary>
    public static Uri Next(HttpRequest request, string? publicUrl, string token, int? top)
    {
        var query = new QueryBuilder(request.Query.Where(o => o.Key is not ("$skip" or "$skiptoken" or "$top")));
        if (top is not null) query.Add("$top", top.Value.ToString(CultureInfo.InvariantCulture));
        query.Add("$skiptoken", token);
        return new Uri(Root(request, publicUrl) + request.Path + query);
    }
}
