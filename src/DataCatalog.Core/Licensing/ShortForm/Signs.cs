using DataCatalog.Core.Licensing.Odrl;

namespace DataCatalog.Core.Licensing.ShortForm;

/// <summary>Operators as the short form writes them.</summary>
internal static class Signs
{
    /// <summary>Each operator's sign or name.</summary>
    public static readonly IReadOnlyList<(string Sign, Operator Operator)> All =
    [
        ("=", Operator.Eq), ("!=", Operator.Neq), ("<", Operator.Lt), ("<=", Operator.Lteq), (">", Operator.Gt), (">=", Operator.Gteq),
        ("isA", Operator.IsA), ("isPartOf", Operator.IsPartOf), ("hasPart", Operator.HasPart),
        ("isAnyOf", Operator.IsAnyOf), ("isAllOf", Operator.IsAllOf), ("isNoneOf", Operator.IsNoneOf),
    ];

    /// <summary>The operator of a sign or name; only of a sign where names are not wanted.</summary>
    public static Operator? Read(string sign, bool names)
    {
        foreach ((string known, Operator comparison) in All)
        {
            if (known == sign && (names || !char.IsAsciiLetter(known[0]))) return comparison;
        }

        return null;
    }

    /// <summary>The sign or name of an operator.</summary>
    public static string Written(Operator comparison) => All.First(s => s.Operator == comparison).Sign;

    /// <summary>What a list of values is compared by.</summary>
    public static Operator Among(int values, bool not) => (values, not) switch
    {
        (1, false) => Operator.Eq,
        (1, true) => Operator.Neq,
        (_, false) => Operator.IsAnyOf,
        (_, true) => Operator.IsNoneOf,
    };

    /// <summary>Whether <see cref="Among"/> gives this operator, and with a "not" or without; null where it does not.</summary>
    public static bool? IsAmong(Operator comparison, int values)
    {
        if (values < 1) return null;
        return comparison == Among(values, false) ? false : comparison == Among(values, true) ? true : null;
    }
}
