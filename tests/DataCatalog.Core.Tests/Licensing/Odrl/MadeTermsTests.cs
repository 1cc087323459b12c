using DataCatalog.Core.Licensing;
using DataCatalog.Core.Licensing.Odrl;
using DataCatalog.Core.Licensing.Published;
using DataCatalog.Core.Licensing.ShortForm;
using DataCatalog.Core.Tests.Support;
using PolicyWriter = DataCatalog.Core.Licensing.Odrl.PolicyWriter;

namespace DataCatalog.Core.Tests.Licensing.Odrl;

/// <summary>Terms that the registry itself makes can be registered, and are read back as they were made.</summary>
public sealed class MadeTermsTests
{
    private static readonly TimeZoneInfo Seoul = TimeZoneInfo.FindSystemTimeZoneById("Asia/Seoul");

    [Fact]
    public void ReadyMadeTerms_RoundTrip()
    {
        List<Policy> made = [.. LicenceReadings.All.Select(r => ReadyMadeTerms.Of(r.Key)).OfType<Policy>()];
        Assert.NotEmpty(made);
        Assert.All(made, RoundTrips);
    }

    /// <summary>Every example that <c>docs/terms.md</c> teaches with.</summary>
    [Fact]
    public void ShortForm_RoundTrips()
    {
        string page = File.ReadAllText(ProjectFiles.Find("docs/terms.md"));
        List<string> examples = [.. page.Split("```terms\n").Skip(1).Select(part => part[..part.IndexOf("```", StringComparison.Ordinal)])];
        Assert.NotEmpty(examples);
        Assert.All(examples, e => RoundTrips(ShortTerms.Parse(e, "urn:terms:1", Seoul)));
    }

    private static void RoundTrips(Policy policy)
    {
        (Policy read, string odrl) = TermsPolicy.Check(policy with { Conflict = policy.Conflict ?? ConflictStrategy.Prohibit }, "Odrl");
        Assert.Equal(odrl, PolicyWriter.Write(read));
        Assert.Equal(Members.Of(policy with { Conflict = read.Conflict }), Members.Of(read));
    }
}
