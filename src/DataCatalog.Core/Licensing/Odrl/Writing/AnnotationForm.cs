using System.Text.Json;
using DataCatalog.Core.Licensing.Odrl.JsonLd;
using DataCatalog.Core.Licensing.Odrl.Reading;

namespace DataCatalog.Core.Licensing.Odrl.Writing;

/// <summary>Writes annotations in canonical form, whoever made them.</summary>
/// <param name="names">Shortens names.</param>
internal sealed class AnnotationForm(Names names)
{
    /// <summary>Adds annotations to an object, sorted by property.</summary>
    public void AddTo(JsonParts json, IReadOnlyList<Annotation> annotations)
    {
        foreach (IGrouping<string, Annotation> property in annotations.GroupBy(a => a.Property).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            if (property.Key == "@type") continue;
            json.AddSet(property.Key == Ns.Included ? Ns.Included : names.Property(property.Key), property.SelectMany(a => Values(a.Json)));
        }
    }

    /// <summary>The types of an object: ODRL's and those kept as annotations.</summary>
    public static string Types(IReadOnlyList<Annotation> annotations, string? own)
    {
        List<string> types = [.. annotations.Where(a => a.Property == "@type").SelectMany(a => Texts(a.Json)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        if (own is not null) types.Insert(0, own);
        return types.Count == 1 ? LdForm.Quote(types[0]) : $"[{string.Join(',', types.Select(LdForm.Quote))}]";
    }

    // Whoever made it: the reader's own form stays as it is, another becomes it.
    private static List<string> Values(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json, JsonShape.Options);
        var annotation = new AnnotationReader(new ReadingScope("", Strictness.Form));
        return [.. LdReader.Value(document.RootElement, (path, why) => new ArgumentException($"{path}: {why}")).Select(annotation.Json)];
    }

    private static IEnumerable<string> Texts(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return document.RootElement.ValueKind == JsonValueKind.Array ? [.. document.RootElement.EnumerateArray().Select(t => t.GetString()!)] : [document.RootElement.GetString()!];
    }
}
