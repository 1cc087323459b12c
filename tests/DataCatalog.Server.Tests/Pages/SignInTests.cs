using DataCatalog.Server.Tests.Support;
using Microsoft.Playwright;

namespace DataCatalog.Server.Tests.Pages;

/// <summary>Signing in and out with a key, in a browser.</summary>
public sealed class SignInTests(Site site)
{
    [Theory]
    [InlineData("en", true)]
    [InlineData("ko", false)]
    public async Task Key_OpensTheWayAsked_UntilSignedOut(string language, bool script)
    {
        bool korean = language == "ko";
        string key = await site.KeyAsync("auditor");
        await using Visit visit = await site.VisitAsync(null, language, script);
        await visit.GoAsync("/models?q=x");
        Assert.EndsWith("/sign-in?back=%2Fmodels%3Fq%3Dx", visit.Page.Url);
        ILocator enter = visit.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = korean ? "로그인" : "Sign in" });
        await visit.Page.GetByLabel(korean ? "API 키" : "API key").FillAsync("dck_" + new string('0', 64));
        await enter.ClickAsync();
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync(korean ? "이 키로는 로그인할 수 없습니다" : "This key does not open");
        await visit.Page.GetByLabel(korean ? "API 키" : "API key").FillAsync(key);
        await enter.ClickAsync();
        await visit.Page.WaitForURLAsync("**/models?q=x");
        string cookie = (await visit.Page.Context.CookiesAsync()).Single(c => c.Name == "session").Value;
        Assert.Equal(200, await WithAsync(cookie));
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = korean ? "로그아웃" : "Sign out" }).ClickAsync();
        await visit.Page.WaitForURLAsync("**/sign-in");
        // A copy of the cookie opens nothing either.
        Assert.Equal(302, await WithAsync(cookie));
        await visit.Page.GotoAsync("/models");
        Assert.Contains("/sign-in?back=", visit.Page.Url);
    }

    private async Task<int> WithAsync(string cookie)
    {
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = (await site.ServiceAsync()).Address };
        using HttpRequestMessage request = new(HttpMethod.Get, "/models");
        request.Headers.Add("Cookie", "session=" + cookie);
        request.Headers.Add("Accept", "text/html");
        using HttpResponseMessage answer = await browser.SendAsync(request, TestContext.Current.CancellationToken);
        return (int)answer.StatusCode;
    }
}
