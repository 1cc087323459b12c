using DataCatalog.Core.Common;

namespace DataCatalog.Core.Import;

/// <summary>Errors and warnings of imports.</summary>
public static class ImportErrors
{
    /// <summary>The row's form is wrong.</summary>
    public static readonly ErrorCode Malformed = new("row-malformed", ErrorKind.Malformed,
        "The row cannot be read: {0}. Mend it and send the file again; rows that were taken stay unchanged.",
        "행을 읽을 수 없습니다: {0}. 고쳐서 파일을 다시 보내세요. 이미 반영된 행은 그대로 유지됩니다.");

    /// <summary>The row is too large.</summary>
    public static readonly ErrorCode TooLarge = new("row-too-large", ErrorKind.TooLarge,
        "The row is larger than {0} bytes; shorten it or split it.", "행이 {0}바이트를 넘습니다. 줄이거나 나누세요.");

    /// <summary>The row is not UTF-8.</summary>
    public static readonly ErrorCode NotUtf8 = new("row-not-utf8", ErrorKind.Malformed,
        "The row is not valid UTF-8 at byte {0}; save the file as UTF-8.", "{0}번째 바이트부터 올바른 UTF-8이 아닙니다. 파일을 UTF-8로 저장하세요.");

    /// <summary>The file ends within the row.</summary>
    public static readonly ErrorCode Cut = new("row-cut", ErrorKind.Malformed,
        "The file ends within this row; send it again, rows before this one stay.", "이 행 중간에서 파일이 끝났습니다. 다시 보내세요. 앞의 행은 유지됩니다.");

    /// <summary>The row is of a kind that is not imported.</summary>
    public static readonly ErrorCode UnknownKind = new("unknown-kind", ErrorKind.Rule,
        "'{0}' is no kind of row; use one of: {1}.", "'{0}'은(는) 행의 종류가 아닙니다. 다음 가운데 하나를 쓰세요: {1}.");

    /// <summary>The file's header is wrong.</summary>
    public static readonly ErrorCode Header = new("csv-header", ErrorKind.Malformed,
        "The header does not fit: missing {0}; unknown {1}. The columns are described in docs/import.md.",
        "머리글이 맞지 않습니다. 빠진 열: {0}. 모르는 열: {1}. 열 설명은 docs/import.md에 있습니다.");

    /// <summary>A reference by key that points at nothing.</summary>
    public static readonly ErrorCode UnknownKey = new("unknown-key", ErrorKind.Rule,
        "There is no {0} '{1}'; import it first or correct the key.", "{0} '{1}'이(가) 없습니다. 먼저 등록하거나 키를 고치세요.");

    /// <summary>The record is a form to fill in.</summary>
    public static readonly ErrorCode Template = new("record-is-template", ErrorKind.Rule,
        "The record explains the form and describes no dataset: '{0}'.", "양식을 설명하는 기록이며 데이터셋이 아닙니다: '{0}'.");

    /// <summary>A language that has no tag.</summary>
    public static readonly ErrorCode LanguageUnmapped = new("language-unmapped", ErrorKind.Rule,
        "No language tag is known for '{0}'; it was kept as 'und' (undetermined). Set the right tag by hand.",
        "'{0}'에 해당하는 언어 태그를 알 수 없어 'und'(미정)로 두었습니다. 올바른 태그를 직접 지정하세요.");

    /// <summary>Nobody is named as creator.</summary>
    public static readonly ErrorCode ProviderNotStated = new("provider-not-stated", ErrorKind.Rule,
        "The record names no creator; the provider 'not-stated' stands in. Set the right one by hand.",
        "만든 곳이 적혀 있지 않아 제공자를 'not-stated'로 두었습니다. 올바른 제공자를 직접 지정하세요.");

    /// <summary>A value that could not be kept.</summary>
    public static readonly ErrorCode ValueIgnored = new("value-ignored", ErrorKind.Rule,
        "'{0}' was left out: {1}", "'{0}'을(를) 제외했습니다: {1}");

    /// <summary>The source says that the data was taken down.</summary>
    public static readonly ErrorCode TakenDown = new("taken-down", ErrorKind.Rule,
        "The source says that this dataset was taken down; check before offering it.", "원자료에 따르면 이 데이터셋은 내려졌습니다. 제공하기 전에 확인하세요.");
}
