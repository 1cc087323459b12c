using DataCatalog.Core.Common;

namespace DataCatalog.Server.Hosting.Errors;

/// <summary>Errors that only the service's edge can make.</summary>
public static class ApiErrors
{
    /// <summary>No key, or one that does not open.</summary>
    public static readonly ErrorCode Unauthorized = new("unauthorized", ErrorKind.Forbidden,
        "Send a valid API key in X-Api-Key, as a Bearer token, or as the password of Basic authentication.",
        "유효한 API 키를 X-Api-Key 헤더, Bearer 토큰 또는 Basic 인증의 비밀번호로 보내세요.");

    /// <summary>A key that was entered on the sign-in page and opens nothing.</summary>
    public static readonly ErrorCode KeyDoesNotOpen = new("key-does-not-open", ErrorKind.Forbidden,
        "This key does not open: it was mistyped, revoked or has ended. Ask your administrator for another.", "이 키로는 로그인할 수 없습니다. 잘못 입력했거나 회수되었거나 만료되었습니다. 관리자에게 새 키를 요청하세요.");

    /// <summary>A form that the page does not hold, or whose token is of another session.</summary>
    public static readonly ErrorCode FormExpired = new("form-expired", ErrorKind.Malformed,
        "The form was sent from a page that is too old; go back, load the page anew and send it again.", "오래된 화면에서 보낸 양식입니다. 뒤로 가서 화면을 새로 고친 뒤 다시 보내세요.");

    /// <summary>A person whom the provider knows and the registry gives nothing.</summary>
    public static readonly ErrorCode NoRole = new("no-role", ErrorKind.Forbidden,
        "You signed in, but hold no role in this registry, or your consortium is not named. Ask your administrator.", "로그인했지만 이 등록부에서 맡은 역할이 없거나 소속 컨소시엄이 지정되지 않았습니다. 관리자에게 문의하세요.");

    /// <summary>The provider's sign-in broke off.</summary>
    public static readonly ErrorCode SignInFailed = new("sign-in-failed", ErrorKind.Forbidden,
        "The sign-in was broken off; try again.", "로그인이 완료되지 않았습니다. 다시 시도하세요.");

    /// <summary>No such address.</summary>
    public static readonly ErrorCode NoSuchAddress = new("no-such-address", ErrorKind.NotFound,
        "There is nothing at this address that you may see; /odata/$metadata lists what there is.",
        "이 주소에는 볼 수 있는 것이 없습니다. /odata/$metadata에 제공되는 항목이 있습니다.");

    /// <summary>The address does not take this method.</summary>
    public static readonly ErrorCode MethodNotAllowed = new("method-not-allowed", ErrorKind.Malformed,
        "This address does not take {0}.", "이 주소는 {0} 메서드를 받지 않습니다.");

    /// <summary>The body is not JSON.</summary>
    public static readonly ErrorCode MalformedJson = new("malformed-json", ErrorKind.Malformed,
        "The body is not well-formed JSON in UTF-8 (line {0}, byte {1}); mend it there.", "본문이 올바른 UTF-8 JSON이 아닙니다({0}행, {1}바이트). 그 위치를 고치세요.");

    /// <summary>A property that the type does not offer for writing.</summary>
    public static readonly ErrorCode UnknownProperty = new("unknown-property", ErrorKind.Malformed,
        "'{0}' is not a property that can be written here; leave it out.", "'{0}'은(는) 여기에 쓸 수 있는 속성이 아닙니다. 빼고 보내세요.");

    /// <summary>A value of another type.</summary>
    public static readonly ErrorCode WrongType = new("wrong-type", ErrorKind.Malformed,
        "The value of '{0}' is not of the right type; see /odata/$metadata.", "'{0}' 값의 형식이 다릅니다. /odata/$metadata를 확인하세요.");

    /// <summary>A body of another media type.</summary>
    public static readonly ErrorCode UnsupportedMediaType = new("unsupported-media-type", ErrorKind.Malformed,
        "Send the body as application/json.", "본문을 application/json으로 보내세요.");

    /// <summary>A query that cannot be read or is not offered.</summary>
    public static readonly ErrorCode BadQuery = new("bad-query", ErrorKind.Malformed,
        "The query cannot be answered: {0}", "질의를 처리할 수 없습니다: {0}");

    /// <summary>A query over a limit.</summary>
    public static readonly ErrorCode QueryTooComplex = new("query-too-complex", ErrorKind.Malformed,
        "The query is over a limit: {0}; make it simpler.", "질의가 한도를 넘었습니다: {0}. 더 단순하게 바꾸세요.");

    /// <summary>A page link that was changed or is of another query.</summary>
    public static readonly ErrorCode BadSkipToken = new("bad-skiptoken", ErrorKind.Malformed,
        "The $skiptoken does not belong to this query; start from the first page.", "$skiptoken이 이 질의의 것이 아닙니다. 첫 페이지부터 다시 시작하세요.");

    /// <summary>A header that cannot be read.</summary>
    public static readonly ErrorCode BadHeader = new("bad-header", ErrorKind.Malformed,
        "The header '{0}' is not valid: {1}", "헤더 '{0}'이(가) 올바르지 않습니다: {1}");

    /// <summary>A body over the limit.</summary>
    public static readonly ErrorCode BodyTooLarge = new("body-too-large", ErrorKind.TooLarge,
        "The body is larger than {0} bytes; send less, or use /import.", "본문이 {0}바이트보다 큽니다. 줄이거나 /import를 쓰세요.");

    /// <summary>A URL over the limit.</summary>
    public static readonly ErrorCode UrlTooLong = new("url-too-long", ErrorKind.Malformed,
        "The URL is longer than {0} bytes; shorten the query.", "URL이 {0}바이트보다 깁니다. 질의를 줄이세요.");

    /// <summary>Too many requests.</summary>
    public static readonly ErrorCode TooManyRequests = new("too-many-requests", ErrorKind.Unavailable,
        "This key has sent too many requests; wait a second.", "이 키의 요청이 너무 많습니다. 잠시 뒤에 다시 시도하세요.");

    /// <summary>The answer took too long.</summary>
    public static readonly ErrorCode TimedOut = new("timed-out", ErrorKind.Unavailable,
        "The answer took longer than {0} seconds and was given up; narrow the query.", "응답이 {0}초를 넘어 중단되었습니다. 질의 범위를 좁히세요.");

    /// <summary>Search cannot answer.</summary>
    public static readonly ErrorCode SearchUnavailable = new("search-unavailable", ErrorKind.Unavailable,
        "Search cannot answer just now; other reads go on. Try again in a few seconds.", "지금은 검색할 수 없습니다. 다른 조회는 가능합니다. 몇 초 뒤에 다시 시도하세요.");

    /// <summary>A second instance beside an index that is not shared.</summary>
    public static readonly ErrorCode IndexNotShared = new("index-not-shared", ErrorKind.Start,
        "Another instance uses this database, and the embedded search index belongs to one alone. Set up Elasticsearch for several instances, or stop the other one first.",
        "다른 인스턴스가 이 데이터베이스를 사용하고 있으며, 내장 검색 색인은 한 인스턴스만 쓸 수 있습니다. 여러 인스턴스에는 Elasticsearch를 설정하거나, 다른 인스턴스를 먼저 멈추세요.");

    /// <summary>The database has no room left.</summary>
    public static readonly ErrorCode DiskFull = new("disk-full", ErrorKind.Unavailable,
        "The registry has no room left to write; reads go on. Tell its operator.", "저장 공간이 부족하여 기록할 수 없습니다. 조회는 가능합니다. 운영자에게 알려 주세요.");

    /// <summary>A fault of the service.</summary>
    public static readonly ErrorCode Internal = new("internal-error", ErrorKind.Unavailable,
        "The registry failed to answer; tell its operator the request id.", "처리하지 못했습니다. 운영자에게 요청 번호를 알려 주세요.");

    /// <summary>A batch that holds what it must not.</summary>
    public static readonly ErrorCode BadBatch = new("bad-batch", ErrorKind.Malformed,
        "The batch cannot be run: {0}", "배치를 실행할 수 없습니다: {0}");

    /// <summary>A part of a batch that needs one that failed.</summary>
    public static readonly ErrorCode FailedDependency = new("failed-dependency", ErrorKind.Conflict,
        "This was not done because part '{0}' of the batch, on which it depends, failed; mend that part and send both again.",
        "배치에서 이 요청이 의존하는 '{0}' 부분이 실패하여 실행하지 않았습니다. 그 부분을 고쳐 함께 다시 보내세요.");

    /// <summary>A key that stands for another request.</summary>
    public static readonly ErrorCode IdempotencyKeyReused = new("idempotency-key-reused", ErrorKind.Rule,
        "The Idempotency-Key was sent before with another request; give each request a key of its own.", "이 Idempotency-Key는 다른 요청에 이미 쓰였습니다. 요청마다 다른 키를 쓰세요.");

    /// <summary>The same request runs.</summary>
    public static readonly ErrorCode IdempotencyInProgress = new("idempotency-in-progress", ErrorKind.Conflict,
        "A request with this Idempotency-Key is being answered; send it again in a second to get its answer.", "이 Idempotency-Key의 요청을 처리하고 있습니다. 잠시 뒤 다시 보내면 그 응답을 받습니다.");

    /// <summary>A delta link that was changed or is of another query or caller.</summary>
    public static readonly ErrorCode BadDeltaToken = new("bad-deltatoken", ErrorKind.Malformed,
        "The $deltatoken does not belong to this query and key; read the set anew with 'Prefer: odata.track-changes'.",
        "$deltatoken이 이 질의와 키의 것이 아닙니다. 'Prefer: odata.track-changes'로 집합을 처음부터 다시 읽으세요.");
}
