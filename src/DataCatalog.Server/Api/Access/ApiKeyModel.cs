namespace DataCatalog.Server.Api.Access;

/// <summary>A key that lets its holder act in roles; programme administrators and auditors only.</summary>
public sealed class ApiKeyModel : IRowModel
{
    /// <summary>Identity.</summary>
    public Guid Id { get; set; }

    /// <summary>State of the row; its ETag.</summary>
    public long RowVersion { get; set; }

    /// <summary>Whose it is.</summary>
    public string Name { get; set; } = "";

    /// <summary>The key's first characters, by which it is known.</summary>
    public string Prefix { get; set; } = "";

    /// <summary>What its holder may do, by role name.</summary>
    public List<string> Roles { get; set; } = [];

    /// <summary>Id of the holder's consortium; for consortium members.</summary>
    public Guid? ConsortiumId { get; set; }

    /// <summary>When it was made.</summary>
    public DateTime CreatedAt { get; set; }

    /// <summary>From when on it no longer opens.</summary>
    public DateTime? ExpiresAt { get; set; }

    /// <summary>About when it was last used.</summary>
    public DateTime? LastUsedAt { get; set; }

    /// <summary>When it was revoked.</summary>
    public DateTime? RevokedAt { get; set; }

    /// <summary>The key itself; shown once, in the answer that issues it.</summary>
    public string? Secret { get; set; }
}
