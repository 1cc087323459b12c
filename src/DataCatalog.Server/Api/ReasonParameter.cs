namespace DataCatalog.Server.Api;

/// <summary>The body of an action that needs a reason.</summary>
/// <param name="Reason">Why.</param>
public sealed record ReasonParameter(string? Reason = null);
