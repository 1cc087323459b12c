using System.Net;
using DataCatalog.Server.Tests.Support;
using DataCatalog.TestSupport;

namespace DataCatalog.Server.Tests.Hosting;

/// <summary>A write whose commit is not answered: the caller is told that nobody knows, and can find out by what it was told.</summary>
public sealed class OutcomeTests(PostgresServer server)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task CommitWithoutAnAnswer_IsOutcomeUnknown_AndTheAuditLogKnows(bool done)
    {
        using var relay = new DatabaseRelay(await server.NewDatabaseAsync(TestContext.Current.CancellationToken));
        await using RegistryService service = await RegistryService.StartInstanceAsync(relay.Connection);
        relay.BreakAtCommitOf("lost-answer", afterwards: done);
        Answer told = (await service.Admin.PostAsync("/odata/Organisations", new { Key = "lost-answer", NameEn = "Lost", Kind = "Company" })).Refused(503, "outcome-unknown");
        Assert.Equal("2", told.Headers["Retry-After"]);
        Assert.Contains(told.RequestId!, told.Message, StringComparison.Ordinal);
        int expected = done ? 1 : 0;
        Assert.Equal(expected, (await service.Admin.GetAsync($"/odata/AuditEvents?$filter=RequestId eq '{told.RequestId}'")).Rows.Count);
        Assert.Equal(expected, (await service.Admin.GetAsync("/odata/Organisations?$filter=Key eq 'lost-answer'")).Rows.Count);
        relay.Heal();
        (await service.Admin.PostAsync("/odata/Organisations", new { Key = "lost-answer", NameEn = "Lost", Kind = "Company" })).OfStatus(done ? HttpStatusCode.Conflict : HttpStatusCode.Created);
    }
}
