using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace DataCatalog.Core.Audit;

/// <summary>Chains audit events by hash and finds where a chain was tampered with. Pure.</summary>
public static class HashChain
{
    /// <summary>What stands before the first event.</summary>
    public static readonly string Origin = new('0', 64);

    /// <summary>The event that follows, with its hash.</summary>
    public static AuditEvent Append(AuditEvent draft, long previousSequence, string previousHash)
    {
        AuditEvent placed = With(draft, previousSequence + 1, previousHash, "");
        return With(placed, placed.Sequence, previousHash, HashOf(placed));
    }

    /// <summary>SHA-256 over the event's fields, each with its length before it, so that no two events share a form.</summary>
    public static string HashOf(AuditEvent e)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        AddNumber(hash, e.Sequence);
        AddNumber(hash, e.At.Ticks / TimeSpan.TicksPerMicrosecond);
        Add(hash, e.ActorId.ToString("N"));
        Add(hash, e.ActorName);
        Add(hash, e.Action);
        Add(hash, e.SubjectType);
        Add(hash, e.SubjectId.ToString("N"));
        Add(hash, e.Changes);
        Add(hash, e.Reason);
        Add(hash, e.RequestId);
        Add(hash, e.PreviousHash);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Follows a chain and names the first event that does not fit.</summary>
    /// <param name="events">The events in the order of their sequence.</param>
    /// <param name="checkpoint">A checkpoint taken earlier: the chain must hold it.</param>
    /// <param name="cancellation">Stops the walk.</param>
    public static async Task<ChainVerdict> VerifyAsync(IAsyncEnumerable<AuditEvent> events, Checkpoint? checkpoint, CancellationToken cancellation)
    {
        (long count, string last) = (0, Origin);
        await foreach (AuditEvent e in events.WithCancellation(cancellation))
        {
            if (e.Sequence != count + 1) return new ChainVerdict(count, last, count + 1, "an event is missing or out of order");
            if (e.PreviousHash != last) return new ChainVerdict(count, last, e.Sequence, "it does not follow from the event before");
            if (HashOf(e) != e.Hash) return new ChainVerdict(count, last, e.Sequence, "its content does not match its hash");
            if (checkpoint?.Count == e.Sequence && checkpoint.Hash != e.Hash) return new ChainVerdict(count, last, e.Sequence, "it differs from the checkpoint");
            (count, last) = (e.Sequence, e.Hash);
        }

        return checkpoint?.Count > count
            ? new ChainVerdict(count, last, count + 1, "events that the checkpoint counts are gone")
            : new ChainVerdict(count, last, null, null);
    }

    private static void AddNumber(IncrementalHash hash, long value)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, value);
        hash.AppendData(bytes);
    }

    private static void Add(IncrementalHash hash, string? text)
    {
        if (text is null)
        {
            AddNumber(hash, -1);
            return;
        }

        byte[] bytes = Encoding.UTF8.GetBytes(text);
        AddNumber(hash, bytes.Length);
        hash.AppendData(bytes);
    }

    private static AuditEvent With(AuditEvent e, long sequence, string previous, string hash) => new()
    {
        Sequence = sequence, At = e.At, ActorId = e.ActorId, ActorName = e.ActorName, Action = e.Action, SubjectType = e.SubjectType,
        SubjectId = e.SubjectId, Changes = e.Changes, Reason = e.Reason, RequestId = e.RequestId, PreviousHash = previous, Hash = hash,
    };
}

/// <summary>How far a chain had come.</summary>
/// <param name="Count">Events counted.</param>
/// <param name="Hash">Hash of the last.</param>
public sealed record Checkpoint(long Count, string Hash);

/// <summary>What following a chain found.</summary>
/// <param name="Count">Events that fit.</param>
/// <param name="LastHash">Hash of the last that fits.</param>
/// <param name="BrokenAt">Sequence of the first that does not, or null.</param>
/// <param name="Why">What is wrong with it, or null.</param>
public sealed record ChainVerdict(long Count, string LastHash, long? BrokenAt, string? Why)
{
    /// <summary>Whether all fit.</summary>
    public bool Intact => BrokenAt is null;
}
