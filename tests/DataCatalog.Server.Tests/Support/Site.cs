using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(DataCatalog.Server.Tests.Support.Site))]

namespace DataCatalog.Server.Tests.Support;

/// <summary>The service with its sample catalogue, as people see it in a browser; one for the run, started when first asked for.</summary>
public sealed class Site : IAsyncLifetime
{
    /// <summary>The consortium that the member of the visits belongs to.</summary>
    public const string Consortium = "upstage";

    private readonly Browser browser = new();
    private readonly SemaphoreSlim once = new(1, 1);
    private readonly Dictionary<string, string> keys = [];
    private readonly Dictionary<string, string> sessions = [];
    private RegistryService? service;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>The service.</summary>
    public async Task<RegistryService> ServiceAsync()
    {
        await once.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            return service ??= await RegistryService.StartAsync("--DataCatalog:Empty=false");
        }
        finally
        {
            once.Release();
        }
    }

    /// <summary>The key of a role: <c>data-officer</c>, <c>compliance</c>, <c>programme-admin</c>, <c>auditor</c> or <c>consortium-member</c>.</summary>
    public async Task<string> KeyAsync(string role)
    {
        RegistryService running = await ServiceAsync();
        if (keys.TryGetValue(role, out string? known)) return known;
        string? consortium = role == "consortium-member" ? (await running.Admin.GetAsync($"/odata/Consortia?$filter=Key eq '{Consortium}'&$select=Id"))["value"][0].GetProperty("Id").GetString() : null;
        string key = await new Given(running.Admin).KeyAsync(role, consortium);
        await once.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            return keys[role] = key;
        }
        finally
        {
            once.Release();
        }
    }

    /// <summary>A visit by someone of a role, signed in; of nobody where it is null.</summary>
    public async Task<Visit> VisitAsync(string? role, string language = "ko", bool script = true, int width = 1280, int height = 900)
    {
        RegistryService running = await ServiceAsync();
        string? session = role is null ? null : await SessionAsync(running, role);
        IBrowserContext window = await browser.WindowAsync(new()
        {
            BaseURL = running.Address.ToString(),
            Locale = language == "ko" ? "ko-KR" : "en-GB",
            JavaScriptEnabled = script,
            ViewportSize = new() { Width = width, Height = height },
            StorageState = session,
            TimezoneId = "Europe/London",
        });
        return new Visit(window, await window.NewPageAsync());
    }

    public async ValueTask DisposeAsync()
    {
        once.Dispose();
        await browser.DisposeAsync();
        if (service is not null) await service.DisposeAsync();
    }

    private async Task<string> SessionAsync(RegistryService running, string role)
    {
        if (sessions.TryGetValue(role, out string? known)) return known;
        string key = await KeyAsync(role);
        IBrowserContext window = await browser.WindowAsync(new() { BaseURL = running.Address.ToString(), Locale = "en-GB" });
        await using var closing = window;
        IPage page = await window.NewPageAsync();
        await page.GotoAsync("/sign-in");
        await page.GetByLabel("API key").FillAsync(key);
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await page.WaitForURLAsync("**/");
        string state = await window.StorageStateAsync();
        await once.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            return sessions[role] = state;
        }
        finally
        {
            once.Release();
        }
    }
}

/// <summary>Someone at a browser; what its console complains of is kept.</summary>
public sealed class Visit : IAsyncDisposable
{
    private readonly IBrowserContext window;

    public Visit(IBrowserContext window, IPage page)
    {
        (this.window, Page) = (window, page);
        page.Console += (_, message) =>
        {
            if (message.Type == "error") Complaints.Add(message.Text);
        };
        page.PageError += (_, error) => Complaints.Add(error);
    }

    public IPage Page { get; }

    /// <summary>Errors of scripts, files that are missing, what the content policy kept out.</summary>
    public List<string> Complaints { get; } = [];

    /// <summary>Goes to an address, which must answer as expected.</summary>
    public async Task GoAsync(string address, int status = 200)
    {
        IResponse? answer = await Page.GotoAsync(address);
        Assert.Equal(status, answer?.Status);
    }

    public ValueTask DisposeAsync() => window.DisposeAsync();
}
