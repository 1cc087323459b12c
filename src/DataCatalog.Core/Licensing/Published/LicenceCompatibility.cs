namespace DataCatalog.Core.Licensing.Published;

/// <summary>Whether what learnt from several licences can be released together: each asks for certain release licences, and those must meet.</summary>
/// <remarks>A release class is the list itself in text form, so that classes can be compared without a table: null asks for nothing, and the empty class cannot be met.</remarks>
public static class LicenceCompatibility
{
    /// <summary>The class of a licence or expression: which licences weights that learnt from it may be released under; null where any will do or it has no reading.</summary>
    public static string? ReleaseClass(string licence, IReadOnlyList<ReadingOverride>? overrides = null) => ClassOf(LicenceExpression.Parse(licence), overrides);

    /// <summary>Whether two classes can be met at once, and by the intended release where one is named; the same whichever comes first.</summary>
    public static bool Compatible(string? one, string? other, string? release = null)
    {
        ReleaseSet both = ReleaseSet.Of(one).And(ReleaseSet.Of(other));
        return release is null ? !both.IsEmpty : both.Allows(Key(release));
    }

    /// <summary>The class that meets all of several; empty where none does, which pairs alone cannot tell.</summary>
    public static string? Common(IEnumerable<string?> classes) => Text(classes.Aggregate(ReleaseSet.Any, (all, c) => all.And(ReleaseSet.Of(c))));

    /// <summary>The licences that a class names, or null where it does not name those it allows.</summary>
    public static IReadOnlyCollection<string>? Releases(string? releaseClass) => ReleaseSet.Of(releaseClass) is { AllBut: false } set ? set.Keys : null;

    /// <summary>The IRI by which a release licence is compared: <c>urn:licence:KEY</c> for a key in whatever case or a deprecated spelling; an IRI as it is.</summary>
    public static string ReleaseIri(string release) => release.Contains(':', StringComparison.Ordinal) ? release : Odrl.Iris.Licence(Key(release));

    /// <summary>Each pair of licences that cannot be released together, and each that the intended release does not suit.</summary>
    /// <param name="licences">Keys or expressions; repetition does not matter.</param>
    /// <param name="release">Key of the licence that the weights are to be released under, or null where that is open.</param>
    /// <param name="overrides">An officer's answers in place of interpretations.</param>
    public static IReadOnlyList<LicenceConflict> Conflicts(IEnumerable<string> licences, string? release = null, IReadOnlyList<ReadingOverride>? overrides = null)
    {
        (string Licence, string? Class)[] bound = [.. licences.Select(l => LicenceExpression.Parse(l).Canonical()).DistinctBy(e => e.ToString())
            .Select(e => (e.ToString()!, ClassOf(e, overrides))).Where(p => p.Item2 is not null).OrderBy(p => p.Item1, StringComparer.Ordinal)];
        var conflicts = new List<LicenceConflict>();
        foreach ((int index, (string licence, string? asks)) in bound.Index())
        {
            if (release is not null && !Compatible(asks, null, release)) conflicts.Add(new LicenceConflict(licence, Key(release), true, Grounds(licence)));
            foreach ((string other, string? alsoAsks) in bound.Skip(index + 1))
            {
                if (!Compatible(asks, alsoAsks)) conflicts.Add(new LicenceConflict(licence, other, false, [.. Grounds(licence).Concat(Grounds(other)).Distinct()]));
            }
        }

        return conflicts;
    }

    private static string? ClassOf(LicenceExpression expression, IReadOnlyList<ReadingOverride>? overrides)
    {
        var evaluation = new ExpressionEvaluation(overrides ?? [], null);
        return Text(SetOf(expression, evaluation));
    }

    private static ReleaseSet SetOf(LicenceExpression expression, ExpressionEvaluation evaluation) => expression switch
    {
        LicenceList { Choice: true } list => list.Parts.Select(p => SetOf(p, evaluation)).Aggregate((a, b) => a.Or(b)),
        LicenceList list => list.Parts.Select(p => SetOf(p, evaluation)).Aggregate((a, b) => a.And(b)),
        LicenceTerm term when evaluation.Reading(term) is { } reading => SetOf(reading),
        _ => ReleaseSet.Any,
    };

    private static ReleaseSet SetOf(LicenceReading reading)
    {
        ActionTerms released = LicenceActions.Of(reading, "releaseWeights");
        if (released.Standing == Standing.Prohibited) return ReleaseSet.Only([]);
        bool adapts = reading[LicenceFeature.WeightsAdapt]?.Value != false;
        return adapts && ReleaseLists.Clash(reading.Key) is { } clash ? released.Releases.And(clash.Releases) : released.Releases;
    }

    private static IReadOnlyList<Ground> Grounds(string licence) => [.. LicenceExpression.Parse(licence).Terms.SelectMany(t => Grounds(t)).Distinct()];

    private static IEnumerable<Ground> Grounds(LicenceTerm term)
    {
        if (LicenceReadings.Of(term.Id, term.OrLater) is not { } reading) yield break;
        foreach (Reason reason in LicenceActions.Of(reading, "releaseWeights").Reasons.Where(r => r.Feature is LicenceFeature.ShareAlike or LicenceFeature.Derivatives or LicenceFeature.CommercialUse or LicenceFeature.WeightsAdapt))
        {
            yield return reason.Ground;
        }

        if (ReleaseLists.Clash(reading.Key) is { } clash) yield return clash.Ground;
    }

    private static string Key(string release) => SpdxLicences.Canonical(release) is { } id ? SpdxLicences.Current(id, orLater: false) : release;

    private static string? Text(ReleaseSet set) => set.IsAny ? null : set.ToString();
}

/// <summary>Two licences whose conditions on what is made from them cannot both be met.</summary>
/// <param name="One">A licence of the mix.</param>
/// <param name="Other">Another, or the intended release.</param>
/// <param name="WithRelease">Whether <see cref="Other"/> is the intended release.</param>
/// <param name="Grounds">Why, with sources.</param>
public sealed record LicenceConflict(string One, string Other, bool WithRelease, IReadOnlyList<Ground> Grounds);
