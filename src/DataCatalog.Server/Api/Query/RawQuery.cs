using DataCatalog.Core.Common;
using DataCatalog.Server.Hosting.Errors;
using DataCatalog.Server.Hosting.Options;

namespace DataCatalog.Server.Api.Query;

/// <summary>
/// Looks over a query before any parser does. The parser's own depth limits cannot all be set, and a stack that overflows ends
/// the process; so nesting and length are counted here, on the text.
/// </summary>
public static class RawQuery
{
    private static readonly HashSet<string> Options = new(StringComparer.Ordinal)
    {
        "$filter", "$orderby", "$select", "$expand", "$count", "$top", "$skip", "$search", "$compute", "$apply", "$skiptoken", "$deltatoken", "$format",
    };

    /// <summary>Refuses unknown, repeated and oddly written options, and texts nested too deep.</summary>
    /// <exception cref="DomainException"><c>bad-query</c> or <c>query-too-complex</c>.</exception>
    public static void Check(IQueryCollection query, LimitOptions limits)
    {
        foreach ((string name, Microsoft.Extensions.Primitives.StringValues values) in query)
        {
            // An alias can stand in another's text twice, and so double the query with each one.
            if (name.StartsWith('@')) throw new DomainException(ApiErrors.BadQuery, name, "parameter aliases are not offered; write the value where it is used.");
            bool known = Options.Contains(name);
            if (!known && (name.StartsWith('$') || Options.Contains("$" + name.ToLowerInvariant())))
            {
                throw new DomainException(ApiErrors.BadQuery, name, $"'{name}' is not an option; write system options in lower case with '$', as in $filter.");
            }

            if (!known) continue;
            if (values.Count > 1) throw new DomainException(ApiErrors.BadQuery, name, $"'{name}' is given more than once.");
            if (string.IsNullOrWhiteSpace(values[0]) && name != "$search") throw new DomainException(ApiErrors.BadQuery, name, $"'{name}' is empty; leave it out.");
            if (name == "$expand" && values[0]!.Contains('*', StringComparison.Ordinal)) throw new DomainException(ApiErrors.BadQuery, name, "name the parts to expand; '*' is not offered.");
            if (name == "$format" && values[0] is not ("json" or "application/json")) throw new DomainException(ApiErrors.BadQuery, name, "answers are JSON; leave $format out.");
            CheckNesting(name, values[0] ?? "", limits.Nesting);
        }
    }

    private static void CheckNesting(string option, string text, int limit)
    {
        (int depth, int negations, bool quoted) = (0, 0, false);
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c == '\'') quoted = !quoted;
            if (quoted) continue;
            if (c is '(' or '[' or '{' && ++depth > limit) throw TooDeep(option, limit);
            if (c is ')' or ']' or '}') depth--;
            if (c is 'n' or 'N' or '-' && IsNegation(text, i) && ++negations > limit) throw TooDeep(option, limit);
            if (c == '/' && i + 1 < text.Length && CountSlashes(text, i) > limit) throw TooDeep(option, limit);
        }
    }

    private static bool IsNegation(string text, int at) =>
        text[at] == '-' || (string.Compare(text, at, "not", 0, 3, StringComparison.OrdinalIgnoreCase) == 0 && (at == 0 || !char.IsLetterOrDigit(text[at - 1])));

    private static int CountSlashes(string text, int at)
    {
        int count = 0;
        for (int i = at; i < text.Length && text[i] is not (' ' or ',' or '(' or ')' or ';'); i++) count += text[i] == '/' ? 1 : 0;
        return count;
    }

    private static DomainException TooDeep(string option, int limit) => new(ApiErrors.QueryTooComplex, option, $"{option} is nested deeper than {limit}");
}
