using DataCatalog.Core.Common;
using DataCatalog.Server.Hosting.Options;
using Npgsql;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace DataCatalog.Server.Telemetry;

/// <summary>Sends traces, metrics and logs to a collector over OTLP where one is named; where none is, nothing is registered and nothing is paid.</summary>
public static class TelemetrySetup
{
    /// <summary>Meters that are sent.</summary>
    public static readonly IReadOnlyList<string> Meters =
        [Measures.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.RateLimiting", "System.Net.Http", "System.Runtime", "Npgsql"];

    /// <summary>Adds it.</summary>
    public static void AddTelemetry(this WebApplicationBuilder builder, CatalogOptions options)
    {
        if (options.Telemetry.Collector is not { } collector) return;
        builder.Services.AddHostedService<RegistryGauges>();
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(Describe)
            .WithTracing(traces => traces.AddAspNetCoreInstrumentation(web => web.Filter = IsWork).AddHttpClientInstrumentation().AddNpgsql().AddOtlpExporter(to => Send(to, collector, "traces")))
            .WithMetrics(metrics => metrics.AddMeter([.. Meters]).AddOtlpExporter(to => Send(to, collector, "metrics")));
        builder.Logging.AddOpenTelemetry(logs =>
        {
            logs.SetResourceBuilder(Described());
            logs.IncludeFormattedMessage = true;
            logs.AddOtlpExporter(to => Send(to, collector, "logs"));
        });
    }

    private static ResourceBuilder Described()
    {
        ResourceBuilder resource = ResourceBuilder.CreateDefault();
        Describe(resource);
        return resource;
    }

    private static void Describe(ResourceBuilder resource) =>
        resource.AddService("datacatalog", serviceVersion: typeof(TelemetrySetup).Assembly.GetName().Version?.ToString(3), serviceInstanceId: Environment.MachineName);

    // Probes would be most of all traces, and the address of a calendar feed is its key.
    private static bool IsWork(HttpContext context) => !context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal) && !context.Request.Path.StartsWithSegments("/feeds", StringComparison.OrdinalIgnoreCase);

    private static void Send(OtlpExporterOptions to, Uri collector, string signal)
    {
        to.Protocol = OtlpExportProtocol.HttpProtobuf;
        to.Endpoint = new Uri(collector, $"v1/{signal}");
    }
}
