namespace DataCatalog.Core.Licensing.Odrl.JsonLd;

/// <summary>All nodes of a document.</summary>
public static class LdNodes
{
    /// <summary>The nodes at the top and those that hang on them, each once.</summary>
    public static IEnumerable<LdNode> Reachable(IEnumerable<LdNode> top)
    {
        var seen = new HashSet<LdNode>();
        var open = new Queue<LdNode>(top);
        while (open.TryDequeue(out LdNode? node))
        {
            if (!seen.Add(node)) continue;
            yield return node;
            foreach (LdItem item in node.Properties.SelectMany(node.Values))
            {
                if (item is LdReference reference) open.Enqueue(reference.Node);
            }
        }
    }
}
