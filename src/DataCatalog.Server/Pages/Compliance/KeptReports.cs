using System.Text.Json;
using System.Text.Json.Serialization;
using DataCatalog.Core.Entitlements.UseCases;

namespace DataCatalog.Server.Pages.Compliance;

/// <summary>Reads impact reports as they were kept.</summary>
public static class KeptReports
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNameCaseInsensitive = true, Converters = { new JsonStringEnumConverter() } };

    /// <summary>The report.</summary>
    public static ImpactAnswer Read(string report) => JsonSerializer.Deserialize<ImpactAnswer>(report, Options)!;
}
