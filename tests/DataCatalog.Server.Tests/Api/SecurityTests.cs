using System.Net;
using System.Text;
using DataCatalog.Server.Tests.Support;
using DataCatalog.Storage;
using DataCatalog.TestSupport;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DataCatalog.Server.Tests.Api;

/// <summary>Who gets in, who may do what, and that a member learns nothing of another consortium by any road.</summary>
public abstract class SecurityTests(string provider, Worlds worlds, PostgresServer server) : ApiTests(provider, worlds, server)
{
    private static readonly string[] Open = ["/", "/feeds/{token}/expiries.ics", "/health/live", "/health/ready", "/language/{value:regex(^(ko|en)$)}", "/sign-in", "/sign-in/provider", "/sign-out", "/theme/{value:regex(^(light|dark|auto)$)}"];

    [Fact]
    public void EveryEndpoint_IsClosedOrOnTheList()
    {
        IReadOnlyList<Endpoint> endpoints = World.Service.Services.GetRequiredService<EndpointDataSource>().Endpoints;
        Assert.NotEmpty(endpoints);
        string[] open = [.. endpoints.Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is not null).Select(e => "/" + ((RouteEndpoint)e).RoutePattern.RawText!.TrimStart('/')).Distinct().Order()];
        Assert.Equal(Open, open);
        Assert.NotNull(World.Service.Services.GetRequiredService<Microsoft.Extensions.Options.IOptions<AuthorizationOptions>>().Value.FallbackPolicy);
    }

    [Theory]
    [InlineData("GET", "/odata")]
    [InlineData("GET", "/odata/$metadata")]
    [InlineData("GET", "/odata/Datasets")]
    [InlineData("GET", "/odata/Nothing")]
    [InlineData("GET", "/nothing")]
    [InlineData("GET", "/hangfire")]
    [InlineData("POST", "/odata/Datasets")]
    [InlineData("POST", "/odata/$batch")]
    [InlineData("POST", "/import/jsonl")]
    [InlineData("PUT", "/odata/Datasets")]
    public async Task WithoutAKey_401(string method, string address)
    {
        foreach (ApiClient client in new[] { World.Nobody, World.Service.Client("wrong-key-0123456789abcdef0123456789abcdef"), World.Service.Client("short") })
        {
            Answer answer = method == "GET" ? await client.GetAsync(address) : await client.RawAsync(new HttpMethod(method), address, "{}");
            answer.Refused(401, "unauthorized");
            Assert.StartsWith("Basic", answer.Headers["WWW-Authenticate"], StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task OpenDoors_NeedNoKey(string address) => (await World.Nobody.GetAsync(address)).OfStatus(HttpStatusCode.OK);

    [Fact]
    public async Task Key_InEveryHeader()
    {
        string key = await Given.KeyAsync("auditor");
        string basic = Convert.ToBase64String(Encoding.UTF8.GetBytes($"anyone:{key}"));
        foreach (string value in new[] { $"Bearer {key}", $"bearer {key}", $"Basic {basic}" }) (await World.Nobody.GetAsync("/odata/Licences?$top=1", ("Authorization", value))).OfStatus(HttpStatusCode.OK);
        foreach (string value in new[] { "Basic", "Basic !!!", $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes(key))}", $"Digest {key}" }) (await World.Nobody.GetAsync("/odata/Licences", ("Authorization", value))).Refused(401, "unauthorized");
    }

    [Fact]
    public async Task RevokedKey_ClosesAtOnce()
    {
        Answer issued = (await Admin.PostAsync("/odata/ApiKeys", new { Name = "gone", Roles = new[] { "auditor" } })).OfStatus(HttpStatusCode.Created);
        ApiClient client = World.Service.Client(issued["Secret"].GetString());
        (await client.GetAsync("/odata/Licences?$top=1")).OfStatus(HttpStatusCode.OK);
        (await Admin.PostAsync($"/odata/ApiKeys({issued.Id})/Revoke", null)).OfStatus(HttpStatusCode.OK);
        (await client.GetAsync("/odata/Licences?$top=1")).Refused(401, "unauthorized");
        Assert.Equal("null", (await Admin.GetAsync($"/odata/ApiKeys({issued.Id})"))["Secret"].GetRawText());
    }

    [Fact]
    public async Task ExpiredKey_Closed()
    {
        string key = await Given.KeyAsync("auditor", more: new { ExpiresAt = TimeProvider.System.GetUtcNow().UtcDateTime.AddSeconds(2) });
        await Task.Delay(TimeSpan.FromSeconds(3.2), TestContext.Current.CancellationToken);
        (await World.Service.Client(key).GetAsync("/odata/Licences")).Refused(401, "unauthorized");
    }

    // What each role may do; what is not in the table is refused.
    [Theory]
    [InlineData("data-officer", "Organisations Licences Datasets Agreements Entitlements Subscriptions")]
    [InlineData("programme-admin", "Organisations Licences Datasets Agreements Entitlements Subscriptions Programmes Consortia ApiKeys")]
    [InlineData("compliance", "Subscriptions")]
    [InlineData("auditor", "")]
    [InlineData("member-a", "Subscriptions")]
    public async Task Roles_WriteWhatTheTableSays(string role, string allowed)
    {
        string[] sets = ["Organisations", "Licences", "Datasets", "Agreements", "Entitlements", "Subscriptions", "Programmes", "Consortia", "ApiKeys"];
        List<string> able = [];
        foreach (string set in sets)
        {
            // An empty input passes the check of roles, if at all, and fails on its first missing value.
            Answer answer = await World.Roles[role].PostAsync($"/odata/{set}", new { });
            Assert.True((int)answer.Status is 403 or 404 or 422, $"{role} {set}: {answer.Text}");
            if ((int)answer.Status == 422) able.Add(set);
        }

        Assert.Equal(allowed.Split(' ', StringSplitOptions.RemoveEmptyEntries), able);
    }

    [Theory]
    [InlineData("member-a", "BudgetLines ApiKeys AuditEvents Payments SpendingLines ExchangeRates BudgetReservations SpendingBy(By='phase') UnitPrices() PaidUnused() BoughtTwice() BudgetStanding() Exposure(Until=2027-01-01)")]
    [InlineData("data-officer", "")]
    public async Task Roles_ReadWhatTheTableSays(string role, string closed)
    {
        foreach (string set in closed.Split(' ', StringSplitOptions.RemoveEmptyEntries)) (await World.Roles[role].GetAsync($"/odata/{set}")).OfStatus(HttpStatusCode.NotFound);
        foreach (string set in (string[])["Datasets", "Organisations", "Licences", "Agreements", "Entitlements", "Alerts", "Subscriptions", "Consortia"]) (await World.Roles[role].GetAsync($"/odata/{set}")).OfStatus(HttpStatusCode.OK);
    }

    [Fact]
    public async Task KeysAndAudit_EmptyForOfficers()
    {
        Assert.Empty((await World.Roles["data-officer"].GetAsync("/odata/ApiKeys")).Rows);
        Assert.Empty((await World.Roles["data-officer"].GetAsync("/odata/AuditEvents")).Rows);
    }

    [Fact]
    public async Task Metadata_OfMembers_HidesWhatTheyMayNotKnow()
    {
        string staff = (await Admin.GetAsync("/odata/$metadata")).OfStatus(HttpStatusCode.OK).Text;
        string member = (await World.MemberA.GetAsync("/odata/$metadata")).OfStatus(HttpStatusCode.OK).Text;
        foreach (string name in (string[])["Supply", "PriceAmount", "PriceCurrency", "Payment", "Document", "BudgetLine", "BudgetAmount", "AuditEvent", "ApiKey", "AcknowledgedBy", "SnoozedBy", "SpendingLine", "ExchangeRate", "BudgetReservation", "SpendingBy", "Exposure"])
        {
            Assert.Contains($"\"{name}\"", staff, StringComparison.Ordinal);
            Assert.DoesNotContain($"\"{name}\"", member, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("Datasets?$filter=Supply/BuiltUnder eq 'hidden-supply'")]
    [InlineData("Datasets?$select=Supply")]
    [InlineData("Datasets?$compute=Supply/BuiltUnder as X")]
    [InlineData("Agreements?$filter=PriceAmount gt 1")]
    [InlineData("Agreements?$orderby=PriceAmount")]
    [InlineData("Agreements?$select=PriceAmount")]
    [InlineData("Agreements?$compute=PriceAmount add 0 as X")]
    [InlineData("Agreements?$apply=groupby((PriceCurrency))")]
    [InlineData("Agreements?$apply=aggregate(PriceAmount with sum as X)")]
    [InlineData("Agreements?$expand=Payments")]
    [InlineData("Agreements?$expand=Documents")]
    [InlineData("Agreements?$filter=Payments/any(p: p/Amount gt 1)")]
    [InlineData("Entitlements?$expand=Agreement($expand=Payments)")]
    [InlineData("Entitlements?$filter=Agreement/PriceAmount gt 1")]
    [InlineData("Entitlements?$expand=Agreement($filter=PriceAmount gt 1)")]
    [InlineData("Programmes?$filter=BudgetAmount gt 1")]
    [InlineData("Programmes?$orderby=BudgetAmount")]
    public async Task HiddenField_UnknownToMembers(string query)
    {
        Answer answer = await World.MemberA.GetAsync("/odata/" + query);
        Assert.True((int)answer.Status == 400, answer.Text);
        Assert.DoesNotContain("hidden-supply", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OtherConsortium_UnseenOnEveryRoad()
    {
        string[] roads =
        [
            "Agreements", "Agreements?$filter=Number eq 'AGREEMENT-B'", "Agreements?$orderby=Number", "Agreements?$expand=Parties,Terms,Datasets,Licensor", "Agreements?$apply=groupby((LicensorId),aggregate($count as N))",
            "Agreements?$compute=length(Number) as L", "Entitlements", $"Entitlements?$filter=ConsortiumId eq {World.ConsortiumB}", "Entitlements?$expand=Agreement,Consortium,Dataset", "Entitlements?$apply=groupby((ConsortiumId))",
            "Entitlements?$filter=Agreement/Number eq 'AGREEMENT-B'", "Alerts", "Alerts?$apply=groupby((ConsortiumId,AgreementId))", "FoundationModels", "Deliveries", "Subscriptions", $"Datasets?$expand=Provider,Versions,Licences",
        ];
        foreach (string road in roads)
        {
            string text = (await World.MemberA.GetAsync("/odata/" + road)).OfStatus(HttpStatusCode.OK).Text;
            foreach (string secret in (string[])["AGREEMENT-B", World.AgreementB, World.EntitlementB, World.ModelB, World.Draft, "hidden-draft", "hidden-supply"]) Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
        }

        // Other tests may give this consortium agreements of its own meanwhile: exact between what is its own before and after.
        (HashSet<string> before, int rightsBefore) = await OwnAsync();
        List<string?> seen = (await World.MemberA.GetAsync("/odata/Agreements?$top=1000")).Column("Id");
        int agreements = int.Parse((await World.MemberA.GetAsync("/odata/Agreements/$count")).Text, System.Globalization.CultureInfo.InvariantCulture);
        int rights = int.Parse((await World.MemberA.GetAsync("/odata/Entitlements/$count")).Text, System.Globalization.CultureInfo.InvariantCulture);
        int added = (await World.MemberA.GetAsync("/odata/Entitlements?$apply=aggregate($count as N)")).Rows[0].GetProperty("N").GetInt32();
        (HashSet<string> after, int rightsAfter) = await OwnAsync();
        Assert.Contains(World.AgreementA, seen);
        Assert.Subset(after, seen.ToHashSet()!);
        Assert.Superset(before, seen.ToHashSet()!);
        Assert.InRange(agreements, before.Count, after.Count);
        Assert.InRange(rights, rightsBefore, rightsAfter);
        Assert.InRange(added, rightsBefore, rightsAfter);
        Assert.NotEmpty((await World.MemberA.GetAsync("/odata/Alerts")).Rows);
    }

    private Task<(HashSet<string> Agreements, int Entitlements)> OwnAsync()
    {
        Guid mine = Guid.Parse(World.ConsortiumA);
        return World.Service.ReadAsync(db => Task.FromResult((
            db.Agreements.Where(a => a.Parties.Any(p => p.ConsortiumId == mine) || db.Entitlements.Any(e => e.AgreementId == a.Id && e.ConsortiumId == mine)).Select(a => a.Id).ToList().Select(id => id.ToString()).ToHashSet(),
            db.Entitlements.Count(e => e.ConsortiumId == mine))));
    }

    [Fact]
    public async Task OtherConsortiumsKey_AnsweredLikeNoKey()
    {
        const string Absent = "01a20bdb-0000-74aa-9fc2-b84a0bf066fe";
        (string Set, string Id)[] hidden = [("Agreements", World.AgreementB), ("Entitlements", World.EntitlementB), ("FoundationModels", World.ModelB), ("Datasets", World.Draft)];
        foreach ((string set, string id) in hidden)
        {
            foreach (string road in (string[])["", "?$select=Id", "/Parties", "/Terms", "/Terms/$count", "/Versions", "/Payments"])
            {
                Answer there = await World.MemberA.GetAsync($"/odata/{set}({id}){road}");
                Answer absent = await World.MemberA.GetAsync($"/odata/{set}({Absent}){road}");
                Assert.Equal(HttpStatusCode.NotFound, there.Status);
                Assert.Equal((absent.Status, absent.Code, absent.Message!.Replace(Absent, id, StringComparison.Ordinal)), (there.Status, there.Code, there.Message));
            }

            Answer write = await World.MemberA.PatchAsync($"/odata/{set}({id})", new { }, "W/\"1\"");
            Answer nothing = await World.MemberA.PatchAsync($"/odata/{set}({Absent})", new { }, "W/\"1\"");
            Assert.Equal((nothing.Status, nothing.Code), (write.Status, write.Code));
        }
    }

    [Fact]
    public async Task Search_AndFacets_CountOnlyWhatAMemberSees()
    {
        await SearchTests.FoundAsync(Admin, "초안", 1);
        Assert.Empty((await World.MemberA.GetAsync("/odata/Datasets?$search=초안&$count=true")).Rows);
        string facets = (await World.MemberA.GetAsync("/odata/Datasets/Facets()")).OfStatus(HttpStatusCode.OK).Text;
        Assert.DoesNotContain("\"Registered\"", facets, StringComparison.Ordinal);
        Assert.Contains("\"Registered\"", (await Admin.GetAsync("/odata/Datasets/Facets()")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Batch_SeesAsItsCaller()
    {
        Answer batch = await World.MemberA.PostAsync("/odata/$batch", new
        {
            requests = new object[]
            {
                new { id = "1", method = "GET", url = $"/odata/Agreements({World.AgreementA})" },
                new { id = "2", method = "GET", url = "/odata/Agreements?$select=Number" },
                new { id = "3", method = "GET", url = $"/odata/Agreements({World.AgreementB})" },
            },
        });
        Assert.DoesNotContain("AGREEMENT-B", batch.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("PriceAmount", batch.Text, StringComparison.Ordinal);
        Assert.Contains("AGREEMENT-A", batch.Text, StringComparison.Ordinal);
    }
}

public sealed class SqliteSecurityTests(Worlds worlds, PostgresServer server) : SecurityTests(StorageOptions.Sqlite, worlds, server);

public sealed class PostgresSecurityTests(Worlds worlds, PostgresServer server) : SecurityTests(StorageOptions.Postgres, worlds, server);
