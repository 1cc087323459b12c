using System.Net;
using DataCatalog.Server.Tests.Support;
using DataCatalog.Storage;
using DataCatalog.TestSupport;

namespace DataCatalog.Server.Tests.Api;

/// <summary>Each limit holds, and what lies just within it is answered.</summary>
public sealed class LimitTests(Worlds worlds, PostgresServer server) : ApiTests(StorageOptions.Sqlite, worlds, server)
{
    [Fact]
    public async Task FilterNodes_100()
    {
        await AnsweredAsync("$filter=" + string.Join(" or ", Enumerable.Range(0, 12).Select(i => $"Key eq '{i}'")));
        await RefusedAsync("$filter=" + string.Join(" or ", Enumerable.Range(0, 40).Select(i => $"Key eq '{i}'")));
    }

    [Fact]
    public async Task FunctionDepth_5()
    {
        await AnsweredAsync("$filter=trim(trim(trim(trim(trim(Key))))) eq 'a'");
        await RefusedAsync("$filter=trim(trim(trim(trim(trim(trim(Key)))))) eq 'a'");
    }

    [Fact]
    public async Task AnyAll_NotNested() => await RefusedAsync("$filter=Versions/any(v: v/Distributions/any(d: d/Bytes gt 1))");

    [Fact]
    public async Task In_100Values()
    {
        await AnsweredAsync("$filter=Key in (" + string.Join(',', Enumerable.Range(0, 100).Select(i => $"'{i}'")) + ")");
        await RefusedAsync("$filter=Key in (" + string.Join(',', Enumerable.Range(0, 101).Select(i => $"'{i}'")) + ")");
    }

    [Fact]
    public async Task OrderBy_5Keys()
    {
        await AnsweredAsync("$orderby=Key,TitleKo,TitleEn,RegisteredAt,ChangedAt");
        await RefusedAsync("$orderby=Key,TitleKo,TitleEn,RegisteredAt,ChangedAt,DescriptionKo");
    }

    [Fact]
    public async Task Skip_10000()
    {
        await AnsweredAsync("$skip=10000");
        await RefusedAsync("$skip=10001");
    }

    [Theory]
    [InlineData("$filter=", "(", "Key eq 'a'", ")")]
    [InlineData("$filter=", "not ", "(Key eq 'a')", "")]
    [InlineData("$filter=", "not(", "Key eq 'a'", ")")]
    [InlineData("$filter=1 eq ", "-", "1", "")]
    [InlineData("$filter=", "Provider/", "Key eq 'a'", "")]
    [InlineData("$orderby=", "(", "Key", ")")]
    [InlineData("$compute=", "(", "1", ") as X")]
    [InlineData("$search=", "(", "a", ")")]
    [InlineData("$search=", "NOT ", "a", "")]
    [InlineData("$apply=filter(", "(", "Key eq 'a'", "))")]
    [InlineData("$expand=", "Provider($expand=", "Provider", ")")]
    [InlineData("$select=", "Provider/", "Key", "")]
    public async Task Nesting_Thousands_DoesNoHarm(string option, string open, string core, string close)
    {
        foreach (int depth in (int[])[33, 400, 2000])
        {
            string query = option + string.Concat(Enumerable.Repeat(open, depth)) + core + (close.Length > 0 ? string.Concat(Enumerable.Repeat(close[..1], depth)) + close[1..] : "");
            Answer answer = await Admin.GetAsync("/odata/Datasets?" + query);
            Assert.True((int)answer.Status is 400 or 414, $"{depth}: {(int)answer.Status} {answer.Text}");
        }

        (await World.Nobody.GetAsync("/health/live")).OfStatus(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("$filter=Key eq 'a)(((((((((((((((((((((((((((((((((((((((((('")]
    [InlineData("$filter=TitleKo eq 'it''s (((((((((((((((((((((((((((((((((((((((('")]
    public async Task Brackets_InsideQuotes_AreWords(string query) => await AnsweredAsync(query);

    [Fact]
    public async Task Url_8KiB()
    {
        await AnsweredAsync($"$filter=Key eq '{new string('a', 7000)}'");
        Assert.Equal(HttpStatusCode.RequestUriTooLong, (await Admin.GetAsync($"/odata/Datasets?$filter=Key eq '{new string('a', 9000)}'")).Status);
    }

    [Theory]
    [InlineData("$expand=Provider($expand=Datasets)")]
    [InlineData("$expand=Versions($levels=max)")]
    [InlineData("$expand=Versions($top=1001)")]
    [InlineData("$expand=Licences($expand=Licence($expand=Nothing))")]
    [InlineData("$filter=geo.distance(Key,Key) gt 1")]
    [InlineData("$filter=cast(Key,'Edm.Int32') eq 1")]
    [InlineData("$filter=now() gt RegisteredAt")]
    [InlineData("$filter=Supply/BuiltUnder eq 'a'")]
    public async Task NotOnTheWhiteList_Refused(string query) => await RefusedAsync(query);

    [Fact]
    public async Task Pages_100_AtMost1000()
    {
        for (int i = 0; i < 2; i++) await Task.WhenAll(Enumerable.Range(0, 52).Select(_ => Given.LicenceAsync()));
        Assert.Equal(100, (await Admin.GetAsync("/odata/Licences?$select=Key")).Rows.Count);
        Assert.Equal(100, (await Admin.GetAsync("/odata/Licences?$select=Key&$top=101")).Rows.Count);
        Assert.True((await Admin.GetAsync("/odata/Licences?$select=Key", ("Prefer", "maxpagesize=1000000"))).Rows.Count > 100);
    }

    [Fact]
    public async Task Rate_OverTheBurst_429()
    {
        await using RegistryService small = await RegistryService.StartAsync("--DataCatalog:Limits:RequestsPerSecond=10", "--DataCatalog:Limits:Burst=5", "--DataCatalog:Limits:MaxPageSize=2", "--DataCatalog:Limits:PageSize=1");
        Answer[] answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => small.Admin.GetAsync("/odata/Licences/$count")));
        Answer refused = answers.First(a => a.Status == HttpStatusCode.TooManyRequests).Refused(429, "too-many-requests");
        Assert.Equal("1", refused.Headers["Retry-After"]);
        await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
        (await small.Admin.GetAsync("/odata/Licences/$count")).OfStatus(HttpStatusCode.OK);
    }

    private async Task AnsweredAsync(string query) => (await Admin.GetAsync("/odata/Datasets?" + query)).OfStatus(HttpStatusCode.OK);

    private async Task RefusedAsync(string query) => (await Admin.GetAsync("/odata/Datasets?" + query)).OfStatus(HttpStatusCode.BadRequest);
}
