using System.Globalization;
using DataCatalog.Core.Common;
using DataCatalog.Core.Compliance.Obligations;
using DataCatalog.Core.Licensing;
using DataCatalog.Core.Licensing.Odrl;
using DataCatalog.Core.Licensing.Periods;
using DataCatalog.Core.Licensing.ShortForm;
using DataCatalog.Core.Licensing.UseCheck;

namespace DataCatalog.Server.Pages.Agreements;

/// <summary>Agreements, their parts and answers in words.</summary>
internal static class AgreementWords
{
    /// <summary>The actions that are asked for and granted most.</summary>
    public static readonly IReadOnlyList<string> CommonActions = ["train", "evaluate", "retrieve", "generateSynthetic", "distil", "releaseWeights", "offerService", "shareWithConsortium"];

    private static readonly string[] Units = ["년", "개월", "주", "일"];

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

    /// <summary>An answer.</summary>
    public static string Of(Viewer viewer, Verdict verdict) => verdict switch
    {
        Verdict.Permitted => viewer.T("허용", "Permitted"),
        Verdict.Prohibited => viewer.T("금지", "Prohibited"),
        Verdict.NotPermitted => viewer.T("허용되지 않음", "Not permitted"),
        Verdict.NotInForce => viewer.T("효력 없음", "Not in force"),
        _ => viewer.T("판단 불가", "Undetermined"),
    };

    /// <summary>Whether an answer is a yes.</summary>
    public static string Tone(Verdict verdict) => verdict switch
    {
        Verdict.Permitted => "good",
        Verdict.Prohibited or Verdict.NotPermitted => "bad",
        _ => "warn",
    };

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

    /// <summary>Where an obligation stands.</summary>
    public static string Of(Viewer viewer, ObligationStatus status) => status switch
    {
        ObligationStatus.Open => viewer.T("이행 전", "Open"),
        ObligationStatus.Submitted => viewer.T("검토 중", "Under review"),
        ObligationStatus.Fulfilled => viewer.T("이행됨", "Fulfilled"),
        ObligationStatus.Waived => viewer.T("면제", "Waived"),
        _ => viewer.T("취소", "Cancelled"),
    };

    /// <summary>An action by its short name.</summary>
    public static string Action(Viewer viewer, string action) => action switch
    {
        "use" => viewer.T("모든 이용", "any use"),
        "train" => viewer.T("학습", "train"),
        "pretrain" => viewer.T("사전 학습", "pretrain"),
        "fineTune" => viewer.T("미세 조정", "fine-tune"),
        "align" => viewer.T("정렬 학습", "align"),
        "evaluate" => viewer.T("평가", "evaluate"),
        "retrieve" => viewer.T("검색 증강", "retrieve"),
        "generateSynthetic" => viewer.T("합성 데이터 생성", "generate synthetic data"),
        "distil" => viewer.T("증류", "distil"),
        "releaseWeights" => viewer.T("가중치 공개", "release weights"),
        "offerService" => viewer.T("서비스 제공", "offer a service"),
        "shareWithConsortium" => viewer.T("컨소시엄과 공유", "share with a consortium"),
        "retainWeights" => viewer.T("종료 후 가중치 보유", "keep weights after the end"),
        _ => action,
    };

    /// <summary>Actions by their short names; of none, all that the agreement permits.</summary>
    public static string Actions(Viewer viewer, IReadOnlyCollection<string> actions) =>
        actions.Count == 0 ? viewer.T("계약이 허용하는 모든 행위", "all that the agreement permits") : string.Join(", ", actions.Select(a => Action(viewer, a)));

    /// <summary>What was done, as impact reports name it.</summary>
    public static string Done(Viewer viewer, string action) => action switch
    {
        "agreement.terminated" => viewer.T("중도 해지", "Terminated early"),
        "agreement.superseded" => viewer.T("다른 계약으로 대체", "Superseded"),
        "terms.amended" => viewer.T("조건 변경", "Terms amended"),
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
            parts.Add(viewer.T($"{count}{Units[unit]}", $"{count} {english[unit]}{(count == 1 ? "" : "s")}"));
        }

        return string.Join(' ', parts);
    }

    /// <summary>Terms as the short form has them, or null where they say more than it can.</summary>
    public static string? Short(string odrl) => ShortTerms.Write(PolicyReader.Read(odrl));

    /// <summary>A day as forms send it, or null where none was given.</summary>
    /// <exception cref="DomainException">It is no day.</exception>
    public static DateOnly? Day(string? text, string field) => string.IsNullOrWhiteSpace(text)
        ? null
        : DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)
            ? day
            : throw new DomainException(CommonErrors.Invalid, field, text, "day", "write it as in 2027-12-31");

    /// <summary>An amount as forms send it, or null where none was given; thousands may stand apart.</summary>
    /// <exception cref="DomainException">It is no number.</exception>
    public static decimal? Amount(string? text, string field) => string.IsNullOrWhiteSpace(text)
        ? null
        : decimal.TryParse(text.Replace(",", "", StringComparison.Ordinal).Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal amount)
            ? amount
            : throw new DomainException(CommonErrors.Invalid, field, text, "amount", "write digits, as in 120000000");

    /// <summary>A day as forms hold it.</summary>
    public static string? Iso(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>A text that says something, or null.</summary>
    public static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
