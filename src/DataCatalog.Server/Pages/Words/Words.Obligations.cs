using DataCatalog.Core.Compliance.Obligations;

namespace DataCatalog.Server.Pages;

/// <summary>What is owed in words.</summary>
internal static partial class Words
{
    /// <summary>What is owed.</summary>
    public static string Of(Viewer viewer, ObligationKind kind) => kind switch
    {
        ObligationKind.DeleteCopies => viewer.T("모든 사본 삭제", "Delete all copies"),
        ObligationKind.DeleteDerived => viewer.T("파생 데이터 삭제", "Delete derived data"),
        ObligationKind.DeleteWeights => viewer.T("가중치 폐기", "Destroy the weights"),
        ObligationKind.CertifyDeletion => viewer.T("삭제 증명", "Certify the deletion"),
        ObligationKind.ReportUse => viewer.T("이용 보고", "Report the use"),
        ObligationKind.Pay => viewer.T("대가 지급", "Pay"),
        ObligationKind.Attribute => viewer.T("출처 표시", "Name the source"),
        _ => viewer.T("그 밖의 의무", "Another duty"),
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
}
