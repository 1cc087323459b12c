namespace DataCatalog.Server.Api.Licensing;

/// <summary>Terms as a JSON object: an ODRL 2.2 policy in JSON-LD, or the short form of <c>schemas/terms-short-form.schema.json</c>.</summary>
public sealed class JsonTerms
{
    /// <summary>The object's own members.</summary>
    public IDictionary<string, object> Members { get; init; } = new Dictionary<string, object>();
}
