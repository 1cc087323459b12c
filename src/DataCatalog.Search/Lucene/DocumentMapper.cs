using System.Buffers.Binary;
using System.Globalization;
using DataCatalog.Core.Search;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace DataCatalog.Search.Lucene;

/// <summary>Turns a dataset's document into the engine's.</summary>
internal static class DocumentMapper
{
    /// <summary>Fields whose text is kept for marking.</summary>
    public static readonly IReadOnlyList<string> Texts =
        [nameof(DatasetDocument.TitleKo), nameof(DatasetDocument.TitleEn), nameof(DatasetDocument.DescriptionKo), nameof(DatasetDocument.DescriptionEn)];

    /// <summary>The engine's document; of a deleted dataset only a tombstone.</summary>
    public static Document ToLucene(DatasetDocument source)
    {
        (long high, long low) = Halves(source.Id);
        var document = new Document
        {
            new StringField(IndexDefinition.Id, TermOf(source.Id), Field.Store.NO),
            new NumericDocValuesField(IndexDefinition.IdHigh, high),
            new NumericDocValuesField(IndexDefinition.IdLow, low),
            new NumericDocValuesField(IndexDefinition.RowVersion, source.Version),
            new NumericDocValuesField(IndexDefinition.Alive, source.Deleted ? 0 : 1),
            new NumericDocValuesField(IndexDefinition.Registered, Microseconds(source.RegisteredAt)),
            new SortedDocValuesField(IndexDefinition.Key, new BytesRef(source.Key)),
        };
        if (!source.Deleted) AddContent(document, source);
        return document;
    }

    /// <summary>The id as a term.</summary>
    public static string TermOf(Guid id) => id.ToString("N");

    /// <summary>The halves of an id; compared one after the other they order as its text does.</summary>
    public static (long High, long Low) Halves(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        return (BinaryPrimitives.ReadInt64BigEndian(bytes) ^ long.MinValue, BinaryPrimitives.ReadInt64BigEndian(bytes[8..]) ^ long.MinValue);
    }

    /// <summary>The id of the halves.</summary>
    public static Guid IdOf(long high, long low)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(bytes, high ^ long.MinValue);
        BinaryPrimitives.WriteInt64BigEndian(bytes[8..], low ^ long.MinValue);
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>The field of a facet whose values are plain.</summary>
    public static string FieldOf(SearchFacet facet) => facet switch
    {
        SearchFacet.PermittedAction or SearchFacet.EndsWithin => IndexDefinition.Right,
        SearchFacet.May => IndexDefinition.May,
        _ => "facet-" + facet.ToString().ToLowerInvariant(),
    };

    private static long Microseconds(DateTime at) => (at - new DateTime(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc)).Ticks / TimeSpan.TicksPerMicrosecond;

    private static void AddContent(Document document, DatasetDocument source)
    {
        AddStored(document, nameof(source.TitleKo), source.TitleKo);
        AddStored(document, nameof(source.TitleEn), source.TitleEn);
        AddStored(document, nameof(source.DescriptionKo), source.DescriptionKo);
        AddStored(document, nameof(source.DescriptionEn), source.DescriptionEn);
        AddValues(document, FieldOf(SearchFacet.Modality), source.Modalities);
        AddValues(document, FieldOf(SearchFacet.Language), source.Languages);
        AddValues(document, FieldOf(SearchFacet.Domain), source.Domains);
        AddValues(document, FieldOf(SearchFacet.Provider), [source.Provider]);
        AddValues(document, FieldOf(SearchFacet.Licence), source.Licences);
        AddValues(document, FieldOf(SearchFacet.Status), [source.Status]);
        AddValues(document, IndexDefinition.Right, source.Rights.SelectMany(RightValue.Encode));
        AddValues(document, IndexDefinition.May, source.May.Select(MayValue.Encode));
        AddValues(document, IndexDefinition.Consortium, source.Consortia.Select(TermOf));
        document.Add(new TextField(IndexDefinition.Text, TermsOf(source)));
    }

    private static DocumentTerms TermsOf(DatasetDocument source)
    {
        var terms = new DocumentTerms();
        terms.Add(source.TitleKo, IndexDefinition.TitleWeight);
        terms.Add(source.TitleEn, IndexDefinition.TitleWeight);
        terms.Add(source.Key, IndexDefinition.NamesWeight);
        terms.Add(source.ProviderNames, IndexDefinition.NamesWeight);
        foreach (string task in source.Tasks.Concat(source.Domains)) terms.Add(task, IndexDefinition.NamesWeight);
        terms.Add(source.DescriptionKo, 1);
        terms.Add(source.DescriptionEn, 1);
        return terms;
    }

    private static void AddStored(Document document, string name, string? text)
    {
        if (!string.IsNullOrEmpty(text)) document.Add(new StoredField(name, text));
    }

    private static void AddValues(Document document, string field, IEnumerable<string> values)
    {
        foreach (string value in values.Where(v => v.Length > 0).Distinct(StringComparer.Ordinal))
        {
            document.Add(new SortedSetDocValuesField(field, new BytesRef(value)));
        }
    }
}

/// <summary>A right as the index keeps it: one value for each action.</summary>
/// <param name="Consortium">Whose, or null.</param>
/// <param name="LastDay">Day number of the last day; <see cref="int.MaxValue"/> where it does not end.</param>
/// <param name="Action">The action; empty where none is permitted.</param>
internal readonly record struct RightValue(Guid? Consortium, int LastDay, string Action)
{
    private const char Separator = '|';

    /// <summary>The values of a right.</summary>
    public static IEnumerable<string> Encode(DocumentRight right)
    {
        string whose = right.Consortium is { } id ? DocumentMapper.TermOf(id) : "";
        int lastDay = right.EndsOn?.DayNumber ?? int.MaxValue;
        return right.Actions.DefaultIfEmpty("").Select(action => string.Create(CultureInfo.InvariantCulture, $"{whose}{Separator}{lastDay}{Separator}{action}"));
    }

    /// <summary>Reads a value.</summary>
    public static RightValue Decode(string value)
    {
        string[] parts = value.Split(Separator, 3);
        return new RightValue(parts[0].Length == 0 ? null : Guid.ParseExact(parts[0], "N"), int.Parse(parts[1], CultureInfo.InvariantCulture), parts[2]);
    }

    /// <summary>Whether the viewer may count it and it has not ended.</summary>
    public bool CountsFor(Guid? viewer, DateOnly today) => (viewer is null || Consortium == viewer) && LastDay >= today.DayNumber;
}
