namespace DataCatalog.Server.Telemetry;

/// <summary>Where the service tells how it does: <c>DataCatalog:Telemetry</c>.</summary>
public sealed class TelemetryOptions
{
    /// <summary>Address of an OpenTelemetry collector that takes OTLP over HTTP, as in <c>http://collector:4318</c>.</summary>
    /// <value>None: nothing is sent.</value>
    public string? Otlp { get; set; }

    /// <summary>The same with a slash at its end; null where nothing is sent.</summary>
    internal Uri? Collector => string.IsNullOrWhiteSpace(Otlp) ? null : new Uri(Otlp.TrimEnd('/') + '/');

    /// <summary>Whether it can be used.</summary>
    internal bool IsValid => string.IsNullOrWhiteSpace(Otlp) || (Uri.TryCreate(Otlp, UriKind.Absolute, out Uri? url) && url.Scheme is "http" or "https");
}
