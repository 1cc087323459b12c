namespace DataCatalog.Core.Licensing.Sentences;

/// <summary>Words for values that are often named: languages, modalities, purposes, events and units.</summary>
internal static class ValueWords
{
    private static readonly Dictionary<string, Words> Languages = new(StringComparer.Ordinal)
    {
        ["ko"] = new("Korean", "한국어"), ["en"] = new("English", "영어"), ["ja"] = new("Japanese", "일본어"), ["zh"] = new("Chinese", "중국어"), ["vi"] = new("Vietnamese", "베트남어"),
        ["th"] = new("Thai", "태국어"), ["id"] = new("Indonesian", "인도네시아어"), ["de"] = new("German", "독일어"), ["fr"] = new("French", "프랑스어"), ["es"] = new("Spanish", "스페인어"),
        ["ru"] = new("Russian", "러시아어"), ["ar"] = new("Arabic", "아랍어"), ["hi"] = new("Hindi", "힌디어"), ["mn"] = new("Mongolian", "몽골어"),
        ["it"] = new("Italian", "이탈리아어"), ["pt"] = new("Portuguese", "포르투갈어"), ["nl"] = new("Dutch", "네덜란드어"), ["pl"] = new("Polish", "폴란드어"), ["cs"] = new("Czech", "체코어"),
        ["hu"] = new("Hungarian", "헝가리어"), ["ro"] = new("Romanian", "루마니아어"), ["uk"] = new("Ukrainian", "우크라이나어"), ["sv"] = new("Swedish", "스웨덴어"), ["da"] = new("Danish", "덴마크어"),
        ["fi"] = new("Finnish", "핀란드어"), ["et"] = new("Estonian", "에스토니아어"), ["lv"] = new("Latvian", "라트비아어"), ["sl"] = new("Slovenian", "슬로베니아어"), ["is"] = new("Icelandic", "아이슬란드어"),
        ["el"] = new("Greek", "그리스어"), ["tr"] = new("Turkish", "튀르키예어"), ["he"] = new("Hebrew", "히브리어"), ["fa"] = new("Persian", "페르시아어"), ["bg"] = new("Bulgarian", "불가리아어"),
        ["ms"] = new("Malay", "말레이어"), ["fil"] = new("Filipino", "필리핀어"), ["km"] = new("Khmer", "크메르어"), ["my"] = new("Burmese", "미얀마어"), ["ne"] = new("Nepali", "네팔어"),
        ["ta"] = new("Tamil", "타밀어"), ["bn"] = new("Bengali", "벵골어"), ["ur"] = new("Urdu", "우르두어"), ["uz"] = new("Uzbek", "우즈베크어"), ["kk"] = new("Kazakh", "카자흐어"),
        ["sw"] = new("Swahili", "스와힐리어"), ["zu"] = new("Zulu", "줄루어"), ["ca"] = new("Catalan", "카탈루냐어"), ["cy"] = new("Welsh", "웨일스어"),
        ["cmn"] = new("Mandarin Chinese", "표준 중국어"), ["yue"] = new("Cantonese", "광둥어"), ["zh-CN"] = new("Chinese (China)", "중국어(중국)"), ["zh-TW"] = new("Chinese (Taiwan)", "중국어(대만)"),
        ["und"] = new("undetermined language", "알 수 없는 언어"), ["mul"] = new("several languages", "여러 언어"), ["kvk"] = new("Korean Sign Language", "한국 수어"),
    };

    private static readonly Dictionary<string, Words> Media = new(StringComparer.Ordinal)
    {
        ["text"] = new("text", "텍스트"), ["image"] = new("images", "이미지"), ["audio"] = new("audio", "음성"), ["video"] = new("video", "영상"),
    };

    private static readonly Dictionary<string, Words> Purposes = new(StringComparer.Ordinal)
    {
        ["research"] = new("research", "연구"), ["commercial"] = new("commercial use", "영리 이용"), ["non-commercial"] = new("non-commercial use", "비영리 이용"),
        ["education"] = new("education", "교육"), ["public-interest"] = new("the public interest", "공익"), ["government"] = new("government", "공공 행정"),
    };

    private static readonly Dictionary<string, Words> UnitNames = new(StringComparer.Ordinal)
    {
        ["documents"] = new("documents", "건의 문서"), ["hours"] = new("hours", "시간"), ["images"] = new("images", "장의 이미지"), ["tokens"] = new("tokens", "토큰"),
        ["copies"] = new("copies", "부"), ["times"] = new("times", "회"), ["runs"] = new("runs", "회의 학습"), ["KRW"] = new("KRW", "원"), ["USD"] = new("USD", "미국 달러"), ["EUR"] = new("EUR", "유로"), ["JPY"] = new("JPY", "엔"),
    };

    /// <summary>The words of a value under a left operand; null where none are known.</summary>
    public static string? Of(string operand, string value, Language language)
    {
        Dictionary<string, Words>? words = operand switch
        {
            ShortForm.Operands.Language => Languages,
            ShortForm.Operands.Media => Media,
            ShortForm.Operands.Purpose => Purposes,
            _ => null,
        };
        string name = value.StartsWith(Published.Purposes.Prefix, StringComparison.Ordinal) ? value[Published.Purposes.Prefix.Length..] : value;
        return words?.GetValueOrDefault(name)?.In(language);
    }

    /// <summary>A Korean unit after a number: apart where the number ends in a word, as in <c>10만 건</c>.</summary>
    public static string Spaced(string number, string unit) => char.IsAsciiDigit(number[^1]) ? number + unit : $"{number} {unit}";

    /// <summary>A number with its unit.</summary>
    public static string Counted(string number, string? unit, Language language)
    {
        string? words = unit is null ? null : UnitNames.GetValueOrDefault(unit)?.In(language);
        return unit is null ? number : language == Language.Korean && words is not null ? Spaced(number, words) : $"{number} {words ?? unit}";
    }
}
