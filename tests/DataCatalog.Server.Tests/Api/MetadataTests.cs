using System.Net;
using AutoMapper;
using DataCatalog.Server.Api;
using DataCatalog.Server.Tests.Support;
using DataCatalog.Storage;
using DataCatalog.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OData.Edm;
using Microsoft.OData.Edm.Vocabularies;

namespace DataCatalog.Server.Tests.Api;

/// <summary>The metadata describes everything, and says of each set what it does.</summary>
public sealed class MetadataTests(Worlds worlds, PostgresServer server) : ApiTests(StorageOptions.Sqlite, worlds, server)
{
    public static TheoryData<string> Sets { get; } = [.. EdmModels.Staff.EntityContainer.EntitySets().Select(s => s.Name)];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void EveryTypeAndProperty_Described(bool staff)
    {
        IEdmModel model = staff ? EdmModels.Staff : EdmModels.Member;
        List<string> silent = [];
        foreach (IEdmSchemaType type in model.SchemaElements.OfType<IEdmSchemaType>())
        {
            if (model.GetDescriptionAnnotation((IEdmVocabularyAnnotatable)type) is null) silent.Add(type.Name);
            foreach (IEdmProperty property in (type as IEdmStructuredType)?.DeclaredProperties ?? [])
            {
                if (model.GetDescriptionAnnotation(property) is null) silent.Add($"{type.Name}.{property.Name}");
            }
        }

        Assert.Empty(silent);
    }

    [Fact]
    public void Maps_AreWhole() => World.Service.Services.GetRequiredService<IMapper>().ConfigurationProvider.AssertConfigurationIsValid();

    [Theory]
    [MemberData(nameof(Sets))]
    public async Task Capabilities_AreTrue(string name)
    {
        IEdmEntitySet set = EdmModels.Staff.EntityContainer.FindEntitySet(name);
        Answer insert = await Admin.PostAsync($"/odata/{name}", new { });
        Assert.Equal(Says(set, "InsertRestrictions", "Insertable"), insert.Status != HttpStatusCode.MethodNotAllowed);
        string key = set.EntityType.Key().Single().Type.IsGuid() ? "01a20bdb-0000-74aa-9fc2-b84a0bf066fe" : "1";
        Assert.Equal(Says(set, "UpdateRestrictions", "Updatable"), (await Admin.PatchAsync($"/odata/{name}({key})", new { }, null)).Status == HttpStatusCode.PreconditionRequired);
        Assert.Equal(Says(set, "DeleteRestrictions", "Deletable"), (await Admin.SendAsync(HttpMethod.Delete, $"/odata/{name}({key})", null)).Status == HttpStatusCode.PreconditionRequired);
        Assert.Equal(Says(set, "SearchRestrictions", "Searchable"), (await Admin.GetAsync($"/odata/{name}?$search=a")).Status == HttpStatusCode.OK);
        string[] closed = Paths(set, "ExpandRestrictions", "NonExpandableProperties");
        foreach (IEdmNavigationProperty part in set.EntityType.NavigationProperties())
        {
            HttpStatusCode status = (await Admin.GetAsync($"/odata/{name}?$top=1&$expand={part.Name}")).Status;
            Assert.True(status == (closed.Contains(part.Name) ? HttpStatusCode.BadRequest : HttpStatusCode.OK), $"$expand={part.Name}: {status}");
        }
    }

    [Theory]
    [MemberData(nameof(Sets))]
    public async Task SortAndFilter_AsAnnotated(string name)
    {
        IEdmEntitySet set = EdmModels.Staff.EntityContainer.FindEntitySet(name);
        (string[] unsortable, string[] unfilterable) = (Paths(set, "SortRestrictions", "NonSortableProperties"), Paths(set, "FilterRestrictions", "NonFilterableProperties"));
        foreach (IEdmStructuralProperty property in set.EntityType.StructuralProperties())
        {
            Answer sorted = await Admin.GetAsync($"/odata/{name}?$top=1&$orderby={property.Name} desc");
            Assert.True(sorted.Status == (unsortable.Contains(property.Name) ? HttpStatusCode.BadRequest : HttpStatusCode.OK), $"$orderby={property.Name}: {sorted.Text}");
            string filter = property.Type.IsCollection() ? $"{property.Name}/any()" : property.Type.IsPrimitive() || property.Type.IsEnum() ? $"{property.Name} eq {property.Name}" : $"{property.Name} eq null";
            Answer filtered = await Admin.GetAsync($"/odata/{name}?$top=1&$filter={filter}");
            Assert.True(filtered.Status == (unfilterable.Contains(property.Name) ? HttpStatusCode.BadRequest : HttpStatusCode.OK), $"$filter={filter}: {filtered.Text}");
        }
    }

    private static bool Says(IEdmEntitySet set, string term, string property) => ((IEdmBooleanConstantExpression)Value(set, term, property)).Value;

    private static string[] Paths(IEdmEntitySet set, string term, string property) =>
        [.. ((IEdmCollectionExpression)Value(set, term, property)).Elements.Select(e => ((IEdmPathExpression)e).PathSegments.Single())];

    private static IEdmExpression Value(IEdmEntitySet set, string term, string property)
    {
        IEdmVocabularyAnnotation annotation = EdmModels.Staff.FindVocabularyAnnotations<IEdmVocabularyAnnotation>(set, "Org.OData.Capabilities.V1." + term).Single();
        return ((IEdmRecordExpression)annotation.Value).FindProperty(property).Value;
    }
}
