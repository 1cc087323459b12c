using System.Text.Json;
using CsCheck;
using DataCatalog.Core.Licensing.Odrl;
using DataCatalog.Core.Licensing.ShortForm;

namespace DataCatalog.Core.Tests.Licensing.ShortForm;

/// <summary>What the short form can say comes back as it was, from both its forms.</summary>
public sealed class RoundTripTests
{
    [Fact]
    public void Text_WhatIsWritten_IsReadBackEqual() => RandomPolicies.All.Sample(
        policy => ShortTerms.Write(policy) is not { } text || PolicyDump.Of(policy) == PolicyDump.Of(ShortTerms.Parse(text, policy.Uid, RandomPolicies.Seoul)),
        iter: 5_000, print: Shown);

    [Fact]
    public void Json_WhatIsWritten_IsReadBackEqual() => RandomPolicies.All.Sample(
        policy => ShortTerms.WriteJson(policy) is not { } json
            || PolicyDump.Of(policy) == PolicyDump.Of(ShortTerms.Read(JsonSerializer.SerializeToElement(json), policy.Uid, RandomPolicies.Seoul)),
        iter: 5_000, print: Shown);

    [Fact]
    public void Generator_MostlyMakesWhatCanBeSaid()
    {
        int all = 0, said = 0;
        RandomPolicies.All.Sample(
            policy =>
            {
                Interlocked.Increment(ref all);
                if (ShortTerms.Write(policy) is not null) Interlocked.Increment(ref said);
            },
            iter: 2_000);
        Assert.InRange((double)said / all, 0.1, 0.95);
    }

    private static string Shown(Policy policy) => $"{ShortTerms.Write(policy)}\n{ShortTerms.WriteJson(policy)}\n{PolicyDump.Of(policy)}";
}
