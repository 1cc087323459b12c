namespace DataCatalog.Core.Search;

/// <summary>That a dataset's document must be made anew: a row of the outbox, written with the change itself and claimed by state.</summary>
public sealed class IndexTask
{
    private IndexTask() { }

    /// <summary>Identity.</summary>
    public long Id { get; private set; }

    /// <summary>The dataset.</summary>
    public Guid DatasetId { get; private set; }

    /// <summary>When it was asked for, UTC.</summary>
    public DateTime CreatedAt { get; private set; }

    /// <summary>Not before this, UTC: later after each failure.</summary>
    public DateTime DueAt { get; private set; }

    /// <summary>Until when one instance has it to itself, UTC; null where nobody has.</summary>
    public DateTime? ClaimedUntil { get; private set; }

    /// <summary>How often it failed.</summary>
    public int Attempts { get; private set; }

    /// <summary>Why it last failed, or null.</summary>
    public string? LastError { get; private set; }

    /// <summary>Asks for a dataset's document.</summary>
    public static IndexTask For(Guid datasetId, DateTime now) => new() { DatasetId = datasetId, CreatedAt = now, DueAt = now };

    /// <summary>Notes a failure and waits longer before the next attempt: one second doubled each time, at most five minutes.</summary>
    public void Failed(string error, DateTime now)
    {
        Attempts++;
        LastError = error.Length <= 1000 ? error : error[..1000];
        DueAt = now + TimeSpan.FromSeconds(Math.Min(300, Math.Pow(2, Math.Min(Attempts, 10) - 1)));
    }
}
