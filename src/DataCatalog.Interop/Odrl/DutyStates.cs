using DataCatalog.Core.Licensing.Odrl;

namespace DataCatalog.Interop.Odrl;

/// <summary>States of duties in the compliance report, and when a duty is violated.</summary>
internal static class DutyStates
{
    /// <summary>Attempt state of what somebody set about.</summary>
    public const string Attempted = "Attempted";

    /// <summary>Performance state of what has been done.</summary>
    public const string Performed = "Performed";

    /// <summary>Deontic state of a duty that was done as it should be.</summary>
    public const string Fulfilled = "Fulfilled";

    /// <summary>Deontic state of a duty that was not done in time.</summary>
    public const string Violated = "Violated";

    /// <summary>Whether a duty is violated: it is reported so, or nothing says that it has been done and the time in which it could be is over.</summary>
    public static bool IsViolated(Rule duty, KnownDuty? known, ConstraintEvaluator constraints)
    {
        if (known?.Deontic is Violated or Fulfilled) return known.Deontic == Violated;
        return known?.Performance != Performed && duty.Constraints.Any(constraints.IsOver);
    }
}
