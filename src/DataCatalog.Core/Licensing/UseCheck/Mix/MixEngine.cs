using DataCatalog.Core.Common;

namespace DataCatalog.Core.Licensing.UseCheck.Mix;

/// <summary>Decides on many datasets at once: a pure function, and the answer for each is that of <see cref="UseCheckEngine"/>.</summary>
public static class MixEngine
{
    /// <summary>Answers a question about a mix.</summary>
    /// <exception cref="DomainException"><c>too-many</c> past <see cref="MixQuestion.MostItems"/>.</exception>
    public static MixDecision Decide(MixQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        if (question.Items.Count > MixQuestion.MostItems) throw new DomainException(CommonErrors.TooMany, "items", "items", MixQuestion.MostItems);
        MixPart[] parts = [.. question.Items.Select(i => new MixPart(i.Key, UseCheckEngine.Decide(i.Question, i.Layers)))];
        Verdict verdict = parts.Length == 0 ? Verdict.NotPermitted : parts.Select(p => p.Decision.Verdict).MaxBy(Firmness);
        ReleaseClasses classes = ReleaseClasses.Of(question, parts);
        (HashSet<string> left, bool smallest) = classes.Smallest();
        return new MixDecision
        {
            Verdict = verdict == Verdict.Permitted && classes.Conflicts.Count > 0 ? Verdict.NotPermitted : verdict,
            Parts = parts,
            Duties = Owed.Once(parts.SelectMany(p => p.Decision.Duties)),
            HoldsUntil = parts.Min(p => p.Decision.HoldsUntil),
            Conflicts = classes.Conflicts,
            LeaveOut = [.. parts.Where(p => p.Decision.Verdict != Verdict.Permitted || left.Contains(p.Key)).Select(p => p.Key)],
            LeaveOutIsSmallest = smallest,
        };
    }

    /// <summary>How firm a no is: the firmest of several is the answer for all together.</summary>
    public static int Firmness(Verdict verdict) => verdict switch
    {
        Verdict.Prohibited => 4,
        Verdict.NotPermitted => 3,
        Verdict.NotInForce => 2,
        Verdict.Undetermined => 1,
        _ => 0,
    };
}
