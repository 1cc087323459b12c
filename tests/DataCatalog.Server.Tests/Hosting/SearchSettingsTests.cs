using DataCatalog.Search;
using DataCatalog.Server.Hosting.Options;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace DataCatalog.Server.Tests.Hosting;

public sealed class SearchSettingsTests
{
    private const string Cluster = "DataCatalog:Search:Elasticsearch:";

    [Fact]
    public void Read_Nothing_Lucene() => Assert.Null(Read().SearchIndex().Elasticsearch);

    [Fact]
    public void Read_Elasticsearch()
    {
        SearchOptions search = Read(
            ("DataCatalog:Search:Engine", "elasticsearch"), (Cluster + "Nodes", "https://es-1:9200, https://es-2:9200"), (Cluster + "IndexPrefix", "catalogue-a"),
            (Cluster + "User", "registry"), (Cluster + "Password", "s3cret"), (Cluster + "SearchSeconds", "3")).SearchIndex();
        Assert.Equal([new Uri("https://es-1:9200"), new Uri("https://es-2:9200")], search.Elasticsearch!.Nodes);
        Assert.Equal(("catalogue-a", "registry", "s3cret", TimeSpan.FromSeconds(3)),
            (search.Elasticsearch.IndexPrefix, search.Elasticsearch.User, search.Elasticsearch.Password, search.Elasticsearch.SearchTimeout));
        Assert.DoesNotContain("s3cret", search.Elasticsearch.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Search:Engine", "sphinx", "'lucene' or 'elasticsearch'")]
    [InlineData("Search:Elasticsearch:Nodes", "", "Nodes is needed")]
    [InlineData("Search:Elasticsearch:Nodes", "es-1:9200", "Nodes must be addresses")]
    [InlineData("Search:Elasticsearch:Nodes", "https://u:s3cret@es-1:9200", "without a user")]
    [InlineData("Search:Elasticsearch:IndexPrefix", "Upper", "IndexPrefix must be")]
    [InlineData("Search:Elasticsearch:CertificateFingerprint", "12:34", "CertificateFingerprint must be")]
    [InlineData("Search:Elasticsearch:User", "registry", "belong together")]
    [InlineData("Search:Elasticsearch:SearchSeconds", "0", "SearchSeconds must be")]
    public void Read_Wrong_SaysWhatIsAllowed(string setting, string value, string says)
    {
        OptionsValidationException refused = Assert.Throws<OptionsValidationException>(() =>
            Read(("DataCatalog:Search:Engine", "elasticsearch"), (Cluster + "Nodes", "https://es-1:9200"), ("DataCatalog:" + setting, value)));
        Assert.Contains(says, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_KeyAndUser_Refused() => Assert.Contains("exclude each other", Assert.Throws<OptionsValidationException>(() => Read(
        ("DataCatalog:Search:Engine", "elasticsearch"), (Cluster + "Nodes", "https://es-1:9200"), (Cluster + "ApiKey", "k"), (Cluster + "User", "u"), (Cluster + "Password", "p"))).Message, StringComparison.Ordinal);

    private static CatalogOptions Read(params (string Name, string Value)[] settings) =>
        CatalogSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(settings.GroupBy(s => s.Name).ToDictionary(g => g.Key, g => (string?)g.Last().Value)).Build());
}
