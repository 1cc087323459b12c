using System.Net;
using System.Text.Json;
using DataCatalog.Server.Api.Export;
using DataCatalog.Server.Tests.Support;
using DataCatalog.Storage;
using DataCatalog.TestSupport;

namespace DataCatalog.Server.Tests.Api;

/// <summary>Money over the API: filtered, grouped, ordered, exported, and to staff alone.</summary>
public abstract class SpendingApiTests(string provider, Worlds worlds, PostgresServer server) : ApiTests(provider, worlds, server)
{
    [Fact]
    public async Task Lines_FilterGroupSortAndPage()
    {
        string number = (await BoughtAsync(1000.25m))["Number"].GetString()!;
        List<JsonElement> lines = (await Admin.GetAsync($"/odata/SpendingLines?$filter=Number eq '{number}' and Modality ne null&$orderby=Modality desc&$select=Modality,Committed,ConsortiumId")).Rows;
        Assert.Equal(["text", "audio"], lines.Select(l => l.GetProperty("Modality").GetString()));
        Assert.Equal(1000.25m, lines.Sum(l => l.GetProperty("Committed").GetDecimal()));
        List<JsonElement> groups = (await Admin.GetAsync($"/odata/SpendingLines?$apply=filter(Number eq '{number}')/groupby((Number,Currency),aggregate(Committed with sum as Sum,$count as N))")).Rows;
        Assert.Equal((1000.25m, 2, "KRW"), (groups[0].GetProperty("Sum").GetDecimal(), groups[0].GetProperty("N").GetInt32(), groups[0].GetProperty("Currency").GetString()));
        Answer first = await Admin.GetAsync($"/odata/SpendingLines?$filter=Number eq '{number}'&$count=true", ("Prefer", "odata.maxpagesize=1"));
        Assert.Equal(2, first["@odata.count"].GetInt32());
        Answer second = await Admin.GetAsync(first["@odata.nextLink"].GetString()!);
        Assert.Equal(2, first.Column("Id").Concat(second.Column("Id")).Distinct().Count());
        Assert.Equal("2", (await Admin.GetAsync($"/odata/SpendingLines/$count?$filter=Number eq '{number}'")).Text);
        (await Admin.GetAsync("/odata/SpendingLines?$filter=contains(Modality,'x')")).OfStatus(HttpStatusCode.OK);
        (await Admin.GetAsync("/odata/SpendingLines?$apply=groupby((Committed))")).Refused(400, "bad-query");
    }

    [Fact]
    public async Task Payments_AreASet()
    {
        Answer made = await BoughtAsync(77m, new { PriceCurrency = "EUR", Payments = new[] { new { DueOn = "2026-12-01", Amount = 5, Currency = "EUR" }, new { DueOn = "2026-12-02", Amount = 6, Currency = "EUR" } } });
        List<JsonElement> sums = (await Admin.GetAsync($"/odata/Payments?$apply=filter(AgreementId eq {made.Id})/groupby((Currency),aggregate(Amount with sum as Sum))")).Rows;
        Assert.Equal(11m, Assert.Single(sums).GetProperty("Sum").GetDecimal());
        Assert.Equal([6m, 5m], (await Admin.GetAsync($"/odata/Payments?$filter=AgreementId eq {made.Id}&$orderby=DueOn desc")).Rows.Select(p => p.GetProperty("Amount").GetDecimal()));
    }

    [Fact]
    public async Task Functions_Answer()
    {
        await BoughtAsync(12m);
        foreach (string road in (string[])["SpendingBy(By='modality')", "SpendingBy(By='budgetLine')", "UnitPrices()", "PaidUnused()", "BoughtTwice()", "BudgetStanding()", $"VerdictFlips()", "VerdictFlips(Months=3)"])
        {
            Assert.NotNull((await Admin.GetAsync("/odata/" + road)).Rows);
        }

        Assert.Contains("text", (await Admin.GetAsync("/odata/SpendingBy(By='modality')")).Column("Key"));
        Assert.Equal("KRW", (await Admin.GetAsync($"/odata/Exposure(Until={Given.Day(400)})")).OfStatus(HttpStatusCode.OK)["Currency"].GetString());
        (await Admin.GetAsync("/odata/SpendingBy(By='colour')")).Refused(422, "invalid-value");
        (await Admin.GetAsync("/odata/Exposure(Until=1999-01-01)")).Refused(422, "invalid-value");
        (await Admin.GetAsync("/odata/VerdictFlips(Months=0)")).Refused(422, "invalid-value");
    }

    [Fact]
    public async Task Reserve_AndRelease_NotMoreThanTheLine()
    {
        string line = (await Given.BudgetLineAsync(World.Programme)).Id;
        object wish = new { BudgetLineId = line, ConsortiumId = World.ConsortiumA, Amount = 400, Purpose = "corpus" };
        Answer made = (await Admin.PostAsync("/odata/BudgetReservations", wish)).OfStatus(HttpStatusCode.Created);
        (await Admin.PostAsync("/odata/BudgetReservations", wish)).Refused(422, "over-budget");
        (await Admin.PostAsync($"/odata/BudgetReservations({made.Id})/Release", new { })).Refused(422, "required");
        (await Admin.PostAsync($"/odata/BudgetReservations({made.Id})/Release", new { Reason = "dropped" })).OfStatus(HttpStatusCode.OK);
        (await Admin.PostAsync("/odata/BudgetReservations", wish)).OfStatus(HttpStatusCode.Created);
        (await World.MemberA.PostAsync("/odata/BudgetReservations", wish)).OfStatus(HttpStatusCode.NotFound);
        (await World.Roles["compliance"].PostAsync("/odata/BudgetReservations", wish)).Refused(403, "forbidden");
    }

    [Fact]
    public async Task Csv_OpensInSpreadsheets_AndRunsNothing()
    {
        Answer made = await BoughtAsync(3m, new { TitleEn = "=HYPERLINK(\"http://evil\",\"x\"), \"quoted\"\nline", TitleKo = "한국어 계약" });
        Answer csv = (await Admin.GetAsync($"/export/Agreements.csv?$filter=Id eq {made.Id}&$select=Number,TitleKo,TitleEn,PriceAmount,StartsOn")).OfStatus(HttpStatusCode.OK);
        Assert.StartsWith("text/csv", csv.Headers["Content-Type"], StringComparison.Ordinal);
        Assert.StartsWith("attachment", csv.Headers["Content-Disposition"], StringComparison.Ordinal);
        Assert.Equal($"Number,TitleKo,TitleEn,PriceAmount,StartsOn\r\n{made["Number"].GetString()},한국어 계약,\"'=HYPERLINK(\"\"http://evil\"\",\"\"x\"\"), \"\"quoted\"\"\nline\",3,2026-01-01\r\n", csv.Text.TrimStart('\uFEFF'));
        foreach (string report in ExportEndpoint.Reports) Assert.Contains("\r\n", (await Admin.GetAsync($"/export/{report}.csv")).OfStatus(HttpStatusCode.OK).Text, StringComparison.Ordinal);
        foreach (string set in ExportedSet.Names)
        {
            int rows = int.Parse((await Admin.GetAsync($"/odata/{set}/$count")).Text, System.Globalization.CultureInfo.InvariantCulture);
            Assert.True((await Admin.GetAsync($"/export/{set}.csv?$select=Id")).Text.Split("\r\n").Length - 2 >= rows, set);
        }
    }

    [Fact]
    public async Task Csv_Refusals()
    {
        (await Admin.GetAsync("/export/Nothing.csv")).Refused(404, "no-such-address");
        (await Admin.GetAsync("/export/Agreements.csv?$filter=Nothing eq 1")).Refused(400, "bad-query");
        (await Admin.GetAsync("/export/Agreements.csv?$select=Nothing")).Refused(400, "bad-query");
        (await Admin.GetAsync("/export/Agreements.csv?$orderby=Number")).Refused(400, "bad-query");
        (await World.Nobody.GetAsync("/export/Agreements.csv")).Refused(401, "unauthorized");
    }

    [Fact]
    public async Task Csv_ShowsMembersTheirOwnModelOnly()
    {
        string agreements = (await World.MemberA.GetAsync("/export/Agreements.csv")).OfStatus(HttpStatusCode.OK).Text;
        Assert.Contains("AGREEMENT-A", agreements, StringComparison.Ordinal);
        Assert.DoesNotContain("AGREEMENT-B", agreements, StringComparison.Ordinal);
        Assert.DoesNotContain("Price", agreements, StringComparison.Ordinal);
        Assert.DoesNotContain(World.EntitlementB, (await World.MemberA.GetAsync("/export/Entitlements.csv")).OfStatus(HttpStatusCode.OK).Text, StringComparison.Ordinal);
        (await World.MemberA.GetAsync("/export/Agreements.csv?$select=PriceAmount")).Refused(400, "bad-query");
        (await World.MemberA.GetAsync("/export/Agreements.csv?$filter=PriceAmount gt 1")).Refused(400, "bad-query");
        foreach (string closed in (string[])["Payments", "BudgetLines", "ExchangeRates"]) (await World.MemberA.GetAsync($"/export/{closed}.csv")).Refused(404, "no-such-address");
        foreach (string report in ExportEndpoint.Reports.Where(r => r != "verdict-flips")) (await World.MemberA.GetAsync($"/export/{report}.csv")).Refused(403, "forbidden");
    }

    [Fact]
    public async Task Flips_MembersSeeTheirOwn()
    {
        string dataset = (await Given.AvailableAsync(World.Provider)).Id;
        string key = (await Admin.GetAsync($"/odata/Datasets({dataset})"))["Key"].GetString()!;
        string agreement = (await Given.AgreementAsync(World.Provider, [dataset], new { EndsOn = Given.Day(100), NoticePeriod = (string?)null, Terms = new { Short = "permit train in KR" } })).Id;
        foreach (string consortium in (string[])[World.ConsortiumA, World.ConsortiumB]) await Given.EntitlementAsync(dataset, consortium, agreement);
        List<JsonElement> own = [.. (await World.MemberA.GetAsync("/odata/VerdictFlips()")).Rows.Where(f => f.GetProperty("Dataset").GetString() == key)];
        JsonElement train = Assert.Single(own, f => f.GetProperty("Action").GetString() == "train");
        Assert.Equal(("consortium-a", Given.Day(101), "Permitted"), (train.GetProperty("Consortium").GetString(), train.GetProperty("On").GetString(), train.GetProperty("Before").GetString()));
        Assert.NotEqual("Permitted", train.GetProperty("After").GetString());
        Assert.All(own, f => Assert.Equal("consortium-a", f.GetProperty("Consortium").GetString()));
        List<JsonElement> all = [.. (await Admin.GetAsync("/odata/VerdictFlips(Months=12)")).Rows.Where(f => f.GetProperty("Dataset").GetString() == key && f.GetProperty("Action").GetString() == "train")];
        Assert.Equal(["consortium-a", "consortium-b"], all.Select(f => f.GetProperty("Consortium").GetString()));
        Assert.DoesNotContain((await Admin.GetAsync("/odata/VerdictFlips(Months=3)")).Rows, f => f.GetProperty("Dataset").GetString() == key);
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+82 2", "'+82 2")]
    [InlineData("-5", "'-5")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\tx", "'\tx")]
    [InlineData("\rx", "\"'\rx\"")]
    [InlineData("a=1", "a=1")]
    [InlineData("말뭉치, \"둘\"", "\"말뭉치, \"\"둘\"\"\"")]
    [InlineData(-5, "-5")]
    [InlineData(null, "")]
    public void Field_IsNeverAFormula(object? value, string field) => Assert.Equal(field, CsvWriter.Field(value));

    private async Task<Answer> BoughtAsync(decimal price, object? more = null) =>
        await Given.AgreementAsync(World.Provider, [World.Shared], Given.Laid(new() { ["PriceAmount"] = price, ["Payments"] = Array.Empty<object>(), ["BudgetLineId"] = World.BudgetLine }, more));
}

public sealed class SqliteSpendingApiTests(Worlds worlds, PostgresServer server) : SpendingApiTests(StorageOptions.Sqlite, worlds, server);

public sealed class PostgresSpendingApiTests(Worlds worlds, PostgresServer server) : SpendingApiTests(StorageOptions.Postgres, worlds, server);
