namespace DataCatalog.Core.Common;

/// <summary>A row with an identity that is written as one: it carries the version that ETags and the search index use.</summary>
public abstract class Entity
{
    /// <summary>Identity, a version 7 GUID.</summary>
    public Guid Id { get; protected set; }

    /// <summary>1 when made, one more at each change; the storage counts it.</summary>
    public long RowVersion { get; private set; }
}
