using DataCatalog.Core.Common;

namespace DataCatalog.Core.Entitlements;

/// <summary>Errors of programmes, consortia and entitlements.</summary>
public static class EntitlementErrors
{
    /// <summary>The dataset is not available.</summary>
    public static readonly ErrorCode NotAvailable = new("dataset-not-available", ErrorKind.Rule,
        "Dataset '{0}' is {1}; only an available dataset can be granted.", "데이터셋 '{0}'의 상태가 {1}입니다. 이용 가능한 데이터셋만 허락할 수 있습니다.");

    /// <summary>The agreement does not cover the dataset.</summary>
    public static readonly ErrorCode NotCovered = new("dataset-not-covered", ErrorKind.Rule,
        "Agreement '{0}' does not cover dataset '{1}'; add the dataset to it or choose another.", "계약 '{0}'이(가) 데이터셋 '{1}'을(를) 포함하지 않습니다. 계약에 추가하거나 다른 계약을 고르세요.");

    /// <summary>The agreement is not signed by the first day.</summary>
    public static readonly ErrorCode NotSigned = new("agreement-not-signed", ErrorKind.Rule,
        "Agreement '{0}' is not signed by {1}; record its signature, or choose a later first day.", "계약 '{0}'은(는) {1}까지 서명되지 않았습니다. 서명일을 기록하거나 시작일을 늦추세요.");

    /// <summary>The agreement was terminated, or another took its place.</summary>
    public static readonly ErrorCode AgreementOver = new("agreement-over", ErrorKind.Rule,
        "Agreement '{0}' was terminated or superseded and gives no new rights; choose the agreement that is in force.", "계약 '{0}'은(는) 해지되었거나 다른 계약으로 대체되어 새로 허락할 수 없습니다. 유효한 계약을 고르세요.");

    /// <summary>The consortium has left.</summary>
    public static readonly ErrorCode ConsortiumEnded = new("consortium-ended", ErrorKind.Rule,
        "Consortium '{0}' left the programme as of {1}; nothing can be granted to it, asked by it or ended for it after that day.", "컨소시엄 '{0}'은(는) {1}자로 사업을 떠났으므로 그 뒤로는 허락, 요청, 종료를 할 수 없습니다.");

    /// <summary>It was revoked before.</summary>
    public static readonly ErrorCode Revoked = new("entitlement-revoked", ErrorKind.Conflict,
        "The entitlement was revoked as of {0}; grant a new one instead.", "이 이용권은 {0}자로 회수되었습니다. 새로 허락하세요.");

    /// <summary>The same right stands for some of the days.</summary>
    public static readonly ErrorCode Overlaps = new("entitlement-overlaps", ErrorKind.Conflict,
        "The consortium holds this right already on some of these days; choose other days, or revoke that entitlement first.",
        "이 컨소시엄은 그 기간의 일부에 이미 같은 이용권이 있습니다. 다른 기간을 고르거나 기존 이용권을 먼저 회수하세요.");

    /// <summary>The caller's consortium has left.</summary>
    public static readonly ErrorCode YouLeft = new("consortium-left", ErrorKind.Forbidden,
        "Your consortium has left the programme; you see its own history and what it owes.", "소속 컨소시엄이 사업을 떠났으므로 자체 이력과 남은 의무만 볼 수 있습니다.");

    /// <summary>It has not left.</summary>
    public static readonly ErrorCode ConsortiumActive = new("consortium-active", ErrorKind.Conflict,
        "Consortium '{0}' is still in the programme; there is no ending to take back.", "컨소시엄 '{0}'은(는) 아직 사업에 참여하고 있어 되돌릴 종료가 없습니다.");

    /// <summary>The entitlement asks for no acceptance.</summary>
    public static readonly ErrorCode NothingToAccept = new("nothing-to-accept", ErrorKind.Conflict,
        "The entitlement holds without an acceptance; there is nothing to accept.", "이 이용권은 동의 없이 유효하므로 동의할 것이 없습니다.");

    /// <summary>Other conditions than those that hold.</summary>
    public static readonly ErrorCode OtherConditions = new("other-conditions", ErrorKind.Rule,
        "Those are not the conditions that hold now; read them again and send their hash {0}.", "현재 유효한 조건이 아닙니다. 조건을 다시 읽고 해시 {0}을(를) 보내세요.");

    /// <summary>The terms forbid what would be granted.</summary>
    public static readonly ErrorCode TermsForbid = new("terms-forbid", ErrorKind.Rule,
        "The terms of '{0}' do not allow '{1}' with dataset '{2}': {3}", "'{0}'의 조건에 따라 데이터셋 '{2}'에 '{1}'을(를) 할 수 없습니다: {3}");

    /// <summary>No agreement by which it could be granted.</summary>
    public static readonly ErrorCode NoAgreement = new("no-agreement", ErrorKind.Rule,
        "No signed agreement that is still in force covers dataset '{0}'; conclude one, or grant the others.", "서명되어 유효한 계약 가운데 데이터셋 '{0}'을(를) 포함하는 것이 없습니다. 계약을 맺거나 나머지만 허락하세요.");

    /// <summary>More than was asked for.</summary>
    public static readonly ErrorCode WiderThanAsked = new("wider-than-asked", ErrorKind.Rule,
        "'{0}' goes beyond what the request asks for; grant that or less.", "'{0}'이(가) 요청한 범위를 넘습니다. 요청한 만큼이거나 그보다 좁게 허락하세요.");

    /// <summary>An agreement without rules.</summary>
    public static readonly ErrorCode NoTerms = new("no-terms", ErrorKind.Conflict,
        "Agreement '{0}' has no terms yet, so there are no conditions to accept; record its terms first.", "계약 '{0}'에 등록된 조건이 없어 동의할 내용이 없습니다. 먼저 조건을 등록하세요.");

    /// <summary>The request is not at a stage for this.</summary>
    public static readonly ErrorCode RequestStage = new("request-stage", ErrorKind.Conflict,
        "The request is {0}; this can be done while it is {1}.", "요청의 상태가 {0}입니다. 이 작업은 {1} 상태에서 할 수 있습니다.");

    /// <summary>A run that another of that id differs from.</summary>
    public static readonly ErrorCode RunDiffers = new("run-differs", ErrorKind.Conflict,
        "Run '{0}' is registered with other datasets, another model or another start; give this run an id of its own.", "실행 '{0}'은(는) 다른 데이터셋, 모델, 시작 시각으로 이미 등록되어 있습니다. 이 실행에 다른 번호를 주세요.");

    /// <summary>A run that has not begun.</summary>
    public static readonly ErrorCode RunAhead = new("run-ahead", ErrorKind.Rule,
        "The run starts at {0}, which lies ahead; register it when it starts.", "실행 시작 시각 {0}이(가) 아직 오지 않았습니다. 시작한 뒤에 등록하세요.");

    /// <summary>A dataset version that is not there.</summary>
    public static readonly ErrorCode UnknownVersion = new("unknown-version", ErrorKind.Rule,
        "There is no published version '{0}' of a dataset that you may see; write it as key@version.", "볼 수 있는 데이터셋의 공개 버전 '{0}'이(가) 없습니다. 키@버전 형식으로 쓰세요.");

    /// <summary>A rate that is missing.</summary>
    public static readonly ErrorCode RateExists = new("rate-exists", ErrorKind.Conflict,
        "A rate of {0} to {1} for {2} is recorded already; record another day's.", "{2}의 {0}/{1} 환율이 이미 기록되어 있습니다. 다른 날짜로 기록하세요.");

    /// <summary>More reserved than is there.</summary>
    public static readonly ErrorCode OverBudget = new("over-budget", ErrorKind.Rule,
        "The line has {0} {1} left, less than the {2} {1} asked for; reserve less or choose another line.", "예산 항목의 잔액 {0} {1}이(가) 요청한 {2} {1}보다 적습니다. 금액을 줄이거나 다른 항목을 고르세요.");

    /// <summary>A rate that nobody recorded.</summary>
    public static readonly ErrorCode NoRate = new("no-rate", ErrorKind.Rule,
        "What is left of the line is not known: there is no rate to {0} for {1}; record it in ExchangeRates first.", "예산 항목의 잔액을 알 수 없습니다. {1}에 대한 {0} 환율이 없습니다. 먼저 ExchangeRates에 기록하세요.");
}
