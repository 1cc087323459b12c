using System.ComponentModel.DataAnnotations;

namespace DataCatalog.Storage;

/// <summary>How one instance uses PostgreSQL. What stands here goes before the same in the connection string.</summary>
public sealed class PostgresOptions
{
    /// <summary>Most connections for requests.</summary>
    /// <value>30.</value>
    [Range(2, 1000)]
    public int PoolSize { get; set; } = 30;

    /// <summary>Most connections for the scheduler.</summary>
    /// <value>8.</value>
    [Range(4, 100)]
    public int JobsPoolSize { get; set; } = 8;

    /// <summary>Longest wait for a connection, in seconds.</summary>
    /// <value>5.</value>
    [Range(1, 60)]
    public int ConnectSeconds { get; set; } = 5;

    /// <summary>Longest time of one command, in seconds. The server itself ends it a few seconds later, should the order to cancel not arrive.</summary>
    /// <value>10.</value>
    [Range(6, 600)]
    public int CommandSeconds { get; set; } = 10;
}
