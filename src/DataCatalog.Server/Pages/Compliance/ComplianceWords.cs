using DataCatalog.Core.Compliance;
using DataCatalog.Core.Compliance.Obligations;
using DataCatalog.Core.Licensing.UseCheck;

namespace DataCatalog.Server.Pages.Compliance;

/// <summary>What these pages call kinds and states.</summary>
public static class ComplianceWords
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
        SubjectKind.RequestWaiting => viewer.T("이용 요청 접수", "Request waiting"),
        SubjectKind.RequestAnswered => viewer.T("이용 요청 답변", "Request answered"),
        SubjectKind.EntitlementRevoked => viewer.T("이용권 회수", "Entitlement revoked"),
        _ => kind.ToString(),
    };

    /// <summary>A state of an alert.</summary>
    public static string Of(Viewer viewer, AlertStatus status) => status switch
    {
        AlertStatus.Open => viewer.T("미확인", "Open"),
        AlertStatus.Acknowledged => viewer.T("확인함", "Acknowledged"),
        AlertStatus.Superseded => viewer.T("날짜 변경으로 종결", "Superseded"),
        _ => viewer.T("해소됨", "Resolved"),
    };

    /// <summary>What is owed.</summary>
    public static string Of(Viewer viewer, ObligationKind kind) => kind switch
    {
        ObligationKind.DeleteCopies => viewer.T("사본 삭제", "Delete copies"),
        ObligationKind.DeleteDerived => viewer.T("파생 데이터 삭제", "Delete derived data"),
        ObligationKind.DeleteWeights => viewer.T("가중치 폐기", "Destroy weights"),
        ObligationKind.CertifyDeletion => viewer.T("삭제 증명", "Certify deletion"),
        ObligationKind.ReportUse => viewer.T("이용 보고", "Report use"),
        ObligationKind.Pay => viewer.T("대금 지급", "Pay"),
        ObligationKind.Attribute => viewer.T("출처 표시", "Attribute the source"),
        _ => viewer.T("그 밖의 의무", "Other duty"),
    };

    /// <summary>What raised an obligation.</summary>
    public static string Of(Viewer viewer, ObligationCause cause) => cause switch
    {
        ObligationCause.End => viewer.T("이용권이 끝남", "A right ended"),
        ObligationCause.Interval => viewer.T("정해진 주기가 돌아옴", "An interval began"),
        _ => viewer.T("모델이 공개됨", "A model was released"),
    };

    /// <summary>A state of an obligation.</summary>
    public static string Of(Viewer viewer, ObligationStatus status) => status switch
    {
        ObligationStatus.Open => viewer.T("이행 전", "Owed"),
        ObligationStatus.Submitted => viewer.T("검토 대기", "Waiting for review"),
        ObligationStatus.Fulfilled => viewer.T("이행됨", "Fulfilled"),
        ObligationStatus.Waived => viewer.T("면제됨", "Waived"),
        _ => viewer.T("취소됨", "Cancelled"),
    };

    /// <summary>Tone of the badge of a state of an obligation.</summary>
    public static string Tone(ObligationStatus status) => status switch
    {
        ObligationStatus.Open => "warn",
        ObligationStatus.Submitted => "info",
        ObligationStatus.Fulfilled => "good",
        _ => "",
    };

    /// <summary>An answer to a question of use.</summary>
    public static string Of(Viewer viewer, Verdict verdict) => verdict switch
    {
        Verdict.Permitted => viewer.T("허용", "Permitted"),
        Verdict.Prohibited => viewer.T("금지", "Prohibited"),
        Verdict.NotPermitted => viewer.T("허용되지 않음", "Not permitted"),
        Verdict.NotInForce => viewer.T("효력 없음", "Not in force"),
        _ => viewer.T("판정 불가", "Undetermined"),
    };

    /// <summary>A use that is asked about, by its short name.</summary>
    public static string Action(Viewer viewer, string action) => action switch
    {
        "train" => viewer.T("학습", "train"),
        "evaluate" => viewer.T("평가", "evaluate"),
        "retrieve" => viewer.T("검색 증강 이용", "ground answers in it"),
        "generateSynthetic" => viewer.T("합성 데이터 생성", "generate synthetic data"),
        "distil" => viewer.T("증류", "distil"),
        "releaseWeights" => viewer.T("가중치 공개", "release weights"),
        "offerService" => viewer.T("서비스 제공", "offer a service"),
        "shareWithConsortium" => viewer.T("컨소시엄과의 공유", "share with a consortium"),
        _ => action,
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
