namespace DataCatalog.Core.Licensing.Odrl;

/// <summary>How large a policy may be; beyond, it is refused.</summary>
public static class PolicyLimits
{
    /// <summary>Bytes of its JSON without white space, as sent and in canonical form.</summary>
    public const int MostBytes = 512 * 1024;

    /// <summary>Permissions, prohibitions and obligations.</summary>
    public const int MostRules = 10_000;

    /// <summary>Logical constraints within one another; also duties, remedies and consequences.</summary>
    public const int MostLevels = 64;

    /// <summary>Rules, constraints, parties, assets and values in all, counted as often as they are referred to.</summary>
    public const int MostParts = 200_000;

    /// <summary>Policies that one inherits from, directly and through others.</summary>
    public const int MostAncestors = 64;
}
