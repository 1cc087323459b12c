using System.Net;
using System.Text.Json;
using DataCatalog.Server.Tests.Support;
using DataCatalog.Storage;
using DataCatalog.TestSupport;

namespace DataCatalog.Server.Tests.Api;

/// <summary><c>$search</c> with the other options, and facets.</summary>
public sealed class SearchTests(Worlds worlds, PostgresServer server) : ApiTests(StorageOptions.Sqlite, worlds, server)
{
    /// <summary>The answer once the index has come as far; a search is at most a second behind.</summary>
    internal static async Task<Answer> FoundAsync(ApiClient client, string search, int least)
    {
        for (int i = 0; ; i++)
        {
            Answer answer = await client.GetAsync($"/odata/Datasets?$search={Uri.EscapeDataString(search)}&$count=true");
            if (answer.Status == HttpStatusCode.OK && answer["@odata.count"].GetInt32() >= least) return answer;
            Assert.True(i < 100, $"'{search}' is not found: {answer.Text}");
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task Hits_CarryScoreAndMarks()
    {
        Answer answer = await FoundAsync(Admin, "말뭉치", 1);
        JsonElement first = answer.Rows[0];
        Assert.True(first.GetProperty("@search.score").GetDouble() > 0);
        Assert.Contains(first.EnumerateObject(), p => p.Name.EndsWith("@search.highlight", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Search_FilterOrderCountAndPages_Together()
    {
        await FoundAsync(Admin, "음성", 12);
        const string Of = "/odata/Datasets?$search=음성&$filter=Acquisition eq 'Licensed'&$count=true&$select=Key";
        Answer ordered = await Admin.GetAsync($"{Of}&$orderby=Key");
        Assert.Equal(6, ordered["@odata.count"].GetInt32());
        Assert.Equal(ordered.Column("Key").Order(StringComparer.Ordinal), ordered.Column("Key"));
        foreach (string order in (string[])["", "&$orderby=Key"])
        {
            List<string?> walked = [];
            for (string? next = Of + order; next is not null;)
            {
                Answer page = await Admin.GetAsync(next, ("Prefer", "maxpagesize=4"));
                walked.AddRange(page.Column("Key"));
                next = page.Body.TryGetProperty("@odata.nextLink", out JsonElement link) ? link.GetString() : null;
            }

            Assert.Equal(ordered.Column("Key"), walked.Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public async Task Count_OfASearch()
    {
        await FoundAsync(Admin, "음성", 12);
        Assert.Equal("12", (await Admin.GetAsync("/odata/Datasets/$count?$search=음성")).OfStatus(HttpStatusCode.OK).Text);
    }

    [Fact]
    public async Task Facets_OfASearchAndFilter()
    {
        await FoundAsync(Admin, "음성", 12);
        Answer facets = (await Admin.GetAsync("/odata/Datasets/Facets()?$search=음성&$filter=Acquisition eq 'Licensed'")).OfStatus(HttpStatusCode.OK);
        JsonElement modality = facets.Rows.Single(f => f.GetProperty("Name").GetString() == "Modality");
        Assert.Equal(("audio", 6), (modality.GetProperty("Values")[0].GetProperty("Value").GetString(), modality.GetProperty("Values")[0].GetProperty("Count").GetInt32()));
    }

    [Fact]
    public async Task Search_OverItsLimits_Refused()
    {
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Admin.GetAsync($"/odata/Datasets?$search={new string('a', 1001)}")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Admin.GetAsync($"/odata/Datasets?$search={string.Join(' ', Enumerable.Range(0, 33).Select(i => $"w{i}"))}")).Status);
        (await Admin.GetAsync("/odata/Organisations?$search=a")).Refused(400, "bad-query");
    }
}
