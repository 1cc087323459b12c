using DataCatalog.Server.Tests.Support;
using DataCatalog.Storage;
using DataCatalog.TestSupport;

namespace DataCatalog.Server.Tests.Hosting;

/// <summary>Refusals in the reader's language and in the shape of their road.</summary>
public sealed class ErrorTests(Worlds worlds, PostgresServer server) : ApiTests(StorageOptions.Sqlite, worlds, server)
{
    [Theory]
    [InlineData("ko", true)]
    [InlineData("ko-KR,en;q=0.5", true)]
    [InlineData("en,ko;q=0.9", false)]
    [InlineData("fr", false)]
    public async Task Message_InTheReadersLanguage(string accept, bool korean)
    {
        Answer answer = (await Admin.GetAsync("/odata/Datasets?$foo=1", ("Accept-Language", accept))).Refused(400, "bad-query");
        Assert.Equal(korean, answer.Message!.Any(c => c is >= '가' and <= '힣'));
        Assert.Equal(korean ? "ko" : "en", answer.Headers["Content-Language"]);
    }

    [Fact]
    public async Task OtherRoads_AnswerProblemDetails()
    {
        Answer answer = (await Admin.RawAsync(HttpMethod.Post, "/import/nothing", "{}")).Refused(404, "not-found");
        Assert.StartsWith("application/problem+json", answer.Headers["Content-Type"], StringComparison.Ordinal);
        Assert.Equal(404, answer["status"].GetInt32());
    }

    [Theory]
    [InlineData("/nothing")]
    [InlineData("/odata/Nothing")]
    [InlineData("/odata/Datasets(rubbish)")]
    [InlineData("/odata/Datasets/Nothing")]
    public async Task UnknownAddress_404(string address) => (await Admin.GetAsync(address)).Refused(404, "no-such-address");

    [Fact]
    public async Task Answers_CarrySafeHeaders()
    {
        Answer answer = await Admin.GetAsync("/odata/Licences?$top=1");
        Assert.Equal("nosniff", answer.Headers["X-Content-Type-Options"]);
        Assert.Equal("DENY", answer.Headers["X-Frame-Options"]);
        Assert.DoesNotContain("Server", answer.Headers.Keys);
        Assert.DoesNotContain("X-Powered-By", answer.Headers.Keys);
    }
}
