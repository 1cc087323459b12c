using DataCatalog.Core.Licensing.Odrl;

namespace DataCatalog.Core.Licensing.UseCheck;

/// <summary>Policies and their canonical texts.</summary>
internal static class Policies
{
    /// <summary>Reads a text that the registry wrote.</summary>
    public static Policy Read(string odrl) => PolicyReader.Read(odrl);

    /// <summary>The canonical text of a policy.</summary>
    public static string Write(Policy policy) => PolicyWriter.Write(policy);
}
