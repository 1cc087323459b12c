using DataCatalog.Core.Search;

namespace DataCatalog.Storage;

/// <summary>What every context of one registry shares.</summary>
/// <param name="Clock">The clock.</param>
/// <param name="Signal">Wakes the indexer after a commit.</param>
/// <param name="Turns">The queue of this process's writers, for a database that has one writer at a time.</param>
public sealed record StorageParts(TimeProvider Clock, IIndexSignal Signal, WriteTurns Turns);
