using System.Text.Json;
using System.Text.RegularExpressions;
using DataCatalog.Core.Catalogue;
using DataCatalog.Core.Common;
using DataCatalog.Core.Compliance;
using DataCatalog.Core.Entitlements;
using DataCatalog.Core.Licensing;
using DataCatalog.Storage.Tests.Support;
using DataCatalog.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Storage.Tests;

public abstract class RoundTripTests(string provider, PostgresServer server) : StorageTests(provider, server)
{
    // What is loaded beside a row refers back to it.
    private static readonly JsonSerializerOptions Plain = new()
    {
        ReferenceHandler = System.Text.Json.Serialization.ReferenceHandler.IgnoreCycles,
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
    };

    [Fact]
    public async Task EveryEntity_ComesBackAsItWas()
    {
        Organisation org = Given.Organisation();
        Licence licence = Given.Licence();
        Programme programme = Given.Programme();
        BudgetLine line = Given.BudgetLine(programme.Id);
        Consortium consortium = Given.Consortium(programme.Id, org.Id, "alpha");
        FoundationModel model = Given.Model(consortium.Id, "m", ModelStatus.Released);
        Dataset dataset = Given.Available(org.Id, "held");
        Dataset licensed = Given.Dataset(org.Id, "licensed", licence.Id);
        Agreement agreement = Given.Agreement(org.Id, "계약-1", [dataset.Id], consortium.Id);
        Entitlement right = Given.Entitlement(dataset, consortium, agreement);
        Alert alert = Given.Alert(right.Id, consortium.Id);
        Subscription subscription = Given.Subscription(Actor.Registry);
        RecordedDecision decision = Given.Decision(consortium.Id, model.Id);
        Exemption exemption = Given.Exemption("works", programme.Id, null, dataset.Id);
        object[] rows = [org, licence, programme, line, consortium, model, dataset, licensed, agreement, right, alert, subscription, Given.Delivery(alert, subscription), Given.Key(null), decision, exemption, Given.Clearance(decision, model.Id), Given.ClearanceKey()];
        // Saving joins rows to one another and counts their versions, so their shapes are taken before.
        Dictionary<Guid, string> shapes = rows.Cast<Entity>().ToDictionary(r => r.Id, Shape);
        await SaveAsync(rows);
        await using RegistryDb db = Open();
        Assert.Equal(shapes[dataset.Id], Shape(await db.Datasets.Include(d => d.Versions.OrderBy(v => v.Number)).ThenInclude(v => v.Distributions).AsNoTracking().SingleAsync(d => d.Id == dataset.Id, Cancellation)));
        Assert.Equal(shapes[agreement.Id], Shape(await db.Agreements.Include(a => a.Parties.OrderBy(p => p.Role)).Include(a => a.Datasets).Include(a => a.Documents).Include(a => a.Payments).Include(a => a.TermsVersions).Include(a => a.Standings).AsNoTracking().SingleAsync(Cancellation)));
        Assert.Equal(shapes[consortium.Id], Shape(await db.Consortia.Include(c => c.Members).AsNoTracking().SingleAsync(Cancellation)));
        Assert.Equal(shapes[exemption.Id], Shape(await db.Exemptions.Include(e => e.Beneficiaries).Include(e => e.Covers).Include(e => e.TermsVersions).AsNoTracking().SingleAsync(Cancellation)));
        foreach (Entity row in rows.OfType<Entity>().Where(r => r is not (Dataset or Agreement or Consortium or Exemption)))
        {
            await using RegistryDb fresh = Open();
            Assert.Equal(shapes[row.Id], Shape((Entity)(await fresh.FindAsync(row.GetType(), [row.Id], Cancellation))!));
        }
    }

    [Fact]
    public async Task Details_NullStayNull_EmptyStayThere()
    {
        Organisation org = Given.Organisation();
        await SaveAsync(org, Given.Available(org.Id, "held"));
        await using RegistryDb db = Open();
        DatasetVersion version = await db.DatasetVersions.FirstAsync(Cancellation);
        Assert.Null(version.Image);
        Assert.Null(version.Video);
        Assert.NotNull(version.Audio);
        Assert.Null(version.Audio.Hours);
        Assert.Equal(5, version.Text!.Tokens);
        Assert.Equal(2, await db.DatasetVersions.CountAsync(v => v.Text!.Tokens > 4 && v.Image == null, Cancellation));
    }

    [Fact]
    public async Task Money_FiltersSortsAndSums()
    {
        Programme programme = Given.Programme();
        await SaveAsync(programme, Given.BudgetLine(programme.Id, 9m), Given.BudgetLine(programme.Id, 100.5m), Given.BudgetLine(programme.Id, 20m));
        await using RegistryDb db = Open();
        Assert.Equal([9m, 20m, 100.5m], await db.BudgetLines.OrderBy(b => b.Amount.Amount).Select(b => b.Amount.Amount).ToListAsync(Cancellation));
        Assert.Equal(1, await db.BudgetLines.CountAsync(b => b.Amount.Amount > 20m, Cancellation));
        Assert.Equal(129.5m, await db.BudgetLines.SumAsync(b => b.Amount.Amount, Cancellation));
        Assert.Equal(100.5m, await db.BudgetLines.MaxAsync(b => b.Amount.Amount, Cancellation));
        Assert.Equal(9m, await db.BudgetLines.MinAsync(b => b.Amount.Amount, Cancellation));
    }

    [Fact]
    public async Task Price_Null_StaysNull()
    {
        Organisation org = Given.Organisation();
        await SaveAsync(org, Agreement.Register(Given.AgreementInput(org.Id, "A-1", []) with { PriceAmount = null, PriceCurrency = null }, Clock));
        await using RegistryDb db = Open();
        Assert.Null((await db.Agreements.SingleAsync(Cancellation)).Price);
        Assert.Equal(0, await db.Agreements.CountAsync(a => a.Price!.Amount > 0, Cancellation));
    }

    [Fact]
    public async Task Text_ComparesAndSortsByCodePoint()
    {
        await SaveAsync([.. ((string[])["b", "a", "가"]).Select((n, i) => Organisation.Register(new OrganisationInput { Key = $"k{i}", NameEn = n }, Clock)),
            Organisation.Register(new OrganisationInput { Key = "k9", NameEn = "B%x" }, Clock)]);
        await using RegistryDb db = Open();
        Assert.Equal(["B%x", "a", "b", "가"], await db.Organisations.OrderBy(o => o.Name.En).Select(o => o.Name.En!).ToListAsync(Cancellation));
        string small = "b", percent = "B%";
        Assert.Equal(1, await db.Organisations.CountAsync(o => o.Name.En!.StartsWith(small), Cancellation));
        Assert.Equal(1, await db.Organisations.CountAsync(o => o.Name.En!.StartsWith("B%x"), Cancellation));
        Assert.Equal(1, await db.Organisations.CountAsync(o => o.Name.En!.EndsWith("%X") || o.Name.En.EndsWith("%x"), Cancellation));
        Assert.Equal(1, await db.Organisations.CountAsync(o => o.Name.En!.Contains(small), Cancellation));
        Assert.Equal(1, await db.Organisations.CountAsync(o => o.Name.En!.StartsWith(percent), Cancellation));
        Assert.Equal(0, await db.Organisations.CountAsync(o => o.Name.En == "A", Cancellation));
    }

    [Fact]
    public async Task Lists_CanBeAskedInto()
    {
        Organisation org = Given.Organisation();
        await SaveAsync(org, Given.Dataset(org.Id));
        await using RegistryDb db = Open();
        Assert.Equal(1, await db.Datasets.CountAsync(d => d.Languages.Any(l => l == "ko") && d.Modalities.Contains("text"), Cancellation));
        Assert.Equal(0, await db.Datasets.CountAsync(d => d.Languages.Contains("KO"), Cancellation));
    }

    // PostgreSQL writes an amount with all its decimals: 500.2500.
    private static string Shape(Entity row) => Regex.Replace(JsonSerializer.Serialize(row, row.GetType(), Plain), @"(\.\d*?)0+(?=[,}])", "$1").Replace(".,", ",", StringComparison.Ordinal)
        .Replace($"\"RowVersion\":{row.RowVersion}", "\"RowVersion\":\"\"", StringComparison.Ordinal)
        .Replace("\"Agreement\":null,", "", StringComparison.Ordinal)
        .Replace("\"RowVersion\":0", "\"RowVersion\":\"\"", StringComparison.Ordinal);
}

public sealed class SqliteRoundTripTests(PostgresServer server) : RoundTripTests(StorageOptions.Sqlite, server);

public sealed class PostgresRoundTripTests(PostgresServer server) : RoundTripTests(StorageOptions.Postgres, server);
