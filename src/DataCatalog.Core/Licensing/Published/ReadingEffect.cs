namespace DataCatalog.Core.Licensing.Published;

/// <summary>Turns the features of one reading into what they mean for an action; notes each feature that it looked at.</summary>
internal sealed class ReadingEffect(LicenceReading reading)
{
    private readonly List<Reason> reasons = [];

    /// <summary>Permitted within the conditions on every use.</summary>
    public ActionTerms Free() => Permitted(ReleaseSet.Any);

    /// <summary>Permitted where a feature is a yes; where it is a no, forbidden or left unsaid.</summary>
    public ActionTerms As(LicenceFeature feature, bool forbids) => Is(feature) switch
    {
        true => Permitted(ReleaseSet.Any),
        false when forbids => Stands(Standing.Prohibited),
        _ => Stands(Standing.Silent),
    };

    /// <summary>Publishing weights, or serving them to the public: the conditions on adaptations hold as far as either is the sharing of one.</summary>
    public ActionTerms Released(bool asService)
    {
        bool? learnt = Is(LicenceFeature.Training);
        if (learnt == false) return Stands(Standing.Prohibited);
        bool? adapts = !asService ? Is(LicenceFeature.WeightsAdapt) : reading[LicenceFeature.ServiceShares]?.Value == true ? Is(LicenceFeature.ServiceShares) : false;
        bool conditions = Value(LicenceFeature.Derivatives) == false || Value(LicenceFeature.ShareAlike) == true || Value(LicenceFeature.CommercialUse) != true;
        if (adapts == false || !conditions) return learnt == true ? Permitted(ReleaseSet.Any) : Stands(Standing.Silent);
        if (adapts == true && Is(LicenceFeature.Derivatives) == false) return Stands(Standing.Prohibited);
        return adapts == true && learnt == true ? Permitted(Releases()) : Stands(Standing.Silent);
    }

    private ReleaseSet Releases()
    {
        if (Is(LicenceFeature.ShareAlike) == true)
        {
            (ReleaseSet alike, Ground? ground) = ReleaseLists.ShareAlike(reading.Key);
            if (ground is not null) reasons.Add(new Reason(reading.Key, LicenceFeature.ShareAlike, ground, null));
            return alike;
        }

        if (Value(LicenceFeature.CommercialUse) == true) return ReleaseSet.Any;
        (ReleaseSet releases, Ground why) = ReleaseLists.NonCommercial(reading.Key);
        reasons.Add(new Reason(reading.Key, LicenceFeature.CommercialUse, why, null));
        return releases;
    }

    private ActionTerms Permitted(ReleaseSet releases)
    {
        bool academic = Value(LicenceFeature.ResearchOnly) == true && Is(LicenceFeature.ResearchOnly) == true;
        bool? commerce = Is(LicenceFeature.CommercialUse);
        return new ActionTerms(Standing.Permitted)
        {
            Purposes = academic ? PurposeLimit.Academic : commerce == true ? PurposeLimit.Any : PurposeLimit.NonCommercial,
            ForbidsCommerce = commerce == false,
            Releases = releases,
            Attribution = Is(LicenceFeature.Attribution) == true,
            Reasons = [.. reasons.Distinct()],
        };
    }

    private ActionTerms Stands(Standing standing) => new(standing) { Reasons = [.. reasons.Distinct()] };

    private bool? Value(LicenceFeature feature) => reading[feature]?.Value;

    private bool? Is(LicenceFeature feature)
    {
        if (reading[feature] is not { } read) return null;
        reasons.AddRange(read.Grounds.Select(g => new Reason(reading.Key, feature, g, read.Note)));
        return read.Value;
    }
}
