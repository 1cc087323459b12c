using System.Text.Json;
using DataCatalog.Core.Access;
using DataCatalog.Core.Catalogue;
using DataCatalog.Core.Catalogue.Modalities;
using DataCatalog.Core.Common;
using DataCatalog.Core.Compliance;
using DataCatalog.Core.Entitlements;
using DataCatalog.Core.Licensing;
using Microsoft.Extensions.Time.Testing;

namespace DataCatalog.Storage.Tests.Support;

/// <summary>Valid rows with made-up content.</summary>
internal static class Given
{
    private static readonly FakeTimeProvider Clock = new(new DateTimeOffset(2026, 11, 24, 3, 0, 0, 123, 456, TimeSpan.Zero));
    private static readonly string Hash = new('a', 64);

    public static Organisation Organisation(string key = "hanbit") => Core.Catalogue.Organisation.Register(
        new OrganisationInput { Key = key, NameKo = "한빛 방송", NameEn = "Hanbit " + key, Kind = OrganisationKind.Company, Country = "KR", HomePage = "https://example.org" }, Clock);

    public static Licence Licence(string key = "CC-BY-4.0") => Core.Licensing.Licence.Register(
        new LicenceInput { Key = key, NameKo = "저작자표시", NameEn = "Attribution", Kind = LicenceKind.Spdx, Attribution = true, Address = "https://example.org/by" }, Clock);

    public static DatasetInput DatasetInput(Guid provider, string key, params Guid[] licences) => new()
    {
        Key = key, TitleKo = "한국어 뉴스 말뭉치", TitleEn = "Korean news " + key, DescriptionKo = "신문 기사 모음", Modalities = ["text", "audio"],
        Languages = ["ko", "en"], Domains = ["news"], Tasks = ["summarisation"], ProviderId = provider, Acquisition = AcquisitionClass.Licensed,
        Links = ["https://example.org/d"], Volumes = [new Volume { Amount = 304_340_415, Unit = "토큰" }], CollectedFrom = new DateOnly(2020, 1, 1),
        PersonalData = false, Licences = [.. licences.Select(l => new DatasetLicenceInput { LicenceId = l, AsStated = "공공누리 제1유형" })],
        Supply = new Supply { Purchase = PurchaseKind.Joint, ProcessingCost = 12.5m, Currency = "KRW", QualityChecks = [new QualityCheck { Stage = "정제", Body = "기관", CheckedOn = new DateOnly(2026, 1, 2), Passed = true }] },
    };

    public static Dataset Dataset(Guid provider, string key = "ko-news", params Guid[] licences) => Core.Catalogue.Dataset.Register(DatasetInput(provider, key, licences), Clock);

    public static Dataset Available(Guid provider, string key)
    {
        Dataset dataset = Dataset(provider, key);
        dataset.AddVersion(VersionInput("1.0.0"), Clock);
        dataset.AddVersion(VersionInput("1.1.0"), Clock);
        dataset.Publish("1.0.0", Clock);
        return dataset;
    }

    public static DatasetVersionInput VersionInput(string number) => new()
    {
        Number = number, Notes = "첫 공개", Text = new TextDetails { Tokens = 5, Tokenizer = "형태소" }, Audio = new AudioDetails(),
        Distributions = [new DistributionInput { Name = "말뭉치.jsonl", Location = "s3/x", MediaType = "application/json", Bytes = 12, Sha256 = Hash }],
    };

    public static Programme Programme(string key = "sovereign") => Core.Entitlements.Programme.Register(
        new ProgrammeInput { Key = key, NameKo = "독자 AI", BudgetAmount = 1234.5678m, BudgetCurrency = "KRW", PhaseTeams = [5, 4, 2], AlertWindows = [30, 7] }, Clock);

    public static BudgetLine BudgetLine(Guid programme, decimal amount = 100m) => Core.Entitlements.BudgetLine.Register(
        new BudgetLineInput { ProgrammeId = programme, NameKo = "데이터", Category = BudgetCategory.Data, Phase = 1, Amount = amount, Currency = "KRW" }, Clock);

    public static Consortium Consortium(Guid programme, Guid lead, string key) => Core.Entitlements.Consortium.Register(
        new ConsortiumInput { Key = key, ProgrammeId = programme, LeadId = lead, NameKo = "컨소시엄", ActiveFrom = new DateOnly(2025, 8, 4), Members = [new ConsortiumMemberInput { OrganisationId = lead, Role = "데이터" }] }, Clock);

    public static ConsortiumInput Renamed(Guid programme, Guid lead) =>
        new() { ProgrammeId = programme, LeadId = lead, NameKo = "새 이름", ActiveFrom = new DateOnly(2025, 8, 4) };

    public static FoundationModel Model(Guid consortium, string key, ModelStatus status) => FoundationModel.Register(
        new FoundationModelInput { Key = key, ConsortiumId = consortium, Name = "모델", Modalities = ["text"], ParametersFrom = 1, Status = status }, Clock);

    public static AgreementInput AgreementInput(Guid licensor, string number, Guid[] datasets, params Guid[] consortia) => new()
    {
        Number = number, TitleKo = "이용 허락 계약", LicensorId = licensor, SignedOn = new DateOnly(2026, 1, 1), StartsOn = new DateOnly(2026, 1, 1), EndsOn = new DateOnly(2026, 12, 31),
        Renewal = RenewalKind.Automatic, RenewalPeriod = "P1Y", NoticePeriod = "P60D", PriceAmount = 500.25m, PriceCurrency = "KRW", DatasetIds = datasets, AlertWindows = [60],
        Parties = [new AgreementPartyInput { OrganisationId = licensor, Role = PartyRole.Funder }, .. consortia.Select(c => new AgreementPartyInput { ConsortiumId = c })],
        Payments = [new PaymentInput { DueOn = new DateOnly(2026, 6, 30), Amount = 250m, Currency = "KRW" }],
        Documents = [new AgreementDocumentInput { Name = "계약서.pdf", MediaType = "application/pdf", Bytes = 9, Sha256 = Hash }],
    };

    public static Agreement Agreement(Guid licensor, string number, Guid[] datasets, params Guid[] consortia)
    {
        Agreement agreement = Core.Licensing.Agreement.Register(AgreementInput(licensor, number, datasets, consortia), Clock);
        using JsonDocument odrl = JsonDocument.Parse("""{"@type":"Set","uid":"urn:x:1","permission":[{"target":"urn:x:d","action":"use"}]}""");
        agreement.Amend(new TermsInput { Odrl = odrl.RootElement }, Actor.Registry, Clock);
        return agreement;
    }

    public static Exemption Exemption(string key, Guid? programme, Guid? consortium, Guid? dataset, Guid? licence = null)
    {
        Exemption exemption = Core.Licensing.Exemption.Register(
            new ExemptionInput
            {
                Key = key, NameKo = "공공저작물 학습 특례", LegalBasis = "규제특례 의결", Conditions = "출처 간이표시", StartsOn = new DateOnly(2026, 1, 1),
                ProgrammeIds = programme is { } p ? [p] : null, ConsortiumIds = consortium is { } c ? [c] : null, DatasetIds = dataset is { } d ? [d] : null, LicenceIds = licence is { } l ? [l] : null,
            },
            Clock);
        exemption.Amend(new TermsInput { Odrl = Odrl }, Actor.Registry, Clock);
        return exemption;
    }

    public static RecordedDecision Decision(Guid consortium, Guid? model = null) => RecordedDecision.Of(
        new RecordedDecisionFacts
        {
            ConsortiumId = consortium, ModelId = model, DatasetKey = "ko-news", DatasetCount = 1, Verdict = Core.Licensing.UseCheck.Verdict.Permitted,
            At = Clock.GetUtcNow(), KnownAt = Clock.GetUtcNow(), Question = "{}", Decision = "{\"답\":1}",
        },
        Actor.Registry, Clock);

    public static Clearance Clearance(RecordedDecision decision, Guid model) => Core.Entitlements.Clearance.Of(decision, model, Hash, "{}", Actor.Registry, Clock);

    public static ClearanceKey ClearanceKey(string keyId = "k") => Core.Entitlements.ClearanceKey.Of(keyId, "-----BEGIN PUBLIC KEY-----", Clock);

    public static JsonElement Odrl { get; } = JsonElement.Parse("""{"@type":"Set","uid":"urn:x:1","permission":[{"target":"urn:x:d","action":"use"}]}""");

    public static Entitlement Entitlement(Dataset dataset, Consortium consortium, Agreement agreement) =>
        Core.Entitlements.Entitlement.Grant(dataset, consortium, agreement, new EntitlementInput(), Actor.Registry, Clock);

    public static Alert Alert(Guid subject, Guid? consortium, int window = 30) => Core.Compliance.Alert.Raise(
        new WatchedDate(SubjectKind.EntitlementEnd, subject, new DateOnly(2026, 12, 31), null, null, consortium, LocalizedText.Of("계약 1", null, "Subject", 100)), window, [90, 60], Clock);

    public static Subscription Subscription(Actor owner) => Core.Compliance.Subscription.Subscribe(
        new SubscriptionInput { Name = "알림", Channel = Channel.Webhook, Target = "https://example.org/hook", Kinds = ["PaymentDue"] }, owner, Clock);

    public static Delivery Delivery(Alert alert, Subscription subscription) => Core.Compliance.Delivery.Of(alert, subscription, Clock);

    public static ApiKey Key(Guid? consortium) => ApiKey.Issue(
        new ApiKeyInput { Name = "열쇠", Roles = consortium is null ? ["data-officer", "compliance"] : ["consortium-member"], ConsortiumId = consortium }, Clock).Key;
}
