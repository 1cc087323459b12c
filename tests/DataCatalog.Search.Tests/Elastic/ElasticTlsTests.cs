using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using DataCatalog.Core.Search;
using DataCatalog.Search.Elastic;
using DataCatalog.Search.Tests.Support;
using DataCatalog.TestSupport;

namespace DataCatalog.Search.Tests.Elastic;

/// <summary>A cluster with TLS and credentials: who is let in, which certificate is accepted, and that credentials go to no other.</summary>
public sealed class ElasticTlsTests(ElasticNode node)
{
    private const string Key = "ApiKey c2VjcmV0LWtleQ==";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("c2VjcmV0LWtleQ==", null, null, Key)]
    [InlineData(null, "registry", "s3cret", "Basic cmVnaXN0cnk6czNjcmV0")]
    public async Task Authority_KnownByItsFingerprint_IsAccepted_AndCredentialsAreSent(string? apiKey, string? user, string? password, string expected)
    {
        using X509Certificate2 root = Certificates.Authority("root"), authority = Certificates.Authority("cluster", root), own = Certificates.Node(authority);
        await using TlsDoor door = await TlsDoor.OpenAsync(await node.RequireAsync(Cancellation), expected, own, authority);
        using ElasticIndex index = Make([door], Fingerprint(authority), apiKey, user, password);
        await index.RebuildAsync(Given.Stream([Given.Document(1, "뉴스 말뭉치")]), Cancellation);
        await index.ApplyAsync([Given.Document(2, "뉴스 기사")], Cancellation);
        Assert.Equal(2, (await index.SearchAsync(Given.Question("뉴스"), Cancellation)).Total);
        Assert.All(door.Heard, said => Assert.Equal(expected, said));
    }

    [Fact]
    public async Task CertificateOfItsOwn_KnownByItsFingerprint_IsAccepted()
    {
        using X509Certificate2 own = Certificates.Node();
        await using TlsDoor door = await TlsDoor.OpenAsync(await node.RequireAsync(Cancellation), Key, own);
        // As Elasticsearch prints it, and as openssl does.
        foreach (string form in new[] { Fingerprint(own).ToLowerInvariant(), string.Join(':', Fingerprint(own).Chunk(2).Select(pair => new string(pair))) })
        {
            using ElasticIndex index = Make([door], form);
            Assert.Equal(SearchState.NeedsRebuild, (await index.HealthAsync(Cancellation)).State);
        }
    }

    [Fact]
    public async Task OtherCertificate_IsRefusedInWords_AndHearsNoCredentials()
    {
        using X509Certificate2 own = Certificates.Node(), another = Certificates.Node();
        await using TlsDoor door = await TlsDoor.OpenAsync(await node.RequireAsync(Cancellation), Key, own);
        foreach (string? fingerprint in new[] { Fingerprint(another), null })
        {
            using ElasticIndex index = Make([door], fingerprint);
            SearchHealth health = await index.HealthAsync(Cancellation);
            Assert.Equal(SearchState.Unavailable, health.State);
            Assert.Contains("certificate", health.Detail, StringComparison.Ordinal);
            Assert.Contains("CertificateFingerprint", health.Detail, StringComparison.Ordinal);
            Assert.DoesNotContain("c2VjcmV0", health.Detail, StringComparison.Ordinal);
        }

        Assert.Empty(door.Heard);
    }

    [Fact]
    public async Task AuthoritysCertificate_ShownByOneThatItDidNotSign_IsRefused()
    {
        using X509Certificate2 root = Certificates.Authority("root"), authority = Certificates.Authority("cluster", root), impostor = Certificates.Authority("cluster");
        using X509Certificate2 own = Certificates.Node(impostor), shown = X509CertificateLoader.LoadCertificate(authority.RawData);
        await using TlsDoor door = await TlsDoor.OpenAsync(await node.RequireAsync(Cancellation), Key, own, shown);
        using ElasticIndex index = Make([door], Fingerprint(authority));
        Assert.Equal(SearchState.Unavailable, (await index.HealthAsync(Cancellation)).State);
        Assert.Empty(door.Heard);
    }

    [Fact]
    public async Task WrongKey_IsToldAsSuch()
    {
        using X509Certificate2 own = Certificates.Node();
        await using TlsDoor door = await TlsDoor.OpenAsync(await node.RequireAsync(Cancellation), Key, own);
        using ElasticIndex index = Make([door], Fingerprint(own), "b3RoZXI=");
        Assert.Contains("credentials", (await index.HealthAsync(Cancellation)).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OneOfTwoNodesAway_TheOtherAnswers()
    {
        using X509Certificate2 own = Certificates.Node();
        Uri address = await node.RequireAsync(Cancellation);
        await using TlsDoor first = await TlsDoor.OpenAsync(address, Key, own), second = await TlsDoor.OpenAsync(address, Key, own);
        using ElasticIndex index = Make([first, second], Fingerprint(own));
        await index.RebuildAsync(Given.Stream([Given.Document(1)]), Cancellation);
        await first.DisposeAsync();
        for (int i = 0; i < 10; i++)
        {
            await index.ApplyAsync([Given.Document(1) with { Version = i + 2 }], Cancellation);
            Assert.Equal(1, (await index.SearchAsync(Given.Question(), Cancellation)).Total);
        }
    }

    private ElasticIndex Make(IEnumerable<TlsDoor> doors, string? fingerprint, string? apiKey = "c2VjcmV0LWtleQ==", string? user = null, string? password = null) => new(
        new ElasticOptions
        {
            Nodes = [.. doors.Select(d => d.Address)], IndexPrefix = node.NewPrefix(), CertificateFingerprint = fingerprint, ApiKey = user is null ? apiKey : null, User = user, Password = password,
            RebuildLease = TimeSpan.FromSeconds(2),
        },
        TimeProvider.System);

    private static string Fingerprint(X509Certificate2 certificate) => certificate.GetCertHashString(HashAlgorithmName.SHA256);
}
