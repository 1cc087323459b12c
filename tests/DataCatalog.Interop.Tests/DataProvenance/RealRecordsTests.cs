using DataCatalog.Core.Catalogue;
using DataCatalog.Core.Import;
using DataCatalog.Core.Licensing;
using DataCatalog.Core.Licensing.Published;
using DataCatalog.Interop.DataProvenance;
using DataCatalog.Interop.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace DataCatalog.Interop.Tests.DataProvenance;

public sealed class RealRecordsTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("text", 2312, 1)]
    [InlineData("speech", 95, 0)]
    [InlineData("video", 105, 0)]
    public async Task EveryRecord_IsADatasetOrSaysWhyNot(string folder, int records, int refused)
    {
        List<ImportRow> rows = await ReadAsync(folder);
        Assert.Equal(records, rows.Count);
        Assert.Equal(refused, rows.Count(r => r.Fault is not null));
        Assert.All(rows.Where(r => r.Fault is not null), r => Assert.Equal("record-is-template", r.Fault!.Code));
        Assert.All(rows.Where(r => r.Fault is null), r => Assert.NotNull(Registered((DatasetItem)r.Item!)));
    }

    [Theory]
    [InlineData("text", "text")]
    [InlineData("speech", "audio")]
    [InlineData("video", "video")]
    public async Task Modality_FollowsTheShape(string folder, string modality)
    {
        foreach (DatasetItem item in Items(await ReadAsync(folder))) Assert.Equal([modality], item.Input.Modalities);
    }

    [Fact]
    public async Task Keys_AreUniqueButForTheOneRecordThatTwoFilesHold()
    {
        List<DatasetItem> items = [.. Items([.. await ReadAsync("text"), .. await ReadAsync("speech"), .. await ReadAsync("video")])];
        List<string> twice = [.. items.GroupBy(i => i.Key!).Where(g => g.Count() > 1).Select(g => g.Key)];
        Assert.Equal(["pii-masking-200k"], twice);
        DatasetItem[] pair = [.. items.Where(i => i.Key == "pii-masking-200k")];
        Assert.Equal(pair[0].Input.DescriptionEn, pair[1].Input.DescriptionEn);
    }

    [Fact]
    public async Task Licences_AreOnTheSpdxListWhereTheirNameIs()
    {
        List<LicenceReference> stated = [.. Items([.. await ReadAsync("text"), .. await ReadAsync("speech"), .. await ReadAsync("video")]).SelectMany(i => i.Licences)];
        List<IGrouping<string, LicenceReference>> custom = [.. stated.Where(l => l.Licence.Kind != LicenceKind.Spdx).GroupBy(l => l.AsStated!).OrderByDescending(g => g.Count())];
        int onList = stated.Count(l => l.Licence.Kind == LicenceKind.Spdx);
        output.WriteLine($"{onList} of {stated.Count} statements are on the SPDX list ({100.0 * onList / stated.Count:F1} %)");
        foreach (IGrouping<string, LicenceReference> group in custom) output.WriteLine($"{group.Count(),5}  {group.Key} -> {group.First().Licence.Key}");
        string[] named = ["CC", "MIT", "Apache", "BSD", "GNU", "LGPL", "MPL", "ISC", "EPL", "CDLA", "ODC", "OGL"];
        Assert.All(custom.Where(g => g.Key != "CC BY-SA"), g => Assert.DoesNotContain(named, n => g.Key.StartsWith(n, StringComparison.Ordinal)));
        Assert.All(custom.SelectMany(g => g), l => Assert.StartsWith("LicenseRef-", l.Licence.Key, StringComparison.Ordinal));
    }

    /// <summary>What the records say of a licence leads to terms, but where the collection itself says nothing of them.</summary>
    [Fact]
    public async Task Licences_HaveReadyMadeTerms()
    {
        List<DatasetItem> items = [.. Items([.. await ReadAsync("text"), .. await ReadAsync("speech"), .. await ReadAsync("video")])];
        List<LicenceReference> stated = [.. items.SelectMany(i => i.Licences)];
        List<IGrouping<string, LicenceReference>> without = [.. stated.Where(l => LicenceReadings.Of(l.Licence.Key!) is null).GroupBy(l => l.AsStated!).OrderByDescending(g => g.Count())];
        int read = stated.Count - without.Sum(g => g.Count());
        output.WriteLine($"{read} of {stated.Count} statements lead to terms ({100.0 * read / stated.Count:F1} %)");
        foreach (IGrouping<string, LicenceReference> group in without) output.WriteLine($"{group.Count(),5}  {group.Key} -> {group.First().Licence.Key}");
        string[] silent = ["Unspecified", "Custom", "Unclear", "No License", "Various", "Request Form"];
        Assert.DoesNotContain(without, g => g.Key.StartsWith("CC", StringComparison.Ordinal));
        Assert.True(without.Where(g => !silent.Contains(g.Key)).Sum(g => g.Count()) * 100 < stated.Count);
        Assert.All(items, i => Assert.NotNull(i.Licences.Count == 0 ? "" : ReadyMadeTerms.Stated(i.Licences.Select(l => new StatedLicence(l.Licence.Key!)))!.ToString()));
    }

    [Fact]
    public async Task Languages_FewAreUnmapped()
    {
        List<ImportRow> rows = [.. await ReadAsync("text"), .. await ReadAsync("speech")];
        List<string> unmapped = [.. rows.SelectMany(r => r.Warnings).Where(w => w.Code == "language-unmapped").Select(w => w.En.Split('\'')[1]).Distinct().Order()];
        output.WriteLine($"{unmapped.Count} names without a tag: {string.Join(", ", unmapped)}");
        Assert.InRange(unmapped.Count, 0, 25);
    }

    [Fact]
    public async Task Warnings_AreCounted()
    {
        List<ImportRow> rows = [.. await ReadAsync("text"), .. await ReadAsync("speech"), .. await ReadAsync("video")];
        foreach (IGrouping<string, ImportNote> group in rows.SelectMany(r => r.Warnings).GroupBy(w => w.Code)) output.WriteLine($"{group.Count(),5}  {group.Key}: {group.First().En}");
        Assert.Equal(331 + 1, rows.Count(r => r.Warnings.Any(w => w.Code == "provider-not-stated")));
        Assert.Equal(3, rows.Count(r => r.Warnings.Any(w => w.Code == "taken-down")));
    }

    private static async Task<List<ImportRow>> ReadAsync(string folder)
    {
        var reader = new DataProvenanceReader();
        List<ImportRow> rows = [];
        foreach (string file in Directory.GetFiles(SharedData.Folder("data-provenance-collection", folder), "*.json").Order(StringComparer.Ordinal))
        {
            rows.AddRange(await reader.ReadAsync(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken)));
        }

        return rows;
    }

    private static IEnumerable<DatasetItem> Items(IEnumerable<ImportRow> rows) => rows.Select(r => r.Item).OfType<DatasetItem>();

    private static Dataset Registered(DatasetItem item)
    {
        var clock = new FakeTimeProvider();
        Licence[] licences = [.. item.Licences.Select(l => Licence.Register(l.Licence, clock))];
        var dataset = Dataset.Register(
            item.Input with
            {
                ProviderId = Organisation.Register(item.Provider, clock).Id,
                Licences = [.. licences.Zip(item.Licences, (row, l) => new DatasetLicenceInput { LicenceId = row.Id, AsStated = l.AsStated, StatedAt = l.StatedAt })],
            },
            clock);
        foreach (DatasetVersionInput version in item.Versions) dataset.AddVersion(version, clock);
        return dataset;
    }
}
