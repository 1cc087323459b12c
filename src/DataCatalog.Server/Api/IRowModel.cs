namespace DataCatalog.Server.Api;

/// <summary>A row of an entity set: what its ETag and its place in a page are made of.</summary>
public interface IRowModel
{
    /// <summary>Identity; the last key of every order.</summary>
    Guid Id { get; }

    /// <summary>State of the row.</summary>
    long RowVersion { get; }
}
