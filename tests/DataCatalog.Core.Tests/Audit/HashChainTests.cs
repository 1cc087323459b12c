using CsCheck;
using DataCatalog.Core.Audit;

namespace DataCatalog.Core.Tests.Audit;

public sealed class HashChainTests
{
    private static readonly DateTime At = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public async Task Verify_Untouched()
    {
        List<AuditEvent> chain = Chain(20);
        ChainVerdict verdict = await VerifyAsync(chain);
        Assert.Equal((20L, chain[^1].Hash, true), (verdict.Count, verdict.LastHash, verdict.Intact));
        Assert.Equal((0L, HashChain.Origin), ((await VerifyAsync([])).Count, (await VerifyAsync([])).LastHash));
    }

    /// <summary>1,000 seeded tamperings of each sort: every one found, and the first event that does not fit is named.</summary>
    [Fact]
    public async Task Verify_Tampered_NamesTheFirst()
    {
        var random = new Random(20260301);
        for (int round = 0; round < 1000; round++)
        {
            List<AuditEvent> chain = Chain(2 + random.Next(30));
            var checkpoint = new Checkpoint(chain.Count, chain[^1].Hash);
            long broken = Tamper(chain, round % 9, random);
            ChainVerdict verdict = await VerifyAsync(chain, checkpoint);
            Assert.True(verdict.BrokenAt == broken, $"round {round}, sort {round % 9}: expected {broken}, found {verdict.BrokenAt} ({verdict.Why})");
        }
    }

    [Fact]
    public async Task Verify_WholeChainForgedAnew_CheckpointTells()
    {
        List<AuditEvent> chain = Chain(10);
        var checkpoint = new Checkpoint(6, chain[5].Hash);
        List<AuditEvent> forged = Chain(10, actor: "forger");
        Assert.True((await VerifyAsync(forged)).Intact);
        Assert.Equal(6, (await VerifyAsync(forged, checkpoint)).BrokenAt);
    }

    [Fact]
    public async Task Verify_GrownSinceTheCheckpoint()
    {
        List<AuditEvent> chain = Chain(10);
        Assert.True((await VerifyAsync(chain, new Checkpoint(6, chain[5].Hash))).Intact);
        Assert.True((await VerifyAsync(chain, new Checkpoint(0, HashChain.Origin))).Intact);
    }

    [Fact]
    public void HashOf_FieldsDoNotRunTogether() =>
        Gen.Select(Gen.String, Gen.String, Gen.String, Gen.String).Where((a, b, c, d) => (a, b) != (c, d)).Sample((a, b, c, d) =>
            HashChain.HashOf(Event(a, b)) != HashChain.HashOf(Event(c, d)));

    [Fact]
    public void HashOf_NullIsNotEmpty() => Assert.NotEqual(HashChain.HashOf(Event("a", null)), HashChain.HashOf(Event("a", "")));

    // Returns the sequence of the first event that cannot fit any more.
    private static long Tamper(List<AuditEvent> chain, int sort, Random random)
    {
        int at = random.Next(chain.Count);
        AuditEvent e = chain[at];
        switch (sort)
        {
            case 0: chain[at] = Copy(e, hash: Flip(e.Hash, random)); return at + 1;
            case 1: chain[at] = Copy(e, previous: Flip(e.PreviousHash, random)); return at + 1;
            case 2: chain[at] = Copy(e, changes: e.Changes + " "); return at + 1;
            case 3: chain[at] = Copy(e, actor: Guid.Empty == e.ActorId ? new Guid(1, 2, 3, new byte[8]) : Guid.Empty); return at + 1;
            case 4:
                int other = (at + 1) % chain.Count;
                (chain[at], chain[other]) = (chain[other], chain[at]);
                return Math.Min(at, other) + 1;
            case 5: chain.Insert(at, Copy(e)); return at + 2;
            case 6: chain.RemoveAt(at); return at + 1;
            case 7: chain.RemoveRange(at, chain.Count - at); return at + 1;
            default:
                // Edited and hashed anew: the next event, or the checkpoint for the last, does not fit.
                AuditEvent edited = Copy(e, changes: "{}");
                chain[at] = Copy(edited, hash: HashChain.HashOf(edited));
                return at == chain.Count - 1 ? at + 1 : at + 2;
        }
    }

    private static string Flip(string hash, Random random)
    {
        char[] digits = hash.ToCharArray();
        int i = random.Next(digits.Length);
        digits[i] = digits[i] == '0' ? '1' : '0';
        return new string(digits);
    }

    private static Task<ChainVerdict> VerifyAsync(List<AuditEvent> chain, Checkpoint? checkpoint = null) =>
        HashChain.VerifyAsync(chain.ToAsyncEnumerable(), checkpoint, TestContext.Current.CancellationToken);

    private static List<AuditEvent> Chain(int length, string actor = "officer")
    {
        List<AuditEvent> chain = [];
        for (int i = 0; i < length; i++)
        {
            chain.Add(HashChain.Append(Event(actor, i % 3 == 0 ? null : $"reason {i}"), chain.Count, chain.Count == 0 ? HashChain.Origin : chain[^1].Hash));
        }

        return chain;
    }

    private static AuditEvent Event(string actor, string? reason) => new()
    {
        At = At, ActorName = actor, Action = "dataset.registered", SubjectType = "Dataset", Changes = """{"Title":"뉴스"}""", Reason = reason, PreviousHash = "", Hash = "",
    };

    private static AuditEvent Copy(AuditEvent e, string? hash = null, string? previous = null, string? changes = null, Guid? actor = null) => new()
    {
        Sequence = e.Sequence, At = e.At, ActorId = actor ?? e.ActorId, ActorName = e.ActorName, Action = e.Action, SubjectType = e.SubjectType, SubjectId = e.SubjectId,
        Changes = changes ?? e.Changes, Reason = e.Reason, RequestId = e.RequestId, PreviousHash = previous ?? e.PreviousHash, Hash = hash ?? e.Hash,
    };
}
