namespace DataCatalog.Core.Common;

/// <summary>Errors that any room can raise.</summary>
public static class CommonErrors
{
    /// <summary>The thing asked for is not there, or not for this caller.</summary>
    public static readonly ErrorCode NotFound = new("not-found", ErrorKind.NotFound,
        "There is no {0} '{1}' that you may see.", "볼 수 있는 {0} '{1}'이(가) 없습니다.");

    /// <summary>The caller's roles do not allow the action.</summary>
    public static readonly ErrorCode Forbidden = new("forbidden", ErrorKind.Forbidden,
        "Your roles do not allow this; it needs one of: {0}.", "현재 역할로는 할 수 없습니다. 필요한 역할: {0}.");

    /// <summary>A required value is missing.</summary>
    public static readonly ErrorCode Required = new("required", ErrorKind.Rule,
        "'{0}' is required; give it a value.", "'{0}'은(는) 필수입니다. 값을 입력하세요.");

    /// <summary>Neither language of a translated text was given.</summary>
    public static readonly ErrorCode TranslationMissing = new("translation-missing", ErrorKind.Rule,
        "Give '{0}' in Korean or English, or both.", "'{0}'을(를) 한국어나 영어 가운데 하나 이상으로 입력하세요.");

    /// <summary>The value does not have the form that its kind needs.</summary>
    public static readonly ErrorCode Invalid = new("invalid-value", ErrorKind.Rule,
        "'{0}' is not a valid {1}: {2}", "'{0}'은(는) 올바른 {1}이(가) 아닙니다: {2}");

    /// <summary>The text is longer than the limit.</summary>
    public static readonly ErrorCode TooLong = new("too-long", ErrorKind.Rule,
        "'{0}' is longer than {1} characters; shorten it.", "'{0}'이(가) {1}자를 넘습니다. 줄여 주세요.");

    /// <summary>The text holds control characters.</summary>
    public static readonly ErrorCode ControlCharacter = new("control-character", ErrorKind.Rule,
        "'{0}' holds a control character; remove it.", "'{0}'에 제어 문자가 있습니다. 지워 주세요.");

    /// <summary>An end lies before its start.</summary>
    public static readonly ErrorCode EndBeforeStart = new("end-before-start", ErrorKind.Rule,
        "'{0}' ({1}) lies before '{2}' ({3}); put the dates in order.", "'{0}'({1})이(가) '{2}'({3})보다 앞섭니다. 날짜 순서를 바로잡으세요.");

    /// <summary>A list with more entries than the limit.</summary>
    public static readonly ErrorCode TooMany = new("too-many", ErrorKind.Rule,
        "'{0}' has more than {1} entries; leave some out.", "'{0}'의 항목이 {1}개를 넘습니다. 줄여 주세요.");

    /// <summary>A day that no calendar of the registry's time holds.</summary>
    public static readonly ErrorCode DayOutOfRange = new("day-out-of-range", ErrorKind.Rule,
        "'{0}' ({1}) is not a day between {2} and {3}; correct it.", "'{0}'({1})은(는) {2}부터 {3}까지의 날짜가 아닙니다. 바로잡으세요.");

    /// <summary>The key is taken.</summary>
    public static readonly ErrorCode DuplicateKey = new("duplicate-key", ErrorKind.Conflict,
        "A {0} with the key '{1}' exists already; choose another key, or change that one.",
        "키가 '{1}'인 {0}이(가) 이미 있습니다. 다른 키를 쓰거나 기존 항목을 고치세요.");

    /// <summary>The row has changed since it was read.</summary>
    public static readonly ErrorCode Stale = new("stale-etag", ErrorKind.Stale,
        "It has changed since you read it; read it again and send the new ETag in If-Match.",
        "읽은 뒤에 내용이 바뀌었습니다. 다시 읽고 새 ETag를 If-Match로 보내세요.");

    /// <summary>An update without a precondition.</summary>
    public static readonly ErrorCode IfMatchRequired = new("if-match-required", ErrorKind.PreconditionRequired,
        "Send the ETag that you read in If-Match, so that nobody's change is overwritten.",
        "다른 사람의 변경을 덮어쓰지 않도록 읽은 ETag를 If-Match로 보내세요.");

    /// <summary>The connection broke between the order to commit and its answer.</summary>
    public static readonly ErrorCode OutcomeUnknown = new("outcome-unknown", ErrorKind.Unavailable,
        "The connection to the database broke while this change was being committed: it was made whole, or not at all. Before you send it again, look in a few seconds whether AuditEvents holds the request id {0}, or whether the row's ETag has changed.",
        "변경을 확정하는 동안 데이터베이스 연결이 끊겼습니다. 변경은 전부 반영되었거나 전혀 반영되지 않았습니다. 다시 보내기 전에 몇 초 뒤 AuditEvents에 요청 번호 {0}이(가) 있는지, 또는 행의 ETag가 바뀌었는지 확인하세요.");

    /// <summary>The database is at a later release than the program.</summary>
    public static readonly ErrorCode DatabaseNewer = new("database-newer", ErrorKind.Start,
        "The database was brought to a later release, which made the change {0}; this release does not know it and does not start. Start that release or a later one, or restore a backup made before it.",
        "데이터베이스가 이후 버전의 변경 {0}을(를) 포함합니다. 이 버전은 이를 알지 못하므로 시작하지 않습니다. 그 버전 이상을 시작하거나 이전 백업을 복원하세요.");

    /// <summary>The registry is busy with other writes.</summary>
    public static readonly ErrorCode Busy = new("busy", ErrorKind.Unavailable,
        "The registry is busy with other changes; try again in a few seconds.", "다른 변경을 처리하는 중입니다. 몇 초 뒤에 다시 시도하세요.");
}
