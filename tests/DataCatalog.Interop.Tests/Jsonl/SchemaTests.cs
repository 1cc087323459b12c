using System.Text.Json;
using DataCatalog.Interop.Jsonl;

namespace DataCatalog.Interop.Tests.Jsonl;

/// <summary>Holds <c>schemas/import-row.schema.json</c> and the reader together.</summary>
public sealed class SchemaTests
{
    private static readonly JsonElement Schema = JsonElement.Parse(File.ReadAllText(Path.Combine(Root(), "schemas", "import-row.schema.json")));

    [Fact]
    public void Kinds_AreTheReaders() =>
        Assert.Equal(JsonlReader.RowKinds.Order(), Schema.GetProperty("oneOf").EnumerateArray().Select(r => r.GetProperty("$ref").GetString()!.Split('/')[^1]).Order());

    [Theory]
    [InlineData("organisation", typeof(OrganisationRow))]
    [InlineData("licence", typeof(LicenceRow))]
    [InlineData("dataset", typeof(DatasetRow))]
    [InlineData("programme", typeof(ProgrammeRow))]
    [InlineData("consortium", typeof(ConsortiumRow))]
    [InlineData("model", typeof(ModelRow))]
    [InlineData("agreement", typeof(AgreementRow))]
    [InlineData("entitlement", typeof(EntitlementRow))]
    [InlineData("licenceReference", typeof(LicenceReferenceModel))]
    [InlineData("version", typeof(Core.Catalogue.DatasetVersionInput))]
    [InlineData("distribution", typeof(Core.Catalogue.DistributionInput))]
    public void Properties_AreTheRows(string definition, Type type)
    {
        JsonElement described = Schema.GetProperty("$defs").GetProperty(definition);
        Assert.False(described.GetProperty("additionalProperties").GetBoolean());
        Assert.Equal(
            type.GetProperties().Select(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name)).Order(StringComparer.Ordinal),
            described.GetProperty("properties").EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal));
    }

    private static string Root()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "DataCatalog.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("the tests do not run within the repository");
    }
}
