using System.Text;
using CsCheck;
using DataCatalog.Core.Import;
using DataCatalog.Interop.DataProvenance;
using DataCatalog.Interop.Tests.Support;

namespace DataCatalog.Interop.Tests.DataProvenance;

public sealed class HostileRecordsTests
{
    private readonly DataProvenanceReader reader = new();

    [Theory]
    [InlineData("")]
    [InlineData("   \n ")]
    [InlineData("{}")]
    [InlineData("\uFEFF{}")]
    [InlineData("{} {}\n{}")]
    public async Task NoRecords(string text) => Assert.Empty(await reader.ReadAsync(text));

    [Theory]
    [InlineData("[1,2]", "row-malformed")]
    [InlineData("nonsense", "row-malformed")]
    [InlineData("{\"a\": 3}", "row-malformed")]
    [InlineData("{\"a\": [}]", "row-malformed")]
    [InlineData("{\"a\": {\"Dataset Name\": \"\\ud800\"}}", "row-malformed")]
    [InlineData("{\"a\": {\"Dataset Name\": \"x\"", "row-cut")]
    [InlineData("{\"a", "row-cut")]
    public async Task Malformed_IsOneRefusedRow(string text, string code)
    {
        ImportRow row = Assert.Single(await reader.ReadAsync(text));
        Assert.Null(row.Item);
        Assert.True(row.Fault!.Code == code || (row.Fault.Code is "row-malformed" or "row-cut"), row.Fault.Code);
    }

    [Fact]
    public async Task OneBadRecord_LeavesTheOthers()
    {
        List<ImportRow> rows = await reader.ReadAsync("{\"a\": {\"Dataset Name\": \"A\"}, \"b\": 7, \"c\": {\"Dataset Name\": \"C\"}}");
        Assert.Equal([1, 2, 3], rows.Select(r => r.Line));
        Assert.Equal([true, false, true], rows.Select(r => r.Item is not null));
    }

    [Fact]
    public async Task DeepNesting_IsRefusedNotFollowed()
    {
        string deep = new('[', 200_000);
        List<ImportRow> rows = await reader.ReadAsync($"{{\"deep\": {{\"x\": {deep}{new string(']', 200_000)}}}, \"after\": {{}}}}");
        Assert.Equal("row-malformed", rows[0].Fault!.Code);
        Assert.NotNull(rows[1].Item);
    }

    [Fact]
    public async Task TenMegabyteText_IsRefusedAndTheNextRead()
    {
        List<ImportRow> rows = await reader.ReadAsync($"{{\"long\": {{\"Dataset Name\": \"{new string('x', 10_000_000)}\"}}, \"after\": {{}}}}");
        Assert.Equal("row-too-large", rows[0].Fault!.Code);
        Assert.NotNull(rows[1].Item);
    }

    [Fact]
    public async Task BrokenUtf8_NamesTheByte()
    {
        byte[] text = [.. "{\"a\": {\"Dataset Name\": \""u8, 0xC3, 0x28, .. "\"}, \"b\": {}}"u8];
        List<ImportRow> rows = await reader.ReadAsync(text);
        Assert.Equal("row-not-utf8", rows[0].Fault!.Code);
        Assert.NotNull(rows[1].Item);
    }

    [Fact]
    public async Task WrongTypesAndHugeNumbers_AreLeftOutAndNamed()
    {
        const string Text = """{"a": {"Dataset Name": "A", "Hours": 1e999, "Speakers": "many", "Languages": {"x": 1}, "Creators": 5, "Licenses": "none", "Year Released": -4}}""";
        ImportRow row = Assert.Single(await reader.ReadAsync(Text));
        var item = Assert.IsType<DatasetItem>(row.Item);
        Assert.Empty(item.Input.Volumes!);
        Assert.Equal(5, row.Warnings.Count(w => w.Code == "value-ignored"));
    }

    [Fact]
    public async Task ZeroHours_AreAbsent()
    {
        ImportRow row = Assert.Single(await reader.ReadAsync("""{"a": {"Dataset Name": "A", "Video Hours": 0, "Video Sources": ["web"]}}"""));
        var item = Assert.IsType<DatasetItem>(row.Item);
        Assert.Equal(["video"], item.Input.Modalities);
        Assert.Empty(item.Input.Volumes!);
        Assert.Empty(item.Versions);
    }

    [Fact]
    public void AnyBytes_NeverThrow() => Gen.Byte.Array[0, 300].Sample(
        bytes => Rows([.. "{\"a\": {\"Licenses\": ["u8, .. bytes]) is not null, iter: 20_000);

    [Fact]
    public void AnyCut_OfAFileGivesAtMostItsRecords()
    {
        const string File = """{"a": {"Dataset Name": "A", "Licenses": [{"License": "MIT \"{}"}]}, "b": {"Languages": ["English", "]"]}}""";
        byte[] bytes = Encoding.UTF8.GetBytes(File);
        for (int length = 0; length <= bytes.Length; length++) Assert.InRange(Rows(bytes[..length]).Count, 0, 2);
    }

    private List<ImportRow> Rows(byte[] bytes)
    {
        using var body = new MemoryStream(bytes);
        return [.. reader.ReadAsync(body, CancellationToken.None).ToBlockingEnumerable()];
    }
}
