using DataCatalog.Core.Licensing.Published;

namespace DataCatalog.Core.Tests.Licensing.Published;

public sealed class SpdxLicencesTests
{
    [Theory]
    [InlineData("CC BY-NC 4.0", "CC-BY-NC-4.0")]
    [InlineData("cc-by-sa-4.0", "CC-BY-SA-4.0")]
    [InlineData("Apache License 2.0", "Apache-2.0")]
    [InlineData("Apache 2.0", "Apache-2.0")]
    [InlineData("MIT License", "MIT")]
    [InlineData("mit", "MIT")]
    [InlineData("GNU General Public License v3.0", "GPL-3.0-only")]
    [InlineData("LGPL 2.1", "LGPL-2.1-only")]
    [InlineData("CC0 1.0", "CC0-1.0")]
    [InlineData("CDLA-Sharing-1.0", "CDLA-Sharing-1.0")]
    [InlineData("C-UDA", "C-UDA-1.0")]
    [InlineData("Creative Commons Attribution 4.0 International", "CC-BY-4.0")]
    [InlineData("https://creativecommons.org/licenses/by/4.0/", "CC-BY-4.0")]
    [InlineData("http://creativecommons.org/licenses/by-nc-sa/4.0/legalcode", "CC-BY-NC-SA-4.0")]
    [InlineData("https://opensource.org/licenses/MIT", "MIT")]
    public void Find_WhatPeopleWrite(string text, string id) => Assert.Equal(id, SpdxLicences.Find(text)?.Key);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Unspecified")]
    [InlineData("Custom")]
    [InlineData("CC BY-SA")]
    [InlineData("LDC User Agreement")]
    [InlineData("https://example.org/licence")]
    public void Find_WhatIsNotOnTheList(string? text) => Assert.Null(SpdxLicences.Find(text));

    [Fact]
    public void EveryIdentifier_FindsItself() => Assert.All(SpdxLicences.All, l =>
    {
        string found = SpdxLicences.Find(l.Key)!.Key!;
        Assert.True(found == l.Key || l.Key!.StartsWith(found.Split('-')[0], StringComparison.Ordinal), $"{l.Key} found {found}");
    });

    [Fact]
    public void CommonsFlags_FollowTheIdentifier()
    {
        Assert.False(SpdxLicences.Find("CC-BY-NC-ND-4.0")!.CommercialUse);
        Assert.False(SpdxLicences.Find("CC-BY-NC-ND-4.0")!.Derivatives);
        Assert.True(SpdxLicences.Find("CC-BY-SA-4.0")!.ShareAlike);
        Assert.Null(SpdxLicences.Find("MIT")!.CommercialUse);
    }

    [Theory]
    [InlineData("KOGL-1", "LicenseRef-KOGL-1")]
    [InlineData("공공누리 제3유형", "LicenseRef-KOGL-3")]
    [InlineData("https://www.kogl.or.kr/open/info/license_info/nc.do", "LicenseRef-KOGL-2")]
    [InlineData("LicenseRef-KOGL-AI", "LicenseRef-KOGL-AI")]
    public void Kogl_Find(string text, string key) => Assert.Equal(key, KoglLicences.Find(text)?.Key);
}
