using System.Net;
using CsCheck;
using DataCatalog.Server.Tests.Support;
using DataCatalog.Storage;
using DataCatalog.TestSupport;

namespace DataCatalog.Server.Tests.Api;

/// <summary>Pages neither skip nor repeat rows, whatever is inserted meanwhile; on both databases.</summary>
public abstract class PagingTests(string provider, Worlds worlds, PostgresServer server) : ApiTests(provider, worlds, server)
{
    private static readonly string[] Keys = ["TitleEn", "TitleKo", "CollectedFrom", "CollectedUntil", "RegisteredAt", "Key", "DescriptionEn", "ProviderId", "StatusReason"];

    [Fact]
    public async Task Walk_WhileOthersInsert_EachRowOnce()
    {
        List<string?> before = await AllIdsAsync();
        Gen<string> orders = Gen.Select(Gen.Int[0, Keys.Length - 1].Select(i => Keys[i]), Gen.Bool).Array[1, 3].Select(parts => string.Join(',', parts.DistinctBy(p => p.Item1).Select(p => p.Item1 + (p.Item2 ? " desc" : ""))));
        for (int round = 0; round < 12; round++)
        {
            string order = orders.Single();
            List<string?> seen = [];
            string? next = $"/odata/Datasets?$orderby={order}&$select=Id&$filter=contains(TitleKo,'음성')";
            while (next is not null)
            {
                Answer page = await Admin.GetAsync(next, ("Prefer", "odata.maxpagesize=3"));
                seen.AddRange(page.Column("Id"));
                if (seen.Count == 6) await Given.DatasetAsync(World.Provider, new { TitleKo = "다른 자료", TitleEn = round % 2 == 0 ? null : $"{(char)('a' + round)} inserted" });
                next = page.Body.TryGetProperty("@odata.nextLink", out System.Text.Json.JsonElement link) ? link.GetString() : null;
            }

            Assert.True(seen.Count == seen.Distinct().Count(), $"{order} repeats a row");
            Assert.True(before.All(seen.Contains), $"{order} skips a row");
        }
    }

    [Fact]
    public async Task NextLink_KeepsTheOptions()
    {
        Answer first = await Admin.GetAsync("/odata/Datasets?$filter=contains(TitleKo,'음성')&$orderby=Key desc&$select=Key&$count=true&$expand=Provider($select=Key)&$top=7", ("Prefer", "maxpagesize=2"));
        string next = first["@odata.nextLink"].GetString()!;
        List<string?> keys = first.Column("Key");
        while (true)
        {
            Answer page = await Admin.GetAsync(next, ("Prefer", "maxpagesize=2"));
            Assert.Equal(12, page["@odata.count"].GetInt32());
            Assert.True(page.Rows[0].TryGetProperty("Provider", out _));
            keys.AddRange(page.Column("Key"));
            if (!page.Body.TryGetProperty("@odata.nextLink", out System.Text.Json.JsonElement link)) break;
            next = link.GetString()!;
        }

        Assert.Equal((await Admin.GetAsync("/odata/Datasets?$filter=contains(TitleKo,'음성')&$orderby=Key desc&$select=Key&$top=7")).Column("Key"), keys);
    }

    [Fact]
    public async Task Token_ForgedOrOfAnotherQuery_Refused()
    {
        Answer first = await Admin.GetAsync("/odata/Datasets?$orderby=Key", ("Prefer", "maxpagesize=2"));
        string next = first["@odata.nextLink"].GetString()!;
        string token = next[(next.IndexOf("skiptoken=", StringComparison.Ordinal) + 10)..];
        (await Admin.GetAsync($"/odata/Datasets?$orderby=Key desc&$skiptoken={token}")).Refused(400, "bad-skiptoken");
        (await Admin.GetAsync($"/odata/Datasets?$filter=Key ne 'a'&$orderby=Key&$skiptoken={token}")).Refused(400, "bad-skiptoken");
        (await Admin.GetAsync($"/odata/Organisations?$orderby=Key&$skiptoken={token}")).Refused(400, "bad-skiptoken");
        (await Admin.GetAsync($"/odata/Datasets?$orderby=Key&$skiptoken={token[..^3]}AAA")).Refused(400, "bad-skiptoken");
        (await Admin.GetAsync($"/odata/Datasets?$orderby=Key&$skiptoken={token}")).OfStatus(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("maxpagesize=2", 2)]
    [InlineData("odata.maxpagesize=5", 5)]
    public async Task MaxPageSize_Kept(string prefer, int rows) => Assert.Equal(rows, (await Admin.GetAsync("/odata/Datasets", ("Prefer", prefer))).Rows.Count);

    private async Task<List<string?>> AllIdsAsync() => (await Admin.GetAsync("/odata/Datasets?$select=Id&$filter=contains(TitleKo,'음성')")).Column("Id");
}

public sealed class SqlitePagingTests(Worlds worlds, PostgresServer server) : PagingTests(StorageOptions.Sqlite, worlds, server);

public sealed class PostgresPagingTests(Worlds worlds, PostgresServer server) : PagingTests(StorageOptions.Postgres, worlds, server);
