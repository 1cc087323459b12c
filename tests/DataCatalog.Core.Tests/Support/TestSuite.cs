namespace DataCatalog.Core.Tests.Support;

/// <summary>The public ODRL evaluation cases that lie beside the project.</summary>
internal static class TestSuite
{
    /// <summary>Their policies; the test is skipped where they are missing.</summary>
    public static string[] Policies()
    {
        string? shared = SharedFiles.Find("data/odrl-cases");
        if (shared is null) Assert.Skip("the shared ODRL cases are not beside the project");
        string[] policies = Directory.GetFiles(shared, "policy.jsonld", SearchOption.AllDirectories);
        Assert.NotEmpty(policies);
        return policies;
    }
}
