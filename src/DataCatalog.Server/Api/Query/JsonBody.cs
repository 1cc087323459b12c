using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using DataCatalog.Core.Common;
using DataCatalog.Core.Licensing.Odrl.JsonLd;
using DataCatalog.Server.Hosting.Errors;

namespace DataCatalog.Server.Api.Query;

/// <summary>Reads bodies strictly: well-formed UTF-8 JSON whose every property the input type offers, with a value of its type.</summary>
public static class JsonBody
{
    /// <summary>How bodies are read.</summary>
    public static JsonSerializerOptions Options { get; } = new()
    {
        MaxDepth = JsonShape.MostDepth,
        AllowDuplicateProperties = false,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        IgnoreReadOnlyProperties = true,
        Converters = { new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false) },
    };

    /// <summary>The body as an input.</summary>
    /// <exception cref="DomainException"><c>malformed-json</c>, <c>unknown-property</c>, <c>wrong-type</c> or <c>unsupported-media-type</c>.</exception>
    public static async Task<T> ReadAsync<T>(HttpRequest request, CancellationToken cancellation) => To<T>(await ObjectAsync(request, cancellation));

    /// <summary>The body as an input, with one property of it as an input of its own.</summary>
    /// <exception cref="DomainException">As for reading.</exception>
    public static async Task<(T Input, TPart? Part)> ReadAsync<T, TPart>(HttpRequest request, string part, CancellationToken cancellation)
        where TPart : class
    {
        JsonObject content = await ObjectAsync(request, cancellation);
        bool given = content.Remove(part, out JsonNode? inner);
        if (given && inner is not JsonObject) throw new DomainException(ApiErrors.WrongType, part, part);
        return (To<T>(content), given ? To<TPart>((JsonObject)inner!) : null);
    }

    /// <summary>An input with the body's properties laid over it, as PATCH means it.</summary>
    /// <exception cref="DomainException">As for reading; also where the body writes <paramref name="fixedProperties"/>.</exception>
    public static async Task<T> OverlayAsync<T>(HttpRequest request, T current, IReadOnlyList<string> fixedProperties, CancellationToken cancellation)
    {
        JsonObject changes = await ObjectAsync(request, cancellation);
        if (changes.FirstOrDefault(p => fixedProperties.Contains(p.Key)) is { Key: { } name }) throw new DomainException(ApiErrors.UnknownProperty, name, name);
        To<T>(changes);
        JsonObject whole = JsonSerializer.SerializeToNode(current, Options)!.AsObject();
        foreach ((string key, JsonNode? value) in changes) whole[key] = value?.DeepClone();
        return To<T>(whole);
    }

    private static async Task<JsonObject> ObjectAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (request.ContentType is not null && !request.HasJsonContentType()) throw new DomainException(ApiErrors.UnsupportedMediaType);
        try
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body, cancellation);
            if (body.Length == 0) return [];
            ReadOnlySpan<byte> bytes = body.GetBuffer().AsSpan(0, (int)body.Length);
            if (!Utf8.IsValid(bytes)) throw new DomainException(ApiErrors.MalformedJson, null, 1, 1);
            JsonNode? node = JsonNode.Parse(bytes, documentOptions: new JsonDocumentOptions { MaxDepth = JsonShape.MostDepth, AllowDuplicateProperties = false });
            JsonObject content = node as JsonObject ?? throw new DomainException(ApiErrors.WrongType, null, "/");
            foreach (string annotation in content.Select(p => p.Key).Where(k => k.Contains('@', StringComparison.Ordinal)).ToList()) content.Remove(annotation);
            return content;
        }
        catch (JsonException e)
        {
            throw new DomainException(ApiErrors.MalformedJson, null, (e.LineNumber ?? 0) + 1, (e.BytePositionInLine ?? 0) + 1);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            // Half of a surrogate pair in a name, or a name twice, comes to light only when the names are looked at.
            throw new DomainException(ApiErrors.MalformedJson, null, 1, 1);
        }
    }

    private static T To<T>(JsonObject content)
    {
        CheckNames(content, Options.GetTypeInfo(typeof(T)), "");
        try
        {
            return content.Deserialize<T>(Options)!;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            string path = (e as JsonException)?.Path?.TrimStart('$', '.').Replace('.', '/').Replace("[", "/", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal) ?? "";
            throw new DomainException(ApiErrors.WrongType, path, path);
        }
    }

    private static void CheckNames(JsonNode? node, JsonTypeInfo type, string path)
    {
        if (node is JsonArray items && type.ElementType is { } element)
        {
            for (int i = 0; i < items.Count; i++) CheckNames(items[i], Options.GetTypeInfo(element), $"{path}{i}/");
            return;
        }

        if (node is not JsonObject content || type.Kind != JsonTypeInfoKind.Object) return;
        foreach ((string name, JsonNode? value) in content)
        {
            JsonPropertyInfo? property = type.Properties.FirstOrDefault(p => p.Name == name && p.Set is not null);
            if (property is null) throw new DomainException(ApiErrors.UnknownProperty, path + name, path + name);
            CheckNames(value, Options.GetTypeInfo(property.PropertyType), $"{path}{name}/");
        }
    }
}
