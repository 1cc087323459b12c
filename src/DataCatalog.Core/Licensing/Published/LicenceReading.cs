using DataCatalog.Core.Common;

namespace DataCatalog.Core.Licensing.Published;

/// <summary>What is asked of a licence when it is read.</summary>
public enum LicenceFeature
{
    /// <summary>May a model learn from the material?</summary>
    Training,

    /// <summary>Is commercial use allowed?</summary>
    CommercialUse,

    /// <summary>Is research or teaching the only use allowed?</summary>
    ResearchOnly,

    /// <summary>Must the source be named?</summary>
    Attribution,

    /// <summary>Must what is adapted from it keep the licence?</summary>
    ShareAlike,

    /// <summary>May adaptations be shared?</summary>
    Derivatives,

    /// <summary>May copies be passed on?</summary>
    Redistribution,

    /// <summary>Do weights that learnt from it count as an adaptation, so that the conditions on adaptations reach them?</summary>
    WeightsAdapt,

    /// <summary>Does offering such a model as a service count as sharing it?</summary>
    ServiceShares,
}

/// <summary>Why a feature is read as it is.</summary>
/// <param name="Source">Address of the licence's text, its deed or the statement relied on.</param>
/// <param name="Section">Section there, or null.</param>
/// <param name="Words">What it says, in the registry's own words, in both languages.</param>
/// <param name="Interpretation">Whether it is a reading rather than what the licence says in so many words.</param>
public sealed record Ground(string Source, string? Section, LocalizedText Words, bool Interpretation);

/// <summary>How one feature of a licence is read.</summary>
/// <param name="Feature">Which.</param>
/// <param name="Value">Yes, no, or null where the licence leaves it open.</param>
/// <param name="Grounds">Why; the first is what the value rests on.</param>
public sealed record FeatureReading(LicenceFeature Feature, bool? Value, IReadOnlyList<Ground> Grounds)
{
    /// <summary>Whether the value is an interpretation; one that an officer may override.</summary>
    public bool Interpretation => Grounds[0].Interpretation;

    /// <summary>The note of the officer who overrode it, or null.</summary>
    public string? Note { get; init; }
}

/// <summary>An officer's answer in place of an interpretation.</summary>
/// <param name="Licence">Key of the licence.</param>
/// <param name="Feature">Which feature.</param>
/// <param name="Value">Yes, no, or null for open.</param>
/// <param name="Note">Why; required.</param>
public sealed record ReadingOverride(string Licence, LicenceFeature Feature, bool? Value, string Note)
{
    /// <summary>Those of a licence's recorded readings that count: the last of each feature; what has since become certain, or gone, no longer counts.</summary>
    public static IEnumerable<ReadingOverride> Counting(string licence, IEnumerable<OfficerReading> readings)
    {
        if (LicenceReadings.Of(licence) is not { } known) yield break;
        foreach (OfficerReading reading in readings.GroupBy(r => r.Feature, StringComparer.Ordinal).Select(g => g.MaxBy(r => r.Version)!).OrderBy(r => r.Feature, StringComparer.Ordinal))
        {
            if (Enum.TryParse(reading.Feature, out LicenceFeature feature) && known.IsOpenTo(feature)) yield return new ReadingOverride(licence, feature, reading.Value, reading.Note);
        }
    }
}

/// <summary>How a licence is read: each feature with its value and the source of it.</summary>
/// <param name="Key">The licence's key.</param>
/// <param name="Features">What it says; a feature that is not here is open.</param>
public sealed record LicenceReading(string Key, IReadOnlyList<FeatureReading> Features)
{
    /// <summary>Short names of actions on which this licence is silent although its features would permit them.</summary>
    internal IReadOnlyList<string> Without { get; init; } = [];

    /// <summary>The reading of one feature, or null where there is none.</summary>
    public FeatureReading? this[LicenceFeature feature] => Features.FirstOrDefault(f => f.Feature == feature);

    /// <summary>Whether a feature is open to an officer's answer: the licence does not say it in so many words.</summary>
    public bool IsOpenTo(LicenceFeature feature) => this[feature]?.Interpretation != false;

    /// <summary>The same with an officer's answers in place of interpretations; those for other licences are passed over.</summary>
    public LicenceReading With(IEnumerable<ReadingOverride> overrides)
    {
        var features = Features.ToList();
        foreach (ReadingOverride answer in overrides.Where(o => string.Equals(o.Licence, Key, StringComparison.OrdinalIgnoreCase)))
        {
            string note = Check.Prose(answer.Note, nameof(ReadingOverride.Note), OfficerReading.LongestNote);
            int at = features.FindIndex(f => f.Feature == Check.Defined(answer.Feature, nameof(ReadingOverride.Feature)));
            if (at >= 0 && !features[at].Interpretation) throw new DomainException(PublishedErrors.NotAnInterpretation, nameof(ReadingOverride.Feature), Key, answer.Feature);
            FeatureReading read = at >= 0 ? features[at] : new FeatureReading(answer.Feature, null, [LicenceReadings.Ground("officer", Features[0].Grounds[0].Source)]);
            read = read with { Value = answer.Value, Note = note };
            if (at >= 0) features[at] = read;
            else features.Add(read);
        }

        return this with { Features = features };
    }
}
