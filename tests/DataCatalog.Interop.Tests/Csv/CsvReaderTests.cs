using System.Text;
using CsCheck;
using DataCatalog.Core.Common;
using DataCatalog.Core.Import;
using DataCatalog.Interop.Csv;
using DataCatalog.Interop.Tests.Support;

namespace DataCatalog.Interop.Tests.Csv;

public sealed class CsvReaderTests
{
    private const string Header = "key,titleKo,titleEn,descriptionEn,modalities,languages,provider,volumes,licences,personalData,collectedFrom";
    private readonly CsvReader reader = new();

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public async Task Row_OfEveryType(string end)
    {
        string text = "\uFEFF" + Header + end + "ko-news,뉴스,News,\"A \"\"corpus\"\",\nof news\",text;audio,ko; en,kbs,\"1,200 hours;3 speakers\",CC BY 4.0;KOGL-1,no,2024-01-31" + end;
        ImportRow row = Assert.Single(await reader.ReadAsync(text));
        Assert.Null(row.Fault);
        Assert.Equal(2, row.Line);
        var item = Assert.IsType<DatasetItem>(row.Item);
        Assert.Equal("A \"corpus\",\nof news", item.Input.DescriptionEn);
        Assert.Equal(["text", "audio"], item.Input.Modalities);
        Assert.Equal(["ko", "en"], item.Input.Languages);
        Assert.Equal([1200, 3], item.Input.Volumes!.Select(v => v.Amount));
        Assert.Equal(["CC-BY-4.0", "LicenseRef-KOGL-1"], item.Licences.Select(l => l.Licence.Key));
        Assert.False(item.Input.PersonalData);
        Assert.Equal(new DateOnly(2024, 1, 31), item.Input.CollectedFrom);
    }

    [Theory]
    [InlineData("key,name,modalities", "'provider'", "'name'")]
    [InlineData("key,key,titleEn,descriptionEn,modalities,provider", "-", "'key' (twice)")]
    [InlineData("", "'key'", "'x'")]
    [InlineData("키;제목", "'key'", "'키;제목'")]
    public async Task WrongHeader_NamesColumns(string header, string missing, string unknown)
    {
        DomainException refusal = await Assert.ThrowsAsync<DomainException>(() => reader.ReadAsync(header + "\nx"));
        Assert.Equal(ImportErrors.Header, refusal.Error);
        Assert.Contains(missing, refusal.Message, StringComparison.Ordinal);
        Assert.Contains(unknown, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a,b")]
    [InlineData("a,b,c,d,text,ko,p,,,maybe,")]
    [InlineData("a,b,c,d,text,ko,p,lots,,,")]
    [InlineData("a,b,c,d,text,ko,p,,,,31.01.2024")]
    [InlineData("a,b\"c,c,d,text,ko,p,,,,")]
    [InlineData("a,\"b\"c,c,d,text,ko,p,,,,")]
    public async Task BadRow_IsRefusedAndTheNextRead(string bad)
    {
        List<ImportRow> rows = await reader.ReadAsync($"{Header}\n{bad}\na,b,c,d,text,ko,p,,,,\n");
        Assert.Equal(bad.Contains('"') && bad.Split('"').Length % 2 == 0 ? 1 : 2, rows.Count);
        Assert.NotNull(rows[0].Fault);
    }

    [Fact]
    public async Task BrokenUtf8_IsARowsFault()
    {
        byte[] text = [.. Encoding.UTF8.GetBytes(Header), (byte)'\n', 0xFF, (byte)'\n', .. "a,b,c,d,text,ko,p,,,,\n"u8];
        List<ImportRow> rows = await reader.ReadAsync(text);
        Assert.Equal("row-not-utf8", rows[0].Fault!.Code);
        Assert.Null(rows[1].Fault);
    }

    [Fact]
    public async Task UnclosedQuote_IsCut()
    {
        ImportRow row = Assert.Single(await reader.ReadAsync(Header + "\na,\"b\nc\nd"));
        Assert.Equal("row-cut", row.Fault!.Code);
    }

    [Fact]
    public void Fields_RoundTrip() => Gen.String.Array[1, 8].Sample(fields =>
    {
        string record = string.Join(',', fields.Select(f => "\"" + f.Replace("\"", "\"\"", StringComparison.Ordinal) + "\""));
        return CsvFields.Of(record).SequenceEqual(fields);
    });
}
