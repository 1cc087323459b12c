using System.Net;
using DataCatalog.Server.Tests.Support;

namespace DataCatalog.Server.Tests.Pages;

/// <summary>A dataset of a test's own, which the members' consortium may train on until a day; its title holds a word that no other has.</summary>
public sealed record Shelf(string Key, string Id, string Word, string Agreement, string Consortium)
{
    public static async Task<Shelf> MakeAsync(Site site, bool needsAcceptance = false, int days = 40)
    {
        RegistryService running = await site.ServiceAsync();
        var given = new Given(running.Admin);
        string word = "Zq" + Given.Unique("word").Replace("-", "", StringComparison.Ordinal);
        string consortium = (await running.Admin.GetAsync($"/odata/Consortia?$filter=Key eq '{Site.Consortium}'&$select=Id"))["value"][0].GetProperty(nameof(Id)).GetString()!;
        string provider = (await given.OrganisationAsync()).Id;
        Answer dataset = await given.AvailableAsync(provider, new { TitleKo = $"{word} 방송 대본", TitleEn = $"{word} scripts", DescriptionEn = "Scripts of broadcasts" });
        Answer agreement = await given.AgreementAsync(provider, [dataset.Id], new { EndsOn = Given.Day(days), Terms = new { Short = "permit train, evaluate" } });
        (await running.Admin.PostAsync("/odata/Entitlements", new { DatasetId = dataset.Id, ConsortiumId = consortium, AgreementId = agreement.Id, NeedsAcceptance = needsAcceptance })).OfStatus(HttpStatusCode.Created);
        return new Shelf(dataset["Key"].GetString()!, dataset.Id, word, agreement.Id, consortium);
    }

    /// <summary>Waits until the member finds it, with its right.</summary>
    public async Task<Shelf> IndexedAsync(Site site)
    {
        RegistryService running = await site.ServiceAsync();
        ApiClient member = running.Client(await site.KeyAsync("consortium-member"));
        for (int i = 0; i < 200; i++)
        {
            if ((await member.GetAsync($"/odata/Datasets/$count?$search={Word}&may=train")).Text == "1") return this;
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException($"{Key} is not found by '{Word}'.");
    }
}
