using DataCatalog.Core.Catalogue;
using DataCatalog.Core.Import;
using DataCatalog.Interop.Jsonl;
using DataCatalog.Interop.Tests.Support;

namespace DataCatalog.Interop.Tests.Jsonl;

public sealed class JsonlReaderTests
{
    private readonly JsonlReader reader = new();

    [Fact]
    public async Task Dataset_WithEverything()
    {
        const string Line = """
            {"kind":"dataset","key":"ko-news","titleKo":"뉴스","descriptionKo":"설명","modalities":["text"],"languages":["ko"],"provider":"kbs","providerNameKo":"한국방송","acquisition":"licensed","sensitivity":"restricted","collectedFrom":"2020-01-01","volumes":[{"amount":5,"unit":"tokens"}],"licences":[{"key":"cc-by-4.0","asStated":"CC BY 4.0"},{"key":"KOGL-AI"}],"versions":[{"number":"1.0","text":{"tokens":5,"tokenizer":"x"},"distributions":[{"name":"a","location":"s3/a","mediaType":"text/plain","bytes":1}]}],"publish":"1.0"}
            """;
        ImportRow row = Assert.Single(await reader.ReadAsync(Line));
        Assert.Null(row.Fault);
        var item = Assert.IsType<DatasetItem>(row.Item);
        Assert.Equal(AcquisitionClass.Licensed, item.Input.Acquisition);
        Assert.Equal(["CC-BY-4.0", "LicenseRef-KOGL-AI"], item.Licences.Select(l => l.Licence.Key));
        Assert.Equal([false, true], item.Licences.Select(l => l.AddOn));
        Assert.Equal(5, item.Versions[0].Text!.Tokens);
    }

    [Theory]
    [InlineData("{\"kind\":\"dataset\",\"key\":", "row-malformed")]
    [InlineData("[]", "row-malformed")]
    [InlineData("{}", "unknown-kind")]
    [InlineData("{\"kind\":\"secret\"}", "unknown-kind")]
    [InlineData("{\"kind\":3}", "row-malformed")]
    [InlineData("{\"kind\":\"dataset\",\"id\":\"x\"}", "row-malformed")]
    [InlineData("{\"kind\":\"dataset\",\"status\":\"available\"}", "row-malformed")]
    [InlineData("{\"kind\":\"dataset\",\"modalities\":\"text\"}", "row-malformed")]
    [InlineData("{\"kind\":\"dataset\",\"acquisition\":\"stolen\"}", "row-malformed")]
    [InlineData("{\"kind\":\"dataset\",\"acquisition\":2}", "row-malformed")]
    [InlineData("{\"kind\":\"agreement\",\"priceAmount\":1e400}", "row-malformed")]
    [InlineData("{\"kind\":\"dataset\",\"key\":\"a\",\"key\":\"b\"}", "row-malformed")]
    public async Task BadLine_IsRefusedAndTheNextRead(string line, string code)
    {
        List<ImportRow> rows = await reader.ReadAsync(line + "\n\n{\"kind\":\"organisation\",\"key\":\"a\"}");
        Assert.Equal(code, rows[0].Fault!.Code);
        Assert.DoesNotContain("System.", rows[0].Fault!.En, StringComparison.Ordinal);
        Assert.Equal(3, rows[1].Line);
        Assert.IsType<OrganisationItem>(rows[1].Item);
    }

    [Fact]
    public async Task LineOfMoreThanAMebibyte_IsRefused()
    {
        List<ImportRow> rows = await reader.ReadAsync($"{{\"kind\":\"organisation\",\"nameEn\":\"{new string('x', 1 << 20)}\"}}\n{{\"kind\":\"organisation\"}}\n");
        Assert.Equal("row-too-large", rows[0].Fault!.Code);
        Assert.Null(rows[1].Fault);
    }
}
