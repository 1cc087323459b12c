using DataCatalog.Core.Entitlements.Requests;

namespace DataCatalog.Server.Pages;

/// <summary>Requests in words.</summary>
internal static partial class Words
{
    /// <summary>Where a request stands.</summary>
    public static string Of(Viewer viewer, RequestStatus status) => status switch
    {
        RequestStatus.Submitted => viewer.T("검토 대기", "Waits for review"),
        RequestStatus.Returned => viewer.T("답변 대기", "Waits for an answer"),
        RequestStatus.Granted => viewer.T("부여됨", "Granted"),
        RequestStatus.Refused => viewer.T("거절됨", "Refused"),
        RequestStatus.Withdrawn => viewer.T("철회됨", "Withdrawn"),
        _ => viewer.T("종결(사업 이탈)", "Closed (left the programme)"),
    };

    /// <summary>Its tone.</summary>
    public static string Tone(RequestStatus status) => status switch
    {
        RequestStatus.Submitted => "info",
        RequestStatus.Returned => "warn",
        RequestStatus.Granted => "good",
        RequestStatus.Refused => "bad",
        _ => "",
    };

    /// <summary>What happened.</summary>
    public static string Of(Viewer viewer, RequestStep step) => step switch
    {
        RequestStep.Submitted => viewer.T("신청", "Requested"),
        RequestStep.Returned => viewer.T("보완 요청", "Asked back"),
        RequestStep.Resubmitted => viewer.T("답변", "Answered"),
        RequestStep.Granted => viewer.T("부여", "Granted"),
        RequestStep.Refused => viewer.T("거절", "Refused"),
        RequestStep.Withdrawn => viewer.T("철회", "Withdrawn"),
        _ => viewer.T("종결", "Closed"),
    };

    /// <summary>How a step is marked.</summary>
    public static string Mark(RequestStep step) => step switch
    {
        RequestStep.Returned => "asked",
        RequestStep.Granted => "done",
        RequestStep.Refused or RequestStep.Closed => "refused",
        _ => "",
    };
}
