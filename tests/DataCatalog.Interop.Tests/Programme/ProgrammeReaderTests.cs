using DataCatalog.Core.Import;
using DataCatalog.Interop.Programme;
using DataCatalog.Interop.Tests.Support;

namespace DataCatalog.Interop.Tests.Programme;

public sealed class ProgrammeReaderTests
{
    private readonly ProgrammeReader reader = new();

    [Fact]
    public async Task RealFile_GivesTheProgrammeItsConsortiaAndModels()
    {
        byte[] file = await File.ReadAllBytesAsync(Path.Combine(SharedData.Folder("programme"), "programme.json"), TestContext.Current.CancellationToken);
        List<ImportRow> rows = await reader.ReadAsync(file);
        Assert.All(rows, r => Assert.Null(r.Fault));
        Assert.Equal(1, rows.Count(r => r.Item is ProgrammeItem));
        Assert.Equal(5, rows.Count(r => r.Item is ConsortiumItem));
        Assert.Equal(7, rows.Count(r => r.Item is ModelItem));
        Assert.Equal(18, rows.Count(r => r.Item is OrganisationItem));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("{\"programme\": 3}")]
    [InlineData("{\"programme\": {}, \"consortia\": [{\"lead\": {}}]}")]
    public async Task BadFile_IsOneRefusedRow(string text) => Assert.NotNull(Assert.Single(await reader.ReadAsync(text)).Fault);
}
