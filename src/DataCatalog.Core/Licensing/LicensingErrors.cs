using DataCatalog.Core.Common;

namespace DataCatalog.Core.Licensing;

/// <summary>Errors of agreements, terms and licences.</summary>
public static class LicensingErrors
{
    /// <summary>The licensor has an agreement of that number.</summary>
    public static readonly ErrorCode DuplicateNumber = new("duplicate-number", ErrorKind.Conflict,
        "The licensor has an agreement '{0}' already; choose another number, or change that one.", "같은 허락자에게 번호가 '{0}'인 계약이 이미 있습니다. 다른 번호를 쓰거나 그 계약을 고치세요.");

    /// <summary>Notice would be due before the start.</summary>
    public static readonly ErrorCode NoticeLongerThanTerm = new("notice-longer-than-term", ErrorKind.Rule,
        "A notice period of {0} is longer than the term; shorten it or lengthen the term.", "통지 기간 {0}이(가) 계약 기간보다 깁니다. 통지 기간을 줄이거나 계약 기간을 늘리세요.");

    /// <summary>Terms that take effect outside the agreement's term.</summary>
    public static readonly ErrorCode OutsideTerm = new("outside-term", ErrorKind.Rule,
        "{0} lies outside the agreement's term; choose a day within it.", "{0}은(는) 계약 기간 밖입니다. 계약 기간 안의 날짜를 고르세요.");

    /// <summary>A dataset that is granted under the agreement cannot leave it.</summary>
    public static readonly ErrorCode DatasetGranted = new("dataset-granted", ErrorKind.Conflict,
        "A consortium holds an entitlement to dataset '{0}' under this agreement; revoke it before taking the dataset out.",
        "이 계약으로 데이터셋 '{0}'의 이용권을 가진 컨소시엄이 있습니다. 데이터셋을 빼기 전에 이용권을 회수하세요.");

    /// <summary>A policy that cannot be read.</summary>
    public static readonly ErrorCode OdrlInvalid = new("odrl-invalid", ErrorKind.Rule,
        "The ODRL policy is not valid at {0}: {1}", "ODRL 정책의 {0} 부분이 올바르지 않습니다: {1}");

    /// <summary>Rules in more than one form.</summary>
    public static readonly ErrorCode SeveralForms = new("terms-in-several-forms", ErrorKind.Rule,
        "Give the rules in one form: as Odrl, Short or ShortForm.", "이용 조건을 Odrl, Short, ShortForm 가운데 한 가지로만 주세요.");

    /// <summary>Terms that permit and prohibit the same and do not say which wins.</summary>
    public static readonly ErrorCode TermsContradict = new("terms-contradict", ErrorKind.Rule,
        "{0} permits what {1} prohibits. Change one of the two, or say which wins: \"conflict\": \"prohibit\" or \"perm\".",
        "{0}에서 허용한 것을 {1}에서 금지합니다. 둘 중 하나를 고치거나 \"conflict\": \"prohibit\" 또는 \"perm\"으로 어느 쪽이 우선하는지 밝히세요.");
}
