using DataCatalog.Core.Entitlements;
using DataCatalog.Core.Entitlements.Runs;
using DataCatalog.Core.Licensing.UseCheck;
using DataCatalog.Core.Tests.Support;

namespace DataCatalog.Core.Tests.Entitlements;

public sealed class TrainingRunTests
{
    private static readonly FoundationModel Model = FoundationModel.Register(new FoundationModelInput { Key = "m", ConsortiumId = Guid.Empty, Name = "M", Modalities = ["text"] }, Given.Clock);

    [Theory]
    [InlineData(0, true)]
    [InlineData(299, true)]
    [InlineData(301, false)]
    public void Start_MayRunAheadALittle(int seconds, bool allowed)
    {
        void Register() => Run(new TrainingRunInput { RunId = "r", StartedAt = Given.Clock.GetUtcNow().AddSeconds(seconds) });
        if (allowed) Register();
        else Given.Refused(EntitlementErrors.RunAhead, nameof(TrainingRun.StartedAt), Register);
    }

    [Theory]
    [InlineData(Verdict.Permitted)]
    [InlineData(Verdict.Undetermined, Verdict.Permitted, Verdict.Undetermined)]
    [InlineData(Verdict.NotInForce, Verdict.Undetermined, Verdict.NotInForce)]
    [InlineData(Verdict.NotPermitted, Verdict.NotInForce, Verdict.NotPermitted)]
    [InlineData(Verdict.Prohibited, Verdict.Prohibited, Verdict.NotPermitted, Verdict.Permitted)]
    public void Verdict_IsTheFirmestNo(Verdict whole, params Verdict[] parts) =>
        Assert.Equal(whole, Run(new TrainingRunInput { RunId = "r", StartedAt = Given.Clock.GetUtcNow() }, [.. parts.Select(p => new UsedVersion(Guid.Empty, Guid.Empty, p, null))]).Verdict);

    [Fact]
    public void Hash_IsOfWhatWasDoneWhatever_TheOrderAndTheZone()
    {
        (Guid a, Guid b) = (new Guid("00000000-0000-0000-0000-00000000000a"), new Guid("00000000-0000-0000-0000-00000000000b"));
        DateTimeOffset start = Given.Clock.GetUtcNow();
        string hash = TrainingRun.HashOf(a, "train", start, [a, b]);
        Assert.Equal(hash, TrainingRun.HashOf(a, "train", start.ToOffset(TimeSpan.FromHours(9)), [b, a]));
        Assert.DoesNotContain(hash, new[] { TrainingRun.HashOf(b, "train", start, [a, b]), TrainingRun.HashOf(a, "evaluate", start, [a, b]), TrainingRun.HashOf(a, "train", start.AddSeconds(1), [a, b]), TrainingRun.HashOf(a, "train", start, [a]) });
    }

    private static TrainingRun Run(TrainingRunInput input, params UsedVersion[] used) => TrainingRun.Register(Model, "train", input, used, Given.Officer, Given.Clock);
}
