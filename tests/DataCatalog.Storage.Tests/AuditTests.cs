using DataCatalog.Core.Audit;
using DataCatalog.Core.Common;
using DataCatalog.Storage.Tests.Support;
using DataCatalog.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Storage.Tests;

public abstract class AuditTests(string provider, PostgresServer server) : StorageTests(provider, server)
{
    [Fact]
    public async Task SixteenWriters_OneChain()
    {
        await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Task.Run(async () =>
        {
            for (int n = 0; n < 5; n++) await SaveAsync(Given.Organisation($"o-{i}-{n}"));
        }, Cancellation)));
        await using RegistryDb db = Open();
        ChainVerdict verdict = await VerifyAsync(db);
        Assert.True(verdict.Intact, verdict.Why);
        Assert.Equal(80, verdict.Count);
        Assert.Equal(80, await db.Organisations.CountAsync(Cancellation));
    }

    [Fact]
    public async Task UpdateAndDelete_AreRefusedByTheDatabase()
    {
        await SaveAsync(Given.Organisation());
        await Assert.ThrowsAnyAsync<Exception>(() => ExecuteAsync("UPDATE audit_events SET actor_name = 'x'"));
        await Assert.ThrowsAnyAsync<Exception>(() => ExecuteAsync("DELETE FROM audit_events"));
        await using RegistryDb db = Open();
        Assert.True((await VerifyAsync(db)).Intact);
    }

    [Theory]
    [InlineData("UPDATE audit_events SET reason = 'x' WHERE sequence = 3")]
    [InlineData("DELETE FROM audit_events WHERE sequence = 3")]
    [InlineData("UPDATE audit_events SET at = '2020-01-01' WHERE sequence = 3")]
    public async Task Tampering_IsFoundAtItsEvent(string sql)
    {
        for (int i = 0; i < 5; i++) await SaveAsync(Given.Organisation($"o-{i}"));
        await ExecuteAsync(Provider == StorageOptions.Sqlite
            ? "DROP TRIGGER audit_events_no_update; DROP TRIGGER audit_events_no_delete"
            : "DROP TRIGGER audit_events_append_only ON audit_events");
        await ExecuteAsync(sql);
        await using RegistryDb db = Open();
        Assert.Equal(3, (await VerifyAsync(db)).BrokenAt);
    }

    [Fact]
    public async Task Changes_TellBeforeAndAfter_AndNoSecrets()
    {
        var organisation = Given.Organisation();
        var key = Given.Key(null);
        var subscription = Given.Subscription(Actor.Registry);
        await SaveAsync(organisation, key, subscription);
        await using RegistryDb db = Open();
        await WriteAsync(db, "organisation.changed", organisation.Id, async () =>
        {
            var row = await db.Organisations.SingleAsync(Cancellation);
            row.Change(new Core.Catalogue.OrganisationInput { NameKo = new string('가', 300), Kind = row.Kind });
            return 0;
        });
        List<AuditEvent> events = await db.AuditEvents.OrderBy(e => e.Sequence).ToListAsync(Cancellation);
        Assert.DoesNotContain(key.Hash, events[0].Changes, StringComparison.Ordinal);
        Assert.DoesNotContain(subscription.Secret!, events[0].Changes, StringComparison.Ordinal);
        Assert.Contains("\"Name.Ko\":[\"한빛 방송\",\"가가", events[1].Changes, StringComparison.Ordinal);
        Assert.Contains("\"RowVersion\":[1,2]", events[1].Changes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changes_OfManyRows_StayBounded()
    {
        await SaveAsync([.. Enumerable.Range(0, 400).Select(i => Given.Organisation($"o-{i}"))]);
        await using RegistryDb db = Open();
        string changes = (await db.AuditEvents.SingleAsync(Cancellation)).Changes;
        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(changes), 8000, 16 * 1024);
        using System.Text.Json.JsonDocument json = System.Text.Json.JsonDocument.Parse(changes);
        System.Text.Json.JsonElement last = json.RootElement[json.RootElement.GetArrayLength() - 1];
        Assert.Equal(400, last.GetProperty("more").GetInt32() + json.RootElement.GetArrayLength() - 1);
    }

    private static Task<ChainVerdict> VerifyAsync(RegistryDb db) =>
        HashChain.VerifyAsync(db.AuditEvents.AsNoTracking().OrderBy(e => e.Sequence).AsAsyncEnumerable(), null, Cancellation);
}

public sealed class SqliteAuditTests(PostgresServer server) : AuditTests(StorageOptions.Sqlite, server);

public sealed class PostgresAuditTests(PostgresServer server) : AuditTests(StorageOptions.Postgres, server);
