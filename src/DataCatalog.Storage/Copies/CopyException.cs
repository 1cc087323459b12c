namespace DataCatalog.Storage.Copies;

/// <summary>What stands in the way of taking or putting back a copy; the message says how to mend it.</summary>
public sealed class CopyException(string message, Exception? inner = null) : Exception(message, inner);
