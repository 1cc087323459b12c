namespace DataCatalog.Search.Elastic;

/// <summary>Where Elasticsearch is and how to speak to it.</summary>
public sealed record ElasticOptions
{
    /// <summary>Addresses of the cluster's nodes; where one is away another is asked.</summary>
    /// <value>Required.</value>
    public required IReadOnlyList<Uri> Nodes { get; init; }

    /// <summary>What the names of indices and aliases begin with, so that installations can share a cluster.</summary>
    /// <value><c>datacatalog</c>.</value>
    public string IndexPrefix { get; init; } = "datacatalog";

    /// <summary>User of basic authentication, or null.</summary>
    public string? User { get; init; }

    /// <summary>Password of <see cref="User"/>.</summary>
    public string? Password { get; init; }

    /// <summary>API key in the encoded form that Elasticsearch shows once; instead of a user.</summary>
    public string? ApiKey { get; init; }

    /// <summary>SHA-256 fingerprint of the certificate authority that signed the nodes' certificates; null where the system trusts it.</summary>
    public string? CertificateFingerprint { get; init; }

    /// <summary>Longest time of a search.</summary>
    /// <value>2 seconds.</value>
    public TimeSpan SearchTimeout { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Longest time of a write.</summary>
    /// <value>30 seconds.</value>
    public TimeSpan BulkTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>After how long without a sign of life another instance may take over a rebuild.</summary>
    /// <value>30 seconds.</value>
    public TimeSpan RebuildLease { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The settings without what is secret.</summary>
    public override string ToString() => $"{string.Join(", ", Nodes)}, prefix {IndexPrefix}";
}
