using System.Diagnostics;
using DataCatalog.Core.Catalogue;
using DataCatalog.Core.Common;
using DataCatalog.Core.Import;
using DataCatalog.Core.Licensing;
using DataCatalog.Server.Sample;
using DataCatalog.Server.Tests.Import;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace DataCatalog.Server.Tests.Sample;

public sealed class SampleCatalogueTests(ITestOutputHelper output)
{
    private static readonly FakeTimeProvider Clock = new(new DateTimeOffset(2026, 11, 24, 0, 0, 0, TimeSpan.Zero));
    private static readonly Core.Common.Calendar Days = new(Clock, TimeZoneInfo.FindSystemTimeZoneById("Asia/Seoul"));

    [Fact]
    public async Task Load_GivesAWholeCatalogueOnce()
    {
        await using ImportService service = await ImportService.StartAsync();
        Stopwatch watch = Stopwatch.StartNew();
        ImportSummary first = (await LoadAsync(service))!;
        output.WriteLine($"{first.In} rows in {watch.Elapsed.TotalMilliseconds:F0} ms");
        Assert.Equal(first.In, first.Created);
        Assert.Null(await LoadAsync(service));
        List<Dataset> datasets = await service.ReadAsync(db => db.Datasets.Include(d => d.Versions).ToListAsync());
        Assert.InRange(datasets.Count, 100, 1000);
        Assert.All(datasets, d => Assert.Equal(DatasetStatus.Available, d.Status));
        Assert.Equal(ModalityNames.All.Order(), datasets.SelectMany(d => d.Modalities).Distinct().Order());
        Assert.All(datasets, d => Assert.NotNull(d.Description.Ko));
        Assert.Equal(5, await service.ReadAsync(db => db.Consortia.CountAsync()));
        Assert.InRange(await service.ReadAsync(db => db.Entitlements.CountAsync()), 20, 200);
    }

    [Fact]
    public async Task Agreements_AreMarkedAndNearTheirDates()
    {
        await using ImportService service = await ImportService.StartAsync();
        await LoadAsync(service);
        List<Agreement> agreements = await service.ReadAsync(db => db.Agreements.Include(a => a.TermsVersions).ToListAsync());
        Assert.Equal(12, agreements.Count);
        Assert.All(agreements, a => Assert.True(a.Sample && a.Title.Ko!.StartsWith("표본", StringComparison.Ordinal) && a.Title.En!.StartsWith("Sample", StringComparison.Ordinal)));
        Assert.All(agreements, a => Assert.Single(a.TermsVersions));
        int[] ends = [.. agreements.Where(a => a.EndsOn is not null).Select(a => a.EndsOn!.Value.DayNumber - Days.Today.DayNumber)];
        Assert.Superset(new HashSet<int> { 1, 3, 7, 14, 30, 60, 90, -7 }, ends.ToHashSet());
        Assert.Contains(agreements, a => a.On(Days.Today) == AgreementStatus.NoticeDue);
        Assert.Contains(agreements, a => a.On(Days.Today) == AgreementStatus.Expired);
        Assert.Contains(agreements, a => a.On(Days.Today) == AgreementStatus.Pending);
    }

    private static Task<ImportSummary?> LoadAsync(ImportService service) =>
        service.ReadAsync(db => SampleCatalogue.LoadAsync(db, Clock, Days, TestContext.Current.CancellationToken));
}
