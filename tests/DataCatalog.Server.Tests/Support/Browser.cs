using Microsoft.Playwright;

namespace DataCatalog.Server.Tests.Support;

/// <summary>
/// Chromium for one test run: the one that DATACATALOG_TEST_CHROMIUM names, or the machine's own. Where there is neither, tests skip, or fail
/// where REQUIRE_SERVICES is 1.
/// </summary>
public sealed class Browser : IAsyncDisposable
{
    // The shell has no windows to draw, and does the same in half the time.
    private static readonly string[] Usual = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
    private readonly SemaphoreSlim once = new(1, 1);
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>A window of its own, with its own cookies.</summary>
    public async Task<IBrowserContext> WindowAsync(BrowserNewContextOptions options)
    {
        await once.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            browser ??= await OpenAsync();
        }
        finally
        {
            once.Release();
        }

        IBrowserContext window = await browser.NewContextAsync(options);
        window.SetDefaultTimeout(60_000);
        window.SetDefaultNavigationTimeout(60_000);
        return window;
    }

    public async ValueTask DisposeAsync()
    {
        once.Dispose();
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
    }

    private async Task<IBrowser> OpenAsync()
    {
        string? program = Environment.GetEnvironmentVariable("DATACATALOG_TEST_CHROMIUM") ?? Usual.FirstOrDefault(File.Exists);
        if (program is null)
        {
            const string Missing = "Chromium is missing: install the Debian package 'chromium-headless-shell' or 'chromium', or name a browser in DATACATALOG_TEST_CHROMIUM.";
            if (Environment.GetEnvironmentVariable("REQUIRE_SERVICES") == "1") Assert.Fail(Missing);
            Assert.Skip(Missing);
        }

        // A busy machine is no fault of the pages.
        Assertions.SetDefaultExpectTimeout(30_000);
        playwright = await Playwright.CreateAsync();
        return await playwright.Chromium.LaunchAsync(new() { ExecutablePath = program, Args = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"] });
    }
}
