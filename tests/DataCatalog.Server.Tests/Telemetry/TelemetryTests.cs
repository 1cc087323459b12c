using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using DataCatalog.Core.Common;
using DataCatalog.Server.Telemetry;
using DataCatalog.Server.Tests.Support;
using Microsoft.Extensions.Logging;

namespace DataCatalog.Server.Tests.Telemetry;

/// <summary>What is told about the service arrives, carries no personal data, and is what the dashboard shows.</summary>
public sealed partial class TelemetryTests
{
    [Fact]
    public async Task WithACollector_SpansMetricsAndLogsArrive_WithoutPersonalData()
    {
        await using OtlpReceiver receiver = await OtlpReceiver.StartAsync();
        await using (RegistryService service = await RegistryService.StartAsync($"--DataCatalog:Telemetry:Otlp={receiver.Address}", "--OTEL_METRIC_EXPORT_INTERVAL=500"))
        {
            await PersonalData.AskAsync(service.Admin, service.Client(PersonalData.WrongKey));
            for (int i = 0; i < 200 && !receiver.Of("metrics").Contains("datacatalog.audit.length", StringComparison.Ordinal); i++) await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        Assert.Contains("datacatalog", receiver.Of("traces"), StringComparison.Ordinal);
        Assert.Contains("odata/Datasets", receiver.Of("traces"), StringComparison.Ordinal);
        Assert.Contains("http.server.request.duration", receiver.Of("metrics"), StringComparison.Ordinal);
        Assert.Contains("datacatalog.outbox.waiting", receiver.Of("metrics"), StringComparison.Ordinal);
        foreach (string secret in PersonalData.Words) Assert.DoesNotContain(secret, receiver.Of("traces") + receiver.Of("metrics") + receiver.Of("logs"), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Logs_HoldNoPersonalData()
    {
        var lines = new ConcurrentQueue<string>();
        await using (RegistryService service = await RegistryService.StartAsync(log => log.AddProvider(new LineLog(lines)))) await PersonalData.AskAsync(service.Admin, service.Client(PersonalData.WrongKey));
        string all = string.Join('\n', lines);
        foreach (string secret in PersonalData.Words) Assert.DoesNotContain(secret, all, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Dashboard_ShowsOnlyMetricsThatThereAre()
    {
        HashSet<string> known = [];
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, _) =>
        {
            if (TelemetrySetup.Meters.Contains(instrument.Meter.Name)) lock (known) known.UnionWith(Prometheus(instrument));
        };
        listener.Start();
        Measures.AlertsRaised(0);
        await using RegistryService service = await RegistryService.StartAsync("--DataCatalog:Telemetry:Otlp=http://127.0.0.1:9");
        await service.Admin.GetAsync("/odata/Datasets");
        using JsonDocument dashboard = JsonDocument.Parse(await File.ReadAllTextAsync(Repository("docs/grafana/datacatalog.json"), TestContext.Current.CancellationToken));
        string[] shown = [.. dashboard.RootElement.GetProperty("panels").EnumerateArray().SelectMany(p => p.GetProperty("targets").EnumerateArray())
            .SelectMany(t => MetricName().Matches(t.GetProperty("expr").GetString()!)).Select(m => m.Groups[1].Value).Distinct()];
        for (int i = 0; i < 100 && Missing(shown, known).Length > 0; i++) await Task.Delay(100, TestContext.Current.CancellationToken);
        Assert.True(shown.Length >= 12);
        Assert.Empty(Missing(shown, known));
    }

    private static string[] Missing(string[] shown, HashSet<string> known)
    {
        lock (known) return [.. shown.Except(known)];
    }

    // As the OTLP-to-Prometheus mapping of OpenTelemetry names them.
    private static IEnumerable<string> Prometheus(Instrument instrument)
    {
        string unit = instrument.Unit switch { "s" => "_seconds", "By" => "_bytes", _ => "" };
        string name = instrument.Name.Replace('.', '_') + (instrument.Name.EndsWith(unit, StringComparison.Ordinal) && unit.Length > 0 ? "" : unit);
        string kind = instrument.GetType().Name;
        if (kind.StartsWith("Histogram", StringComparison.Ordinal)) return [name + "_bucket", name + "_count", name + "_sum"];
        return kind.StartsWith("Counter", StringComparison.Ordinal) || kind.StartsWith("ObservableCounter", StringComparison.Ordinal) ? [name + "_total"] : [name];
    }

    private static string Repository(string path, [CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "../../..", path);

    [GeneratedRegex(@"([a-z_][a-z0-9_]*)\{")]
    private static partial Regex MetricName();
}
