namespace DataCatalog.Core.Licensing.ShortForm;

/// <summary>Words with a meaning of their own; as a name such a word stands in double quotes.</summary>
internal static class Keywords
{
    private static readonly HashSet<string> Reserved = new(StringComparer.Ordinal)
    {
        "permit", "forbid", "owe", "conflict", "type", "inherits", "of", "for", "by", "in", "not", "from", "until", "before", "after", "within", "every",
        "purpose", "media", "language", "industry", "to", "released", "phase", "model", "up", "paying", "either", "or", "where", "provided", "first", "else",
        "all", "members", "anyone", "unit",
    };

    /// <summary>Words that begin a statement.</summary>
    public static readonly IReadOnlyList<string> Statements = ["permit", "forbid", "owe", "conflict", "type", "inherits"];

    /// <summary>All of them.</summary>
    public static IReadOnlyCollection<string> All => Reserved;

    /// <summary>Whether a bare word is a keyword.</summary>
    public static bool IsReserved(string word) => Reserved.Contains(word);
}
