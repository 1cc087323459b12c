using System.Security.Cryptography;
using System.Text;
using DataCatalog.Core.Catalogue;
using DataCatalog.Core.Common;
using DataCatalog.Core.Licensing.UseCheck;

namespace DataCatalog.Core.Entitlements.Runs;

/// <summary>A run that trained or evaluated a model, with what it consumed; append-only (domain rule 14).</summary>
public sealed class TrainingRun : Entity
{
    /// <summary>Most dataset versions of one run.</summary>
    public const int MostVersions = 10_000;

    private readonly List<UsageRecord> usages = [];

    private TrainingRun() { }

    /// <summary>Whose run.</summary>
    public Guid ConsortiumId { get; private set; }

    /// <summary>The id that the pipeline gave it; unique in its consortium.</summary>
    public string RunId { get; private set; } = null!;

    /// <summary>The model.</summary>
    public Guid ModelId { get; private set; }

    /// <summary>The model.</summary>
    public FoundationModel? Model { get; private set; }

    /// <summary>Short name of what it did, as in <c>train</c>.</summary>
    public string Action { get; private set; } = null!;

    /// <summary>When it started, UTC.</summary>
    public DateTime StartedAt { get; private set; }

    /// <summary>What the pipeline noted, or null.</summary>
    public string? Note { get; private set; }

    /// <summary>When it was registered, UTC.</summary>
    public DateTime RegisteredAt { get; private set; }

    /// <summary>Who registered it.</summary>
    public string RegisteredBy { get; private set; } = null!;

    /// <summary>The answer for the whole: permitted only where every use of it is.</summary>
    public Verdict Verdict { get; private set; }

    /// <summary>How many dataset versions it consumed.</summary>
    public int VersionCount { get; private set; }

    /// <summary>SHA-256 over what was registered, by which a second sending is known.</summary>
    public string Sha256 { get; private set; } = null!;

    /// <summary>What it consumed.</summary>
    public IReadOnlyList<UsageRecord> Usages => usages;

    /// <summary>Makes a run.</summary>
    /// <exception cref="DomainException">A rule of the input is broken, or it starts ahead of now.</exception>
    public static TrainingRun Register(FoundationModel model, string action, TrainingRunInput input, IReadOnlyList<UsedVersion> used, Actor by, TimeProvider clock)
    {
        DateTimeOffset started = Check.Required(input.StartedAt, nameof(StartedAt));
        if (started > clock.GetUtcNow() + Skew) throw new DomainException(EntitlementErrors.RunAhead, nameof(StartedAt), started);
        var run = new TrainingRun
        {
            Id = Ids.New(clock), ConsortiumId = model.ConsortiumId, RunId = Check.Text(input.RunId, nameof(RunId), 200), ModelId = model.Id, Action = action,
            StartedAt = Clocks.Kept(started.UtcDateTime), Note = Check.OptionalText(input.Note, nameof(Note), 2000), RegisteredAt = clock.Instant(), RegisteredBy = by.Name,
            Verdict = used.Select(u => u.Verdict).DefaultIfEmpty(Verdict.Permitted).MaxBy(Severity), VersionCount = used.Count,
            Sha256 = HashOf(model.Id, action, started, used.Select(u => u.VersionId)),
        };
        run.usages.AddRange(used.Select(u => UsageRecord.Of(run, u, clock)));
        return run;
    }

    /// <summary>How far pipelines' clocks may run ahead.</summary>
    public static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    /// <summary>What tells two sendings apart: the model, what was done, when it started, and the versions whatever their order.</summary>
    public static string HashOf(Guid model, string action, DateTimeOffset started, IEnumerable<Guid> versions) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{model} {action} {started.UtcDateTime:O} {string.Join(' ', versions.Order())}")));

    private static int Severity(Verdict verdict) => verdict switch { Verdict.Permitted => 0, Verdict.Undetermined => 1, Verdict.NotInForce => 2, Verdict.NotPermitted => 3, _ => 4 };
}

/// <summary>That a run consumed a dataset version, with the decision then made.</summary>
public sealed class UsageRecord
{
    private UsageRecord() { }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>The run.</summary>
    public Guid TrainingRunId { get; private set; }

    /// <summary>The run.</summary>
    public TrainingRun? TrainingRun { get; private set; }

    /// <summary>Whose run.</summary>
    public Guid ConsortiumId { get; private set; }

    /// <summary>The model.</summary>
    public Guid ModelId { get; private set; }

    /// <summary>The dataset.</summary>
    public Guid DatasetId { get; private set; }

    /// <summary>The dataset.</summary>
    public Dataset? Dataset { get; private set; }

    /// <summary>Its version.</summary>
    public Guid DatasetVersionId { get; private set; }

    /// <summary>When the run started, UTC.</summary>
    public DateTime UsedAt { get; private set; }

    /// <summary>The answer when it was registered, for the instant at which the run started.</summary>
    public Verdict Verdict { get; private set; }

    /// <summary>What kind of terms decided, or null where none did.</summary>
    public LayerKind? Layer { get; private set; }

    /// <summary>The licence, agreement or exemption that decided, or null.</summary>
    public string? Source { get; private set; }

    /// <summary>The agreement that decided, or null.</summary>
    public Guid? AgreementId { get; private set; }

    /// <summary>The entitlement through which it did, or null.</summary>
    public Guid? EntitlementId { get; private set; }

    /// <summary>Version of the terms, or null.</summary>
    public int? TermsVersion { get; private set; }

    /// <summary>SHA-256 of the terms, or null.</summary>
    public string? TermsSha256 { get; private set; }

    internal static UsageRecord Of(TrainingRun run, UsedVersion used, TimeProvider clock) => new()
    {
        Id = Ids.New(clock), TrainingRunId = run.Id, ConsortiumId = run.ConsortiumId, ModelId = run.ModelId, DatasetId = used.DatasetId, DatasetVersionId = used.VersionId, UsedAt = run.StartedAt,
        Verdict = used.Verdict, Layer = used.Layer?.Kind, Source = used.Layer?.Source, AgreementId = used.Layer is { Kind: LayerKind.Agreement } by ? by.SourceId : null,
        EntitlementId = used.Layer?.EntitlementId, TermsVersion = used.Layer?.Version, TermsSha256 = used.Layer?.Sha256,
    };
}

/// <summary>A version that a run consumed, with what was decided of it.</summary>
/// <param name="DatasetId">The dataset.</param>
/// <param name="VersionId">The version.</param>
/// <param name="Verdict">The answer.</param>
/// <param name="Layer">The terms that decided, or null.</param>
public sealed record UsedVersion(Guid DatasetId, Guid VersionId, Verdict Verdict, Layer? Layer);

/// <summary>What a pipeline says of a run.</summary>
public sealed record TrainingRunInput
{
    /// <summary>The id that the pipeline gave it.</summary>
    public string? RunId { get; init; }

    /// <summary>Key or id of the model.</summary>
    public string? Model { get; init; }

    /// <summary>What it did, <c>train</c> where absent.</summary>
    public string? Action { get; init; }

    /// <summary>When it started.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>What it consumed: each <c>key@version</c>, a version's id, or a dataset's key alone for its latest published version.</summary>
    public IReadOnlyList<string>? Versions { get; init; }

    /// <summary>What the pipeline notes.</summary>
    public string? Note { get; init; }
}
