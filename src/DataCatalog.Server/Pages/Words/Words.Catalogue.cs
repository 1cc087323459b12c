using DataCatalog.Core.Catalogue;
using DataCatalog.Core.Licensing.Sentences;
using DataCatalog.Server.Pages.Home;

namespace DataCatalog.Server.Pages;

/// <summary>What datasets are described with in words.</summary>
internal static partial class Words
{
    private static readonly Dictionary<string, (string Ko, string En)> Domains = new(StringComparer.Ordinal)
    {
        ["news"] = ("뉴스", "news"), ["culture"] = ("문화", "culture"), ["medicine"] = ("의료", "medicine"), ["law"] = ("법률", "law"), ["finance"] = ("금융", "finance"), ["education"] = ("교육", "education"),
        ["science"] = ("과학", "science"), ["literature"] = ("문학", "literature"), ["broadcasting"] = ("방송", "broadcasting"), ["government"] = ("공공 행정", "government"), ["web"] = ("웹", "web"),
        ["conversation"] = ("대화", "conversation"), ["code"] = ("코드", "code"), ["history"] = ("역사", "history"), ["art"] = ("예술", "art"), ["industry"] = ("산업", "industry"), ["tourism"] = ("관광", "tourism"),
    };

    private static readonly Dictionary<string, (string Ko, string En)> Units = new(StringComparer.OrdinalIgnoreCase)
    {
        ["tokens"] = ("토큰", "tokens"), ["hours"] = ("시간", "hours"), ["images"] = ("이미지", "images"), ["clips"] = ("클립", "clips"), ["documents"] = ("문서", "documents"), ["sentences"] = ("문장", "sentences"),
        ["rows"] = ("행", "rows"), ["pages"] = ("쪽", "pages"), ["question-answer pairs"] = ("질의응답 쌍", "question-answer pairs"),
    };

    /// <summary>Where a dataset stands.</summary>
    public static string Of(Viewer viewer, DatasetStatus status) => status switch
    {
        DatasetStatus.Draft => viewer.T("작성 중", "Draft"),
        DatasetStatus.Registered => viewer.T("등록됨", "Registered"),
        DatasetStatus.Available => viewer.T("이용 가능", "Available"),
        DatasetStatus.Suspended => viewer.T("이용 중지", "Suspended"),
        _ => viewer.T("철회됨", "Withdrawn"),
    };

    /// <summary>The tone of a status' badge.</summary>
    public static string Tone(DatasetStatus status) => status switch
    {
        DatasetStatus.Available => "good",
        DatasetStatus.Suspended => "warn",
        DatasetStatus.Withdrawn => "bad",
        DatasetStatus.Registered => "info",
        _ => "",
    };

    /// <summary>How data was had.</summary>
    public static string Of(Viewer viewer, AcquisitionClass acquisition) => acquisition switch
    {
        AcquisitionClass.Public => viewer.T("공개 데이터셋", "Publicly available dataset"),
        AcquisitionClass.Licensed => viewer.T("권리자에게서 구매·허락", "Bought or licensed from a rights holder"),
        AcquisitionClass.OtherPrivate => viewer.T("그 밖의 민간 제공", "From another private party"),
        AcquisitionClass.Crawled => viewer.T("웹 수집", "Crawled from the web"),
        AcquisitionClass.UserData => viewer.T("서비스 이용자 데이터", "From users of a service"),
        AcquisitionClass.Synthetic => viewer.T("합성 데이터", "Made by a model"),
        AcquisitionClass.Other => viewer.T("기타", "Something else"),
        _ => viewer.T("아직 모름", "Not known yet"),
    };

    /// <summary>How carefully content must be kept.</summary>
    public static string Of(Viewer viewer, Sensitivity sensitivity) => sensitivity switch
    {
        Sensitivity.Public => viewer.T("공개", "Public"),
        Sensitivity.Restricted => viewer.T("계약 당사자 한정", "For the parties of its agreements only"),
        Sensitivity.Confidential => viewer.T("비밀·민감", "Secret or sensitive in law"),
        _ => viewer.T("평가 전", "Not assessed"),
    };

    /// <summary>What sort of body an organisation is.</summary>
    public static string Of(Viewer viewer, OrganisationKind kind) => kind switch
    {
        OrganisationKind.Company => viewer.T("기업", "Company"),
        OrganisationKind.Academic => viewer.T("대학·연구기관", "University or research institute"),
        OrganisationKind.PublicBody => viewer.T("공공기관", "Public body"),
        OrganisationKind.Community => viewer.T("개인·커뮤니티", "Individual or community"),
        _ => viewer.T("알 수 없음", "Not known"),
    };

    /// <summary>A modality.</summary>
    public static string Modality(Viewer viewer, string modality) => PlainWords.Value("media", modality, viewer.Sentences);

    /// <summary>A domain; as it is written where nobody knows it.</summary>
    public static string Domain(Viewer viewer, string domain) => Domains.TryGetValue(domain, out (string Ko, string En) words) ? viewer.T(words.Ko, words.En) : domain;

    /// <summary>A language by its tag.</summary>
    public static string Language(Viewer viewer, string tag)
    {
        string known = PlainWords.Value("language", tag, viewer.Sentences);
        if (known != tag) return known;
        try
        {
            string name = System.Globalization.CultureInfo.GetCultureInfo(tag, predefinedOnly: true).EnglishName;
            return name.StartsWith("Unknown", StringComparison.Ordinal) ? tag : $"{name} ({tag})";
        }
        catch (System.Globalization.CultureNotFoundException)
        {
            return tag;
        }
    }

    /// <summary>Several languages, the first ones by name.</summary>
    public static string Languages(Viewer viewer, IReadOnlyList<string> tags, int most)
    {
        string named = string.Join(", ", tags.Take(most).Select(t => Language(viewer, t)));
        return tags.Count <= most ? named : viewer.T($"{named} 외 {tags.Count - most}개 언어", $"{named} and {tags.Count - most} more languages");
    }

    /// <summary>What was done to a dataset, as the audit log names it; the name itself where it is another thing's.</summary>
    public static string Deed(Viewer viewer, string action) => action switch
    {
        "dataset.registered" => viewer.T("등록", "registered"),
        "dataset.changed" => viewer.T("내용 변경", "changed"),
        "dataset.published" => viewer.T("게시", "published"),
        "dataset.suspended" => viewer.T("이용 중지", "suspended"),
        "dataset.withdrawn" => viewer.T("철회", "withdrawn"),
        _ => action,
    };

    /// <summary>Yes, no, or not known.</summary>
    public static string Known(Viewer viewer, bool? value) => value switch { true => viewer.T("예", "yes"), false => viewer.T("아니요", "no"), _ => viewer.T("확인되지 않음", "not known") };

    /// <summary>How much it holds: what its last version counts, else what its source states.</summary>
    public static IReadOnlyList<string> Sizes(Viewer viewer, VersionSizes? version, IEnumerable<Volume> stated)
    {
        (decimal? Amount, string Unit)[] counted =
        [
            ((decimal?)version?.Text?.Tokens, "tokens"), (version?.Text?.Documents, "documents"), (version?.Image?.Images, "images"), ((decimal?)version?.Audio?.Hours, "hours"),
            ((decimal?)version?.Video?.Hours, "hours"), (version?.Video?.Clips, "clips"),
        ];
        string[] known = [.. counted.Where(c => c.Amount is not null).Select(c => Amount(viewer, c.Amount!.Value, c.Unit)).Distinct(StringComparer.Ordinal)];
        return known.Length > 0 ? known : [.. stated.Where(v => v.Amount < 1e27).Select(v => Amount(viewer, (decimal)v.Amount, v.Unit))];
    }

    /// <summary>An amount with its unit.</summary>
    public static string Amount(Viewer viewer, decimal amount, string unit) =>
        $"{viewer.Count(amount)} {(Units.TryGetValue(unit, out (string Ko, string En) words) ? viewer.T(words.Ko, words.En) : unit)}";

    /// <summary>The choices of an enumeration, for a field.</summary>
    public static IEnumerable<(string Value, string Text)> Choices<T>(Func<T, string> words)
        where T : struct, Enum => Enum.GetValues<T>().Select(v => (v.ToString(), words(v)));
}
