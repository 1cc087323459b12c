using DataCatalog.Core.Licensing.Published;

namespace DataCatalog.Core.Tests.Licensing.Published;

public sealed class LicenceCompatibilityTests
{
    /// <summary>Two licences, whether weights that learnt from both can be released at all, and a release that decides it.</summary>
    public static TheoryData<string, string, bool> Pairs => new()
    {
        { "CC-BY-SA-4.0", "CC-BY-SA-4.0", true },
        { "CC-BY-SA-4.0", "CC-BY-SA-3.0", true },
        { "CC-BY-SA-4.0", "CC-BY-SA-2.0", true },
        { "CC-BY-SA-4.0", "LicenseRef-CC-BY-SA-2.0-KR", true },
        { "CC-BY-SA-4.0", "GPL-3.0-only", true },
        { "CC-BY-SA-4.0", "GPL-3.0-or-later", true },
        { "CC-BY-SA-4.0", "GPL-2.0-only", false },
        { "CC-BY-SA-4.0", "GPL-2.0-or-later", true },
        { "CC-BY-SA-4.0", "AGPL-3.0-only", false },
        { "CC-BY-SA-3.0", "GPL-3.0-only", false },
        { "CC-BY-SA-4.0", "ODbL-1.0", false },
        { "CC-BY-SA-4.0", "CC-BY-NC-SA-4.0", false },
        { "CC-BY-SA-4.0", "CC-BY-NC-4.0", false },
        { "CC-BY-SA-4.0", "CC-BY-ND-4.0", false },
        { "CC-BY-SA-4.0", "CC-BY-4.0", true },
        { "CC-BY-SA-4.0", "CC0-1.0", true },
        { "CC-BY-SA-4.0", "Apache-2.0", true },
        { "CC-BY-SA-4.0", "CDLA-Sharing-1.0", true },
        { "CC-BY-SA-4.0", "LicenseRef-KOGL-1", true },
        { "CC-BY-SA-4.0", "LicenseRef-KOGL-2", false },
        { "CC-BY-SA-4.0", "LicenseRef-own-terms", true },
        { "CC-BY-NC-SA-4.0", "CC-BY-NC-4.0", true },
        { "CC-BY-NC-SA-4.0", "CC-BY-NC-SA-3.0", true },
        { "CC-BY-NC-SA-4.0", "LicenseRef-KOGL-2", true },
        { "CC-BY-NC-4.0", "CC-BY-NC-3.0", true },
        { "CC-BY-NC-4.0", "GPL-3.0-only", false },
        { "CC-BY-ND-4.0", "CC0-1.0", false },
        { "ODbL-1.0", "ODbL-1.0", true },
        { "ODbL-1.0", "ODC-By-1.0", true },
        { "GPL-2.0-only", "GPL-3.0-only", false },
        { "GPL-2.0-or-later", "GPL-3.0-only", true },
        { "GPL-2.0-only", "Apache-2.0", false },
        { "GPL-3.0-only", "Apache-2.0", true },
        { "GPL-2.0-only", "MIT", true },
        { "LGPL-2.1-only", "GPL-2.0-only", true },
        { "LGPL-3.0-only", "GPL-2.0-only", false },
        { "CC-BY-SA-4.0 OR ODbL-1.0", "ODbL-1.0", true },
        { "CC-BY-SA-4.0 AND ODbL-1.0", "CC0-1.0", false },
        { "MIT OR GPL-2.0-only", "CC-BY-NC-4.0", true },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Compatible_AsTheTableSays_WhicheverComesFirst(string one, string other, bool together)
    {
        string? first = LicenceCompatibility.ReleaseClass(one);
        string? second = LicenceCompatibility.ReleaseClass(other);
        Assert.Equal(together, LicenceCompatibility.Compatible(first, second));
        Assert.Equal(together, LicenceCompatibility.Compatible(second, first));
    }

    [Theory]
    [InlineData("CC-BY-SA-4.0", "GPL-3.0-only", "GPL-3.0-only", true)]
    [InlineData("CC-BY-SA-4.0", "GPL-3.0-only", "gpl-3.0", true)]
    [InlineData("CC-BY-SA-4.0", "GPL-3.0-only", "CC-BY-SA-4.0", false)]
    [InlineData("CC-BY-SA-4.0", "CC-BY-SA-3.0", "CC-BY-SA-4.0", true)]
    [InlineData("CC-BY-SA-4.0", "CC-BY-SA-3.0", "CC-BY-SA-3.0", false)]
    [InlineData("CC-BY-4.0", "MIT", "Apache-2.0", true)]
    [InlineData("CC-BY-NC-4.0", "MIT", "Apache-2.0", false)]
    [InlineData("CC-BY-NC-4.0", "MIT", "CC-BY-NC-SA-4.0", true)]
    [InlineData("Apache-2.0", "MIT", "GPL-2.0-only", false)]
    public void Compatible_WithAnIntendedRelease(string one, string other, string release, bool together) => Assert.Equal(together,
        LicenceCompatibility.Compatible(LicenceCompatibility.ReleaseClass(one), LicenceCompatibility.ReleaseClass(other), release));

    [Fact]
    public void Class_NullAsksForNothing_EmptyCannotBeMet()
    {
        Assert.Null(LicenceCompatibility.ReleaseClass("CC-BY-4.0"));
        Assert.Equal("", LicenceCompatibility.ReleaseClass("CC-BY-ND-4.0"));
        Assert.Equal("CC-BY-SA-4.0|GPL-3.0-only|LAL-1.3", LicenceCompatibility.ReleaseClass("CC-BY-SA-4.0"));
        Assert.Equal("!GPL-2.0-only", LicenceCompatibility.ReleaseClass("Apache-2.0"));
        Assert.Equal(["ODbL-1.0"], LicenceCompatibility.Releases(LicenceCompatibility.ReleaseClass("ODbL-1.0")));
        Assert.Null(LicenceCompatibility.Releases(null));
    }

    [Theory]
    [InlineData("apache-2.0", "urn:licence:Apache-2.0")]
    [InlineData("gpl-3.0", "urn:licence:GPL-3.0-only")]
    [InlineData("LicenseRef-own", "urn:licence:LicenseRef-own")]
    [InlineData("urn:licence:MIT", "urn:licence:MIT")]
    public void ReleaseIri_IsThatOfTheTerms(string release, string iri) => Assert.Equal(iri, LicenceCompatibility.ReleaseIri(release));

    [Fact]
    public void Common_SeesWhatPairsCannot()
    {
        string?[] classes = ["A|B", "B|C", "A|C"];
        Assert.True(LicenceCompatibility.Compatible(classes[0], classes[1]));
        Assert.True(LicenceCompatibility.Compatible(classes[1], classes[2]));
        Assert.True(LicenceCompatibility.Compatible(classes[0], classes[2]));
        Assert.Equal("", LicenceCompatibility.Common(classes));
        Assert.Equal("B", LicenceCompatibility.Common(["A|B", null, "B|C", "!A"]));
        Assert.Null(LicenceCompatibility.Common([null, null]));
    }

    [Fact]
    public void Conflicts_AreFoundAsPairs_EachOnceWithGrounds()
    {
        IReadOnlyList<LicenceConflict> conflicts = LicenceCompatibility.Conflicts(["CC-BY-SA-4.0", "MIT", "ODbL-1.0", "cc-by-sa-4.0", "CC-BY-NC-4.0"]);
        Assert.Equal([("CC-BY-NC-4.0", "CC-BY-SA-4.0"), ("CC-BY-NC-4.0", "ODbL-1.0"), ("CC-BY-SA-4.0", "ODbL-1.0")], conflicts.Select(c => (c.One, c.Other)));
        Assert.All(conflicts, c => Assert.NotEmpty(c.Grounds));
        Assert.Contains(conflicts[2].Grounds, g => g.Source == "https://creativecommons.org/compatiblelicenses");
        Assert.Contains(conflicts[2].Grounds, g => g.Source.Contains("opendatacommons", StringComparison.Ordinal));
    }

    [Fact]
    public void Conflicts_NameTheReleaseThatDoesNotSuit()
    {
        LicenceConflict conflict = Assert.Single(LicenceCompatibility.Conflicts(["CC-BY-SA-4.0", "CC-BY-4.0"], "Apache-2.0"));
        Assert.Equal(("CC-BY-SA-4.0", "Apache-2.0", true), (conflict.One, conflict.Other, conflict.WithRelease));
        Assert.Empty(LicenceCompatibility.Conflicts(["CC-BY-SA-4.0", "CC-BY-4.0"], "CC-BY-SA-4.0"));
    }

    [Fact]
    public void Lists_NameLicencesThatExist_AndEachAllowsItself() => Assert.All(ReleaseLists.Keys, key =>
    {
        ReleaseSet releases = ReleaseLists.ShareAlike(key).Releases;
        Assert.True(releases.Allows(key), key);
        Assert.All(releases.Keys, k => Assert.True(SpdxLicences.Canonical(k) == k || k.StartsWith("LicenseRef-CC-", StringComparison.Ordinal), k));
    });

    [Fact]
    public void EveryShareAlikeReading_HasAList() => Assert.All(
        LicenceReadings.All.Where(r => r[LicenceFeature.ShareAlike]!.Value == true && !r.Key.StartsWith("LicenseRef-dpc-", StringComparison.Ordinal)), r => Assert.Contains(r.Key, ReleaseLists.Keys));
}
