namespace DataCatalog.Storage;

/// <summary>What a commit tells every instance.</summary>
[Flags]
public enum RegistryNews
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>There are index tasks.</summary>
    Index = 1,

    /// <summary>API keys were issued, changed or revoked.</summary>
    Keys = 2,

    /// <summary>Anything may have changed: the listener was away.</summary>
    All = Index | Keys,
}
