using System.Net;
using DataCatalog.Core.Common;
using DataCatalog.Core.Compliance.UseCases;
using DataCatalog.Core.Search;
using DataCatalog.Server.Tests.Support;
using DataCatalog.Storage;
using DataCatalog.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace DataCatalog.Server.Tests.Api;

/// <summary>Saved searches: whose they are, and that their owner alone is told of what is new, once.</summary>
public abstract class SavedSearchTests(string provider, Worlds worlds, PostgresServer server) : ApiTests(provider, worlds, server)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task NewHit_IsToldToItsOwnerAlone_Once()
    {
        string word = $"mireuk{Given.Unique("w")}".Replace("-", "", StringComparison.Ordinal);
        ApiClient owner = World.Service.Client(await Given.KeyAsync("consortium-member", World.ConsortiumA));
        Answer saved = await SavedAsync(owner, word);
        (await owner.PostAsync("/odata/Subscriptions", new { Name = "inbox", Channel = "InApp", Language = "en" })).OfStatus(HttpStatusCode.Created);
        await SavedAsync(owner, "nothingofthekind");
        Answer quiet = (await owner.PostAsync("/odata/SavedSearches", new { Name = "quiet", Text = word })).OfStatus(HttpStatusCode.Created);
        await NotifyAsync(2);
        Assert.Empty((await HitsAsync(owner)).ToArray());

        Answer found = await Given.AvailableAsync(World.Provider, new { TitleEn = $"{word} speech" });
        while ((await owner.GetAsync($"/odata/Datasets?$search={word}&$select=Id"))["value"].GetArrayLength() == 0) await Task.Delay(50, Cancellation);
        await NotifyAsync();
        await NotifyAsync();
        System.Text.Json.JsonElement alert = Assert.Single((await HitsAsync(owner)).ToArray());
        Assert.Equal((saved.Id, found.Id, "mine: 1 new dataset"), (alert.GetProperty("SubjectId").GetString(), alert.GetProperty("DatasetId").GetString(), alert.GetProperty("SubjectEn").GetString()));
        Assert.Equal(1, (await owner.GetAsync($"/odata/Deliveries?$filter=AlertId eq {alert.GetProperty("Id").GetString()}"))["value"].GetArrayLength());
        foreach (ApiClient other in (ApiClient[])[World.MemberA, World.MemberB, Admin]) Assert.DoesNotContain((await HitsAsync(other)).ToArray(), a => a.GetProperty("SubjectId").GetString() == saved.Id);
        Assert.False((await owner.GetAsync($"/odata/SavedSearches({quiet.Id})"))["Notify"].GetBoolean());
    }

    [Fact]
    public async Task OwnerWhoseKeyIsRevoked_IsToldNothing()
    {
        string word = $"haeundae{Given.Unique("w")}".Replace("-", "", StringComparison.Ordinal);
        Answer key = (await Admin.PostAsync("/odata/ApiKeys", new { Name = "leaver", Roles = new[] { "data-officer" } })).OfStatus(HttpStatusCode.Created);
        ApiClient owner = World.Service.Client(key["Secret"].GetString());
        Answer saved = await SavedAsync(owner, word);
        Answer found = await Given.AvailableAsync(World.Provider, new { TitleEn = $"{word} speech" });
        while ((await owner.GetAsync($"/odata/Datasets?$search={word}&$select=Id"))["value"].GetArrayLength() == 0) await Task.Delay(50, Cancellation);
        (await Admin.PostAsync($"/odata/ApiKeys({key.Id})/Revoke", null)).OfStatus(HttpStatusCode.OK);
        await NotifyAsync();
        var subject = Guid.Parse(saved.Id);
        Assert.Equal(0, await World.Service.ReadAsync(db => Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.CountAsync(db.Alerts.Where(a => a.SubjectId == subject), Cancellation)));
        Assert.NotEqual("", found.Id);
    }

    [Fact]
    public async Task Searches_AreTheirOwnersAlone()
    {
        Answer saved = await SavedAsync(World.MemberA, "mine");
        foreach (ApiClient other in (ApiClient[])[World.MemberB, Admin, World.Roles["auditor"]])
        {
            (await other.GetAsync($"/odata/SavedSearches({saved.Id})")).OfStatus(HttpStatusCode.NotFound);
            (await other.SendAsync(HttpMethod.Delete, $"/odata/SavedSearches({saved.Id})", null, ("If-Match", saved.ETag))).OfStatus(HttpStatusCode.NotFound);
        }

        (await World.MemberA.SendAsync(HttpMethod.Delete, $"/odata/SavedSearches({saved.Id})", null, ("If-Match", saved.ETag))).OfStatus(HttpStatusCode.NoContent);
        (await World.MemberA.GetAsync($"/odata/SavedSearches({saved.Id})")).OfStatus(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData(null, "Modality=audio", null, 201, null)]
    [InlineData(null, null, null, 422, "required")]
    [InlineData("x", "Modality", null, 422, "invalid-value")]
    [InlineData("x", "Colour=red", null, 422, "invalid-value")]
    [InlineData("x", "0=red", null, 422, "invalid-value")]
    [InlineData("x", "May=train", null, 422, "invalid-value")]
    [InlineData("x", null, "fly", 422, "unknown-action")]
    [InlineData("x", null, "train", 201, null)]
    public async Task Save_TakesWhatCanBeSearched(string? text, string? facet, string? may, int status, string? code)
    {
        Answer answer = await World.MemberA.PostAsync("/odata/SavedSearches", new { Name = "n", Text = text, Facets = facet is null ? Array.Empty<string>() : [facet], May = may is null ? Array.Empty<string>() : [may] });
        if (code is null) answer.OfStatus((HttpStatusCode)status);
        else answer.Refused(status, code);
    }

    [Fact]
    public async Task Staff_SaveNoSearchByRights() => (await Admin.PostAsync("/odata/SavedSearches", new { Name = "n", May = new[] { "train" } })).Refused(422, "invalid-value");

    private static async Task<Answer> SavedAsync(ApiClient client, string word) =>
        (await client.PostAsync("/odata/SavedSearches", new { Name = "mine", Text = word, Facets = new[] { "Modality=text" }, Notify = true })).OfStatus(HttpStatusCode.Created);

    private static async Task<IEnumerable<System.Text.Json.JsonElement>> HitsAsync(ApiClient client) => [.. (await client.GetAsync("/odata/Alerts?$filter=Kind eq 'SearchHits'"))["value"].EnumerateArray()];

    // What was published two minutes before has settled.
    private async Task NotifyAsync(int minutesLater = 10)
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow().AddMinutes(minutesLater));
        IServiceProvider services = World.Service.Services;
        await new NotifySavedSearches(services.GetRequiredService<IRegistryDbFactory>(), services.GetRequiredService<ISearchIndex>(), new Calendar(clock, TimeZoneInfo.FindSystemTimeZoneById("Asia/Seoul")), clock).HandleAsync(Cancellation);
    }
}

public sealed class SqliteSavedSearchTests(Worlds worlds, PostgresServer server) : SavedSearchTests(StorageOptions.Sqlite, worlds, server);

public sealed class PostgresSavedSearchTests(Worlds worlds, PostgresServer server) : SavedSearchTests(StorageOptions.Postgres, worlds, server);
