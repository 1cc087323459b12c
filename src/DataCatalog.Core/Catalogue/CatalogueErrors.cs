using DataCatalog.Core.Common;

namespace DataCatalog.Core.Catalogue;

/// <summary>Errors of the catalogue.</summary>
public static class CatalogueErrors
{
    /// <summary>A published version cannot change.</summary>
    public static readonly ErrorCode VersionImmutable = new("version-immutable", ErrorKind.Conflict,
        "Version {0} is published and cannot change; add a new version with the correction.", "버전 {0}은(는) 공개되어 바꿀 수 없습니다. 고친 내용을 새 버전으로 추가하세요.");

    /// <summary>The number is taken within the dataset.</summary>
    public static readonly ErrorCode VersionExists = new("version-exists", ErrorKind.Conflict,
        "The dataset has a version {0} already; choose the next number.", "이 데이터셋에 버전 {0}이(가) 이미 있습니다. 다음 번호를 쓰세요.");

    /// <summary>A version without a complete distribution.</summary>
    public static readonly ErrorCode NoDistribution = new("no-distribution", ErrorKind.Rule,
        "Version {0} has no distribution with bytes and SHA-256; add one before publishing.", "버전 {0}에 크기와 SHA-256이 있는 배포본이 없습니다. 공개하기 전에 추가하세요.");

    /// <summary>Nothing to make available.</summary>
    public static readonly ErrorCode NothingPublished = new("nothing-published", ErrorKind.Rule,
        "Dataset '{0}' has no published version; name in 'Version' the one to publish.", "데이터셋 '{0}'에 공개된 버전이 없습니다. 공개할 버전을 'Version'에 적으세요.");

    /// <summary>The step is not possible from where it stands.</summary>
    public static readonly ErrorCode StatusConflict = new("status-conflict", ErrorKind.Conflict,
        "Dataset '{0}' is {1} and cannot become {2}.", "데이터셋 '{0}'의 상태가 {1}이므로 {2}(으)로 바꿀 수 없습니다.");

    /// <summary>A withdrawn dataset does not change.</summary>
    public static readonly ErrorCode Withdrawn = new("dataset-withdrawn", ErrorKind.Conflict,
        "Dataset '{0}' is withdrawn and cannot change; register a new one.", "데이터셋 '{0}'은(는) 철회되어 바꿀 수 없습니다. 새로 등록하세요.");

    /// <summary>A reference that points at nothing.</summary>
    public static readonly ErrorCode UnknownReference = new("unknown-reference", ErrorKind.Rule,
        "'{0}' names no {1}; use the id of one that exists.", "'{0}'에 해당하는 {1}이(가) 없습니다. 있는 항목의 식별자를 쓰세요.");
}
