using System.Collections.Frozen;
using DataCatalog.Core.Licensing.Odrl;

namespace DataCatalog.Core.Licensing.Published;

/// <summary>Purposes that ready-made terms tell apart: values of ODRL's left operand <c>purpose</c>.</summary>
public static class Purposes
{
    /// <summary>What the IRIs of the profile's purposes begin with.</summary>
    public const string Prefix = Iris.Profile + "purpose:";

    /// <summary>Mainly for commercial advantage or payment.</summary>
    public const string Commercial = Prefix + "commercial";

    /// <summary>Not mainly for commercial advantage or payment, whatever else.</summary>
    public const string NonCommercial = Prefix + "non-commercial";

    /// <summary>Scientific research, not for profit.</summary>
    public const string Research = Prefix + "research";

    /// <summary>Teaching, not for profit.</summary>
    public const string Education = Prefix + "education";

    /// <summary>The public interest, not for profit.</summary>
    public const string PublicInterest = Prefix + "public-interest";

    /// <summary>A public body's task.</summary>
    public const string Government = Prefix + "government";

    /// <summary>Those that a non-commercial licence allows; a closed list, so that a purpose nobody knows is not let in.</summary>
    public static IReadOnlyList<string> AllNonCommercial { get; } = [NonCommercial, Research, Education, PublicInterest, Government];

    /// <summary>Those that terms for academic use allow.</summary>
    public static IReadOnlyList<string> AllAcademic { get; } = [Research, Education];

    /// <summary>The IRI of a purpose that is given by its short name, as in <c>research</c>; any other text as it is.</summary>
    public static string Named(string text) => ByShortName.GetValueOrDefault(text, text);

    private static readonly FrozenDictionary<string, string> ByShortName = AllNonCommercial.Append(Commercial).ToFrozenDictionary(p => p[Prefix.Length..], StringComparer.Ordinal);
}
