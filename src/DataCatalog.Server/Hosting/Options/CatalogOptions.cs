using System.ComponentModel.DataAnnotations;
using DataCatalog.Server.Telemetry;

namespace DataCatalog.Server.Hosting.Options;

/// <summary>Settings of the service: section <c>DataCatalog</c>, environment <c>DATACATALOG__…</c>.</summary>
public sealed class CatalogOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "DataCatalog";

    /// <summary>Folder of the database, the index and the keys.</summary>
    /// <value><c>data</c> beside the working directory.</value>
    [Required]
    public string Data { get; set; } = "data";

    /// <summary><c>sqlite</c> or <c>postgres</c>.</summary>
    /// <value><c>sqlite</c>.</value>
    [RegularExpression("sqlite|postgres", ErrorMessage = "DataCatalog:Provider must be 'sqlite' or 'postgres'.")]
    public string Provider { get; set; } = "sqlite";

    /// <summary>Connection string of PostgreSQL; unused with SQLite.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>How PostgreSQL is used: pools and times.</summary>
    public Storage.PostgresOptions Connections { get; set; } = new();

    /// <summary>Start beside other instances although the search index is this one's own; each then finds only what it indexed itself.</summary>
    public bool AllowSplitSearch { get; set; }

    /// <summary>How long a stopping instance goes on serving after it said that it is not ready, in seconds, so that the proxy sends nothing more.</summary>
    /// <value>5 with PostgreSQL; 0 with SQLite, where nobody else could take over.</value>
    [Range(0, 600)]
    public int? DrainSeconds { get; set; }

    /// <summary>Longest time for what runs when the draining is over, in seconds.</summary>
    /// <value>30.</value>
    [Range(1, 600)]
    public int ShutdownSeconds { get; set; } = 30;

    /// <summary>IANA time zone in which days are counted.</summary>
    /// <value><c>Asia/Seoul</c>.</value>
    [Required]
    public string TimeZone { get; set; } = "Asia/Seoul";

    /// <summary>Address under which users reach the service, for links in answers and messages; the request's own where absent.</summary>
    [Url]
    public string? PublicUrl { get; set; }

    /// <summary>Folder of the private keys that sign clearances; every instance of the service needs the same.</summary>
    /// <value><c>clearance-keys</c> in the data folder.</value>
    public string? ClearanceKeys { get; set; }

    /// <summary>Folder of uploaded documents; every instance of the service needs the same.</summary>
    /// <value><c>documents</c> in the data folder.</value>
    public string? Documents { get; set; }

    /// <summary>File that keeps the last known checkpoint of the audit log; best on other storage than the database.</summary>
    /// <value><c>audit-checkpoint</c> in the data folder.</value>
    public string? Checkpoint { get; set; }

    /// <summary>Folder of <c>pg_dump</c> and <c>pg_restore</c>, for backups of PostgreSQL.</summary>
    /// <value>Looked for along PATH.</value>
    public string? PostgresTools { get; set; }

    /// <summary>Start without the sample catalogue.</summary>
    public bool Empty { get; set; }

    /// <summary>Licence key of AutoMapper 15 and later; without one it runs and logs a reminder.</summary>
    public string? AutoMapperLicenseKey { get; set; }

    /// <summary>The search engine.</summary>
    public SearchEngineOptions Search { get; set; } = new();

    /// <summary>What one caller may ask for.</summary>
    public LimitOptions Limits { get; set; } = new();

    /// <summary>Sign-in through a provider.</summary>
    public SignInOptions SignIn { get; set; } = new();

    /// <summary>How alerts go on.</summary>
    public AlertOptions Alerts { get; set; } = new();

    /// <summary>Where the service tells how it does.</summary>
    public TelemetryOptions Telemetry { get; set; } = new();

    /// <summary>Where the private keys of clearances are.</summary>
    public string ClearanceKeyFolder => ClearanceKeys ?? Path.Combine(Data, "clearance-keys");

    /// <summary>Where uploaded documents are.</summary>
    public string DocumentFolder => Documents ?? Path.Combine(Data, "documents");
}

/// <summary>How alerts go on.</summary>
public sealed class AlertOptions
{
    /// <summary>Days after which an alert that nobody took up is passed on to the next tier of subscriptions; 0 where none is.</summary>
    /// <value>3.</value>
    [Range(0, 365)]
    public int EscalateAfterDays { get; set; } = 3;
}

/// <summary>What one caller may ask for.</summary>
public sealed class LimitOptions
{
    /// <summary>Largest document, in bytes.</summary>
    /// <value>5 GiB.</value>
    [Range(1, 1L << 50)]
    public long DocumentBytes { get; set; } = 5L << 30;

    /// <summary>Rows of a page where the caller names none.</summary>
    /// <value>100.</value>
    [Range(1, 1000)]
    public int PageSize { get; set; } = 100;

    /// <summary>Most rows of a page.</summary>
    /// <value>1,000.</value>
    [Range(1, 10_000)]
    public int MaxPageSize { get; set; } = 1000;

    /// <summary>Most rows to pass over with <c>$skip</c>.</summary>
    /// <value>10,000.</value>
    [Range(0, 1_000_000)]
    public int MaxSkip { get; set; } = 10_000;

    /// <summary>Longest URL, in bytes.</summary>
    /// <value>8 KiB.</value>
    [Range(1024, 65_536)]
    public int UrlBytes { get; set; } = 8192;

    /// <summary>Largest body outside imports, in bytes.</summary>
    /// <value>1 MiB.</value>
    [Range(1024, 100_000_000)]
    public int BodyBytes { get; set; } = 1024 * 1024;

    /// <summary>Deepest nesting of parentheses in a query option.</summary>
    /// <value>32.</value>
    [Range(1, 100)]
    public int Nesting { get; set; } = 32;

    /// <summary>Most nodes of a filter.</summary>
    /// <value>100.</value>
    [Range(1, 10_000)]
    public int FilterNodes { get; set; } = 100;

    /// <summary>Deepest nesting of functions in a filter.</summary>
    /// <value>5.</value>
    [Range(1, 15)]
    public int FunctionDepth { get; set; } = 5;

    /// <summary>Most values after <c>in</c>.</summary>
    /// <value>100.</value>
    [Range(1, 10_000)]
    public int InValues { get; set; } = 100;

    /// <summary>Most keys of <c>$orderby</c>.</summary>
    /// <value>5.</value>
    [Range(1, 20)]
    public int OrderByKeys { get; set; } = 5;

    /// <summary>Deepest <c>$expand</c>.</summary>
    /// <value>3.</value>
    [Range(1, 5)]
    public int ExpandDepth { get; set; } = 3;

    /// <summary>Most groups of <c>$apply</c>.</summary>
    /// <value>10,000.</value>
    [Range(1, 1_000_000)]
    public int Groups { get; set; } = 10_000;

    /// <summary>Most operations of a batch.</summary>
    /// <value>50.</value>
    [Range(1, 1000)]
    public int BatchOperations { get; set; } = 50;

    /// <summary>Longest URL inside a batch, in characters.</summary>
    /// <value>4 KiB.</value>
    [Range(256, 65_536)]
    public int BatchUrl { get; set; } = 4096;

    /// <summary>Longest time of one request, in seconds; imports apart.</summary>
    /// <value>10.</value>
    [Range(1, 600)]
    public int RequestSeconds { get; set; } = 10;

    /// <summary>Requests a second that a key may make for long.</summary>
    /// <value>200.</value>
    [Range(1, 1_000_000)]
    public int RequestsPerSecond { get; set; } = 200;

    /// <summary>Requests that a key may make at once after a pause.</summary>
    /// <value>400.</value>
    [Range(1, 1_000_000)]
    public int Burst { get; set; } = 400;
}
