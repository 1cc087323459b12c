using DataCatalog.Core.Common;
using DataCatalog.Core.Licensing;
using static DataCatalog.Core.Tests.Support.Given;

namespace DataCatalog.Core.Tests.Licensing;

public sealed class AgreementTests
{
    private static readonly Guid One = new(1, 0, 0, new byte[8]);
    private static readonly Guid Two = new(2, 0, 0, new byte[8]);

    [Fact]
    public void Register_InputAtFault_NamesTheField()
    {
        Refuse(CommonErrors.Required, "Number", TheAgreement with { Number = " " });
        Refuse(CommonErrors.ControlCharacter, "Number", TheAgreement with { Number = "A\n1" });
        Refuse(CommonErrors.TranslationMissing, "Title", TheAgreement with { TitleEn = null });
        Refuse(CommonErrors.Required, "LicensorId", TheAgreement with { LicensorId = null });
        Refuse(CommonErrors.Required, "StartsOn", TheAgreement with { StartsOn = null });
        Refuse(CommonErrors.EndBeforeStart, "EndsOn", TheAgreement with { EndsOn = Day("2025-12-31") });
        Refuse(CommonErrors.DayOutOfRange, "EndsOn", TheAgreement with { EndsOn = DateOnly.MaxValue });
        Refuse(CommonErrors.DayOutOfRange, "StartsOn", TheAgreement with { StartsOn = DateOnly.MinValue });
        Refuse(CommonErrors.DayOutOfRange, "SignedOn", TheAgreement with { SignedOn = DateOnly.MinValue });
        Refuse(CommonErrors.Invalid, "NoticePeriod", TheAgreement with { NoticePeriod = "three months" });
        Refuse(LicensingErrors.NoticeLongerThanTerm, "NoticePeriod", TheAgreement with { NoticePeriod = "P1Y" });
        Refuse(LicensingErrors.NoticeLongerThanTerm, "NoticePeriod", TheAgreement with { NoticePeriod = "P999Y999M999W9999D" });
        Refuse(CommonErrors.Required, "RenewalPeriod", TheAgreement with { Renewal = RenewalKind.Automatic });
        Refuse(CommonErrors.Required, "EndsOn", TheAgreement with { Renewal = RenewalKind.Option, RenewalPeriod = "P1Y", EndsOn = null });
        Refuse(CommonErrors.Invalid, "Renewal", TheAgreement with { Renewal = (RenewalKind)9, RenewalPeriod = "P1Y" });
        Refuse(CommonErrors.Required, "PriceCurrency", TheAgreement with { PriceAmount = 1 });
        Refuse(CommonErrors.Required, "PriceAmount", TheAgreement with { PriceCurrency = "KRW" });
        Refuse(CommonErrors.Invalid, "AlertWindows", TheAgreement with { AlertWindows = [731] });
        Refuse(CommonErrors.Invalid, "Parties/0", TheAgreement with { Parties = [new AgreementPartyInput()] });
        Refuse(CommonErrors.Invalid, "Parties/0", TheAgreement with { Parties = [new AgreementPartyInput { OrganisationId = One, ConsortiumId = Two }] });
        Refuse(CommonErrors.Required, "Parties/0", TheAgreement with { Parties = [null!] });
        Refuse(CommonErrors.Required, "Payments/0/DueOn", TheAgreement with { Payments = [new PaymentInput { Amount = 1, Currency = "KRW" }] });
        Refuse(CommonErrors.Required, "Payments/0/Amount", TheAgreement with { Payments = [new PaymentInput { DueOn = Day("2026-01-01") }] });
        Refuse(CommonErrors.Required, "Payments/0/Currency", TheAgreement with { Payments = [new PaymentInput { DueOn = Day("2026-01-01"), Amount = 1 }] });
        Refuse(CommonErrors.Required, "Documents/0/Bytes", TheAgreement with { Documents = [new AgreementDocumentInput { Name = "a", MediaType = "application/pdf", Sha256 = Sha256 }] });
    }

    [Theory]
    [InlineData("P1M", "2026-11-30")]
    [InlineData("P3M", "2026-09-30")]
    [InlineData("P90D", "2026-10-02")]
    [InlineData(null, null)]
    public void NoticeDeadline_EndLessNotice(string? notice, string? deadline) =>
        Assert.Equal(deadline is null ? null : Day(deadline), Agreement(TheAgreement with { NoticePeriod = notice }).NoticeDeadline);

    [Fact]
    public void NoticeDeadline_OpenEnded_None() => Assert.Null(Agreement(TheAgreement with { NoticePeriod = "P1M", EndsOn = null }).NoticeDeadline);

    [Fact]
    public void Change_PaymentThatStays_KeepsItsIdentity()
    {
        PaymentInput first = new() { DueOn = Day("2026-03-31"), Amount = 100, Currency = "KRW" };
        Agreement agreement = Agreement(TheAgreement with { Payments = [first, first, first with { DueOn = Day("2026-06-30") }] });
        List<Guid> before = [.. agreement.Payments.Select(p => p.Id)];
        agreement.Change(TheAgreement with { Payments = [first with { PaidOn = Day("2026-03-30") }, first, first with { DueOn = Day("2026-06-30"), Amount = 101 }] }, Clock);
        Assert.Equal(before[..2], agreement.Payments.Take(2).Select(p => p.Id));
        Assert.Equal([Day("2026-03-30"), null, null], agreement.Payments.Select(p => p.PaidOn));
        Assert.NotEqual(before[2], agreement.Payments[2].Id);
    }

    [Fact]
    public void Change_DatasetsOnce()
    {
        Agreement agreement = Agreement(TheAgreement with { DatasetIds = [One, Two, One] });
        AgreementDataset kept = agreement.Datasets.Single(d => d.DatasetId == Two);
        agreement.Change(TheAgreement with { DatasetIds = [Two] }, Clock);
        Assert.Same(kept, Assert.Single(agreement.Datasets));
    }

    [Fact]
    public void ToInput_RoundTrip()
    {
        AgreementInput input = TheAgreement with
        {
            TitleKo = "계약",
            Renewal = RenewalKind.Automatic,
            RenewalPeriod = "P1Y",
            NoticePeriod = "P90D",
            PriceAmount = 1000.5m,
            PriceCurrency = "KRW",
            BudgetLineId = One,
            AlertWindows = [30, 0, -7],
            Sample = true,
            DatasetIds = [One, Two],
            Parties = [new AgreementPartyInput { Role = PartyRole.Funder, OrganisationId = One }, new AgreementPartyInput { Role = PartyRole.Beneficiary, ConsortiumId = Two }],
            Payments = [new PaymentInput { DueOn = Day("2026-03-31"), Amount = 500, Currency = "KRW", PaidOn = Day("2026-03-01") }],
            Documents = [new AgreementDocumentInput { Name = "a.pdf", MediaType = "application/pdf", Bytes = 1, Sha256 = Sha256 }],
        };
        Assert.Equivalent(input, Agreement(input).ToInput(), strict: true);
    }

    private static void Refuse(ErrorCode error, string field, AgreementInput input) => Refused(error, field, () => Agreement(input));
}
