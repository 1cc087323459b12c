using DataCatalog.Core.Common;
using DataCatalog.Core.Compliance.UseCases;
using DataCatalog.Server.Hosting.Auth;
using DataCatalog.Storage;
using DataCatalog.TestSupport;
using Microsoft.Extensions.DependencyInjection;

[assembly: AssemblyFixture(typeof(DataCatalog.Server.Tests.Support.Worlds))]

namespace DataCatalog.Server.Tests.Support;

/// <summary>A running service with two consortia, each with a dataset, an agreement and an alert of its own, and a key for each role.</summary>
public sealed class World
{
    private World(RegistryService service) => (Service, Given) = (service, new Given(service.Admin));

    public RegistryService Service { get; }

    public Given Given { get; }

    public ApiClient Admin => Service.Admin;

    public ApiClient Nobody { get; private set; } = null!;

    /// <summary>A client for each role, and two for members.</summary>
    public IReadOnlyDictionary<string, ApiClient> Roles { get; private set; } = null!;

    public ApiClient MemberA => Roles["member-a"];

    public ApiClient MemberB => Roles["member-b"];

    public string Provider { get; private set; } = "";

    public string Licence { get; private set; } = "";

    public string Programme { get; private set; } = "";

    public string BudgetLine { get; private set; } = "";

    public string ConsortiumA { get; private set; } = "";

    public string ConsortiumB { get; private set; } = "";

    /// <summary>A dataset that all consortia see.</summary>
    public string Shared { get; private set; } = "";

    /// <summary>A dataset that nobody but staff sees.</summary>
    public string Draft { get; private set; } = "";

    public string AgreementA { get; private set; } = "";

    public string AgreementB { get; private set; } = "";

    public string EntitlementA { get; private set; } = "";

    public string EntitlementB { get; private set; } = "";

    public string ModelB { get; private set; } = "";

    public static async Task<World> StartAsync(string provider, PostgresServer server)
    {
        var world = new World(await RegistryService.StartAsync(provider, server));
        await world.FillAsync();
        return world;
    }

    private async Task FillAsync()
    {
        Provider = (await Given.OrganisationAsync("hanbit")).Id;
        Licence = (await Given.LicenceAsync("LicenseRef-world")).Id;
        Programme = (await Given.ProgrammeAsync("world")).Id;
        BudgetLine = (await Given.BudgetLineAsync(Programme)).Id;
        ConsortiumA = (await Given.ConsortiumAsync(Programme, Provider, "consortium-a")).Id;
        ConsortiumB = (await Given.ConsortiumAsync(Programme, Provider, "consortium-b")).Id;
        ModelB = (await Given.ModelAsync(ConsortiumB)).Id;
        Shared = (await Given.AvailableAsync(Provider, new { Licences = new[] { new { LicenceId = Licence, AsStated = "as stated" } }, Modalities = new[] { "text", "audio" } }, "shared-corpus")).Id;
        Draft = (await Given.DatasetAsync(Provider, new { TitleKo = "숨은 초안", TitleEn = "Hidden draft" }, "hidden-draft")).Id;
        await FillDatasetsAsync();
        (AgreementA, EntitlementA) = await CoveredAsync(ConsortiumA, "AGREEMENT-A");
        (AgreementB, EntitlementB) = await CoveredAsync(ConsortiumB, "AGREEMENT-B");
        await SignInAsync();
        await using AsyncServiceScope scope = Service.Services.GetRequiredService<IServiceScopeFactory>().CreateScope(Actor.Registry);
        await scope.ServiceProvider.GetRequiredService<RaiseExpiryAlerts>().HandleAsync(DateOnly.Parse(Support.Given.Day(0), System.Globalization.CultureInfo.InvariantCulture), TestContext.Current.CancellationToken);
    }

    // Titles, days and flags that are sometimes absent, so that orders meet nulls.
    private async Task FillDatasetsAsync()
    {
        string[] titles = ["Alpha", "beta", "Gamma", "élan", "zeta", "말뭉치"];
        for (int i = 0; i < 12; i++)
        {
            await Given.AvailableAsync(Provider, new
            {
                TitleEn = i % 3 == 0 ? null : $"{titles[i % titles.Length]} speech {i}",
                TitleKo = $"음성 자료 {i}",
                Modalities = new[] { i % 2 == 0 ? "audio" : "text" },
                CollectedFrom = i % 4 == 0 ? null : $"2020-01-{1 + i:00}",
                PersonalData = i % 2 == 0 ? (bool?)null : i % 3 == 0,
                Acquisition = i % 2 == 0 ? "Licensed" : "Public",
            });
        }
    }

    private async Task<(string Agreement, string Entitlement)> CoveredAsync(string consortium, string number)
    {
        Answer agreement = await Given.AgreementAsync(Provider, [Shared], new { Number = number, EndsOn = Support.Given.Day(20) });
        return (agreement.Id, (await Given.EntitlementAsync(Shared, consortium, agreement.Id)).Id);
    }

    private async Task SignInAsync()
    {
        Nobody = Service.Client(null);
        Dictionary<string, ApiClient> roles = [];
        foreach (string role in (string[])["data-officer", "compliance", "programme-admin", "auditor"]) roles[role] = Service.Client(await Given.KeyAsync(role));
        roles["member-a"] = Service.Client(await Given.KeyAsync("consortium-member", ConsortiumA));
        roles["member-b"] = Service.Client(await Given.KeyAsync("consortium-member", ConsortiumB));
        Roles = roles;
    }
}

/// <summary>The worlds of a test run: one for each database, started when first asked for.</summary>
public sealed class Worlds : IAsyncLifetime
{
    private readonly SemaphoreSlim once = new(1, 1);
    private readonly Dictionary<string, World> worlds = [];

    public async Task<World> OnAsync(string provider, PostgresServer server)
    {
        await once.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            if (!worlds.TryGetValue(provider, out World? world)) worlds[provider] = world = await World.StartAsync(provider, server);
            return world;
        }
        finally
        {
            once.Release();
        }
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        once.Dispose();
        foreach (World world in worlds.Values) await world.Service.DisposeAsync();
    }
}

/// <summary>Tests against a world; what they change there must not disturb others.</summary>
public abstract class ApiTests(string provider, Worlds worlds, PostgresServer server) : IAsyncLifetime
{
    protected World World { get; private set; } = null!;

    protected ApiClient Admin => World.Admin;

    protected Given Given => World.Given;

    public async ValueTask InitializeAsync() => World = await worlds.OnAsync(provider, server);

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
