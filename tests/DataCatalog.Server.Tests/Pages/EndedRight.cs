using System.Text.Json;
using DataCatalog.Core.Common;
using DataCatalog.Core.Compliance.UseCases;
using DataCatalog.Server.Hosting.Auth;
using DataCatalog.Server.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace DataCatalog.Server.Tests.Pages;

/// <summary>A consortium whose right under an agreement ended yesterday, and which owes deletion and a certificate; alerts are raised.</summary>
public sealed record EndedRight(RegistryService Service, string Consortium, string Key, string Dataset, string Agreement, string Number)
{
    // What another consortium got under the same agreement, and for how much, is nothing that this one is told.
    private const string Terms = "permit train for consortium KEY, upstage\npermit retrieve for consortium upstage paying 31 million KRW\nowe delete, certifyDeletion within P30D after end (article \"제11조\" \"종료일부터 30일 이내에 삭제한다.\")";

    public static async Task<EndedRight> MakeAsync(Site site)
    {
        RegistryService service = await site.ServiceAsync();
        Given given = new(service.Admin);
        string organisation = (await given.OrganisationAsync()).Id, key = Given.Unique("pages-consortium");
        string consortium = (await given.ConsortiumAsync((await given.ProgrammeAsync()).Id, organisation, key)).Id;
        string dataset = Given.Unique("pages-dataset"), number = Given.Unique("PAGES");
        string id = (await given.AvailableAsync(organisation, key: dataset)).Id;
        string agreement = (await given.AgreementAsync(organisation, [id], new { Number = number, Terms = new { Short = Terms.Replace("KEY", key, StringComparison.Ordinal) }, Payments = Array.Empty<object>() })).Id;
        await given.EntitlementAsync(id, consortium, agreement);
        (await service.Admin.PostAsync($"/odata/Agreements({agreement})/Terminate", new { LastDay = Given.Day(-1), Reason = "해지" })).OfStatus(System.Net.HttpStatusCode.OK);
        await using AsyncServiceScope scope = service.Services.GetRequiredService<IServiceScopeFactory>().CreateScope(Actor.Registry);
        await scope.ServiceProvider.GetRequiredService<RaiseExpiryAlerts>().HandleAsync(DateOnly.Parse(Given.Day(0), System.Globalization.CultureInfo.InvariantCulture), TestContext.Current.CancellationToken);
        return new EndedRight(service, consortium, key, dataset, agreement, number);
    }

    public async Task<List<JsonElement>> RowsAsync(string set, string also = "") => (await Service.Admin.GetAsync($"/odata/{set}?$filter=ConsortiumId eq {Consortium}{also}")).Rows;

    public async Task<string> ObligationAsync(string kind) => (await RowsAsync("Obligations", $" and Kind eq '{kind}'"))[0].GetProperty("Id").GetString()!;
}
