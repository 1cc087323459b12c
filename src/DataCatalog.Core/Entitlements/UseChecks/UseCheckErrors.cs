using DataCatalog.Core.Common;

namespace DataCatalog.Core.Entitlements.UseChecks;

/// <summary>Errors of the use-check.</summary>
public static class UseCheckErrors
{
    /// <summary>A member asks for another consortium.</summary>
    public static readonly ErrorCode NotYourConsortium = new("not-your-consortium", ErrorKind.Forbidden,
        "You may ask for your own consortium only; leave 'Consortium' out.", "자신의 컨소시엄에 대해서만 물을 수 있습니다. 'Consortium'을 빼고 보내세요.");

    /// <summary>An action that no vocabulary holds.</summary>
    public static readonly ErrorCode UnknownAction = new("unknown-action", ErrorKind.Rule,
        "'{0}' is not an action that terms can name; use one of {1}, or a full IRI.", "'{0}'은(는) 이용 조건의 행위가 아닙니다. {1} 가운데 하나나 전체 IRI를 쓰세요.");

    /// <summary>A left operand that no vocabulary holds.</summary>
    public static readonly ErrorCode UnknownFact = new("unknown-fact", ErrorKind.Rule,
        "'{0}' is not a fact that terms can ask for; use one of {1}, or a full IRI.", "'{0}'은(는) 이용 조건이 묻는 사실이 아닙니다. {1} 가운데 하나나 전체 IRI를 쓰세요.");

    /// <summary>A fact that the registry knows itself, or that a field of the question gives already.</summary>
    public static readonly ErrorCode FactKnown = new("fact-known", ErrorKind.Rule,
        "'{0}' follows from what the registry knows or from a field of the question; leave it out of the facts.", "'{0}'은(는) 등록된 내용이나 질문의 다른 항목에서 정해집니다. 사실 목록에서 빼세요.");

    /// <summary>A clearance asked of another time than now.</summary>
    public static readonly ErrorCode ClearanceNotNow = new("clearance-not-now", ErrorKind.Rule,
        "A clearance says what is known now of today or a later day; leave 'KnownAt' out and give no earlier 'At'.", "확인서는 지금 아는 대로 오늘이나 이후의 날에 대해 발급합니다. 'KnownAt'을 빼고 지난 'At'을 쓰지 마세요.");

    /// <summary>A day or instant that cannot be read.</summary>
    public static readonly ErrorCode BadInstant = new("bad-instant", ErrorKind.Rule,
        "'{0}' is neither a day as in 2027-03-01 nor an instant with its zone as in 2027-03-01T09:00:00+09:00.", "'{0}'은(는) 2027-03-01 같은 날짜도, 2027-03-01T09:00:00+09:00 같은 시간대가 있는 시각도 아닙니다.");

    /// <summary>A clearance of a mix that is not permitted.</summary>
    public static readonly ErrorCode NotCleared = new("mix-not-permitted", ErrorKind.Conflict,
        "The mix is {0}, so it cannot be cleared; ask CheckMix for the reasons and the datasets to leave out.", "이 조합은 {0}이므로 확인서를 낼 수 없습니다. CheckMix로 이유와 뺄 데이터셋을 확인하세요.");

    /// <summary>A dataset of which nothing is published.</summary>
    public static readonly ErrorCode NoPublishedVersion = new("no-published-version", ErrorKind.Conflict,
        "Dataset '{0}' has no published version with a SHA-256; publish one before it is cleared.", "데이터셋 '{0}'에 SHA-256이 있는 공개 버전이 없습니다. 먼저 공개하세요.");

    /// <summary>No key signs clearances yet.</summary>
    public static readonly ErrorCode NoClearanceKey = new("no-clearance-key", ErrorKind.Conflict,
        "There is no key to sign clearances with; a programme administrator makes one with 'catalog keys rotate'.", "확인서에 서명할 키가 없습니다. 사업 관리자가 'catalog keys rotate'로 만들어야 합니다.");

    /// <summary>The private key is not where it should be.</summary>
    public static readonly ErrorCode ClearanceKeyLost = new("clearance-key-lost", ErrorKind.Unavailable,
        "The private key of clearances cannot be read on this server; restore it, or make a new one with 'catalog keys rotate'.", "이 서버에서 확인서 서명 키를 읽을 수 없습니다. 복구하거나 'catalog keys rotate'로 새로 만드세요.");

    /// <summary>A recorded decision whose terms are gone.</summary>
    public static readonly ErrorCode TermsLost = new("recorded-terms-lost", ErrorKind.Conflict,
        "The terms with SHA-256 {0}, by which this was decided, cannot be found or do not match their hash.", "이 결정에 쓰인 SHA-256 {0} 조건을 찾을 수 없거나 해시와 맞지 않습니다.");

    /// <summary>A search by rights on a day that is past.</summary>
    public static readonly ErrorCode PastDay = new("day-is-past", ErrorKind.Rule,
        "{0} is past; search by rights on today or a later day, and ask CheckUse about days before.", "{0}은(는) 지난 날입니다. 오늘이나 이후의 날로 검색하고, 지난 날은 CheckUse로 물으세요.");
}
