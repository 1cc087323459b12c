using Microsoft.AspNetCore.OData.Batch;
using Microsoft.OData;

namespace DataCatalog.Server.Api.Batch;

/// <summary>Answers of a change set under the name that the caller gave it; the library makes up one of its own.</summary>
/// <param name="name">The name.</param>
/// <param name="contexts">The parts answered.</param>
internal sealed class NamedChangeSet(string name, IEnumerable<HttpContext> contexts) : ChangeSetResponseItem(contexts)
{
    /// <inheritdoc/>
    public override async Task WriteResponseAsync(ODataBatchWriter writer)
    {
        await writer.WriteStartChangesetAsync(name);
        foreach (HttpContext context in Contexts) await WriteMessageAsync(writer, context);
        await writer.WriteEndChangesetAsync();
    }
}
