using System.Net;
using System.Text.Json;
using DataCatalog.Server.Tests.Support;
using DataCatalog.Storage;
using DataCatalog.TestSupport;

namespace DataCatalog.Server.Tests.Api;

/// <summary>Delta links: what changed, once it has, and nothing that the caller may not know of; on both databases.</summary>
public abstract class DeltaTests(string provider, Worlds worlds, PostgresServer server) : ApiTests(provider, worlds, server)
{
    private static readonly (string, string) Track = ("Prefer", "odata.track-changes,odata.maxpagesize=5");

    [Fact]
    public async Task NothingChanged_NothingToldAndTheLinkGoesOn()
    {
        Answer answer = await Admin.GetAsync(await LinkAsync(Admin, "/odata/Datasets?$filter=Key eq 'shared-corpus'"));
        Assert.DoesNotContain(answer.Rows, r => r.TryGetProperty("Key", out _));
        Assert.DoesNotContain((await Admin.GetAsync(answer["@odata.deltaLink"].GetString()!)).Rows, r => r.TryGetProperty("Key", out _));
    }

    [Fact]
    public async Task Dataset_MadeChangedPublished_ToldAsItIsNow()
    {
        string link = await LinkAsync(Admin, "/odata/Datasets");
        Answer made = await Given.AvailableAsync(World.Provider);
        Answer draft = await Given.DatasetAsync(World.Provider);
        await Admin.PatchAsync($"/odata/Datasets({draft.Id})", new { TitleEn = "Second title" }, draft.ETag);
        (List<JsonElement> rows, List<string> gone, string next) = await ReadAsync(Admin, link);
        Assert.Empty(gone);
        Assert.Equal("Available", One(rows, made.Id).GetProperty("Status").GetString());
        Assert.Equal("Second title", One(rows, draft.Id).GetProperty("TitleEn").GetString());
        Assert.Equal((await Admin.GetAsync($"/odata/Datasets({made.Id})")).Body.EnumerateObject().Select(p => p.Name).Where(n => !n.StartsWith('@')).Order(), One(rows, made.Id).EnumerateObject().Select(p => p.Name).Where(n => !n.StartsWith('@')).Order());
        await Admin.PostAsync($"/odata/Datasets({made.Id})/Versions", Given.Version("2.0.0"));
        Assert.Contains((await ReadAsync(Admin, next)).Rows, r => r.GetProperty("Id").GetString() == made.Id);
    }

    [Fact]
    public async Task ChangedDuringTheFirstWalk_IsToldAfterIt()
    {
        for (int i = 0; i < 6; i++) await Given.DatasetAsync(World.Provider, new { TitleKo = "변경 추적" });
        Answer first = await Admin.GetAsync("/odata/Datasets?$filter=contains(TitleKo,'변경 추적')&$select=Key", Track);
        Assert.Equal(5, first.Rows.Count);
        Answer late = await Given.DatasetAsync(World.Provider, new { TitleKo = "늦은 변경 추적" });
        Answer page = first;
        while (page.Body.TryGetProperty("@odata.nextLink", out JsonElement next)) page = await Admin.GetAsync(next.GetString()!, ("Prefer", "odata.maxpagesize=5"));
        (List<JsonElement> rows, _, _) = await ReadAsync(Admin, page["@odata.deltaLink"].GetString()!);
        Assert.Contains(rows, r => r.GetProperty("Key").GetString() == late["Key"].GetString());
        Assert.All(rows, r => Assert.Equal(["Id", "Key", "RowVersion"], r.EnumerateObject().Select(p => p.Name).Where(n => !n.StartsWith('@')).Order()));
    }

    [Fact]
    public async Task NoLongerInTheFilter_Removed()
    {
        Answer made = await Given.DatasetAsync(World.Provider, new { Domains = new[] { "delta" } });
        string link = await LinkAsync(Admin, "/odata/Datasets?$filter=Domains/any(d: d eq 'delta')");
        await Admin.PatchAsync($"/odata/Datasets({made.Id})", new { Domains = new[] { "other" } }, made.ETag);
        (List<JsonElement> rows, List<string> gone, _) = await ReadAsync(Admin, link);
        Assert.Contains(gone, id => id.Contains(made.Id, StringComparison.Ordinal));
        Assert.DoesNotContain(rows, r => r.GetProperty("Id").GetString() == made.Id);
    }

    [Fact]
    public async Task Newer_ClientsAreToldInTheNewerForm()
    {
        Answer made = await Given.DatasetAsync(World.Provider, new { Domains = new[] { "newer" } });
        string link = await LinkAsync(Admin, "/odata/Datasets?$filter=Domains/any(d: d eq 'newer')");
        await Admin.PatchAsync($"/odata/Datasets({made.Id})", new { Domains = new[] { "other" } }, made.ETag);
        Answer answer = await Admin.GetAsync(link, ("OData-MaxVersion", "4.01"));
        JsonElement removed = Assert.Single(answer["value"].EnumerateArray(), r => r.TryGetProperty("@removed", out JsonElement why) && why.GetProperty("reason").GetString() == "changed" && r.GetProperty("Id").GetString() == made.Id);
        Assert.False(removed.TryGetProperty("@etag", out _));
    }

    [Fact]
    public async Task Agreement_ThatEnds_ChangesItsEntitlements()
    {
        Answer dataset = await Given.AvailableAsync(World.Provider);
        Answer agreement = await Given.AgreementAsync(World.Provider, [dataset.Id]);
        (string consortium, ApiClient member) = await MemberAsync();
        Answer right = await Given.EntitlementAsync(dataset.Id, consortium, agreement.Id);
        (string rights, string agreements) = (await LinkAsync(member, "/odata/Entitlements"), await LinkAsync(member, "/odata/Agreements"));
        (await Admin.PatchAsync($"/odata/Agreements({agreement.Id})", new { EndsOn = Given.Day(5) }, (await Admin.GetAsync($"/odata/Agreements({agreement.Id})")).ETag)).OfStatus(HttpStatusCode.OK);
        Assert.Equal(Given.Day(5), One((await ReadAsync(member, rights)).Rows, right.Id).GetProperty("LastDay").GetString());
        JsonElement told = One((await ReadAsync(member, agreements)).Rows, agreement.Id);
        Assert.False(told.TryGetProperty("PriceAmount", out _));
    }

    [Fact]
    public async Task Member_IsToldOnlyOfWhatItSeesOrSaw()
    {
        Answer dataset = await Given.AvailableAsync(World.Provider);
        string[] links = [await LinkAsync(World.MemberA, "/odata/Datasets"), await LinkAsync(World.MemberA, "/odata/Agreements"), await LinkAsync(World.MemberA, "/odata/Entitlements")];
        Answer draft = await Given.DatasetAsync(World.Provider);
        Answer never = await Given.DatasetAsync(World.Provider);
        (await Admin.PostAsync($"/odata/Datasets({never.Id})/Withdraw", new { Reason = "mistake" })).OfStatus(HttpStatusCode.OK);
        Answer agreement = await Given.AgreementAsync(World.Provider, [dataset.Id]);
        Answer right = await Given.EntitlementAsync(dataset.Id, (await MemberAsync()).Consortium, agreement.Id);
        (await Admin.PostAsync($"/odata/Entitlements({right.Id})/Revoke", new { Reason = "over" })).OfStatus(HttpStatusCode.OK);
        (await Admin.PostAsync($"/odata/Datasets({dataset.Id})/Suspend", new { Reason = "checked" })).OfStatus(HttpStatusCode.OK);
        (_, List<string> gone, _) = await ReadAsync(World.MemberA, links[0]);
        Assert.Contains(gone, id => id.Contains(dataset.Id, StringComparison.Ordinal));
        foreach (string link in links)
        {
            string text = (await World.MemberA.GetAsync(link)).Text;
            Assert.All([draft.Id, never.Id, agreement.Id, right.Id], id => Assert.DoesNotContain(id, text, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Grant_ShowsTheMemberItsAgreement()
    {
        Answer dataset = await Given.AvailableAsync(World.Provider);
        (string consortium, ApiClient member) = await MemberAsync();
        string link = await LinkAsync(member, "/odata/Agreements");
        Answer agreement = await Given.AgreementAsync(World.Provider, [dataset.Id]);
        await Given.EntitlementAsync(dataset.Id, consortium, agreement.Id);
        One((await ReadAsync(member, link)).Rows, agreement.Id);
    }

    [Fact]
    public async Task Link_OfAnotherQueryOrCaller_Refused()
    {
        string link = await LinkAsync(World.MemberA, "/odata/Datasets");
        (await World.MemberB.GetAsync(link)).Refused(400, "bad-deltatoken");
        (await Admin.GetAsync(link)).Refused(400, "bad-deltatoken");
        (await World.MemberA.GetAsync(link + "&$filter=Key eq 'a'")).Refused(400, "bad-deltatoken");
        (await World.MemberA.GetAsync(link + "&$top=1")).OfStatus(HttpStatusCode.BadRequest);
        (await World.MemberA.GetAsync(link + "&$orderby=Key")).OfStatus(HttpStatusCode.BadRequest);
        (await World.MemberA.GetAsync(link.Replace("Datasets?", "Organisations?", StringComparison.Ordinal))).OfStatus(HttpStatusCode.BadRequest);
        (await World.MemberA.GetAsync(link[..^3] + "AAA")).Refused(400, "bad-deltatoken");
    }

    [Theory]
    [InlineData("Datasets?$top=2")]
    [InlineData("Datasets?$orderby=Key")]
    [InlineData("Datasets?$expand=Provider")]
    [InlineData("Organisations?")]
    public async Task NotTrackable_AnsweredWithoutALink(string query)
    {
        Answer answer = await Admin.GetAsync("/odata/" + query, ("Prefer", "odata.track-changes"));
        Assert.False(answer.OfStatus(HttpStatusCode.OK).Body.TryGetProperty("@odata.deltaLink", out _) || answer.Headers.ContainsKey("Preference-Applied"));
    }

    // A consortium of its own, so that others' counts stay.
    private async Task<(string Consortium, ApiClient Member)> MemberAsync()
    {
        string consortium = (await Given.ConsortiumAsync(World.Programme, World.Provider)).Id;
        return (consortium, World.Service.Client(await Given.KeyAsync("consortium-member", consortium)));
    }

    private static JsonElement One(List<JsonElement> rows, string id) => rows.Last(r => r.GetProperty("Id").GetString() == id);

    // The first walk, to its last page.
    private static async Task<string> LinkAsync(ApiClient client, string address)
    {
        Answer page = (await client.GetAsync(address, Track)).OfStatus(HttpStatusCode.OK);
        while (page.Body.TryGetProperty("@odata.nextLink", out JsonElement next)) page = (await client.GetAsync(next.GetString()!, ("Prefer", "odata.maxpagesize=100"))).OfStatus(HttpStatusCode.OK);
        return page["@odata.deltaLink"].GetString()!;
    }

    // All that changed, over all pages of it: rows, what is gone, and the link for the next time.
    private static async Task<(List<JsonElement> Rows, List<string> Gone, string Next)> ReadAsync(ApiClient client, string link)
    {
        (List<JsonElement> rows, List<string> gone) = ([], []);
        while (true)
        {
            Answer page = (await client.GetAsync(link, ("Prefer", "odata.maxpagesize=5"))).OfStatus(HttpStatusCode.OK);
            foreach (JsonElement row in page["value"].EnumerateArray())
            {
                if (row.TryGetProperty("@odata.removed", out _)) gone.Add(row.GetProperty("@odata.id").GetString()!);
                else rows.Add(row.Clone());
            }

            if (page.Body.TryGetProperty("@odata.deltaLink", out JsonElement next)) return (rows, gone, next.GetString()!);
            link = page["@odata.nextLink"].GetString()!;
        }
    }
}

public sealed class SqliteDeltaTests(Worlds worlds, PostgresServer server) : DeltaTests(StorageOptions.Sqlite, worlds, server);

public sealed class PostgresDeltaTests(Worlds worlds, PostgresServer server) : DeltaTests(StorageOptions.Postgres, worlds, server);
