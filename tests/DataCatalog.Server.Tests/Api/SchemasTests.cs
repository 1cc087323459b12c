using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;
using DataCatalog.Core.Common;
using DataCatalog.Server.Api;
using DataCatalog.Server.Api.OpenApi;
using DataCatalog.Server.Api.Query;
using DataCatalog.Server.Hosting.Startup;
using DataCatalog.Server.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.OData.Edm;
using Microsoft.OData.Edm.Csdl;

namespace DataCatalog.Server.Tests.Api;

/// <summary>The contracts in schemas/ say what the code says; UPDATE_SCHEMAS=1 writes them anew.</summary>
public sealed class SchemasTests : IAsyncLifetime
{
    internal static readonly string Folder = Path.Combine(Root(), "schemas");
    private readonly string data = Directory.CreateTempSubdirectory("datacatalog-schemas-").FullName;
    private WebApplication service = null!;

    public static TheoryData<string> Models => ["staff", "member"];

    public ValueTask InitializeAsync()
    {
        service = Service.Build(["--DataCatalog:Data=" + data, "--applicationName=DataCatalog.Server"]);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await service.DisposeAsync();
        Directory.Delete(data, recursive: true);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Metadata_IsAsPublished(string model) => Holds($"odata/metadata-{model}.xml", Csdl(model == "staff" ? EdmModels.Staff : EdmModels.Member));

    [Fact]
    public void OpenApi_IsAsPublished() => Holds("openapi.json", OpenApiDocument.Write(Endpoints, staff: true));

    [Fact]
    public void OpenApi_EveryReferenceLeadsSomewhere()
    {
        JsonObject document = Document(staff: true);
        Assert.All(Values(document, "$ref"), reference => Assert.NotNull(((string)reference!).Split('/').Skip(1).Aggregate((JsonNode?)document, (node, name) => node?[name])));
    }

    [Fact]
    public void OpenApi_OperationsAreNamedOnceAndDescribed()
    {
        JsonObject[] operations = [.. Document(staff: true)["paths"]!.AsObject().SelectMany(p => p.Value!.AsObject()).Select(o => o.Value!.AsObject())];
        Assert.Equal(operations.Length, operations.Select(o => (string)o["operationId"]!).Distinct().Count());
        Assert.All(operations, o => Assert.NotNull((string?)o["summary"]));
    }

    [Fact]
    public void OpenApi_EveryProgramsEndpointIsDescribed()
    {
        string[] beside = ["/hangfire", "/openapi.json"];
        JsonObject paths = Document(staff: true)["paths"]!.AsObject();
        IEnumerable<string> mapped = Endpoints.OfType<RouteEndpoint>().Select(e => "/" + e.RoutePattern.RawText!.Trim('/')).Where(p => !PagePaths.IsPage(p) && !beside.Contains(p) && !p.StartsWith("/hangfire/", StringComparison.Ordinal));
        Assert.Empty(mapped.Where(p => !paths.ContainsKey(p)).Distinct());
    }

    [Fact]
    public void OpenApi_MembersAreToldOfNothingElse()
    {
        JsonObject paths = Document(staff: false)["paths"]!.AsObject();
        Assert.DoesNotContain(paths, p => p.Key.Contains("ApiKeys", StringComparison.Ordinal) || p.Key.Contains("Payments", StringComparison.Ordinal));
        Assert.Contains("/odata/Datasets", paths.Select(p => p.Key));
        Assert.False(paths["/odata/Datasets"]!.AsObject().ContainsKey("post"));
        Assert.Null(Document(staff: false)["components"]!["schemas"]!["Dataset"]!["properties"]!["Supply"]);
    }

    [Fact]
    public void OpenApi_ExamplesAreReadAsBodiesAre()
    {
        foreach ((string name, JsonNode? schema) in Document(staff: true)["components"]!["schemas"]!.AsObject().Where(s => s.Key.EndsWith("Input", StringComparison.Ordinal)))
        {
            Type? type = typeof(Entity).Assembly.GetTypes().FirstOrDefault(t => t.Name == name);
            foreach (JsonNode? example in schema!["examples"]?.AsArray() ?? []) Assert.NotNull(example.Deserialize(type!, JsonBody.Options));
            foreach (JsonNode? required in schema["required"]?.AsArray() ?? []) Assert.NotNull(schema["properties"]![(string)required!]);
        }
    }

    private IEnumerable<Endpoint> Endpoints => ((IEndpointRouteBuilder)service).DataSources.SelectMany(s => s.Endpoints);

    private JsonObject Document(bool staff) => JsonNode.Parse(OpenApiDocument.Write(Endpoints, staff))!.AsObject();

    private static IEnumerable<JsonNode?> Values(JsonNode? node, string name) => node switch
    {
        JsonObject content => content.SelectMany(p => p.Key == name ? [p.Value] : Values(p.Value, name)),
        JsonArray items => items.SelectMany(i => Values(i, name)),
        _ => [],
    };

    private static void Holds(string name, string text)
    {
        string path = Path.Combine(Folder, name);
        if (Environment.GetEnvironmentVariable("UPDATE_SCHEMAS") == "1") File.WriteAllText(path, text);
        Assert.True(File.Exists(path) && File.ReadAllText(path) == text, $"schemas/{name} is not what the code says; run the tests with UPDATE_SCHEMAS=1 and look at the difference.");
    }

    private static string Csdl(IEdmModel model)
    {
        using var text = new StringWriter { NewLine = "\n" };
        using (var writer = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, NewLineChars = "\n", OmitXmlDeclaration = true }))
        {
            Assert.True(CsdlWriter.TryWriteCsdl(model, writer, CsdlTarget.OData, out _));
        }

        return text + "\n";
    }

    private static string Root()
    {
        string folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "DataCatalog.sln"))) folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
