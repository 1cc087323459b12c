namespace DataCatalog.Core.Licensing.Published;

/// <summary>Whether a licence lets an action be done.</summary>
internal enum Standing
{
    /// <summary>It says nothing.</summary>
    Silent,

    /// <summary>It does, under conditions.</summary>
    Permitted,

    /// <summary>It forbids it.</summary>
    Prohibited,
}

/// <summary>For which purposes, from the widest to the narrowest.</summary>
internal enum PurposeLimit
{
    /// <summary>Any.</summary>
    Any,

    /// <summary>Those of <see cref="Purposes.AllNonCommercial"/>.</summary>
    NonCommercial,

    /// <summary>Those of <see cref="Purposes.AllAcademic"/>.</summary>
    Academic,
}

/// <summary>A ground, and the licence whose it is.</summary>
internal sealed record Reason(string Licence, LicenceFeature Feature, Ground Ground, string? Note)
{
    /// <summary>Whether the effect rests on an interpretation.</summary>
    public bool Interpretation => Ground.Interpretation || Note is not null;
}

/// <summary>One way in which an action may be done under a licence, or that it may not.</summary>
internal sealed record ActionTerms(Standing Standing)
{
    /// <summary>Most ways that one action may have.</summary>
    public const int MostChoices = 16;

    /// <summary>For which purposes.</summary>
    public PurposeLimit Purposes { get; init; }

    /// <summary>Whether commercial purposes are forbidden in so many words, not merely left out.</summary>
    public bool ForbidsCommerce { get; init; }

    /// <summary>Under which licences the result may be released.</summary>
    public ReleaseSet Releases { get; init; } = ReleaseSet.Any;

    /// <summary>Whether the source must be named.</summary>
    public bool Attribution { get; init; }

    /// <summary>IRI of those it is for, or null for everyone.</summary>
    public string? Recipients { get; init; }

    /// <summary>What it rests on.</summary>
    public IReadOnlyList<Reason> Reasons { get; init; } = [];

    /// <summary>What tells one way from another, whatever it rests on.</summary>
    public string Conditions => $"{Purposes}/{ForbidsCommerce}/{Releases}/{Attribution}/{Recipients}";

    /// <summary>Both must be kept: of every pair of ways the stricter of each condition.</summary>
    public static IReadOnlyList<ActionTerms> And(IReadOnlyList<ActionTerms> one, IReadOnlyList<ActionTerms> other) =>
        Settle([.. one.SelectMany(a => other.Select(b => Both(a, b)))]);

    /// <summary>Either may be chosen: the ways of both.</summary>
    public static IReadOnlyList<ActionTerms> Or(IReadOnlyList<ActionTerms> one, IReadOnlyList<ActionTerms> other) => Settle([.. one, .. other]);

    // A way that asks no more than another makes that other pointless.
    private static ActionTerms[] Settle(IReadOnlyList<ActionTerms> ways)
    {
        ActionTerms[] permitted = [.. ways.Where(w => w.Standing == Standing.Permitted).DistinctBy(w => w.Conditions).OrderBy(w => w.Conditions, StringComparer.Ordinal)];
        if (permitted.Length == 0) return [ways.FirstOrDefault(w => w.Standing == Standing.Silent) ?? ways[0]];
        ActionTerms[] kept = [.. permitted.Where(w => !permitted.Any(o => o != w && o.Covers(w)))];
        if (kept.Length > MostChoices) throw LicenceExpressionParser.TooLarge();
        return kept;
    }

    private static ActionTerms Both(ActionTerms a, ActionTerms b)
    {
        IReadOnlyList<Reason> reasons = [.. a.Reasons.Concat(b.Reasons).Distinct()];
        if (a.Standing == Standing.Prohibited) return a;
        if (b.Standing == Standing.Prohibited) return b;
        bool strangers = a.Recipients is not null && b.Recipients is not null && a.Recipients != b.Recipients;
        if (a.Standing == Standing.Silent || b.Standing == Standing.Silent || strangers) return new ActionTerms(Standing.Silent) { Reasons = reasons };
        ReleaseSet releases = a.Releases.And(b.Releases);
        if (releases.IsEmpty) return new ActionTerms(Standing.Prohibited) { Reasons = reasons };
        return new ActionTerms(Standing.Permitted)
        {
            Purposes = (PurposeLimit)Math.Max((int)a.Purposes, (int)b.Purposes),
            ForbidsCommerce = a.ForbidsCommerce || b.ForbidsCommerce,
            Releases = releases,
            Attribution = a.Attribution || b.Attribution,
            Recipients = a.Recipients ?? b.Recipients,
            Reasons = reasons,
        };
    }

    private bool Covers(ActionTerms other) =>
        Purposes <= other.Purposes && (!ForbidsCommerce || other.ForbidsCommerce) && (!Attribution || other.Attribution)
        && (Recipients is null || Recipients == other.Recipients) && Releases.Covers(other.Releases);
}
