using DataCatalog.Core.Common;

namespace DataCatalog.Core.Licensing.ShortForm;

/// <summary>Errors of terms in short form.</summary>
public static class ShortFormErrors
{
    /// <summary>Something else was expected there.</summary>
    public static readonly ErrorCode Syntax = new("short-form-syntax", ErrorKind.Rule,
        "The short form cannot be read at {0}: expected {1}, but found {2}.", "간단 표기를 {0}에서 읽을 수 없습니다. {1}이(가) 와야 하는데 {2}이(가) 있습니다.");

    /// <summary>A name that no vocabulary holds.</summary>
    public static readonly ErrorCode UnknownName = new("short-form-unknown", ErrorKind.Rule,
        "At {0}, '{1}' is not a known {2}; did you mean {3}? Any other is written as an IRI in angle brackets.",
        "{0}에 있는 '{1}'은(는) 알려진 {2}이(가) 아닙니다. 혹시 {3}입니까? 그 밖의 것은 꺾쇠괄호에 IRI로 쓰세요.");

    /// <summary>It is larger than the limit.</summary>
    public static readonly ErrorCode TooLarge = new("short-form-too-large", ErrorKind.Rule,
        "The short form has more than {0} {1}; divide it, or send the terms as ODRL.", "간단 표기의 {1}이(가) {0}개를 넘습니다. 나누어 쓰거나 ODRL로 보내세요.");
}
