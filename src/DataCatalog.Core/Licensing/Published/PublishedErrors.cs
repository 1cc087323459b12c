using DataCatalog.Core.Common;

namespace DataCatalog.Core.Licensing.Published;

/// <summary>Errors of licence expressions and of readings.</summary>
public static class PublishedErrors
{
    /// <summary>No licence where one must stand.</summary>
    public static readonly ErrorCode LicenceExpected = new("licence-expected", ErrorKind.Malformed,
        "At character {0} of the licence expression a licence identifier or '(' must stand, not '{1}'.", "라이선스 식의 {0}번째 글자에는 '{1}'이(가) 아니라 라이선스 식별자나 '('가 와야 합니다.");

    /// <summary>No operator where one must stand.</summary>
    public static readonly ErrorCode OperatorExpected = new("licence-operator-expected", ErrorKind.Malformed,
        "At character {0} of the licence expression AND, OR, WITH or the end must stand, not '{1}'; write operators in capitals, and '+' without a space.",
        "라이선스 식의 {0}번째 글자에는 '{1}'이(가) 아니라 AND, OR, WITH 또는 끝이 와야 합니다. 연산자는 대문자로, '+'는 띄지 말고 쓰세요.");

    /// <summary>A parenthesis without its mate.</summary>
    public static readonly ErrorCode ParenthesisUnmatched = new("licence-parenthesis-unmatched", ErrorKind.Malformed,
        "The parenthesis at character {0} of the licence expression has no mate; close it or take it out.", "라이선스 식의 {0}번째 글자에 있는 괄호의 짝이 없습니다. 닫거나 지우세요.");

    /// <summary>A character that no expression holds.</summary>
    public static readonly ErrorCode CharacterUnknown = new("licence-character", ErrorKind.Malformed,
        "Character {0} of the licence expression, '{1}', is not allowed; identifiers are made of letters, digits, '-' and '.'.",
        "라이선스 식의 {0}번째 글자 '{1}'은(는) 쓸 수 없습니다. 식별자는 영문자, 숫자, '-', '.'로 씁니다.");

    /// <summary>An identifier that is not on the list.</summary>
    public static readonly ErrorCode LicenceUnknown = new("licence-unknown", ErrorKind.Malformed,
        "'{1}' at character {0} is not on the SPDX licence list; check its spelling, or write LicenseRef- before your own name for it.",
        "{0}번째 글자의 '{1}'은(는) SPDX 라이선스 목록에 없습니다. 철자를 확인하거나 자체 이름 앞에 LicenseRef-를 붙이세요.");

    /// <summary>An exception that is not on the list.</summary>
    public static readonly ErrorCode AdditionUnknown = new("licence-addition-unknown", ErrorKind.Malformed,
        "'{1}' at character {0} is not an exception of the SPDX list; check its spelling, or write AdditionRef- before your own name for it.",
        "{0}번째 글자의 '{1}'은(는) SPDX 예외 목록에 없습니다. 철자를 확인하거나 자체 이름 앞에 AdditionRef-를 붙이세요.");

    /// <summary>An expression beyond a limit.</summary>
    public static readonly ErrorCode ExpressionTooLarge = new("licence-expression-too-large", ErrorKind.TooLarge,
        "The licence expression passes a limit: {0} characters, {1} licences, {2} levels of parentheses, {3} choices; write it shorter.",
        "라이선스 식이 한도를 넘습니다: 글자 {0}개, 라이선스 {1}개, 괄호 {2}단계, 선택지 {3}개. 더 짧게 쓰세요.");

    /// <summary>An override of what a licence says in so many words.</summary>
    public static readonly ErrorCode NotAnInterpretation = new("reading-not-interpretation", ErrorKind.Rule,
        "'{1}' of {0} is said by the licence itself; only readings marked as interpretations can be overridden.", "{0}의 '{1}'은(는) 라이선스가 직접 정한 것입니다. 해석으로 표시된 것만 바꿀 수 있습니다.");

    /// <summary>A licence without ready-made terms.</summary>
    public static readonly ErrorCode ReadingUnknown = new("reading-unknown", ErrorKind.Rule,
        "There is no reading of '{0}' to override; register terms for it instead.", "'{0}'에는 바꿀 수 있는 해석이 없습니다. 대신 조건을 등록하세요.");

    /// <summary>A grant to named recipients without their name.</summary>
    public static readonly ErrorCode RecipientsMissing = new("licence-recipients-missing", ErrorKind.Rule,
        "'{0}' holds for named recipients only; say for whom, as in urn:programme:KEY.", "'{0}'은(는) 정해진 대상에게만 적용됩니다. urn:programme:KEY처럼 대상을 적으세요.");
}
