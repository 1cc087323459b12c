using System.Globalization;
using DataCatalog.Core.Licensing;
using DataCatalog.Core.Licensing.Odrl;
using DataCatalog.Core.Licensing.Periods;
using DataCatalog.Core.Licensing.ShortForm;

namespace DataCatalog.Server.Pages;

/// <summary>Agreements and their parts in words.</summary>
internal static partial class Words
{
    private static readonly string[] Spans = ["년", "개월", "주", "일"];

    /// <summary>Where an agreement stands.</summary>
    public static string Of(Viewer viewer, AgreementStatus status) => status switch
    {
        AgreementStatus.Draft => viewer.T("서명 전", "Draft"),
        AgreementStatus.Pending => viewer.T("시작 전", "Not started"),
        AgreementStatus.InForce => viewer.T("유효", "In force"),
        AgreementStatus.NoticeDue => viewer.T("통지 기한 임박", "Notice due"),
        AgreementStatus.Expiring => viewer.T("만료 임박", "Expiring"),
        AgreementStatus.Expired => viewer.T("만료", "Expired"),
        AgreementStatus.Terminated => viewer.T("해지", "Terminated"),
        _ => viewer.T("대체됨", "Superseded"),
    };

    /// <summary>How urgent that is.</summary>
    public static string Tone(AgreementStatus status) => status switch
    {
        AgreementStatus.InForce => "good",
        AgreementStatus.NoticeDue or AgreementStatus.Expiring => "warn",
        AgreementStatus.Terminated => "bad",
        AgreementStatus.Pending => "info",
        _ => "",
    };

    /// <summary>How it goes on.</summary>
    public static string Of(Viewer viewer, RenewalKind renewal) => renewal switch
    {
        RenewalKind.None => viewer.T("갱신 없음", "Does not renew"),
        RenewalKind.Automatic => viewer.T("자동 갱신", "Renews by itself"),
        _ => viewer.T("선택 갱신", "May be renewed"),
    };

    /// <summary>What becomes of a deadline on a day on which offices do not work.</summary>
    public static string Of(Viewer viewer, BusinessDayRule rule) => rule switch
    {
        BusinessDayRule.None => viewer.T("휴일이라도 그날", "That day, even a holiday"),
        BusinessDayRule.Preceding => viewer.T("앞 영업일", "The business day before"),
        _ => viewer.T("다음 영업일", "The business day after"),
    };

    /// <summary>How a period came about.</summary>
    public static string Of(Viewer viewer, PeriodKind kind, int ordinal) => kind switch
    {
        PeriodKind.Initial => viewer.T("최초 기간", "Initial term"),
        PeriodKind.Tacit => viewer.T($"{ordinal}번째 갱신(자동)", $"Renewal {ordinal} (by itself)"),
        _ => viewer.T($"{ordinal}번째 갱신(합의)", $"Renewal {ordinal} (agreed)"),
    };

    /// <summary>A side.</summary>
    public static string Of(Viewer viewer, AgreementSide side) => side switch
    {
        AgreementSide.Licensor => viewer.T("권리자", "The licensor"),
        AgreementSide.Licensee => viewer.T("이용자", "The licensee"),
        _ => viewer.T("양쪽 합의", "Both, by contract"),
    };

    /// <summary>A party's role.</summary>
    public static string Of(Viewer viewer, PartyRole role) => role switch
    {
        PartyRole.Licensee => viewer.T("이용자", "Licensee"),
        PartyRole.Funder => viewer.T("재원 부담", "Funder"),
        _ => viewer.T("수혜자", "Beneficiary"),
    };

    /// <summary>What was done, as impact reports name it.</summary>
    public static string Done(Viewer viewer, string action) => action switch
    {
        "agreement.terminated" => viewer.T("계약 해지", "Agreement terminated"),
        "agreement.superseded" => viewer.T("계약 대체", "Agreement superseded"),
        "terms.amended" => viewer.T("조건 변경", "Terms amended"),
        "consortium.ended" => viewer.T("컨소시엄 이탈", "Consortium left"),
        "consortium.reinstated" => viewer.T("컨소시엄 복귀", "Consortium reinstated"),
        "dataset.suspended" => viewer.T("데이터셋 이용 중지", "Dataset suspended"),
        "dataset.withdrawn" => viewer.T("데이터셋 철회", "Dataset withdrawn"),
        _ => action,
    };

    /// <summary>A period such as <c>P1Y6M</c> in words; as it is where it has none.</summary>
    public static string Span(Viewer viewer, string? iso)
    {
        if (iso is null) return "–";
        string[] english = ["year", "month", "week", "day"];
        List<string> parts = [];
        foreach (string part in System.Text.RegularExpressions.Regex.Split(iso.TrimStart('P'), "(?<=[YMWD])").Where(p => p.Length > 1))
        {
            int unit = "YMWD".IndexOf(part[^1], StringComparison.Ordinal);
            int count = int.Parse(part[..^1], CultureInfo.InvariantCulture);
            parts.Add(viewer.T($"{count}{Spans[unit]}", $"{count} {english[unit]}{(count == 1 ? "" : "s")}"));
        }

        return string.Join(' ', parts);
    }

    /// <summary>Terms as the short form has them, or null where they say more than it can.</summary>
    public static string? Short(string odrl) => ShortTerms.Write(PolicyReader.Read(odrl));
}
