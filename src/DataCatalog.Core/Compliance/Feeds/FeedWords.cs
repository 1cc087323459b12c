namespace DataCatalog.Core.Compliance.Feeds;

/// <summary>What a calendar calls the kinds of date. Without counts of days, which would change every night.</summary>
public static class FeedWords
{
    /// <summary>The heading of an entry.</summary>
    public static string Heading(FeedEntry entry, string language) => $"{Of(entry.Kind, language)}: {entry.Subject.In(language)}{(entry.Whose is { } whose ? $" ({whose.In(language)})" : "")}";

    private static string Of(SubjectKind kind, string language) => (kind, language) switch
    {
        (SubjectKind.AgreementEnd, "ko") => "계약 종료",
        (SubjectKind.AgreementEnd, _) => "Agreement ends",
        (SubjectKind.NoticeDeadline, "ko") => "자동 갱신 거절 통지 기한",
        (SubjectKind.NoticeDeadline, _) => "Last day for notice against renewal",
        (SubjectKind.OptionDeadline, "ko") => "갱신 선택권 행사 기한",
        (SubjectKind.OptionDeadline, _) => "Last day for the option to renew",
        (SubjectKind.EntitlementEnd, "ko") => "이용권 종료",
        (SubjectKind.EntitlementEnd, _) => "Right to use ends",
        (SubjectKind.PaymentDue, "ko") => "대금 지급 기한",
        (SubjectKind.PaymentDue, _) => "Payment due",
        (SubjectKind.ObligationDue, "ko") => "의무 이행 기한",
        (SubjectKind.ObligationDue, _) => "Obligation due",
        _ => kind.ToString(),
    };
}
