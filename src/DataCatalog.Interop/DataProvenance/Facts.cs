using DataCatalog.Core.Common;
using DataCatalog.Core.Import;
using DataCatalog.Interop.Rows;

namespace DataCatalog.Interop.DataProvenance;

/// <summary>What a record says, in whichever of the three shapes.</summary>
internal sealed record Facts
{
    /// <summary>Number of the version that holds a record's sizes: the collection knows no versions.</summary>
    public const string VersionNumber = "as-catalogued";

    public required string Title { get; init; }

    public required string? Collection { get; init; }

    public required string Modality { get; init; }

    public required IReadOnlyList<string> Languages { get; init; }

    public required IReadOnlyList<string> Tasks { get; init; }

    public required IReadOnlyList<string> Domains { get; init; }

    public required IReadOnlyList<string> Creators { get; init; }

    public required IReadOnlyList<string> DerivedFrom { get; init; }

    public required IReadOnlyList<(double Amount, string Unit)> Volumes { get; init; }

    public required double? Hours { get; init; }

    public required long? Speakers { get; init; }

    public required long? Year { get; init; }

    public required bool TakenDown { get; init; }

    /// <summary>Reads them.</summary>
    public static Facts Of(string name, JsonFields fields, List<ImportNote> warnings)
    {
        double? video = fields.Number("Video Hours");
        double? audio = fields.Number("Hours");
        string modality = video is not null || fields.Texts("Video Sources").Count > 0 ? "video" : audio is not null ? "audio" : "text";
        IReadOnlyList<string> languages = fields.Texts("Languages");
        return new Facts
        {
            Title = Title300(fields.Text("Dataset Name") ?? name, fields.Text("Collection")),
            Collection = fields.Text("Collection"),
            Modality = modality,
            Languages = DataProvenance.Languages.Tags(languages, fields.Texts("Languages (ISO)"), warnings),
            Tasks = [.. fields.Texts("Task Categories").Concat(fields.Texts("Tasks")).Distinct()],
            Domains = Domained(fields, languages),
            Creators = [.. fields.Texts("Creators").Select(Clean).Where(c => c.Length > 0)],
            DerivedFrom = fields.Texts("Derived from Datasets"),
            Volumes = Sizes(fields, video ?? audio),
            Hours = video ?? audio,
            Speakers = fields.Whole("Speakers"),
            Year = fields.Whole("Year Released") is >= 1900 and <= 2100 and var year ? year : null,
            TakenDown = string.Equals(fields.Text("Taken Down"), "true", StringComparison.OrdinalIgnoreCase),
        };
    }

    // Speech records carry their key as name and their title as collection.
    private static string Title300(string name, string? collection)
    {
        string title = collection is not null && Slug.Of(collection) == Slug.Of(name) ? collection : name;
        return title.Length <= 300 ? Clean(title) : Clean(title[..300]);
    }

    private static List<string> Domained(JsonFields fields, IReadOnlyList<string> languages)
    {
        IEnumerable<string> topics = fields.Texts("Topics").Concat(fields.Object("Inferred Metadata")?.Texts("Text Topics") ?? []).Select(Clean);
        if (DataProvenance.Languages.HasProgramming(languages)) topics = topics.Prepend("programming");
        return [.. topics.Where(t => t.Length is > 0 and <= 100).Distinct(StringComparer.OrdinalIgnoreCase).Take(30)];
    }

    private static List<(double Amount, string Unit)> Sizes(JsonFields fields, double? hours)
    {
        List<(double, string)> sizes = [];
        if (hours is { } h) sizes.Add((h, "hours"));
        if (fields.Whole("Speakers") is { } speakers) sizes.Add((speakers, "speakers"));
        if (fields.Object("Text Metrics")?.Number("Num Dialogs") is { } dialogs) sizes.Add((dialogs, "dialogs"));
        return sizes;
    }

    private static string Clean(string text) => new([.. text.Where(c => !char.IsControl(c))]);
}
