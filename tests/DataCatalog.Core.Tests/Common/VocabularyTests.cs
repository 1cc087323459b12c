using DataCatalog.Core.Common;
using static DataCatalog.Core.Tests.Support.Given;

namespace DataCatalog.Core.Tests.Common;

public sealed class VocabularyTests
{
    [Theory]
    [InlineData("ko")]
    [InlineData("en")]
    [InlineData("en-GB")]
    [InlineData("zh-Hant")]
    [InlineData("zh-Hans-CN")]
    [InlineData("sr-Latn-RS")]
    [InlineData("es-419")]
    [InlineData("sl-rozaj")]
    [InlineData("de-1996")]
    [InlineData("gan")]
    [InlineData("kmr")]
    [InlineData("yue")]
    [InlineData("cmn")]
    [InlineData("arb")]
    [InlineData("jje")]
    [InlineData("und")]
    [InlineData("mul")]
    [InlineData("zxx")]
    public void Language_Registered(string tag) => Assert.Equal(tag, Vocabulary.Language(tag, "Languages/0"));

    [Theory]
    [InlineData("xx")]
    [InlineData("qqq")]
    [InlineData("kor")]
    [InlineData("fre")]
    [InlineData("KO")]
    [InlineData("Korean")]
    [InlineData("ko-XX")]
    [InlineData("ko-Abcd")]
    [InlineData("ko_KR")]
    [InlineData("ko-")]
    [InlineData("x-private")]
    [InlineData("zh-hant")]
    public void Language_NotRegistered(string tag) => Refused(CommonErrors.Invalid, "Languages/0", () => Vocabulary.Language(tag, "Languages/0"));

    [Fact]
    public void Language_LongerForm_NamesTheShorter() =>
        Assert.Contains("'ko'", Refused(CommonErrors.Invalid, "L", () => Vocabulary.Language("kor", "L")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("KRW")]
    [InlineData("USD")]
    [InlineData("EUR")]
    [InlineData("JPY")]
    [InlineData("CNY")]
    [InlineData("GBP")]
    [InlineData("CHF")]
    [InlineData("TWD")]
    [InlineData("VND")]
    public void Currency_Listed(string code) => Assert.Equal(code, Vocabulary.Currency(code, "C"));

    [Theory]
    [InlineData("krw")]
    [InlineData("KRX")]
    [InlineData("XXX")]
    [InlineData("XTS")]
    [InlineData("DEM")]
    [InlineData("원")]
    public void Currency_NotListed(string code) => Refused(CommonErrors.Invalid, "C", () => Vocabulary.Currency(code, "C"));

    [Theory]
    [InlineData("KR", true)]
    [InlineData("TW", true)]
    [InlineData("KP", true)]
    [InlineData("AQ", true)]
    [InlineData("US", true)]
    [InlineData("XK", false)]
    [InlineData("UK", false)]
    [InlineData("EU", false)]
    [InlineData("ZZ", false)]
    [InlineData("kr", false)]
    public void Territory(string code, bool listed)
    {
        if (listed) Assert.Equal(code, Vocabulary.Territory(code, "T"));
        else Refused(CommonErrors.Invalid, "T", () => Vocabulary.Territory(code, "T"));
    }

    [Theory]
    [InlineData("application/json", true)]
    [InlineData("application/vnd.apache.parquet", true)]
    [InlineData("audio/flac", true)]
    [InlineData("image/svg+xml", true)]
    [InlineData("text", false)]
    [InlineData("text/", false)]
    [InlineData("text/html; charset=utf-8", false)]
    [InlineData("nonsense/json", false)]
    [InlineData("text/a/b", false)]
    public void MediaType(string type, bool valid)
    {
        if (valid) Assert.Equal(type, Vocabulary.MediaType(type, "M"));
        else Refused(CommonErrors.Invalid, "M", () => Vocabulary.MediaType(type, "M"));
    }

    [Fact]
    public void Each_DropsRepetitionAndNamesTheIndexAtFault()
    {
        Assert.Equal(["ko", "en"], Vocabulary.Each(["ko", "en", "ko"], "L", Vocabulary.Language));
        Refused(CommonErrors.Invalid, "L/3", () => Vocabulary.Each(["ko", "ko", "en", "xx"], "L", Vocabulary.Language));
        Refused(CommonErrors.Required, "L/0", () => Vocabulary.Each([null!], "L", Vocabulary.Language));
        Refused(CommonErrors.TooMany, "L", () => Vocabulary.Each(["ko", "en"], "L", Vocabulary.Language, most: 1));
    }
}
