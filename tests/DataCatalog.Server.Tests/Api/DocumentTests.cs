using System.Net;
using System.Security.Cryptography;
using System.Text;
using DataCatalog.Server.Tests.Support;
using DataCatalog.Storage;
using DataCatalog.TestSupport;

namespace DataCatalog.Server.Tests.Api;

/// <summary>Documents and copies of data over the API: for whom they are there, and for whom they are not.</summary>
public abstract class DocumentTests(string provider, Worlds worlds, PostgresServer server) : ApiTests(provider, worlds, server)
{
    private static readonly string Absent = new('0', 64);

    [Fact]
    public async Task Kept_AndGivenOnlyToWhomARowTellsOfIt()
    {
        (string sha256, byte[] content) = await KeptAsync(World.MemberA);
        foreach (ApiClient client in new[] { World.MemberA, Admin }) (await client.GetAsync($"/documents/{sha256}")).Refused(404, "no-such-address");
        string copy = (await CopyAsync(World.MemberA)).Id;
        (await World.MemberA.PostAsync($"/odata/DataCopies({copy})/Delete", new { How = "shredded", CertificateSha256 = Absent })).Refused(422, "no-document");
        (await World.MemberA.PostAsync($"/odata/DataCopies({copy})/Delete", new { How = "shredded", CertificateSha256 = sha256 })).OfStatus(HttpStatusCode.OK);
        foreach (ApiClient client in new[] { World.MemberA, Admin })
        {
            Answer given = (await client.GetAsync($"/documents/{sha256}")).OfStatus(HttpStatusCode.OK);
            Assert.Equal(content, Encoding.UTF8.GetBytes(given.Text));
            Assert.StartsWith("attachment", given.Headers["Content-Disposition"], StringComparison.Ordinal);
            Assert.Equal(("nosniff", "application/octet-stream"), (given.Headers["X-Content-Type-Options"], given.Headers["Content-Type"]));
        }

        (await World.MemberB.GetAsync($"/documents/{sha256}")).Refused(404, "no-such-address");
        (await World.Nobody.GetAsync($"/documents/{sha256}")).Refused(401, "unauthorized");
        foreach (string odd in (string[])[Absent, "..%2f..%2fregistry.db", "x", sha256.ToUpperInvariant()]) (await Admin.GetAsync($"/documents/{odd}")).Refused(404, "no-such-address");
    }

    [Fact]
    public async Task PapersOfAgreements_AreStaffs_WithTheirName()
    {
        (string sha256, byte[] content) = await KeptAsync(Admin);
        await Given.AgreementAsync(World.Provider, [World.Shared], new { Documents = new[] { new { Name = "계약서.pdf", MediaType = "text/html", Bytes = content.Length, Sha256 = sha256 } }, Parties = new[] { new { Role = "Licensee", ConsortiumId = World.ConsortiumA } } });
        Answer given = (await World.Roles["auditor"].GetAsync($"/documents/{sha256}")).OfStatus(HttpStatusCode.OK);
        Assert.Contains("filename*=UTF-8''%EA%B3%84", given.Headers["Content-Disposition"], StringComparison.Ordinal);
        Assert.Equal("application/octet-stream", given.Headers["Content-Type"]);
        (await World.MemberA.GetAsync($"/documents/{sha256}")).Refused(404, "no-such-address");
    }

    [Fact]
    public async Task Keep_Refusals()
    {
        (await World.Roles["auditor"].RawAsync(HttpMethod.Post, "/documents", "x", "application/pdf")).Refused(403, "forbidden");
        (await World.Nobody.RawAsync(HttpMethod.Post, "/documents", "x", "application/pdf")).Refused(401, "unauthorized");
        (await Admin.RawAsync(HttpMethod.Post, "/documents", "", "application/pdf")).Refused(422, "document-empty");
    }

    [Fact]
    public async Task Copies_OfMembersTheirOwn()
    {
        Answer copy = await CopyAsync(World.MemberA);
        Assert.Equal(World.ConsortiumA, copy["ConsortiumId"].GetString());
        (await World.MemberB.GetAsync($"/odata/DataCopies({copy.Id})")).OfStatus(HttpStatusCode.NotFound);
        (await World.MemberB.PostAsync($"/odata/DataCopies({copy.Id})/Delete", new { How = "shredded" })).Refused(404, "not-found");
        (await World.MemberB.PostAsync("/odata/DataCopies", new { ConsortiumId = World.ConsortiumA, Version = "shared-corpus@1.0.0", Place = "lake" })).Refused(422, "unknown-reference");
        (await World.MemberA.PostAsync("/odata/DataCopies", new { Version = "hidden-draft@1.0.0", Place = "lake" })).Refused(422, "unknown-version");
        (await World.MemberA.PostAsync("/odata/DataCopies", new { Version = "shared-corpus@1.0.0", Place = "lake", MadeOn = Given.Day(2) })).Refused(422, "end-before-start");
        (await World.Roles["auditor"].PostAsync("/odata/DataCopies", new { Version = "shared-corpus@1.0.0", Place = "lake" })).Refused(403, "forbidden");
        (await Admin.PostAsync("/odata/DataCopies", new { Version = "shared-corpus@1.0.0", Place = "lake" })).Refused(422, "required");
        (await World.MemberA.PostAsync($"/odata/DataCopies({copy.Id})/Delete", new { How = "shredded", On = Given.Day(1) })).Refused(422, "end-before-start");
        (await World.MemberA.PostAsync($"/odata/DataCopies({copy.Id})/Delete", new { On = Given.Day(0) })).Refused(422, "required");
        Answer[] twice = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => World.MemberA.PostAsync($"/odata/DataCopies({copy.Id})/Delete", new { How = "shredded" })));
        Assert.Equal(1, twice.Count(a => a.Status == HttpStatusCode.OK));
        (await World.MemberA.PostAsync($"/odata/DataCopies({copy.Id})/Delete", new { How = "shredded" })).Refused(409, "copy-deleted");
        Assert.Equal(Given.Day(0), (await World.MemberA.GetAsync($"/odata/DataCopies({copy.Id})"))["DeletedOn"].GetString());
    }

    private static async Task<(string Sha256, byte[] Content)> KeptAsync(ApiClient client)
    {
        byte[] content = Encoding.UTF8.GetBytes("증명서 " + Given.Unique("document"));
        Answer kept = (await client.RawAsync(HttpMethod.Post, "/documents", content, "application/pdf")).OfStatus(HttpStatusCode.Created);
        Assert.Equal((Convert.ToHexStringLower(SHA256.HashData(content)), content.Length), (kept["Sha256"].GetString(), kept["Bytes"].GetInt32()));
        return (kept["Sha256"].GetString()!, content);
    }

    private static async Task<Answer> CopyAsync(ApiClient client) =>
        (await client.PostAsync("/odata/DataCopies", new { Version = "shared-corpus@1.0.0", Place = "seoul-dc-2:/lake" })).OfStatus(HttpStatusCode.Created);
}

public sealed class SqliteDocumentTests(Worlds worlds, PostgresServer server) : DocumentTests(StorageOptions.Sqlite, worlds, server);

public sealed class PostgresDocumentTests(Worlds worlds, PostgresServer server) : DocumentTests(StorageOptions.Postgres, worlds, server);

/// <summary>The limit as the service sets it.</summary>
public sealed class DocumentLimitTests
{
    [Fact]
    public async Task OverTheLimit_413_SaidOrNot_AndNothingIsKept()
    {
        string papers = Directory.CreateTempSubdirectory("datacatalog-papers-").FullName;
        await using RegistryService service = await RegistryService.StartAsync("--DataCatalog:Limits:DocumentBytes=1000", $"--DataCatalog:Documents={papers}");
        (await service.Admin.RawAsync(HttpMethod.Post, "/documents", new byte[1001], "application/pdf")).Refused(413, "document-too-large");
        var unsaid = new StreamContent(new MemoryStream(new byte[200_000]));
        (await service.Admin.SendAsync(HttpMethod.Post, "/documents", unsaid, ("Transfer-Encoding", "chunked"))).Refused(413, "document-too-large");
        Assert.Empty(Directory.EnumerateFiles(papers, "*", SearchOption.AllDirectories));
        (await service.Admin.RawAsync(HttpMethod.Post, "/documents", new byte[1000], "application/pdf")).OfStatus(HttpStatusCode.Created);
        Assert.Single(Directory.EnumerateFiles(papers, "*", SearchOption.AllDirectories));
        Directory.Delete(papers, recursive: true);
    }
}
