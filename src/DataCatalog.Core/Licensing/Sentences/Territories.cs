namespace DataCatalog.Core.Licensing.Sentences;

/// <summary>Names of territories that contracts name often; the others are told by their code. The machine's own data is not asked, so that a sentence is the same everywhere.</summary>
internal static class Territories
{
    private static readonly Dictionary<string, Words> Names = new(StringComparer.Ordinal)
    {
        ["KR"] = new("Korea", "대한민국"), ["KP"] = new("North Korea", "북한"), ["JP"] = new("Japan", "일본"), ["CN"] = new("China", "중국"), ["TW"] = new("Taiwan", "대만"),
        ["HK"] = new("Hong Kong", "홍콩"), ["MO"] = new("Macao", "마카오"), ["MN"] = new("Mongolia", "몽골"), ["SG"] = new("Singapore", "싱가포르"), ["VN"] = new("Vietnam", "베트남"),
        ["TH"] = new("Thailand", "태국"), ["ID"] = new("Indonesia", "인도네시아"), ["MY"] = new("Malaysia", "말레이시아"), ["PH"] = new("the Philippines", "필리핀"), ["IN"] = new("India", "인도"),
        ["AU"] = new("Australia", "오스트레일리아"), ["NZ"] = new("New Zealand", "뉴질랜드"), ["US"] = new("the United States", "미국"), ["CA"] = new("Canada", "캐나다"), ["MX"] = new("Mexico", "멕시코"),
        ["BR"] = new("Brazil", "브라질"), ["GB"] = new("the United Kingdom", "영국"), ["IE"] = new("Ireland", "아일랜드"), ["FR"] = new("France", "프랑스"), ["DE"] = new("Germany", "독일"),
        ["NL"] = new("the Netherlands", "네덜란드"), ["BE"] = new("Belgium", "벨기에"), ["LU"] = new("Luxembourg", "룩셈부르크"), ["CH"] = new("Switzerland", "스위스"), ["AT"] = new("Austria", "오스트리아"),
        ["IT"] = new("Italy", "이탈리아"), ["ES"] = new("Spain", "스페인"), ["PT"] = new("Portugal", "포르투갈"), ["SE"] = new("Sweden", "스웨덴"), ["NO"] = new("Norway", "노르웨이"),
        ["FI"] = new("Finland", "핀란드"), ["DK"] = new("Denmark", "덴마크"), ["PL"] = new("Poland", "폴란드"), ["CZ"] = new("Czechia", "체코"), ["TR"] = new("Türkiye", "튀르키예"),
        ["IL"] = new("Israel", "이스라엘"), ["AE"] = new("the United Arab Emirates", "아랍에미리트"), ["SA"] = new("Saudi Arabia", "사우디아라비아"), ["ZA"] = new("South Africa", "남아프리카공화국"), ["RU"] = new("Russia", "러시아"),
    };

    /// <summary>The name of an ISO 3166-1 code, bare or at the end of an IRI; null where it is no such code.</summary>
    public static string? Name(string value, Language language)
    {
        string code = value[(value.LastIndexOfAny([':', '#', '/']) + 1)..];
        if (Names.TryGetValue(code, out Words? words)) return words.In(language);
        return !Common.Vocabulary.IsTerritory(code) ? null : language == Language.Korean ? $"{code} 지역" : $"the territory {code}";
    }
}
