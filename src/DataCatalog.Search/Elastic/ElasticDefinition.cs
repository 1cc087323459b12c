using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace DataCatalog.Search.Elastic;

/// <summary>Settings and mapping of an index: <c>schemas/elasticsearch/datasets.json</c>.</summary>
internal sealed class ElasticDefinition
{
    private const string Resource = "elasticsearch-datasets.json";

    private readonly string json;

    private ElasticDefinition(string json)
    {
        this.json = json;
        Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)))[..16];
        Revision = (int)JsonNode.Parse(json)!["mappings"]!["_meta"]![RevisionEntry]!;
    }

    /// <summary>Where an index's mapping keeps <see cref="Hash"/>.</summary>
    public const string HashEntry = "definition";

    /// <summary>Where it keeps <see cref="Revision"/>.</summary>
    public const string RevisionEntry = "revision";

    /// <summary>The definition of this release.</summary>
    public static ElasticDefinition Current { get; } = Read();

    /// <summary>Tells one definition from another.</summary>
    public string Hash { get; }

    /// <summary>Raised with every change, so that a release knows an index that a later one has built.</summary>
    public int Revision { get; }

    /// <summary>A definition of its own.</summary>
    public static ElasticDefinition Of(string json) => new(json);

    /// <summary>What makes an index of this definition under an alias.</summary>
    public string Creation(string alias)
    {
        JsonNode body = JsonNode.Parse(json)!;
        body["mappings"]!["_meta"]![HashEntry] = Hash;
        body["aliases"] = new JsonObject { [alias] = new JsonObject() };
        return body.ToJsonString();
    }

    private static ElasticDefinition Read()
    {
        using Stream stream = typeof(ElasticDefinition).Assembly.GetManifestResourceStream(Resource)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return new ElasticDefinition(reader.ReadToEnd());
    }
}
