using System.ComponentModel.DataAnnotations;
using DataCatalog.Search;
using DataCatalog.Search.Elastic;

namespace DataCatalog.Server.Hosting.Options;

/// <summary>Which search engine is used.</summary>
public sealed class SearchEngineOptions
{
    private const string Elastic = "elasticsearch";

    /// <summary><c>lucene</c>, in a folder of this process; or <c>elasticsearch</c>, which several instances share.</summary>
    /// <value><c>lucene</c>.</value>
    [RegularExpression("lucene|elasticsearch", ErrorMessage = "DataCatalog:Search:Engine must be 'lucene' or 'elasticsearch'.")]
    public string Engine { get; set; } = "lucene";

    /// <summary>The cluster; unused with Lucene.</summary>
    public ElasticsearchOptions Elasticsearch { get; set; } = new();

    /// <summary>What the search needs to know.</summary>
    /// <param name="folder">Of the embedded index.</param>
    public SearchOptions Search(string folder) => new() { Folder = folder, Elasticsearch = Engine == Elastic ? Elasticsearch.Read() : null };

    /// <summary>What is wrong with the settings.</summary>
    public IEnumerable<string> Faults() => Engine == Elastic ? Elasticsearch.Faults() : [];
}

/// <summary>Where the Elasticsearch cluster is and how to speak to it.</summary>
public sealed class ElasticsearchOptions
{
    /// <summary>Addresses of nodes, with commas between them.</summary>
    public string? Nodes { get; set; }

    /// <summary>What the names of indices and aliases begin with, so that installations can share a cluster.</summary>
    /// <value><c>datacatalog</c>.</value>
    [RegularExpression("[a-z0-9][a-z0-9-]{0,62}", ErrorMessage = "DataCatalog:Search:Elasticsearch:IndexPrefix must be 1 to 63 lower-case letters, digits and hyphens, not beginning with a hyphen.")]
    public string IndexPrefix { get; set; } = "datacatalog";

    /// <summary>User of basic authentication.</summary>
    public string? User { get; set; }

    /// <summary>Password of the user.</summary>
    public string? Password { get; set; }

    /// <summary>Encoded API key; instead of a user.</summary>
    public string? ApiKey { get; set; }

    /// <summary>SHA-256 fingerprint of the certificate authority, in hexadecimal; where the system does not trust it.</summary>
    [RegularExpression("([0-9A-Fa-f]{2}:?){31}[0-9A-Fa-f]{2}", ErrorMessage = "DataCatalog:Search:Elasticsearch:CertificateFingerprint must be the 64 hexadecimal digits of a SHA-256 fingerprint, with or without colons.")]
    public string? CertificateFingerprint { get; set; }

    /// <summary>Longest time of a search, in seconds.</summary>
    /// <value>2.</value>
    [Range(1, 60, ErrorMessage = "DataCatalog:Search:Elasticsearch:SearchSeconds must be 1 to 60.")]
    public int SearchSeconds { get; set; } = 2;

    /// <summary>Longest time of a write, in seconds.</summary>
    /// <value>30.</value>
    [Range(1, 600, ErrorMessage = "DataCatalog:Search:Elasticsearch:BulkSeconds must be 1 to 600.")]
    public int BulkSeconds { get; set; } = 30;

    /// <summary>The settings as the search takes them; to be called without <see cref="Faults"/>.</summary>
    public ElasticOptions Read() => new()
    {
        Nodes = [.. Addresses().Select(a => new Uri(a))],
        IndexPrefix = IndexPrefix,
        User = User,
        Password = Password,
        ApiKey = ApiKey,
        CertificateFingerprint = CertificateFingerprint,
        SearchTimeout = TimeSpan.FromSeconds(SearchSeconds),
        BulkTimeout = TimeSpan.FromSeconds(BulkSeconds),
    };

    /// <summary>What is wrong with the settings; never with a secret in it.</summary>
    public IEnumerable<string> Faults()
    {
        const string Name = "DataCatalog:Search:Elasticsearch";
        if (Addresses().Length == 0) yield return $"{Name}:Nodes is needed with the engine 'elasticsearch': one address or several, as in https://es-1:9200,https://es-2:9200.";
        else if (!Addresses().All(IsNode)) yield return $"{Name}:Nodes must be addresses such as https://es-1:9200, with commas between them and without a user; name that in {Name}:User.";
        if (ApiKey is not null && User is not null) yield return $"{Name}:ApiKey and {Name}:User exclude each other; set one of them.";
        if (User is null != Password is null) yield return $"{Name}:User and {Name}:Password belong together; set both or neither.";
    }

    private string[] Addresses() => (Nodes ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static bool IsNode(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) && uri.Scheme is "http" or "https" && uri.UserInfo.Length == 0;
}
