namespace DataCatalog.Core.Licensing.UseCheck;

/// <summary>What the layers in force say together.</summary>
/// <param name="Outcomes">What they may say.</param>
/// <param name="Highest">The highest kind of layer that says, or may say, anything; null where none does.</param>
/// <param name="Lowest">The lowest kind that was heard; those beneath are overruled.</param>
internal readonly record struct Ruling(Outcomes Outcomes, LayerKind? Highest, LayerKind Lowest)
{
    /// <summary>The verdict; null where all are silent, which has two names.</summary>
    public Verdict? Verdict => Outcomes switch
    {
        Outcomes.Permitted => UseCheck.Verdict.Permitted,
        Outcomes.Prohibited => UseCheck.Verdict.Prohibited,
        Outcomes.Silent => null,
        _ => UseCheck.Verdict.Undetermined,
    };

    /// <summary>The kind of layer that decides: the lowest heard where the answer is certain, the highest that leaves it open where it is not.</summary>
    public LayerKind? Decides => Outcomes == Outcomes.Silent ? null : Verdict == UseCheck.Verdict.Undetermined ? Highest : Lowest;
}
