namespace DataCatalog.Storage;

/// <summary>Where the registry is kept.</summary>
public sealed class StorageOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Storage";

    /// <summary>SQLite: one file, for one process.</summary>
    public const string Sqlite = "sqlite";

    /// <summary>PostgreSQL: for several processes.</summary>
    public const string Postgres = "postgres";

    /// <summary><c>sqlite</c> or <c>postgres</c>.</summary>
    /// <value>The default is <c>sqlite</c>.</value>
    public string Provider { get; set; } = Sqlite;

    /// <summary>How to reach the database; needed for PostgreSQL.</summary>
    /// <value>The default for SQLite is the file <c>registry.db</c> in <see cref="DataFolder"/>.</value>
    public string? ConnectionString { get; set; }

    /// <summary>How PostgreSQL is used.</summary>
    public PostgresOptions Connections { get; set; } = new();

    /// <summary>Folder of the registry's files.</summary>
    /// <value>The default is <c>data</c> below the working directory.</value>
    public string DataFolder { get; set; } = "data";
}
