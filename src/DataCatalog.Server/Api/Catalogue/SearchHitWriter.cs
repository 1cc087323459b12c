using Microsoft.AspNetCore.OData.Formatter;
using Microsoft.AspNetCore.OData.Formatter.Serialization;
using Microsoft.OData;

namespace DataCatalog.Server.Api.Catalogue;

/// <summary>Writes what a search found of a dataset as instance annotations: <c>@search.score</c>, and <c>TitleKo@search.highlight</c>.</summary>
public sealed class SearchHitWriter(IODataSerializerProvider provider) : ODataResourceSerializer(provider)
{
    /// <inheritdoc/>
    public override ODataResource CreateResource(SelectExpandNode selectExpandNode, ResourceContext resourceContext)
    {
        ODataResource resource = base.CreateResource(selectExpandNode, resourceContext);
        if (resourceContext.ResourceInstance is not DatasetModel { Hit: { } hit }) return resource;
        resource.InstanceAnnotations.Add(new ODataInstanceAnnotation("search.score", new ODataPrimitiveValue(hit.Score)));
        foreach (ODataPropertyInfo property in resource.Properties)
        {
            if (hit.Highlights.TryGetValue(property.Name, out string? marked)) property.InstanceAnnotations.Add(new ODataInstanceAnnotation("search.highlight", new ODataPrimitiveValue(marked)));
        }

        return resource;
    }
}
