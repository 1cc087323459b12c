using DataCatalog.Core.Catalogue;

namespace DataCatalog.Server.Pages.Register;

/// <summary>The catalogue's choices in words.</summary>
public static class CatalogueWords
{
    /// <summary>A modality.</summary>
    public static string Modality(Viewer viewer, string name) => name switch
    {
        "text" => viewer.T("텍스트", "Text"),
        "image" => viewer.T("이미지", "Images"),
        "audio" => viewer.T("음성·소리", "Audio"),
        "video" => viewer.T("영상", "Video"),
        _ => name,
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

    /// <summary>The choices of an enumeration, for a field.</summary>
    public static IEnumerable<(string Value, string Text)> Choices<T>(Func<T, string> words)
        where T : struct, Enum => Enum.GetValues<T>().Select(v => (v.ToString(), words(v)));
}
