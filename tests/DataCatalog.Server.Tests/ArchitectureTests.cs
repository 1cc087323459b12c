using System.Reflection;
using NetArchTest.Rules;

namespace DataCatalog.Server.Tests;

/// <summary>The arrows between projects point inward.</summary>
public sealed class ArchitectureTests
{
    private static readonly string[] Projects = ["DataCatalog.Storage", "DataCatalog.Search", "DataCatalog.Interop", "DataCatalog.Server"];

    [Theory]
    [InlineData("DataCatalog.Core")]
    [InlineData("DataCatalog.Storage")]
    [InlineData("DataCatalog.Search")]
    [InlineData("DataCatalog.Interop")]
    public void InnerProject_KnowsCoreOnly(string name)
    {
        IEnumerable<string?> references = Assembly.Load(name).GetReferencedAssemblies().Select(a => a.Name);
        Assert.Empty(references.Intersect(Projects));
    }

    [Fact]
    public void Api_KnowsNoProvider() => Holds(Types.InAssembly(typeof(Server.Api.ApiSetup).Assembly).That().ResideInNamespace("DataCatalog.Server.Api")
        .ShouldNot().HaveDependencyOnAny("Microsoft.Data.Sqlite", "Npgsql", "Lucene", "Elastic", "Hangfire").GetResult());

    // The OpenAPI document tells each status's codes, so it may ask; it decides nothing.
    [Fact]
    public void OnlyErrors_KnowStatusCodesOfRefusals() => Holds(Types.InAssembly(typeof(Server.Api.ApiSetup).Assembly).That().DoNotResideInNamespaceStartingWith("DataCatalog.Server.Hosting.Errors")
        .And().DoNotResideInNamespaceStartingWith("DataCatalog.Server.Api.OpenApi")
        .ShouldNot().HaveDependencyOn("DataCatalog.Server.Hosting.Errors.ErrorMapper").GetResult());

    private static void Holds(NetArchTest.Rules.TestResult result) => Assert.True(result.IsSuccessful, string.Join(", ", result.FailingTypeNames ?? []));
}
