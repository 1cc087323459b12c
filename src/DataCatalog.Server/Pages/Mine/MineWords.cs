using DataCatalog.Core.Compliance.Obligations;
using DataCatalog.Core.Entitlements;
using DataCatalog.Core.Entitlements.Requests;

namespace DataCatalog.Server.Pages.Mine;

/// <summary>What a consortium's own matters are called.</summary>
public static class MineWords
{
    /// <summary>What is owed.</summary>
    public static string Of(Viewer viewer, ObligationKind kind) => kind switch
    {
        ObligationKind.DeleteCopies => viewer.T("모든 사본 삭제", "Delete all copies"),
        ObligationKind.DeleteDerived => viewer.T("파생 데이터 삭제", "Delete what was derived"),
        ObligationKind.DeleteWeights => viewer.T("학습된 가중치 삭제", "Delete the weights"),
        ObligationKind.CertifyDeletion => viewer.T("삭제 증명", "Certify the deletion"),
        ObligationKind.ReportUse => viewer.T("이용 보고", "Report the use"),
        ObligationKind.Pay => viewer.T("대가 지급", "Pay"),
        ObligationKind.Attribute => viewer.T("출처 표시", "Name the source"),
        _ => viewer.T("그 밖의 의무", "Another duty"),
    };

    /// <summary>Where a request stands.</summary>
    public static string Of(Viewer viewer, RequestStatus status) => status switch
    {
        RequestStatus.Submitted => viewer.T("검토 대기", "Waits for an officer"),
        RequestStatus.Returned => viewer.T("답변 필요", "Asks for an answer"),
        RequestStatus.Granted => viewer.T("승인됨", "Granted"),
        RequestStatus.Refused => viewer.T("거절됨", "Refused"),
        RequestStatus.Withdrawn => viewer.T("취하됨", "Taken back"),
        _ => viewer.T("종료됨", "Closed"),
    };

    /// <summary>How far a model has come.</summary>
    public static string Of(Viewer viewer, ModelStatus status) => status switch
    {
        ModelStatus.Planned => viewer.T("계획", "Planned"),
        ModelStatus.InDevelopment => viewer.T("개발 중", "In development"),
        ModelStatus.Released => viewer.T("공개됨", "Released"),
        _ => viewer.T("중단됨", "Withdrawn"),
    };
}
