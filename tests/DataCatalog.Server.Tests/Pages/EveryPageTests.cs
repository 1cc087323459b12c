using System.Net;
using System.Text.RegularExpressions;
using DataCatalog.Server.Tests.Support;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace DataCatalog.Server.Tests.Pages;

/// <summary>Every page that a person can reach by links: it opens, it is accessible, it fits a small screen, nothing on it complains.</summary>
public sealed partial class EveryPageTests(Site site)
{
    // WCAG 2.2 AA and what it stands on.
    private static readonly AxeRunOptions Rules = new() { ResultTypes = [ResultType.Violations], Iframes = false, RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] } };

    // Programs' roads, and links that act on the browser.
    private static readonly string[] Elsewhere = ["/odata", "/openapi", "/export", "/documents", "/feeds", "/hangfire", "/language", "/theme", "/sign-in/provider", "/health", "/assets"];

    // What has been examined in one visit need not be in another, whose role only sees less or more of the same.
    private static readonly HashSet<string> Examined = [];

    [Theory]
    [InlineData("consortium-member", "ko")]
    [InlineData("data-officer", "en")]
    [InlineData("compliance", "ko")]
    [InlineData("programme-admin", "en")]
    [InlineData("auditor", "ko")]
    [InlineData(null, "en")]
    public async Task Page_OpensAccessibly_AndFitsASmallScreen(string? role, string language)
    {
        Uri home = (await site.ServiceAsync()).Address;
        await using Visit visit = await site.VisitAsync(role, language, width: 390, height: 800);
        await visit.GoAsync("/");
        Queue<string> open = new(["/"]);
        HashSet<string> seen = ["/"];
        List<string> faults = [];
        while (open.TryDequeue(out string? address))
        {
            // Every page is asked for by each role; one of a kind is looked at in the browser.
            IAPIResponse answer = await visit.Page.APIRequest.GetAsync(address, new() { Headers = Html(language) });
            if (answer.Status != 200) faults.Add($"{address} answers {answer.Status}");
            string page = await answer.TextAsync();
            if (role == "consortium-member" && Money().Match(page) is { Success: true } price) faults.Add($"{address} tells a member of money: {price.Value}");
            if (Examined.Add(Form(address).TrimEnd('?'))) faults.AddRange(await FaultsAsync(visit, address, language));
            foreach (Match link in Links().Matches(page))
            {
                if (Own(new Uri(home, WebUtility.HtmlDecode(link.Groups[1].Value)), home) is { } next && seen.Add(Form(next))) open.Enqueue(next);
            }
        }

        Assert.True(faults.Count == 0, string.Join("\n", faults));
        // Whoever has signed in has at least these to see.
        Assert.True(role is null || seen.Count > 15, string.Join(" ", seen));
    }

    [Theory]
    [InlineData("/models?page=99999999999")]
    [InlineData("/models?page=-1")]
    [InlineData("/programme/budget?page=x")]
    [InlineData("/programme/keys?page=99999999999&revoke=x")]
    [InlineData("/programme/findings?page=x")]
    [InlineData("/programme/audit?before=x&from=0001-01-01&until=9999-12-31")]
    [InlineData("/programme/budget-line?id=x")]
    [InlineData("/register?page=99999999999")]
    [InlineData("/compliance/report?from=0001-01-01")]
    [InlineData("/compliance/report?until=9999-12-31")]
    [InlineData("/compliance?month=9999-99")]
    [InlineData("/?page=99999999999&order=x&modality=%00")]
    [InlineData("//example.org/x")]
    public async Task AddressThatNobodyWrote_IsNoFaultOfTheService(string address)
    {
        await using Visit visit = await site.VisitAsync("programme-admin", "en", script: false);
        IAPIResponse answer = await visit.Page.APIRequest.GetAsync((await site.ServiceAsync()).Address.ToString().TrimEnd('/') + address, new() { Headers = Html("en") });
        Assert.InRange(answer.Status, 200, 499);
        Assert.DoesNotContain("\"//", await answer.TextAsync(), StringComparison.Ordinal);
    }

    private static async Task<List<string>> FaultsAsync(Visit visit, string address, string language)
    {
        visit.Complaints.Clear();
        await visit.Page.GotoAsync(address);
        List<string> faults = [];
        AxeResult result = await visit.Page.RunAxe(Rules);
        faults.AddRange(result.Violations.Select(v => $"{address}: {v.Id} ({v.Help}) at {string.Join(", ", v.Nodes.Take(3).Select(n => n.Html))}"));
        if (await visit.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > document.documentElement.clientWidth")) faults.Add($"{address} is wider than the screen");
        if (await visit.Page.EvaluateAsync<string>("() => document.documentElement.lang") != language) faults.Add($"{address} is not in {language}");
        faults.AddRange(visit.Complaints.Select(c => $"{address} complains: {c}"));
        return faults;
    }

    private static Dictionary<string, string> Html(string language) => new() { ["Accept"] = "text/html", ["Accept-Language"] = language };

    private static string? Own(Uri target, Uri site) =>
        target.Authority != site.Authority || Elsewhere.Any(e => target.AbsolutePath.StartsWith(e, StringComparison.Ordinal)) ? null : target.PathAndQuery;

    // Pages of one kind are looked at once bare and once narrowed: keys, ids and what a query asks do not tell kinds apart.
    private static string Form(string address)
    {
        string[] halves = address.Split('?', 2);
        return Keys().Replace(halves[0], "/$1/*") + (halves.Length == 1 ? "" : "?");
    }

    [GeneratedRegex("<a [^>]*?href=\"([^\"]+)\"")]
    private static partial Regex Links();

    // What a price looks like in either language; sizes and counts have no currency.
    [GeneratedRegex("(?:KRW|USD|EUR) [0-9]|[0-9](?:만|억|조)? ?[0-9,]*원[^가-힣]")]
    private static partial Regex Money();

    [GeneratedRegex("/(datasets|agreements|consortia|models|organisations|requests|obligations|alerts|runs|entitlements|licences|decisions|keys|searches|drafts)/[^/]+")]
    private static partial Regex Keys();
}
