using DataCatalog.Core.Catalogue;
using DataCatalog.Core.Common;
using static DataCatalog.Core.Tests.Support.Given;

namespace DataCatalog.Core.Tests.Catalogue;

public sealed class DatasetTests
{
    [Fact]
    public void Register_StandsAsRegisteredOrDraft()
    {
        Assert.Equal(DatasetStatus.Registered, Dataset().Status);
        Assert.Equal(DatasetStatus.Draft, Dataset(TheDataset with { Draft = true }).Status);
        Assert.Equal(Clock.GetUtcNow().UtcDateTime, Dataset().RegisteredAt);
    }

    [Fact]
    public void Register_InputAtFault_NamesTheField()
    {
        Refused(CommonErrors.Required, "Key", () => Dataset(TheDataset with { Key = null }));
        Refused(CommonErrors.TranslationMissing, "Title", () => Dataset(TheDataset with { TitleKo = null }));
        Refused(CommonErrors.TranslationMissing, "Description", () => Dataset(TheDataset with { DescriptionEn = "" }));
        Refused(CommonErrors.TooLong, "TitleEn", () => Dataset(TheDataset with { TitleEn = new string('a', 301) }));
        Refused(CommonErrors.Required, "Modalities", () => Dataset(TheDataset with { Modalities = [] }));
        Refused(CommonErrors.Invalid, "Modalities/1", () => Dataset(TheDataset with { Modalities = ["text", "smell"] }));
        Refused(CommonErrors.Invalid, "Languages/0", () => Dataset(TheDataset with { Languages = ["xx"] }));
        Refused(CommonErrors.Required, "ProviderId", () => Dataset(TheDataset with { ProviderId = null }));
        Refused(CommonErrors.Invalid, "Links/0", () => Dataset(TheDataset with { Links = ["file:///etc/passwd"] }));
        Refused(CommonErrors.Invalid, "Licences/0/StatedAt", () => Dataset(TheDataset with { Licences = [new DatasetLicenceInput { LicenceId = Guid.Empty, StatedAt = "javascript:alert(1)" }] }));
        Refused(CommonErrors.Invalid, "Sensitivity", () => Dataset(TheDataset with { Sensitivity = (Sensitivity)99 }));
        Refused(CommonErrors.Invalid, "Acquisition", () => Dataset(TheDataset with { Acquisition = (AcquisitionClass)(-1) }));
        Refused(CommonErrors.EndBeforeStart, "CollectedUntil", () => Dataset(TheDataset with { CollectedFrom = Day("2026-01-02"), CollectedUntil = Day("2026-01-01") }));
        Refused(CommonErrors.Invalid, "Volumes/0/Amount", () => Dataset(TheDataset with { Volumes = [new Volume { Amount = -1, Unit = "hours" }] }));
        Refused(CommonErrors.Required, "Volumes/0/Unit", () => Dataset(TheDataset with { Volumes = [new Volume { Amount = 1 }] }));
        Refused(CommonErrors.Required, "Volumes/0", () => Dataset(TheDataset with { Volumes = [null!] }));
        Refused(CommonErrors.Required, "Licences/0/LicenceId", () => Dataset(TheDataset with { Licences = [new DatasetLicenceInput()] }));
        Refused(CommonErrors.Required, "Supply/Currency", () => Dataset(TheDataset with { Supply = new Supply { ProcessingCost = 1 } }));
        Refused(CommonErrors.Invalid, "Supply/Compensation", () => Dataset(TheDataset with { Supply = new Supply { Compensation = -1, Currency = "KRW" } }));
        Refused(CommonErrors.Required, "Supply/QualityChecks/0/Stage", () => Dataset(TheDataset with { Supply = new Supply { QualityChecks = [new QualityCheck()] } }));
    }

    [Fact]
    public void Supply_ListsThatAreNull_CountAsEmpty() => Assert.Empty(Dataset(TheDataset with { Supply = new Supply { RequestedBy = null!, QualityChecks = null! } }).Supply.RequestedBy);

    [Fact]
    public void Supply_BuiltUnderAnotherProgramme_IsNotFundable()
    {
        Assert.True(Dataset().Supply.Fundable);
        Assert.False(Dataset(TheDataset with { Supply = new Supply { BuiltUnder = "AI Hub" } }).Supply.Fundable);
    }

    [Fact]
    public void Change_KeepsKeyStatusAndVersions()
    {
        Dataset dataset = AvailableDataset();
        dataset.Change(TheDataset with { Key = "other", TitleKo = "다른 제목", Draft = true }, Clock);
        Assert.Equal(("ko-news", DatasetStatus.Available, 1, "다른 제목"), (dataset.Key, dataset.Status, dataset.Versions.Count, dataset.Title.Ko));
    }

    [Fact]
    public void Change_LicencesAreRestatedInPlace()
    {
        var (a, b) = (new Guid(1, 0, 0, new byte[8]), new Guid(2, 0, 0, new byte[8]));
        Dataset dataset = Dataset(TheDataset with { Licences = [new DatasetLicenceInput { LicenceId = a }, new DatasetLicenceInput { LicenceId = b }] });
        DatasetLicence kept = dataset.Licences[1];
        dataset.Change(TheDataset with { Licences = [new DatasetLicenceInput { LicenceId = b, AsStated = "CC BY" }] }, Clock);
        Assert.Same(kept, Assert.Single(dataset.Licences));
        Assert.Equal("CC BY", kept.AsStated);
    }

    [Fact]
    public void Publish_NeedsAPublishedVersion()
    {
        Dataset dataset = Dataset();
        Refused(CatalogueErrors.NothingPublished, "Version", () => dataset.Publish(null, Clock));
        Refused(CommonErrors.NotFound, "Version", () => dataset.Publish("9", Clock));
        dataset.AddVersion(TheVersion with { Distributions = [TheFile with { Sha256 = null }] }, Clock);
        Refused(CatalogueErrors.NoDistribution, "Distributions", () => dataset.Publish("1.0.0", Clock));
        Assert.Equal(DatasetStatus.Registered, dataset.Status);
        dataset.AddVersion(TheVersion with { Number = "1.0.1" }, Clock);
        Refused(CatalogueErrors.NothingPublished, "Version", () => dataset.Publish(null, Clock));
        dataset.Publish("1.0.1", Clock);
        Assert.Equal((DatasetStatus.Available, Clock.GetUtcNow().UtcDateTime), (dataset.Status, dataset.Versions[1].PublishedAt));
    }

    [Fact]
    public void Offer_PublicDataWithLinksOnly()
    {
        Refused(CatalogueErrors.NothingPublished, "Version", () => Dataset().Offer(Clock));
        Refused(CatalogueErrors.NothingPublished, "Version", () => Dataset(TheDataset with { Acquisition = AcquisitionClass.Public }).Offer(Clock));
        Dataset offered = Dataset(TheDataset with { Acquisition = AcquisitionClass.Public, Links = ["https://example.org"] });
        offered.Offer(Clock);
        Assert.Equal(DatasetStatus.Available, offered.Status);
    }

    /// <summary>draft → registered → available → suspended → withdrawn: every step from every state.</summary>
    [Theory]
    [InlineData(DatasetStatus.Draft, false, true)]
    [InlineData(DatasetStatus.Registered, false, true)]
    [InlineData(DatasetStatus.Available, true, true)]
    [InlineData(DatasetStatus.Suspended, false, true)]
    [InlineData(DatasetStatus.Withdrawn, false, false)]
    public void Leave_FromEachStatus(DatasetStatus from, bool suspendable, bool withdrawable)
    {
        Step(from, suspendable, DatasetStatus.Suspended, d => d.Suspend("why", Clock));
        Step(from, withdrawable, DatasetStatus.Withdrawn, d => d.Withdraw("why", Clock));
        Step(from, from != DatasetStatus.Withdrawn, DatasetStatus.Available, d => d.Publish("1.0.0", Clock));
    }

    [Fact]
    public void Leave_WithoutReason_ChangesNothing()
    {
        Dataset dataset = AvailableDataset();
        Refused(CommonErrors.Required, "Reason", () => dataset.Suspend(" ", Clock));
        Refused(CommonErrors.Required, "Reason", () => dataset.Withdraw(null, Clock));
        Assert.Equal(DatasetStatus.Available, dataset.Status);
    }

    [Fact]
    public void Publish_AfterSuspension_ClearsTheReason()
    {
        Dataset dataset = AvailableDataset();
        dataset.Suspend("rights unclear\nsince March", Clock);
        dataset.Publish(null, Clock);
        Assert.Null(dataset.StatusReason);
    }

    [Fact]
    public void Withdrawn_NothingChanges()
    {
        Dataset dataset = AvailableDataset();
        dataset.Withdraw("gone", Clock);
        Refused(CatalogueErrors.Withdrawn, null, () => dataset.Change(TheDataset, Clock));
        Refused(CatalogueErrors.Withdrawn, null, () => dataset.AddVersion(TheVersion with { Number = "2" }, Clock));
        Refused(CatalogueErrors.Withdrawn, null, dataset.RequireNotWithdrawn);
    }

    [Fact]
    public void ToInput_RoundTrip()
    {
        DatasetInput input = TheDataset with
        {
            TitleEn = "News",
            DescriptionKo = "한 해의 뉴스",
            Domains = ["news"],
            Tasks = ["summarisation"],
            Links = ["https://example.org"],
            Sensitivity = Sensitivity.Restricted,
            Acquisition = AcquisitionClass.Licensed,
            CollectedFrom = Day("2024-01-01"),
            CollectedUntil = Day("2024-12-31"),
            PersonalData = true,
            SensitiveData = false,
            OptOutMeasures = "robots.txt",
            Volumes = [new Volume { Amount = 304_340_415, Unit = "tokens" }],
            Licences = [new DatasetLicenceInput { LicenceId = Guid.Empty, AsStated = "KOGL 1", StatedAt = "https://example.org/l", AddOn = true, LimitedTo = "five teams" }],
            Supply = new Supply { BuiltUnder = "AI Hub", ProcessingCost = 1.5m, Currency = "KRW" },
            Draft = true,
        };
        Assert.Equivalent(input, Dataset(input).ToInput(), strict: true);
        Dataset again = Dataset(input);
        again.Change(again.ToInput(), Clock);
        Assert.Equivalent(input, again.ToInput(), strict: true);
    }

    private static void Step(DatasetStatus from, bool possible, DatasetStatus to, Action<Dataset> step)
    {
        Dataset dataset = In(from);
        if (!possible)
        {
            Refused(CatalogueErrors.StatusConflict, null, () => step(dataset));
            Assert.Equal(from, dataset.Status);
            return;
        }

        step(dataset);
        Assert.Equal(to, dataset.Status);
    }

    private static Dataset In(DatasetStatus status)
    {
        Dataset dataset = Dataset(TheDataset with { Draft = status == DatasetStatus.Draft });
        dataset.AddVersion(TheVersion, Clock);
        if (status is DatasetStatus.Available or DatasetStatus.Suspended) dataset.Publish("1.0.0", Clock);
        if (status == DatasetStatus.Suspended) dataset.Suspend("why", Clock);
        if (status == DatasetStatus.Withdrawn) dataset.Withdraw("why", Clock);
        return dataset;
    }
}
