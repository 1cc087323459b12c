using DataCatalog.Core.Search;
using DataCatalog.Search.Elastic;
using DataCatalog.TestSupport;

[assembly: AssemblyFixture(typeof(ElasticNode))]

namespace DataCatalog.Search.Tests.Elastic;

/// <summary>The port's contract for Elasticsearch, on a real node.</summary>
public sealed class ElasticIndexTests(ElasticNode node) : SearchIndexContract
{
    private ElasticIndex? made;

    // The work of the embedded engine's 10,000 on a node takes minutes.
    protected override int RandomOrders => 1000;

    protected override bool KnowsMorphemes => true;

    public override ValueTask DisposeAsync()
    {
        made?.Dispose();
        return ValueTask.CompletedTask;
    }

    protected override async Task<ISearchIndex> MakeAsync() => made = new ElasticIndex(
        new ElasticOptions { Nodes = [await node.RequireAsync(TestContext.Current.CancellationToken)], IndexPrefix = node.NewPrefix() }, TimeProvider.System);
}
