using System.Text.Json;

namespace DataCatalog.Core.Licensing.Published;

/// <summary>Reads the lists in <c>Licensing/Published/Lists</c>.</summary>
internal static class PublishedFile
{
    /// <summary>The content of one list.</summary>
    public static T Read<T>(string name)
    {
        using Stream file = typeof(PublishedFile).Assembly.GetManifestResourceStream("Published." + name)
            ?? throw new InvalidOperationException($"The list '{name}' is not in the assembly.");
        return JsonSerializer.Deserialize<T>(file, JsonSerializerOptions.Web)!;
    }
}
