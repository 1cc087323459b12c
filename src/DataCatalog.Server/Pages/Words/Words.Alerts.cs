using DataCatalog.Core.Compliance;

namespace DataCatalog.Server.Pages;

/// <summary>Dates that are watched, and the alerts of them, in words.</summary>
internal static partial class Words
{
    /// <summary>A kind of date.</summary>
    public static string Of(Viewer viewer, SubjectKind kind) => kind switch
    {
        SubjectKind.AgreementEnd => viewer.T("계약 종료", "Agreement ends"),
        SubjectKind.NoticeDeadline => viewer.T("갱신 거절 통지 기한", "Notice deadline"),
        SubjectKind.OptionDeadline => viewer.T("갱신 선택권 기한", "Option deadline"),
        SubjectKind.EntitlementEnd => viewer.T("이용권 종료", "Entitlement ends"),
        SubjectKind.PaymentDue => viewer.T("대금 지급 기한", "Payment due"),
        SubjectKind.DatasetSuspended => viewer.T("데이터셋 이용 중단", "Dataset suspended"),
        SubjectKind.DatasetWithdrawn => viewer.T("데이터셋 철회", "Dataset withdrawn"),
        SubjectKind.ObligationDue => viewer.T("의무 이행 기한", "Obligation due"),
        SubjectKind.AgreementRenewed => viewer.T("자동 갱신", "Agreement renewed"),
        SubjectKind.UseNotAllowed => viewer.T("허용되지 않은 이용", "Use not allowed"),
        SubjectKind.RequestWaiting => viewer.T("이용 신청 접수", "Request waiting"),
        SubjectKind.RequestAnswered => viewer.T("이용 신청 답변", "Request answered"),
        SubjectKind.EntitlementRevoked => viewer.T("이용권 회수", "Entitlement revoked"),
        _ => viewer.T("저장한 검색의 새 결과", "New hits of a saved search"),
    };

    /// <summary>A state of an alert.</summary>
    public static string Of(Viewer viewer, AlertStatus status) => status switch
    {
        AlertStatus.Open => viewer.T("미확인", "Open"),
        AlertStatus.Acknowledged => viewer.T("확인함", "Acknowledged"),
        AlertStatus.Superseded => viewer.T("날짜 변경으로 종결", "Superseded"),
        _ => viewer.T("해소됨", "Resolved"),
    };

    /// <summary>How someone is told.</summary>
    public static string Of(Viewer viewer, Channel channel) => channel switch
    {
        Channel.InApp => viewer.T("이 화면", "On these pages"),
        Channel.Email => viewer.T("전자우편", "E-mail"),
        _ => viewer.T("웹훅", "Webhook"),
    };

    /// <summary>How often someone is told.</summary>
    public static string Of(Viewer viewer, Pace pace) => pace switch
    {
        Pace.Immediate => viewer.T("알림마다 바로", "Each alert at once"),
        Pace.Daily => viewer.T("하루 한 번 모아서", "Once a day"),
        _ => viewer.T("월요일마다 모아서", "Once a week, on Mondays"),
    };

    /// <summary>How far a delivery has come.</summary>
    public static string Of(Viewer viewer, DeliveryState state) => state switch
    {
        DeliveryState.Pending => viewer.T("보내는 중", "To be sent"),
        DeliveryState.Delivered => viewer.T("전달됨", "Delivered"),
        _ => viewer.T("포기함", "Given up"),
    };

    /// <summary>The kinds of date that can be chosen among.</summary>
    public static IEnumerable<(string Value, string Text)> Kinds(Viewer viewer) => Enum.GetValues<SubjectKind>().Select(k => (k.ToString(), Of(viewer, k)));

    /// <summary>The ways of being told.</summary>
    public static IEnumerable<(string Value, string Text)> Channels(Viewer viewer) => Enum.GetValues<Channel>().Select(c => (c.ToString(), Of(viewer, c)));

    /// <summary>How often one can be told.</summary>
    public static IEnumerable<(string Value, string Text)> Paces(Viewer viewer) => Enum.GetValues<Pace>().Select(p => (p.ToString(), Of(viewer, p)));
}
