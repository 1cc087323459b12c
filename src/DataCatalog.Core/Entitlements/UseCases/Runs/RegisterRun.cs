using DataCatalog.Core.Audit;
using DataCatalog.Core.Common;
using DataCatalog.Core.Compliance;
using DataCatalog.Core.Compliance.UseCases;
using DataCatalog.Core.Entitlements.Runs;
using DataCatalog.Core.Entitlements.UseChecks;
using DataCatalog.Core.Licensing.UseCheck;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Core.Entitlements.UseCases.Runs;

/// <summary>Registers a run with what it consumed, each use with the decision made of it; what was not allowed is recorded too, and told.</summary>
public sealed class RegisterRun(IRegistryDb db, UseChecker checker, TimeProvider clock)
{
    /// <summary>Registers it; a second sending of the same run answers the first.</summary>
    /// <exception cref="DomainException">A name is unknown or not the caller's, the run lies ahead, its id stands for another run, or the caller's roles do not allow it.</exception>
    public async Task<RegisteredRun> HandleAsync(TrainingRunInput input, CancellationToken cancellation)
    {
        db.Actor.Require(Roles.DataOfficer | Roles.ProgrammeAdmin | Roles.ConsortiumMember);
        string runId = Check.Text(input.RunId, nameof(input.RunId), 200);
        string action = UseNames.Action(Check.OptionalText(input.Action, nameof(input.Action), 100) ?? "train", nameof(input.Action));
        DateTimeOffset started = Check.Required(input.StartedAt, nameof(input.StartedAt));
        Check.Day(DateOnly.FromDateTime(started.UtcDateTime), nameof(input.StartedAt));
        FoundationModel model = await ModelAsync(input.Model, cancellation);
        IReadOnlyList<NamedVersion> versions = await new UsedVersions(db).FindAsync(input.Versions, Clocks.Kept(started.UtcDateTime), cancellation);
        string sha256 = TrainingRun.HashOf(model.Id, UseNames.Short(action), started, versions.Select(v => v.VersionId));
        if (await KnownAsync(model.ConsortiumId, runId, sha256, cancellation) is { } known) return new RegisteredRun(known, Known: true);
        var run = TrainingRun.Register(model, UseNames.Short(action), input, await DecideAsync(model, action, started, versions, cancellation), db.Actor, clock);
        return await WriteAsync(run, model, cancellation);
    }

    // Of another consortium's model nobody learns by asking whether it exists.
    private async Task<FoundationModel> ModelAsync(string? name, CancellationToken cancellation)
    {
        string text = Check.Text(name, nameof(TrainingRunInput.Model), 100);
        IQueryable<FoundationModel> rows = db.FoundationModels.AsNoTracking();
        if (!db.Actor.SeesEverything) rows = rows.Where(m => m.ConsortiumId == db.Actor.ConsortiumId);
        return (Guid.TryParse(text, out Guid id) ? await rows.FirstOrDefaultAsync(m => m.Id == id, cancellation) : await rows.FirstOrDefaultAsync(m => m.Key == text, cancellation))
            ?? throw new DomainException(CommonErrors.NotFound, nameof(TrainingRunInput.Model), nameof(FoundationModel), text);
    }

    private async Task<TrainingRun?> KnownAsync(Guid consortium, string runId, string sha256, CancellationToken cancellation)
    {
        TrainingRun? known = await db.TrainingRuns.AsNoTracking().FirstOrDefaultAsync(r => r.ConsortiumId == consortium && r.RunId == runId, cancellation);
        return known is null || known.Sha256 == sha256 ? known : throw new DomainException(EntitlementErrors.RunDiffers, nameof(TrainingRunInput.RunId), runId);
    }

    // All versions of a dataset stand under the same terms, so each dataset is decided once.
    private async Task<IReadOnlyList<UsedVersion>> DecideAsync(FoundationModel model, string action, DateTimeOffset started, IReadOnlyList<NamedVersion> versions, CancellationToken cancellation)
    {
        Guid[] datasets = [.. versions.Select(v => v.DatasetId).Distinct()];
        UseFacts facts = await new UseFactsReader(db).ReadAsync([model.ConsortiumId], datasets, checker.Calendar.Now, cancellation);
        AskedUse asked = CommonQuestions.Of(facts.Consortia[model.ConsortiumId], datasets, [action], model, started);
        Dictionary<string, Decision> decided = new UseDecider(facts, checker.Layers(facts)).Put(asked)
            .ToDictionary(p => p.Dataset, p => UseCheckEngine.Decide(p.Question, p.Layers), StringComparer.Ordinal);
        return [.. versions.Select(v => Of(v, decided[facts.Datasets[v.DatasetId].Key]))];
    }

    private static UsedVersion Of(NamedVersion version, Decision decision) => new(version.DatasetId, version.VersionId, decision.Verdict, decision.DecidedBy);

    // Of two that register it at once the unique index refuses one, which reads again and finds the other's.
    private Task<RegisteredRun> WriteAsync(TrainingRun run, FoundationModel model, CancellationToken cancellation) => db.WriteAgainAsync(
        async token =>
        {
            if (await KnownAsync(run.ConsortiumId, run.RunId, run.Sha256, token) is { } known) return new RegisteredRun(known, Known: true);
            db.TrainingRuns.Add(run);
            db.Record(new AuditEntry("run.registered", nameof(TrainingRun), run.Id));
            if (run.Verdict != Verdict.Permitted) await EventAlerts.RaiseAsync(db, [Told(run, model)], clock, token);
            return new RegisteredRun(run, Known: false);
        },
        cancellation);

    private WatchedDate Told(TrainingRun run, FoundationModel model)
    {
        UsageRecord[] refused = [.. run.Usages.Where(u => u.Verdict != Verdict.Permitted)];
        Guid? dataset = refused.Select(u => u.DatasetId).Distinct().Count() == 1 ? refused[0].DatasetId : null;
        return new WatchedDate(SubjectKind.UseNotAllowed, run.Id, checker.Calendar.DayOf(run.StartedAt), null, dataset, run.ConsortiumId, LocalizedText.Of(
            $"{model.Key}, {run.RunId} (데이터셋 버전 {run.VersionCount}개 중 {refused.Length}개)", $"{model.Key}, {run.RunId} ({refused.Length} of {run.VersionCount} dataset versions)", nameof(Alert.Subject), 500));
    }
}

/// <summary>A registered run.</summary>
/// <param name="Run">The run.</param>
/// <param name="Known">Whether it was registered before.</param>
public sealed record RegisteredRun(TrainingRun Run, bool Known);
