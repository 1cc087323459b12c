using DataCatalog.Core.Common;
using DataCatalog.Core.Licensing.UseCheck;

namespace DataCatalog.Core.Licensing.ShortForm;

/// <summary>What the short form expects, in words.</summary>
internal static class Expectations
{
    public static readonly LocalizedText TheEnd = Of("the end", "끝");
    public static readonly LocalizedText Statement = Of("a statement: permit, forbid, owe, conflict, type or inherits", "문장의 시작(permit, forbid, owe, conflict, type, inherits)");
    public static readonly LocalizedText Rule = Of("at least one rule: permit, forbid or owe", "하나 이상의 규칙(permit, forbid, owe)");
    public static readonly LocalizedText Part = Of(
        "the end of the statement (';' or a new line), or a part of it such as of, for, in, from, until, provided or (article …)",
        "문장의 끝(';' 또는 새 줄)이나 of, for, in, from, until, provided, (article …) 같은 구성 요소");

    public static readonly LocalizedText Condition = Of(
        "a condition: in, from, until, before, after, within, every, purpose, media, language, industry, to, released, phase, model size, up to, either or where",
        "조건(in, from, until, before, after, within, every, purpose, media, language, industry, to, released, phase, model size, up to, either, where)");

    public static readonly LocalizedText SetCondition = Of("what 'not' can precede: in, purpose, media, language, industry, to or released", "not 뒤에 올 수 있는 것(in, purpose, media, language, industry, to, released)");
    public static readonly LocalizedText Action = Of("an action as in train, or an IRI in angle brackets", "train 같은 행위 또는 꺾쇠괄호 속의 IRI");
    public static readonly LocalizedText Operand = Of("a left operand as in purpose, or an IRI in angle brackets", "purpose 같은 왼쪽 피연산자 또는 꺾쇠괄호 속의 IRI");
    public static readonly LocalizedText Target = Of("dataset KEY, agreement NUMBER, all in <IRI> or <IRI>", "dataset KEY, agreement NUMBER, all in <IRI> 또는 <IRI>");
    public static readonly LocalizedText Party = Of(
        "consortium KEY, members of consortium KEY, organisation KEY, programme KEY, all in <IRI>, <IRI> or anyone",
        "consortium KEY, members of consortium KEY, organisation KEY, programme KEY, all in <IRI>, <IRI> 또는 anyone");

    public static readonly LocalizedText Key = Of("a key of lower-case letters, digits and hyphens", "소문자, 숫자, 하이픈으로 된 키");
    public static readonly LocalizedText Name = Of("a name, or words in double quotes", "이름 또는 큰따옴표 속의 글");
    public static readonly LocalizedText QuotedWords = Of("words in double quotes", "큰따옴표 속의 글");
    public static readonly LocalizedText Iri = Of("an IRI in angle brackets as in <https://example.org/x>", "<https://example.org/x> 같은 꺾쇠괄호 속의 IRI");
    public static readonly LocalizedText Value = Of("a value: a number, date, duration, word, words in double quotes or <IRI>", "값(수, 날짜, 기간, 낱말, 큰따옴표 속의 글 또는 <IRI>)");
    public static readonly LocalizedText Territory = Of("a territory of ISO 3166-1 in capitals, as in KR", "KR 같은 ISO 3166-1 지역 부호(대문자)");
    public static readonly LocalizedText LanguageTag = Of("a language tag of BCP 47, as in ko", "ko 같은 BCP 47 언어 태그");
    public static readonly LocalizedText Day = Of("a date as in 2027-12-31, or an instant with its zone as in 2027-12-31T18:00:00+09:00", "2027-12-31 같은 날짜 또는 2027-12-31T18:00:00+09:00 같은 시간대가 있는 시각");
    public static readonly LocalizedText Event = Of("start, end, a date or an instant with its zone", "start, end, 날짜 또는 시간대가 있는 시각");
    public static readonly LocalizedText Duration = Of("a duration of ISO 8601, as in P30D or P1Y", "P30D, P1Y 같은 ISO 8601 기간");
    public static readonly LocalizedText Number = Of("a number without commas, as in 100000 or 70 billion", "100000이나 70 billion처럼 쉼표 없이 쓴 수");
    public static readonly LocalizedText Percentage = Of("a percentage from 0 to 100", "0에서 100 사이의 백분율");
    public static readonly LocalizedText Currency = Of("a currency of ISO 4217, as in KRW", "KRW 같은 ISO 4217 통화");
    public static readonly LocalizedText Comparison = Of("a comparison: =, !=, <, <=, > or >=", "비교 기호(=, !=, <, <=, >, >=)");
    public static readonly LocalizedText Operator = Of(
        "an operator: =, !=, <, <=, >, >=, isA, isPartOf, hasPart, isAnyOf, isAllOf or isNoneOf",
        "연산자(=, !=, <, <=, >, >=, isA, isPartOf, hasPart, isAnyOf, isAllOf, isNoneOf)");

    public static readonly LocalizedText DutyBefore = Of("a duty that comes before the use: " + DutyOrder.Names, "이용에 앞서는 의무(" + DutyOrder.Names + ")");
    public static readonly LocalizedText DutyAfter = Of("a duty that follows the use, as in attribute; one that comes before it stands after 'first'", "attribute처럼 이용에 뒤따르는 의무(앞서는 의무는 first 뒤에 씁니다)");
    public static readonly LocalizedText Strategy = Of("permit, prohibit or invalid", "permit, prohibit 또는 invalid");
    public static readonly LocalizedText Kind = Of("set, offer, agreement, request, assertion, privacy or ticket", "set, offer, agreement, request, assertion, privacy 또는 ticket");
    public static readonly LocalizedText OnlyOnce = Of("it only once", "한 번만 쓴 항목");
    public static readonly LocalizedText OfPermission = Of("a part of a permission only in one", "허용 문장이 아닌 문장의 구성 요소");
    public static readonly LocalizedText OfOther = Of("'else' only in forbid and owe", "else는 forbid와 owe에만 쓰는 구성");
    public static readonly LocalizedText Alternatives = Of("two alternatives at least, with 'or' between them", "or로 이은 둘 이상의 조건");
    public static readonly LocalizedText SafeCharacter = Of("visible characters and spaces", "보이는 글자와 빈칸");
    public static readonly LocalizedText EndOfQuote = Of("a double quote that ends the words on the same line", "같은 줄에서 글을 닫는 큰따옴표");
    public static readonly LocalizedText Escape = Of("one of \\\" \\\\ \\n \\t after the backslash", "역빗금 뒤의 \\\" \\\\ \\n \\t 가운데 하나");
    public static readonly LocalizedText EndOfIri = Of("an IRI without spaces, closed by '>'", "빈칸 없이 '>'로 닫은 IRI");
    public static readonly LocalizedText JsonObject = Of("an object", "객체");
    public static readonly LocalizedText JsonList = Of("a list with one entry at least", "항목이 하나 이상인 목록");
    public static readonly LocalizedText JsonText = Of("a text", "문자열");
    public static readonly LocalizedText True = Of("true or false", "true 또는 false");

    /// <summary>Exactly this word or sign.</summary>
    public static LocalizedText Exactly(string word) => Of($"'{word}'", $"'{word}'");

    /// <summary>One of these names.</summary>
    public static LocalizedText OneOf(IEnumerable<string> names)
    {
        string all = string.Join(", ", names);
        return Of("one of: " + all, "다음 가운데 하나: " + all);
    }

    private static LocalizedText Of(string en, string ko) => LocalizedText.Of(ko, en, nameof(Expectations), int.MaxValue);
}
