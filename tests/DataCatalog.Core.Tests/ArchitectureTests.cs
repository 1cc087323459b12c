using System.Reflection;
using DataCatalog.Core.Common;
using NetArchTest.Rules;

namespace DataCatalog.Core.Tests;

/// <summary>
/// What Core may lean on, and which way its rooms look: Catalogue ← Licensing ← Entitlements ← Compliance. Use cases gather the facts of
/// several rooms through the one database port and are not bound to that direction; entities and rules are.
/// </summary>
public sealed class ArchitectureTests
{
    private const string Root = "DataCatalog.Core.";
    private static readonly Assembly Core = typeof(Entity).Assembly;

    /// <summary>The one look outward: a dataset's licence shows the published licence it names. All else of Catalogue knows licences by id.</summary>
    private static readonly string[] LooksOutward = [Root + "Catalogue.DatasetLicence"];

    [Fact]
    public void Core_ReferencesNoEdge()
    {
        string[] edges = ["Microsoft.AspNetCore", "Hangfire", "Lucene", "Elastic", "Microsoft.EntityFrameworkCore.Relational", "Microsoft.EntityFrameworkCore.Sqlite", "Microsoft.Data.Sqlite", "Npgsql", "MailKit", "DataCatalog."];
        Assert.DoesNotContain(Core.GetReferencedAssemblies(), a => edges.Any(e => a.Name!.StartsWith(e, StringComparison.OrdinalIgnoreCase)));
    }

    [Theory]
    [InlineData("Catalogue", "Licensing", "Entitlements", "Compliance", "Access")]
    [InlineData("Licensing", "Entitlements", "Compliance", "Access")]
    [InlineData("Entitlements", "Compliance", "Access")]
    [InlineData("Audit", "Catalogue", "Licensing", "Entitlements", "Compliance", "Access", "Search")]
    [InlineData("Search", "Licensing", "Entitlements", "Compliance", "Access")]
    public void Room_LooksInward(string room, params string[] outer)
    {
        IEnumerable<string> outward = Entities(room).And().HaveDependencyOnAny([.. outer.Select(o => Root + o)]).GetTypes().Select(t => t.FullName!.Split('+', '/')[0]).Distinct();
        Assert.Equal(room == "Catalogue" ? LooksOutward : [], outward);
    }

    [Theory]
    [InlineData("Catalogue")]
    [InlineData("Licensing")]
    [InlineData("Entitlements")]
    [InlineData("Compliance")]
    [InlineData("Audit")]
    [InlineData("Search")]
    public void Room_EntitiesSeeNoDatabase(string room) =>
        Assert.Empty(Entities(room).And().HaveDependencyOn("Microsoft.EntityFrameworkCore").GetTypes().Select(t => t.FullName));

    [Fact]
    public void Types_AreSealedOrDerivedFrom()
    {
        IEnumerable<Type> open = Core.GetTypes().Where(t => t is { IsClass: true, IsSealed: false, IsAbstract: false } && !t.Name.Contains('<', StringComparison.Ordinal));
        Assert.Empty(open.Where(t => !Core.GetTypes().Any(d => d.BaseType == t)).Select(t => t.FullName));
    }

    /// <summary>Those that act for one caller and need the registry alone; what opens it for itself or asks the search engine is registered with those.</summary>
    [Fact]
    public void UseCases_AreRegistered()
    {
        var services = new Microsoft.Extensions.DependencyInjection.ServiceCollection();
        services.AddCore();
        IEnumerable<Type> useCases = Core.GetTypes().Where(t => t.IsPublic && (t.Namespace + ".").Contains(".UseCases.", StringComparison.Ordinal) && ActsForACaller(t));
        Assert.Equal(
            useCases.Select(t => t.FullName).Order(),
            services.Select(s => s.ServiceType).Where(t => t.FullName!.Contains(".UseCases.", StringComparison.Ordinal) && ActsForACaller(t)).Select(t => t.FullName).Order());
    }

    private static bool ActsForACaller(Type type) => type.GetConstructors()
        .Any(c => c.GetParameters() is var p && p.Any(x => x.ParameterType == typeof(IRegistryDb)) && !p.Any(x => x.ParameterType == typeof(DataCatalog.Core.Search.ISearchIndex)));

    private static PredicateList Entities(string room) => Types.InAssembly(Core).That().ResideInNamespaceMatching($"^DataCatalog\\.Core\\.{room}(\\.(?!UseCases).*)?$");
}
