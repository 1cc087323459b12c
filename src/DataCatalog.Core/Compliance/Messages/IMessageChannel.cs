namespace DataCatalog.Core.Compliance.Messages;

/// <summary>A way to reach a receiver outside the registry.</summary>
public interface IMessageChannel
{
    /// <summary>The channel that it serves.</summary>
    Channel Kind { get; }

    /// <summary>Sends a message once; a failure is an outcome, not an exception.</summary>
    Task<SendOutcome> SendAsync(Message message, CancellationToken cancellation);
}

/// <summary>How a sending ended.</summary>
/// <param name="Error">Why it failed, fit to be shown to the subscription's owner; null where it was delivered.</param>
/// <param name="RetryAfter">How long the receiver asks to be left alone, or null.</param>
/// <param name="Final">Whether trying again is of no use.</param>
/// <param name="Gone">Whether the receiver wants nothing more: its subscription is disabled.</param>
public sealed record SendOutcome(string? Error, TimeSpan? RetryAfter = null, bool Final = false, bool Gone = false)
{
    /// <summary>The receiver has it.</summary>
    public static SendOutcome Delivered { get; } = new(Error: null);

    /// <summary>It failed; it is tried again.</summary>
    public static SendOutcome Failed(string error, TimeSpan? retryAfter = null) => new(error, retryAfter);

    /// <summary>It failed for good.</summary>
    public static SendOutcome Refused(string error) => new(error, Final: true);

    /// <summary>The receiver is gone.</summary>
    public static SendOutcome Disabled(string error) => new(error, Final: true, Gone: true);
}
