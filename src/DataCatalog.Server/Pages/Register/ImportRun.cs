using DataCatalog.Core.Common;
using DataCatalog.Core.Import;

namespace DataCatalog.Server.Pages.Register;

/// <summary>A file that was sent to be imported.</summary>
/// <param name="Name">Its name, as its sender calls it.</param>
/// <param name="Format">Its format.</param>
/// <param name="Path">Where it is kept meanwhile.</param>
/// <param name="Bytes">Its size.</param>
public sealed record SentFile(string Name, string Format, string Path, long Bytes);

/// <summary>What became of a row, with the file that it stands in.</summary>
/// <param name="File">The file.</param>
/// <param name="Outcome">What became of it.</param>
public sealed record FileOutcome(string File, ImportOutcome Outcome);

/// <summary>How many rows of a kind came to what.</summary>
/// <param name="Kind">dataset, organisation, …; empty where it could not be read.</param>
/// <param name="Result">What became of them.</param>
/// <param name="Rows">How many.</param>
public sealed record KindCount(string Kind, ImportResult Result, long Rows);

/// <summary>An import that someone began on a page: how far it is and what came of it. Many may look while one works.</summary>
public sealed class ImportRun(Guid id, Actor owner, string folder, IReadOnlyList<SentFile> files, bool dryRun, string? source, DateTimeOffset begunAt)
{
    /// <summary>Rows of each sort that are kept to be shown; all are in the file of outcomes.</summary>
    public const int MostShown = 200;

    private readonly Lock turn = new();
    private readonly Dictionary<(string Kind, ImportResult Result), long> counts = [];
    private readonly List<FileOutcome> refused = [];
    private readonly List<FileOutcome> changed = [];

    /// <summary>Names it.</summary>
    public Guid Id => id;

    /// <summary>Who began it.</summary>
    public Actor Owner => owner;

    /// <summary>Where its files are kept.</summary>
    public string Folder => folder;

    /// <summary>Its files, in the order they are taken.</summary>
    public IReadOnlyList<SentFile> Files => files;

    /// <summary>Whether it writes nothing.</summary>
    public bool DryRun => dryRun;

    /// <summary>Where the rows come from, for the audit log.</summary>
    public string? Source => source;

    /// <summary>When it was begun.</summary>
    public DateTimeOffset BegunAt => begunAt;

    /// <summary>Where all outcomes are written.</summary>
    public string Outcomes { get; } = System.IO.Path.Combine(folder, $"{id:N}.jsonl");

    /// <summary>Bytes of its files.</summary>
    public long Bytes { get; } = files.Sum(f => f.Bytes);

    /// <summary>Bytes that are done with.</summary>
    public long BytesDone { get; private set; }

    /// <summary>Why it broke off, or null.</summary>
    public DomainException? Problem { get; private set; }

    /// <summary>Ends with it.</summary>
    public Task Ended { get; internal set; } = Task.CompletedTask;

    /// <summary>Whether it has ended.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Rows by kind and result.</summary>
    public IReadOnlyList<KindCount> Counts
    {
        get
        {
            lock (turn) return [.. counts.Select(c => new KindCount(c.Key.Kind, c.Key.Result, c.Value)).OrderBy(c => c.Kind, StringComparer.Ordinal).ThenBy(c => c.Result)];
        }
    }

    /// <summary>The first rows that were refused, then those that changed something.</summary>
    public IReadOnlyList<FileOutcome> Shown
    {
        get
        {
            lock (turn) return [.. refused.Concat(changed).Take(MostShown)];
        }
    }

    /// <summary>Whether someone may see it.</summary>
    public bool IsOf(Actor actor) => owner.Id == actor.Id && owner.Name == actor.Name;

    internal void Count(SentFile file, ImportOutcome outcome, long bytesDone)
    {
        lock (turn)
        {
            (string, ImportResult) place = (outcome.Kind ?? "", outcome.Result);
            counts[place] = counts.GetValueOrDefault(place) + 1;
            BytesDone = bytesDone;
            List<FileOutcome>? list = outcome.Result switch { ImportResult.Rejected => refused, ImportResult.Unchanged => null, _ => changed };
            if (list?.Count < MostShown) list.Add(new FileOutcome(file.Name, outcome));
        }
    }

    internal void End(DomainException? problem)
    {
        lock (turn) (Problem, IsOver, BytesDone) = (problem, true, problem is null ? Bytes : BytesDone);
    }
}
