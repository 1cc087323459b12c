using DataCatalog.Core.Licensing.Published;

namespace DataCatalog.Core.Tests.Licensing.Published;

public sealed class LicenceReadingsTests
{
    [Theory]
    [InlineData("CC0-1.0 CC-PDM-1.0 CC-BY-2.0 CC-BY-2.5 CC-BY-3.0 CC-BY-4.0 CC-BY-SA-2.0 CC-BY-SA-3.0 CC-BY-SA-4.0 CC-BY-ND-3.0 CC-BY-ND-4.0 CC-BY-NC-3.0 CC-BY-NC-4.0 CC-BY-NC-SA-3.0 CC-BY-NC-SA-4.0 CC-BY-NC-ND-3.0 CC-BY-NC-ND-4.0")]
    [InlineData("LicenseRef-CC-BY-2.0-KR LicenseRef-CC-BY-SA-2.0-KR LicenseRef-CC-BY-NC-2.0-KR LicenseRef-CC-BY-ND-2.0-KR LicenseRef-CC-BY-NC-SA-2.0-KR LicenseRef-CC-BY-NC-ND-2.0-KR")]
    [InlineData("ODbL-1.0 ODC-By-1.0 PDDL-1.0 CDLA-Permissive-1.0 CDLA-Permissive-2.0 CDLA-Sharing-1.0 C-UDA-1.0 O-UDA-1.0 OGL-UK-3.0 DL-DE-BY-2.0 DL-DE-ZERO-2.0 etalab-2.0")]
    [InlineData("MIT Apache-2.0 BSD-2-Clause BSD-3-Clause GPL-2.0 GPL-2.0-only GPL-2.0-or-later GPL-3.0 LGPL-2.1 LGPL-3.0-only AGPL-3.0 MPL-2.0")]
    [InlineData("LicenseRef-KOGL-0 LicenseRef-KOGL-1 LicenseRef-KOGL-2 LicenseRef-KOGL-3 LicenseRef-KOGL-4")]
    public void LicencesThatMatterToTraining_AreRead(string keys) => Assert.All(keys.Split(' '), key => Assert.NotNull(LicenceReadings.Of(key)));

    [Fact]
    public void EveryFeature_HasASourceInBothLanguages() => Assert.All(LicenceReadings.All, reading => Assert.All(reading.Features, feature =>
    {
        Assert.NotEmpty(feature.Grounds);
        Assert.All(feature.Grounds, ground =>
        {
            Assert.True(Uri.TryCreate(ground.Source, UriKind.Absolute, out Uri? address) && address.Scheme.StartsWith("http", StringComparison.Ordinal), $"{reading.Key} {feature.Feature}: {ground.Source}");
            Assert.NotNull(ground.Words.Ko);
            Assert.NotNull(ground.Words.En);
        });
    }));

    [Fact]
    public void EveryReading_AnswersEachQuestionOnce()
    {
        LicenceFeature[] asked = [LicenceFeature.Training, LicenceFeature.CommercialUse, LicenceFeature.Attribution, LicenceFeature.ShareAlike, LicenceFeature.Derivatives, LicenceFeature.Redistribution, LicenceFeature.WeightsAdapt];
        Assert.All(LicenceReadings.All, reading =>
        {
            Assert.Equal(reading.Features.Count, reading.Features.Select(f => f.Feature).Distinct().Count());
            Assert.All(asked, feature => Assert.NotNull(reading[feature]));
        });
    }

    [Fact]
    public void Keys_AreOnTheListOrReferences() => Assert.All(LicenceReadings.All, r => Assert.True(SpdxLicences.Canonical(r.Key) == r.Key || r.Key.StartsWith("LicenseRef-", StringComparison.Ordinal), r.Key));

    [Fact]
    public void CommonsReadings_FollowTheIdentifier() => Assert.All(LicenceReadings.All.Where(r => r.Key.Contains("CC-BY", StringComparison.Ordinal)), reading =>
    {
        Assert.Equal(!reading.Key.Contains("NC", StringComparison.Ordinal), reading[LicenceFeature.CommercialUse]!.Value);
        Assert.Equal(reading.Key.Contains("SA", StringComparison.Ordinal), reading[LicenceFeature.ShareAlike]!.Value);
        Assert.Equal(!reading.Key.Contains("ND", StringComparison.Ordinal), reading[LicenceFeature.Derivatives]!.Value);
    });

    [Fact]
    public void WeightsAsAdaptation_IsNeverTheLicencesOwnWord_WhereConditionsHangOnIt() => Assert.All(
        LicenceReadings.All.Where(r => r[LicenceFeature.WeightsAdapt]!.Value == true), r => Assert.True(r[LicenceFeature.WeightsAdapt]!.Interpretation, r.Key));

    [Fact]
    public void Deprecated_MeansWhatTookItsPlace()
    {
        Assert.Equal("GPL-3.0-only", LicenceReadings.Of("GPL-3.0")!.Key);
        Assert.Equal("GPL-3.0-or-later", LicenceReadings.Of("GPL-3.0", orLater: true)!.Key);
        Assert.Equal("GPL-3.0-or-later", LicenceReadings.Of("GPL-3.0-only", orLater: true)!.Key);
        Assert.Equal("GPL-3.0-or-later", LicenceReadings.Of("gpl-3.0+")!.Key);
        Assert.Equal("MIT", LicenceReadings.Of("MIT", orLater: true)!.Key);
    }

    [Fact]
    public void Amendments_AreOfReadingsThatExist() => Assert.All(LicenceReadings.Amended, key => Assert.NotNull(LicenceReadings.Of(key)));

    [Fact]
    public void ClassOfTheCollection_ThatTheListHas_IsTheListsLicence()
    {
        Assert.Null(LicenceReadings.Of("LicenseRef-dpc-cc-by-4-0"));
        Assert.True(LicenceReadings.Of("LicenseRef-dpc-cc-by-nc-sa")![LicenceFeature.ShareAlike]!.Value);
        Assert.False(LicenceReadings.Of("LicenseRef-dpc-cc-by-nc-nd")![LicenceFeature.Derivatives]!.Value);
    }

    [Fact]
    public void ClassOfTheCollection_WithoutUse_IsNotRead()
    {
        Assert.Null(LicenceReadings.Of("LicenseRef-dpc-no-license"));
        Assert.Null(LicenceReadings.Of("LicenseRef-dpc-unclear"));
        Assert.True(LicenceReadings.All.Count(r => r.Key.StartsWith("LicenseRef-dpc-custom-", StringComparison.Ordinal)) > 60);
    }
}
