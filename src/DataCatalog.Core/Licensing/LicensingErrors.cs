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

    /// <summary>Periods that overlap, or leave days between them.</summary>
    public static readonly ErrorCode PeriodsApart = new("periods-not-in-a-row", ErrorKind.Rule,
        "The period that begins on {0} does not follow the one before it, which ends on {1}; periods neither overlap nor leave days between them.",
        "{0}에 시작하는 기간이 {1}에 끝나는 앞 기간에 바로 이어지지 않습니다. 기간은 겹치거나 비지 않아야 합니다.");

    /// <summary>Payments beyond what the agreement costs.</summary>
    public static readonly ErrorCode PaymentsOverCommitment = new("payments-over-commitment", ErrorKind.Rule,
        "The payments come to {0} {1}, more than the {2} {1} that the agreement costs; correct a payment, or the price.",
        "지급액 합계 {0} {1}이(가) 계약 금액 {2} {1}을(를) 넘습니다. 지급액이나 계약 금액을 바로잡으세요.");

    /// <summary>Notice after its deadline.</summary>
    public static readonly ErrorCode NoticeLate = new("notice-late", ErrorKind.Rule,
        "Notice had to be given by {0}, so the agreement goes on; give notice for the period that follows, or terminate it.",
        "통지는 {0}까지 해야 했으므로 계약은 계속됩니다. 다음 기간에 대해 통지하거나 계약을 해지하세요.");

    /// <summary>Notice where none is needed.</summary>
    public static readonly ErrorCode NoRenewal = new("no-renewal", ErrorKind.Conflict,
        "The agreement does not renew, so there is nothing to give notice against or to renew; change how it renews first.", "이 계약은 갱신되지 않으므로 통지하거나 갱신할 것이 없습니다. 먼저 갱신 방식을 바꾸세요.");

    /// <summary>Notice was given before.</summary>
    public static readonly ErrorCode NoticeGiven = new("notice-given", ErrorKind.Conflict,
        "Notice was given on {0}: the agreement ends on {1} and is not renewed.", "{0}에 통지하였으므로 이 계약은 {1}에 끝나며 갱신되지 않습니다.");

    /// <summary>No notice was given.</summary>
    public static readonly ErrorCode NoNotice = new("no-notice", ErrorKind.Conflict,
        "No notice was given, so there is none to take back.", "통지한 적이 없으므로 철회할 것이 없습니다.");

    /// <summary>The agreement has ended early, or another took its place.</summary>
    public static readonly ErrorCode AgreementEnded = new("agreement-ended", ErrorKind.Conflict,
        "The agreement was terminated or superseded as of {0}; register a new one instead.", "이 계약은 {0}자로 해지되었거나 대체되었습니다. 새 계약을 등록하세요.");

    /// <summary>An agreement cannot take its own place, nor that of one which takes its.</summary>
    public static readonly ErrorCode SupersededInCircle = new("superseded-in-circle", ErrorKind.Rule,
        "Agreement '{0}' cannot take the place of '{1}': name a later agreement of another number.", "계약 '{0}'은(는) '{1}'을(를) 대체할 수 없습니다. 번호가 다른 이후 계약을 지정하세요.");
}
