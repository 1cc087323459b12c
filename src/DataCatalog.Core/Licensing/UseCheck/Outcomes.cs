using DataCatalog.Core.Licensing.Odrl;
using DataCatalog.Core.Licensing.UseCheck.Constraints;

namespace DataCatalog.Core.Licensing.UseCheck;

/// <summary>What terms may come to say once everything is known: one outcome where they are certain, more where a missing fact matters.</summary>
[Flags]
internal enum Outcomes
{
    /// <summary>Impossible.</summary>
    None = 0,

    /// <summary>It is permitted.</summary>
    Permitted = 1,

    /// <summary>It is prohibited.</summary>
    Prohibited = 2,

    /// <summary>Nothing is said of it.</summary>
    Silent = 4,
}

/// <summary>How outcomes of rules, policies and layers come together.</summary>
internal static class OutcomesExtensions
{
    /// <summary>What one policy may say, by whether any of its permissions and any of its prohibitions holds (ODRL 2.2, section 2.10).</summary>
    /// <remarks>A policy without a strategy is invalid where the two meet; until it is mended the prohibition wins.</remarks>
    public static Outcomes Of(Satisfaction permission, Satisfaction prohibition, ConflictStrategy? conflict) => conflict == ConflictStrategy.Permit
        ? Of(permission, Outcomes.Permitted, Of(prohibition, Outcomes.Prohibited, Outcomes.Silent))
        : Of(prohibition, Outcomes.Prohibited, Of(permission, Outcomes.Permitted, Outcomes.Silent));

    /// <summary>What two policies of the same kind of layer may say together: the prohibition of one wins over the permission of the other.</summary>
    public static Outcomes Beside(this Outcomes a, Outcomes b)
    {
        Outcomes result = (a | b) & Outcomes.Prohibited;
        if (a.HasFlag(Outcomes.Silent) && b.HasFlag(Outcomes.Silent)) result |= Outcomes.Silent;
        const Outcomes Open = Outcomes.Permitted | Outcomes.Silent;
        bool permitted = ((a | b) & Outcomes.Permitted) != 0 && (a & Open) != 0 && (b & Open) != 0;
        return permitted ? result | Outcomes.Permitted : result;
    }

    /// <summary>What a layer that may be silent and those beneath may say: where it is silent, those beneath speak.</summary>
    public static Outcomes Above(this Outcomes upper, Outcomes lower) => (upper & ~Outcomes.Silent) | lower;

    private static Outcomes Of(Satisfaction holds, Outcomes then, Outcomes otherwise) => holds switch
    {
        Satisfaction.Yes => then,
        Satisfaction.No => otherwise,
        _ => then | otherwise,
    };
}
