using DataCatalog.Core.Entitlements;
using DataCatalog.Core.Entitlements.Spending;

namespace DataCatalog.Server.Pages;

/// <summary>A programme's people and money in words.</summary>
internal static partial class Words
{
    /// <summary>What money is set aside for.</summary>
    public static string Of(Viewer viewer, BudgetCategory category) => category switch
    {
        BudgetCategory.Data => viewer.T("데이터", "Data"),
        BudgetCategory.Gpu => viewer.T("GPU", "Computing time"),
        _ => viewer.T("연구개발", "Research and development"),
    };

    /// <summary>Why two purchases look like one.</summary>
    public static string Of(Viewer viewer, SameCorpus why) => why switch
    {
        SameCorpus.SameDataset => viewer.T("같은 데이터셋", "The same dataset"),
        SameCorpus.SameFile => viewer.T("내용이 같은 파일", "A file that is the same byte for byte"),
        _ => viewer.T("같은 제공자의 같은 제목", "The same title of the same provider"),
    };

    /// <summary>A role by the name that the service knows it by.</summary>
    public static string Role(Viewer viewer, string role) => role switch
    {
        "data-officer" => viewer.T("데이터 담당자", "Data officer"),
        "consortium-member" => viewer.T("컨소시엄 구성원", "Consortium member"),
        "compliance" => viewer.T("준수 담당자", "Compliance officer"),
        "programme-admin" => viewer.T("사업 관리자", "Programme administrator"),
        "auditor" => viewer.T("감사자", "Auditor"),
        _ => role,
    };

    /// <summary>What an organisation does in a consortium, where it is a usual thing.</summary>
    public static string Part(Viewer viewer, string part) => part switch
    {
        "data" => viewer.T("데이터", "data"),
        "model-developer" => viewer.T("모델 개발", "model development"),
        "semiconductors" => viewer.T("반도체", "semiconductors"),
        "infrastructure" => viewer.T("인프라", "infrastructure"),
        "service" => viewer.T("서비스", "services"),
        "academic" => viewer.T("학계", "research"),
        _ => part,
    };

    /// <summary>What spending is added up by.</summary>
    public static string By(Viewer viewer, string column) => column switch
    {
        "modality" => viewer.T("모달리티", "Modality"),
        "consortium" => viewer.T("컨소시엄", "Consortium"),
        "provider" => viewer.T("제공자", "Provider"),
        "budgetLine" => viewer.T("예산 항목", "Budget line"),
        "phase" => viewer.T("단계", "Phase"),
        _ => viewer.T("데이터셋", "Dataset"),
    };

    /// <summary>The thing that a unit price is of, as it is counted.</summary>
    public static string Unit(Viewer viewer, string? unit, decimal count) => unit switch
    {
        "token" => viewer.T("토큰", count == 1 ? "token" : "tokens"),
        "hour" => viewer.T("시간", count == 1 ? "hour" : "hours"),
        "image" => viewer.T("이미지", count == 1 ? "image" : "images"),
        _ => "–",
    };
}
