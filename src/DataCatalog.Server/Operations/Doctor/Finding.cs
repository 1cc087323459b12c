namespace DataCatalog.Server.Operations.Doctor;

/// <summary>How a check came out.</summary>
public enum Verdict
{
    /// <summary>All is well.</summary>
    Ok,

    /// <summary>The service runs, but someone should look.</summary>
    Warn,

    /// <summary>The service cannot do its work.</summary>
    Fail,
}

/// <summary>What a check found.</summary>
/// <param name="Check">What was checked.</param>
/// <param name="Verdict">How it came out.</param>
/// <param name="What">What is so.</param>
/// <param name="Mend">How to mend it; null where nothing is wrong.</param>
public sealed record Finding(string Check, Verdict Verdict, string What, string? Mend = null);

/// <summary>A check: what it looks at, and the look.</summary>
/// <param name="Name">What it looks at.</param>
/// <param name="Look">Returns how it is; null where there is nothing to check.</param>
internal sealed record Check(string Name, Func<CancellationToken, Task<Answer?>> Look)
{
    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(5);

    /// <summary>Looks, for five seconds at most: a check that hangs is a finding.</summary>
    public async Task<Finding?> RunAsync()
    {
        using var timeout = new CancellationTokenSource(AtMost);
        try
        {
            Answer? answer = await Task.Run(() => Look(timeout.Token), timeout.Token).WaitAsync(AtMost, CancellationToken.None);
            return answer is null ? null : new Finding(Name, answer.Verdict, answer.What, answer.Mend);
        }
        catch (Exception slow) when (slow is TimeoutException or OperationCanceledException)
        {
            return new Finding(Name, Verdict.Warn, $"not finished within {AtMost.TotalSeconds} seconds", "Check again when the machine is less busy; if it stays so, see docs/runbook.md.");
        }
        catch (Exception failed)
        {
            return new Finding(Name, Verdict.Fail, $"cannot be checked: {failed.Message.ReplaceLineEndings(" ")}", "See docs/runbook.md for what this depends on.");
        }
    }
}

/// <summary>How something is.</summary>
internal sealed record Answer(Verdict Verdict, string What, string? Mend)
{
    public static Answer Ok(string what) => new(Verdict.Ok, what, null);

    public static Answer Warn(string what, string mend) => new(Verdict.Warn, what, mend);

    public static Answer Fail(string what, string mend) => new(Verdict.Fail, what, mend);
}
