using DataCatalog.Core.Licensing.Odrl;

namespace DataCatalog.Core.Licensing.Published;

/// <summary>Purposes that ready-made terms tell apart: values of ODRL's left operand <c>purpose</c>.</summary>
public static class Purposes
{
    /// <summary>Mainly for commercial advantage or payment.</summary>
    public const string Commercial = Iris.Profile + "purpose:commercial";

    /// <summary>Not mainly for commercial advantage or payment, whatever else.</summary>
    public const string NonCommercial = Iris.Profile + "purpose:nonCommercial";

    /// <summary>Scientific research, not for profit.</summary>
    public const string Research = Iris.Profile + "purpose:research";

    /// <summary>Teaching, not for profit.</summary>
    public const string Education = Iris.Profile + "purpose:education";

    /// <summary>A public body's task.</summary>
    public const string PublicService = Iris.Profile + "purpose:publicService";

    /// <summary>Those that a non-commercial licence allows; a closed list, so that a purpose nobody knows is not let in.</summary>
    public static IReadOnlyList<string> AllNonCommercial { get; } = [NonCommercial, Research, Education, PublicService];

    /// <summary>Those that terms for academic use allow.</summary>
    public static IReadOnlyList<string> AllAcademic { get; } = [Research, Education];
}
