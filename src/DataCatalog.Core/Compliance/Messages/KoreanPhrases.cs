using System.Globalization;

namespace DataCatalog.Core.Compliance.Messages;

internal sealed class KoreanPhrases : Phrases
{
    public override string Language => "ko";

    public override string Footer => "DataCatalog 알림을 구독하셔서 보내 드립니다. 날짜는 사업의 시간대를 따르며, 종료일은 그날까지 포함합니다.";

    protected override Labels Words { get; } = new("날짜", "대상", "계약", "데이터셋", "컨소시엄", "미리 알리지 못한 시점", "알림");

    protected override IReadOnlyList<string> Weekdays { get; } = ["일", "월", "화", "수", "목", "금", "토"];

    public override string Headline(Alert alert, DateOnly today) =>
        $"{Counted(alert.Date, today)} {What(alert.Kind)} {Day(alert.Date)}: {alert.Subject.In(Language)}";

    public override string Digest(DateOnly day, int count) => string.Create(CultureInfo.InvariantCulture, $"새 알림 {count}건, {Day(day)}");

    public override string More(int count) => string.Create(CultureInfo.InvariantCulture, $"그 밖에 {count}건이 더 있습니다. Alerts에서 확인하세요.");

    protected override string Left(DateOnly day, DateOnly today) => (day.DayNumber - today.DayNumber) switch
    {
        0 => "오늘 (D-day)",
        > 0 and var ahead => string.Create(CultureInfo.InvariantCulture, $"{ahead}일 남음 (D-{ahead})"),
        var past => string.Create(CultureInfo.InvariantCulture, $"{-past}일 지남 (D+{-past})"),
    };

    private static string What(SubjectKind kind) => kind switch
    {
        SubjectKind.AgreementEnd => "계약 종료",
        SubjectKind.NoticeDeadline => "자동 갱신 거절 통지 기한",
        SubjectKind.OptionDeadline => "갱신 선택권 행사 기한",
        SubjectKind.EntitlementEnd => "이용권 종료",
        SubjectKind.AgreementRenewed => "자동 갱신 기록",
        SubjectKind.DatasetSuspended => "데이터셋 이용 중단",
        SubjectKind.DatasetWithdrawn => "데이터셋 철회",
        SubjectKind.ObligationDue => "의무 이행 기한",
        SubjectKind.UseNotAllowed => "허용되지 않은 이용",
        SubjectKind.RequestWaiting => "이용 신청 접수",
        SubjectKind.RequestAnswered => "이용 신청에 대한 답변",
        SubjectKind.EntitlementRevoked => "이용권 회수",
        SubjectKind.SearchHits => "저장한 검색의 새 결과",
        _ => "대금 지급 기한",
    };
}
