using Microsoft.OData.Edm;
using Microsoft.OData.Edm.Csdl;
using Microsoft.OData.Edm.Vocabularies;
using Microsoft.OData.Edm.Vocabularies.V1;
using Microsoft.OData.ModelBuilder;

namespace DataCatalog.Server.Api;

/// <summary>Adds to a model what it says of itself: descriptions, what each set can do, units.</summary>
internal static class EdmAnnotations
{
    private const string Capabilities = "Org.OData.Capabilities.V1.";

    private static readonly Dictionary<string, string> Units = new(StringComparer.Ordinal)
    {
        ["Bytes"] = "By", ["Hours"] = "h", ["TranscribedHours"] = "h", ["SampleRate"] = "Hz", ["FramesPerSecond"] = "1/s", ["MinimumSide"] = "px", ["MedianSide"] = "px", ["Height"] = "px", ["Window"] = "d",
    };

    /// <summary>Adds all annotations.</summary>
    public static void Add(EdmModel model, bool staff)
    {
        XmlDocumentation descriptions = XmlDocumentation.Load();
        foreach (IEdmSchemaType type in model.SchemaElements.OfType<IEdmSchemaType>()) Describe(model, type, descriptions);
        foreach (IEdmEntitySet set in model.EntityContainer.EntitySets()) Restrict(model, set, staff);
    }

    private static void Describe(EdmModel model, IEdmSchemaType type, XmlDocumentation descriptions)
    {
        Type? clr = type is IEdmStructuredType or IEdmEnumType ? model.GetAnnotationValue<ClrTypeAnnotation>(type)?.ClrType : null;
        if (clr is null) return;
        if (descriptions.OfType(clr) is { } text) Annotate(model, (IEdmVocabularyAnnotatable)type, CoreVocabularyModel.DescriptionTerm, new EdmStringConstant(text));
        if (type is not IEdmStructuredType structured) return;
        foreach (IEdmProperty property in structured.DeclaredProperties)
        {
            if (descriptions.OfProperty(clr, property.Name) is { } line) Annotate(model, property, CoreVocabularyModel.DescriptionTerm, new EdmStringConstant(line));
            if (Units.TryGetValue(property.Name, out string? unit) && model.FindTerm("Org.OData.Measures.V1.Unit") is { } term) Annotate(model, property, term, new EdmStringConstant(unit));
        }
    }

    private static void Restrict(EdmModel model, IEdmEntitySet set, bool staff)
    {
        SetRules rules = SetRules.Of(set.Name);
        IEdmEntityType type = set.EntityType;
        string[] unsortable = [.. type.StructuralProperties().Where(p => !rules.CanSort(p)).Select(p => p.Name)];
        Annotate(model, set, "SortRestrictions", Record(("Sortable", Flag(true)), ("NonSortableProperties", Paths(unsortable))));
        Annotate(model, set, "FilterRestrictions", Record(("Filterable", Flag(true)), ("NonFilterableProperties", Paths([.. rules.NotFilterable.Where(n => type.FindProperty(n) is not null)]))));
        Annotate(model, set, "InsertRestrictions", Record(("Insertable", Flag(rules.CanInsert(staff)))));
        Annotate(model, set, "UpdateRestrictions", Record(("Updatable", Flag(rules.CanUpdate(staff)))));
        Annotate(model, set, "DeleteRestrictions", Record(("Deletable", Flag(rules.Delete))));
        Annotate(model, set, "ChangeTracking", Record(("Supported", Flag(rules.Tracks))));
        Annotate(model, set, "SearchRestrictions", Record(("Searchable", Flag(rules.CanSearch))));
        string[] closed = [.. type.NavigationProperties().Select(p => p.Name).Except(rules.Expand.Select(e => e.Split('/')[0]))];
        Annotate(model, set, "ExpandRestrictions", Record(("Expandable", Flag(rules.Expand.Count > 0)), ("NonExpandableProperties", Paths(closed)), ("MaxLevels", new EdmIntegerConstant(3))));
    }

    private static void Annotate(EdmModel model, IEdmEntitySet set, string term, IEdmExpression value) =>
        Annotate(model, set, model.FindTerm(Capabilities + term) ?? throw new InvalidOperationException($"No term {term}"), value);

    private static void Annotate(EdmModel model, IEdmVocabularyAnnotatable target, IEdmTerm term, IEdmExpression value)
    {
        var annotation = new EdmVocabularyAnnotation(target, term, value);
        annotation.SetSerializationLocation(model, EdmVocabularyAnnotationSerializationLocation.Inline);
        model.SetVocabularyAnnotation(annotation);
    }

    private static EdmRecordExpression Record(params (string Name, IEdmExpression Value)[] properties) =>
        new(properties.Select(p => new EdmPropertyConstructor(p.Name, p.Value)));

    private static EdmBooleanConstant Flag(bool value) => new(value);

    private static EdmCollectionExpression Paths(IReadOnlyList<string> names) => new(names.Select(n => new EdmPropertyPathExpression(n)));
}
