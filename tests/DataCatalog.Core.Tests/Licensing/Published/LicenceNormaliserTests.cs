using DataCatalog.Core.Licensing.Published;

namespace DataCatalog.Core.Tests.Licensing.Published;

public sealed class LicenceNormaliserTests
{
    [Theory]
    [InlineData("cc-by-4.0", "CC-BY-4.0")]
    [InlineData("mit", "MIT")]
    [InlineData("odc-by", "ODC-By-1.0")]
    [InlineData("apache-2.0", "Apache-2.0")]
    [InlineData("gpl-3.0", "GPL-3.0-only")]
    [InlineData("cc-by-nc-sa-4.0", "CC-BY-NC-SA-4.0")]
    [InlineData("https://creativecommons.org/licenses/by/4.0/deed.ko", "CC-BY-4.0")]
    [InlineData("http://creativecommons.org/publicdomain/zero/1.0", "CC0-1.0")]
    [InlineData("https://choosealicense.com/licenses/mit/", "MIT")]
    [InlineData("https://choosealicense.com/licenses/apache-2.0", "Apache-2.0")]
    [InlineData("https://choosealicense.com/licenses/agpl-3.0/", "AGPL-3.0-only")]
    [InlineData("https://spdx.org/licenses/CC-BY-SA-4.0.html", "CC-BY-SA-4.0")]
    [InlineData("https://creativecommons.org/licenses/by-nc-nd/2.0/kr/", "LicenseRef-CC-BY-NC-ND-2.0-KR")]
    [InlineData("http://creativecommons.org/licenses/by/2.0/kr/deed.ko", "LicenseRef-CC-BY-2.0-KR")]
    [InlineData("CC BY-SA 2.0 KR", "LicenseRef-CC-BY-SA-2.0-KR")]
    [InlineData("공공누리 제1유형", "LicenseRef-KOGL-1")]
    [InlineData("공공누리 4유형", "LicenseRef-KOGL-4")]
    [InlineData("공공누리 제2유형 (출처표시+상업적 이용금지)", "LicenseRef-KOGL-2")]
    [InlineData("KOGL Type 3", "LicenseRef-KOGL-3")]
    [InlineData("https://www.kogl.or.kr/info/licenseType1.do", "LicenseRef-KOGL-1")]
    [InlineData("공공누리 AI유형", "LicenseRef-KOGL-AI")]
    [InlineData("mit or apache-2.0", "MIT OR Apache-2.0")]
    [InlineData("MIT AND (CC-BY-4.0 OR CC-BY-SA-4.0)", "MIT AND (CC-BY-4.0 OR CC-BY-SA-4.0)")]
    [InlineData("LicenseRef-own-terms", "LicenseRef-own-terms")]
    [InlineData("other", null)]
    [InlineData("unknown", null)]
    [InlineData("Public", null)]
    [InlineData("cc", null)]
    [InlineData("cc-by", null)]
    [InlineData("공공누리", null)]
    [InlineData("공공누리 제5유형", null)]
    [InlineData("https://example.org/terms", null)]
    [InlineData("https://choosealicense.com/licenses/", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Normalise_KeepsWhatWasWritten(string? raw, string? key)
    {
        NormalisedLicence found = LicenceNormaliser.Normalise(raw);
        Assert.Equal(key, found.Key);
        Assert.Equal(raw, found.Raw);
    }

    [Fact]
    public void Find_KoreanCommons_HasReadyMadeTerms() => Assert.NotNull(ReadyMadeTerms.Of(LicenceNormaliser.Normalise("https://creativecommons.org/licenses/by-sa/2.0/kr/").Key!));
}
