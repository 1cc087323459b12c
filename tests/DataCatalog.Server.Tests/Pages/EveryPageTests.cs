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
    private static readonly AxeRunOptions Rules = new() { RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] } };

    // Programs' roads, and links that act on the browser.
    private static readonly string[] Elsewhere = ["/odata", "/openapi", "/export", "/documents", "/feeds", "/hangfire", "/language", "/theme", "/sign-in/provider"];

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
        await using Visit visit = await site.VisitAsync(role, language, width: 390, height: 800);
        Queue<string> open = new(["/"]);
        HashSet<string> seen = ["/"];
        List<string> faults = [];
        while (open.TryDequeue(out string? address))
        {
            faults.AddRange(await FaultsAsync(visit, address, language));
            foreach (string link in await visit.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('a[href]')].map(a => new URL(a.getAttribute('href'), document.baseURI).href)"))
            {
                if (Own(link, visit) is { } next && seen.Add(Form(next))) open.Enqueue(next);
            }
        }

        Assert.True(faults.Count == 0, string.Join("\n", faults));
        // Whoever has signed in has at least these to see.
        Assert.True(role is null || seen.Count > 5, string.Join(" ", seen));
    }

    private static async Task<List<string>> FaultsAsync(Visit visit, string address, string language)
    {
        visit.Complaints.Clear();
        IResponse? answer = await visit.Page.GotoAsync(address);
        List<string> faults = [];
        if (answer?.Status != 200) faults.Add($"{address} answers {answer?.Status}");
        if (!Examined.Add(Form(address))) return faults;
        AxeResult result = await visit.Page.RunAxe(Rules);
        faults.AddRange(result.Violations.Select(v => $"{address}: {v.Id} ({v.Help}) at {string.Join(", ", v.Nodes.Take(3).Select(n => n.Html))}"));
        if (await visit.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > document.documentElement.clientWidth")) faults.Add($"{address} is wider than the screen");
        if (await visit.Page.EvaluateAsync<string>("() => document.documentElement.lang") != language) faults.Add($"{address} is not in {language}");
        faults.AddRange(visit.Complaints.Select(c => $"{address} complains: {c}"));
        return faults;
    }

    private static string? Own(string link, Visit visit)
    {
        var target = new Uri(link);
        if (target.Authority != new Uri(visit.Page.Url).Authority) return null;
        return Elsewhere.Any(e => target.AbsolutePath.StartsWith(e, StringComparison.Ordinal)) ? null : target.PathAndQuery;
    }

    // Pages of one kind are looked at once: keys, ids and the values of queries do not tell kinds apart.
    private static string Form(string address)
    {
        string[] halves = address.Split('?', 2);
        string path = Keys().Replace(halves[0], "/$1/*");
        return halves.Length == 1 ? path : path + "?" + string.Join('&', halves[1].Split('&').Select(p => p.Split('=')[0]).Distinct().Order());
    }

    [GeneratedRegex("/(datasets|agreements|consortia|models|organisations|requests|obligations|alerts|runs|entitlements|licences|decisions|keys|searches|drafts)/[^/]+")]
    private static partial Regex Keys();
}
