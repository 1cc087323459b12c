using System.Security.Claims;
using DataCatalog.Server.Tests.Support;
using Microsoft.Playwright;

namespace DataCatalog.Server.Tests.Pages;

/// <summary>Signing in through an OpenID Connect provider: who is who, what a session opens, what it does not.</summary>
public sealed class ProviderSignInTests(ProviderSignInTests.Place place) : IClassFixture<ProviderSignInTests.Place>
{
    private readonly RegistryService service = place.Service;

    [Fact]
    public async Task Person_IsWhoTheProviderSaysTheyAre()
    {
        await using (IBrowserContext window = await WindowAsync())
        {
            IPage page = await EnterAsync(window, "Officer Kim", "/searches");
            await page.WaitForURLAsync("**/searches");
            await Assertions.Expect(page.GetByRole(AriaRole.Banner)).ToContainTextAsync("Officer Kim");
            Assert.True((await window.APIRequest.GetAsync("/odata/Agreements")).Ok);
            // A session looks and does not change: only its pages' forms, with their token, do.
            Assert.Equal(401, (await window.APIRequest.PostAsync("/odata/Organisations", new() { DataObject = new { Key = "x", NameEn = "x", Kind = "Company" } })).Status);
            Assert.Equal(400, (await window.APIRequest.PostAsync("/sign-in", new() { Form = window.APIRequest.CreateFormData().Set("_handler", "key") })).Status);
            // An address that is read without its owner ends with the owner's key, and this one has none.
            await page.GotoAsync("/compliance/calendar");
            await page.GetByLabel("Name").FillAsync("Outlook at work");
            await page.GetByRole(AriaRole.Button, new() { Name = "Make the address" }).ClickAsync();
            await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("sign in with a key");
            await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
            await page.WaitForURLAsync("**/sign-in");
            Assert.Equal(401, (await window.APIRequest.GetAsync("/odata/Agreements")).Status);
        }

        await using IBrowserContext other = await WindowAsync();
        IPage member = await EnterAsync(other, "Member Lee", "/");
        await Assertions.Expect(member.GetByRole(AriaRole.Link, new() { Name = "Our consortium" })).ToBeVisibleAsync();
        Assert.Equal(404, (await other.APIRequest.GetAsync("/odata/BudgetLines")).Status);
    }

    [Theory]
    [InlineData("Nobody")]
    [InlineData("Member of none")]
    [InlineData("Both")]
    public async Task PersonWithoutAPlaceHere_IsToldSo(string who)
    {
        await using IBrowserContext window = await WindowAsync();
        IPage page = await EnterAsync(window, who, "/");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("hold no role in this registry");
        Assert.Equal(401, (await window.APIRequest.GetAsync("/odata/Datasets")).Status);
    }

    [Fact]
    public async Task Back_LeadsNowhereElse()
    {
        await using IBrowserContext window = await WindowAsync();
        IPage page = await EnterAsync(window, "Officer Kim", "//evil.example/");
        await page.WaitForURLAsync(service.Address.ToString());
    }

    private Task<IBrowserContext> WindowAsync() => place.Browser.WindowAsync(new() { BaseURL = service.Address.ToString(), Locale = "en-GB" });

    private static async Task<IPage> EnterAsync(IBrowserContext window, string who, string back)
    {
        IPage page = await window.NewPageAsync();
        await page.GotoAsync("/sign-in?back=" + Uri.EscapeDataString(back));
        await page.GetByRole(AriaRole.Link, new() { Name = "Sign in with Agency SSO" }).ClickAsync();
        await page.GetByLabel("Who are you?").FillAsync(who);
        await page.GetByRole(AriaRole.Button, new() { Name = "Go on" }).ClickAsync();
        return page;
    }

    /// <summary>A provider, a service that trusts it, and a browser: one of each for all tests.</summary>
    public sealed class Place : IAsyncLifetime
    {
        private IdentityProvider provider = null!;

        public Browser Browser { get; } = new();

        public RegistryService Service { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            provider = await IdentityProvider.StartAsync(new()
            {
                ["Officer Kim"] = [new("roles", "dc-officers"), new("roles", "unheard-of")],
                ["Member Lee"] = [new("roles", "dc-members"), new("consortium", "consortium-a")],
                ["Member of none"] = [new("roles", "dc-members"), new("consortium", "unknown")],
                ["Both"] = [new("roles", "dc-members"), new("roles", "dc-officers"), new("consortium", "consortium-a")],
                ["Nobody"] = [new("roles", "data-officer")],
            });
            Service = await RegistryService.StartAsync(
                $"--DataCatalog:SignIn:Authority={provider.Authority}", $"--DataCatalog:SignIn:ClientId={IdentityProvider.Client}", $"--DataCatalog:SignIn:ClientSecret={IdentityProvider.Secret}",
                "--DataCatalog:SignIn:Name=Agency SSO", "--DataCatalog:SignIn:Roles:dc-officers=data-officer", "--DataCatalog:SignIn:Roles:dc-members=consortium-member");
            var given = new Given(Service.Admin);
            string lead = (await given.OrganisationAsync()).Id;
            await given.ConsortiumAsync((await given.ProgrammeAsync()).Id, lead, "consortium-a");
        }

        public async ValueTask DisposeAsync()
        {
            await Browser.DisposeAsync();
            await Service.DisposeAsync();
            await provider.DisposeAsync();
        }
    }
}
