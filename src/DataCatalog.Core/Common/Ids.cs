namespace DataCatalog.Core.Common;

/// <summary>Makes the ids of the registry's rows.</summary>
public static class Ids
{
    /// <summary>A new version 7 GUID (RFC 9562, section 5.7): ids of one time lie together in an index.</summary>
    /// <param name="clock">The clock whose time goes into the id.</param>
    public static Guid New(TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        return Guid.CreateVersion7(clock.GetUtcNow());
    }
}
