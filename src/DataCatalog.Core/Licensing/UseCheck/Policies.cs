using DataCatalog.Core.Licensing.Odrl;

namespace DataCatalog.Core.Licensing.UseCheck;

/// <summary>Policies from their canonical texts.</summary>
internal static class Policies
{
    /// <summary>Reads a text that the registry wrote.</summary>
    public static Policy Read(string odrl) => throw new NotSupportedException(odrl);
}
