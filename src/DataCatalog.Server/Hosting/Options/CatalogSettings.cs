using System.ComponentModel.DataAnnotations;
using DataCatalog.Search;
using DataCatalog.Storage;
using Microsoft.Extensions.Options;

namespace DataCatalog.Server.Hosting.Options;

/// <summary>Reads the settings and refuses wrong ones before anything starts.</summary>
public static class CatalogSettings
{
    /// <summary>The settings.</summary>
    /// <exception cref="OptionsValidationException">One is not valid.</exception>
    public static CatalogOptions Read(IConfiguration configuration)
    {
        CatalogOptions options = configuration.GetSection(CatalogOptions.Section).Get<CatalogOptions>() ?? new CatalogOptions();
        List<string> faults = [.. Faults(options), .. Faults(options.Limits), .. Faults(options.Alerts), .. Faults(options.Connections), .. Faults(options.Search), .. Faults(options.Search.Elasticsearch), .. options.Search.Faults(), .. Faults(options.SignIn), .. options.SignIn.Faults()];
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(options.TimeZone, out _)) faults.Add($"DataCatalog:TimeZone '{options.TimeZone}' is not an IANA time zone such as Asia/Seoul.");
        if (options.Provider == StorageOptions.Postgres && string.IsNullOrWhiteSpace(options.ConnectionString)) faults.Add("DataCatalog:ConnectionString is needed with the provider 'postgres'.");
        if (!options.Telemetry.IsValid) faults.Add("DataCatalog:Telemetry:Otlp must be a web address such as http://collector:4318.");
        return faults.Count == 0 ? options : throw new OptionsValidationException(CatalogOptions.Section, typeof(CatalogOptions), faults);
    }

    /// <summary>Where the registry is kept.</summary>
    public static StorageOptions Storage(this CatalogOptions options) => new() { Provider = options.Provider, ConnectionString = options.ConnectionString, DataFolder = options.Data, Connections = options.Connections };

    /// <summary>How long a stopping instance goes on serving.</summary>
    public static TimeSpan Draining(this CatalogOptions options) => TimeSpan.FromSeconds(options.DrainSeconds ?? (options.Provider == StorageOptions.Postgres ? 5 : 0));

    /// <summary>Where the search index is.</summary>
    public static SearchOptions SearchIndex(this CatalogOptions options) => options.Search.Search(Path.Combine(options.Data, "index"));

    /// <summary>Makes sure that a section's settings are valid.</summary>
    /// <exception cref="OptionsValidationException">One is not.</exception>
    public static void Require<T>(IConfigurationSection section)
        where T : class, new()
    {
        List<string> faults = [.. Faults(section.Get<T>() ?? new T())];
        if (faults.Count > 0) throw new OptionsValidationException(section.Path, typeof(T), faults);
    }

    private static IEnumerable<string> Faults(object part)
    {
        List<ValidationResult> results = [];
        Validator.TryValidateObject(part, new ValidationContext(part), results, validateAllProperties: true);
        return results.Select(r => r.ErrorMessage ?? "");
    }
}
