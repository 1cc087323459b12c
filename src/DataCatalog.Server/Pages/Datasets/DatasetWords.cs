using DataCatalog.Core.Catalogue;
using DataCatalog.Core.Licensing.Sentences;
using DataCatalog.Server.Pages.Home;

namespace DataCatalog.Server.Pages.Datasets;

/// <summary>What datasets are described with, in the viewer's words.</summary>
public static class DatasetWords
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

    /// <summary>Where it stands.</summary>
    public static string Status(Viewer viewer, DatasetStatus status) => status switch
    {
        DatasetStatus.Draft => viewer.T("초안", "Draft"),
        DatasetStatus.Registered => viewer.T("등록됨", "Registered"),
        DatasetStatus.Available => viewer.T("제공 중", "Available"),
        DatasetStatus.Suspended => viewer.T("이용 중지", "Suspended"),
        _ => viewer.T("철회됨", "Withdrawn"),
    };

    /// <summary>Tone of its badge.</summary>
    public static string Tone(DatasetStatus status) => status switch
    {
        DatasetStatus.Available => "good",
        DatasetStatus.Suspended => "warn",
        DatasetStatus.Withdrawn => "bad",
        _ => "",
    };

    /// <summary>How it was had.</summary>
    public static string Acquisition(Viewer viewer, AcquisitionClass acquisition) => acquisition switch
    {
        AcquisitionClass.Public => viewer.T("공개 데이터셋", "publicly available dataset"),
        AcquisitionClass.Licensed => viewer.T("권리자에게서 구매·이용허락", "bought or licensed from a rightsholder"),
        AcquisitionClass.OtherPrivate => viewer.T("그 밖의 민간 제3자", "from another private third party"),
        AcquisitionClass.Crawled => viewer.T("웹 수집", "crawled from the web"),
        AcquisitionClass.UserData => viewer.T("서비스 이용자 데이터", "from users of a service"),
        AcquisitionClass.Synthetic => viewer.T("모델이 만든 합성 데이터", "made by a model"),
        AcquisitionClass.Other => viewer.T("기타", "something else"),
        _ => viewer.T("확인되지 않음", "not known yet"),
    };

    /// <summary>How carefully it must be kept.</summary>
    public static string Sensitivity(Viewer viewer, Sensitivity sensitivity) => sensitivity switch
    {
        Core.Catalogue.Sensitivity.Public => viewer.T("공개", "public"),
        Core.Catalogue.Sensitivity.Restricted => viewer.T("계약 당사자만", "for the parties of its agreements only"),
        Core.Catalogue.Sensitivity.Confidential => viewer.T("비밀 또는 법률상 민감", "secret or sensitive in law"),
        _ => viewer.T("평가되지 않음", "not assessed"),
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

    /// <summary>An action, able to begin a line.</summary>
    public static string Action(Viewer viewer, string action)
    {
        string words = PlainWords.Action(action, viewer.Sentences);
        return viewer.ReadsKorean ? words : char.ToUpperInvariant(words[0]) + words[1..];
    }

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
}
