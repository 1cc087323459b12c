using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using DataCatalog.Core.Search;
using Elastic.Clients.Elasticsearch;
using Elastic.Clients.Elasticsearch.IndexManagement;
using Elastic.Transport;
using HttpMethod = Elastic.Transport.HttpMethod;

namespace DataCatalog.Search.Elastic;

/// <summary>An index of this installation.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Answers">Whether searches go to it: it has the read alias.</param>
/// <param name="Takes">Whether changes go to it: it has its write alias.</param>
/// <param name="Definition">Hash of its definition.</param>
/// <param name="Revision">Revision of its definition.</param>
internal sealed record FamilyIndex(string Name, bool Answers, bool Takes, string? Definition, int Revision);

/// <summary>
/// The indices of one installation: the one that answers, under the read alias, and those that are being built. Each has a write alias
/// of its own for as long as it takes changes. Changes are written through it, so that a write to an index that is gone is refused and
/// does not make a new one; and every instance finds the aliases in the cluster, whoever began the rebuild.
/// </summary>
internal sealed partial class IndexFamily(ElasticConnection connection, ElasticOptions options, ElasticDefinition definition, TimeProvider clock)
{
    private const string WriteSuffix = "-write";

    private readonly string stem = options.IndexPrefix + "-datasets";

    /// <summary>The name that searches go to.</summary>
    public string ReadAlias => stem + "-read";

    /// <summary>The index that holds the rebuild's lock.</summary>
    public string LockIndex => stem + "-lock";

    /// <summary>The name that changes of an index go to.</summary>
    public static string WriteAlias(string index) => index + WriteSuffix;

    /// <summary>The indices as they are now.</summary>
    public async Task<IReadOnlyList<FamilyIndex>> ReadAsync(CancellationToken cancellation)
    {
        var request = new GetIndexRequest($"{stem}-*")
        {
            Features = [Feature.Aliases, Feature.Mappings],
            RequestConfiguration = connection.Search,
        };
        GetIndexResponse answer = await connection.AskAsync(c => c.Indices.GetAsync(request, cancellation), cancellation, 404);
        return [.. (answer.Indices ?? new Dictionary<string, IndexState>()).Where(i => IsOurs(i.Key)).Select(i => Describe(i.Key, i.Value)).OrderBy(i => i.Name, StringComparer.Ordinal)];
    }

    /// <summary>Makes an empty index that takes changes and does not answer yet.</summary>
    public async Task<string> CreateAsync(CancellationToken cancellation)
    {
        string stamp = clock.GetUtcNow().ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);
        string name = $"{stem}-{stamp}-{RandomNumberGenerator.GetHexString(8, lowercase: true)}";
        PostData body = PostData.String(definition.Creation(WriteAlias(name)));
        // The definition is JSON from a file; the client's types would only be a second form of it.
        await connection.AskAsync(c => c.Transport.RequestAsync<CreateIndexResponse>(new EndpointPath(HttpMethod.PUT, name), body, null, null, cancellation), cancellation);
        return name;
    }

    /// <summary>Lets an index answer in the place of those that did, and removes them, in one step.</summary>
    /// <exception cref="SearchUnavailableException">The index is gone, or the cluster does not answer.</exception>
    public async Task PromoteAsync(string index, CancellationToken cancellation)
    {
        IEnumerable<string> old = (await ReadAsync(cancellation)).Where(i => i.Answers && i.Name != index).Select(i => i.Name);
        List<IndexUpdateAliasesAction> actions = [new AddAction { Index = index, Alias = ReadAlias }, .. old.Select(o => (IndexUpdateAliasesAction)new RemoveIndexAction { Index = o })];
        await connection.AskAsync(c => c.Indices.UpdateAliasesAsync(new UpdateAliasesRequest { Actions = actions }, cancellation), cancellation);
    }

    /// <summary>Removes what rebuilds that were given up have left behind.</summary>
    public async Task RemoveAbandonedAsync(CancellationToken cancellation)
    {
        foreach (FamilyIndex left in (await ReadAsync(cancellation)).Where(i => !i.Answers)) await RemoveAsync(left.Name, cancellation);
    }

    /// <summary>Removes an index, where it is still there.</summary>
    public async Task RemoveAsync(string index, CancellationToken cancellation) =>
        await connection.AskAsync(c => c.Indices.DeleteAsync(new DeleteIndexRequest(index) { IgnoreUnavailable = true }, cancellation), cancellation, 404);

    /// <summary>The indices that take this release's documents.</summary>
    /// <exception cref="SearchUnavailableException">There is none; or a later release is taking over, whose documents these are not.</exception>
    public async Task<IReadOnlyList<string>> TargetsAsync(CancellationToken cancellation)
    {
        List<FamilyIndex> taking = [.. (await ReadAsync(cancellation)).Where(i => i.Takes)];
        if (taking.Any(IsLater)) throw new SearchUnavailableException("The search index belongs to a later release, which follows the changes itself.");
        List<string> targets = [.. taking.Where(i => i.Definition == definition.Hash).Select(i => i.Name)];
        return targets.Count > 0 ? targets : throw new SearchUnavailableException("The search index has not been built yet.");
    }

    /// <summary>Why the index must be built anew; null where it need not.</summary>
    public string? Fault(FamilyIndex? answering)
    {
        if (answering is null) return "The search index has not been built yet.";
        return answering.Definition == definition.Hash || IsLater(answering) ? null : "The search index was built by another version of the program.";
    }

    private bool IsLater(FamilyIndex index) => index.Revision > definition.Revision;

    private bool IsOurs(string index) => index.StartsWith(stem, StringComparison.Ordinal) && Stamp().IsMatch(index.AsSpan(stem.Length));

    private FamilyIndex Describe(string name, IndexState state)
    {
        IDictionary<string, object>? meta = state.Mappings?.Meta;
        object? revision = null, hash = null;
        meta?.TryGetValue(ElasticDefinition.RevisionEntry, out revision);
        meta?.TryGetValue(ElasticDefinition.HashEntry, out hash);
        bool known = int.TryParse(revision?.ToString(), CultureInfo.InvariantCulture, out int number);
        return new FamilyIndex(name, state.Aliases?.ContainsKey(ReadAlias) == true, state.Aliases?.ContainsKey(WriteAlias(name)) == true, hash?.ToString(), known ? number : 0);
    }

    [GeneratedRegex("^-[0-9]{14}-[0-9a-f]{8}$")]
    private static partial Regex Stamp();
}
