using System.Text.Json;
using DataCatalog.Core.Catalogue;
using DataCatalog.Core.Common;
using DataCatalog.Core.Entitlements;
using DataCatalog.Core.Licensing;
using Microsoft.Extensions.Time.Testing;

namespace DataCatalog.Core.Tests.Support;

/// <summary>Valid things to start a test from.</summary>
internal static class Given
{
    public const string Sha256 = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    public static readonly Actor Officer = new(new Guid("00000000-0000-0000-0000-0000000000f1"), "officer", Roles.DataOfficer);

    public static FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero));

    public static DatasetInput TheDataset => new()
    {
        Key = "ko-news", TitleKo = "뉴스", DescriptionEn = "News of a year.", Modalities = ["text"], Languages = ["ko"], ProviderId = Guid.Empty,
    };

    public static DatasetVersionInput TheVersion => new() { Number = "1.0.0", Distributions = [TheFile] };

    public static DistributionInput TheFile => new() { Name = "a.jsonl", Location = "s3://a", MediaType = "application/jsonl", Bytes = 1, Sha256 = Sha256 };

    public static AgreementInput TheAgreement => new()
    {
        Number = "A-1", TitleEn = "Agreement", LicensorId = Guid.Empty, SignedOn = Day("2025-12-01"), StartsOn = Day("2026-01-01"), EndsOn = Day("2026-12-31"),
    };

    public static Dataset Dataset(DatasetInput? input = null) => Core.Catalogue.Dataset.Register(input ?? TheDataset, Clock);

    public static Dataset AvailableDataset()
    {
        Dataset dataset = Dataset();
        dataset.AddVersion(TheVersion, Clock);
        dataset.Publish("1.0.0", Clock);
        return dataset;
    }

    public static Agreement Agreement(AgreementInput? input = null) => Core.Licensing.Agreement.Register(input ?? TheAgreement, Clock);

    public static Consortium Consortium() => Core.Entitlements.Consortium.Register(
        new ConsortiumInput { Key = "team-a", ProgrammeId = Guid.Empty, NameEn = "Team A", LeadId = Guid.Empty, ActiveFrom = Day("2025-08-04") }, Clock);

    public static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd");

    public static JsonElement Json(string json) => JsonDocument.Parse(json).RootElement.Clone();

    /// <summary>That an action is refused by this error at this field.</summary>
    public static DomainException Refused(ErrorCode error, string? field, Action action)
    {
        DomainException refusal = Assert.Throws<DomainException>(action);
        Assert.Equal((error.Code, field), (refusal.Error.Code, refusal.Field));
        return refusal;
    }
}
