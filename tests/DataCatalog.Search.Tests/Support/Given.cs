using DataCatalog.Core.Search;

namespace DataCatalog.Search.Tests.Support;

/// <summary>Documents and questions with only what a test is about.</summary>
internal static class Given
{
    public static readonly DateOnly Today = new(2026, 11, 24);

    public static readonly Guid ConsortiumA = Number(0xA0000);

    public static readonly Guid ConsortiumB = Number(0xB0000);

    /// <summary>The id that stands for a number; ordered as the numbers are.</summary>
    public static Guid Number(int number) => new(0, 0, 0, 0, 0, 0, 0, (byte)(number >> 24), (byte)(number >> 16), (byte)(number >> 8), (byte)number);

    public static DatasetDocument Document(int number, string? titleKo = null, string? titleEn = null, string? descriptionKo = null, string? descriptionEn = null) => new()
    {
        Id = Number(number),
        Version = 1,
        Key = $"dataset-{number:D6}",
        TitleKo = titleKo,
        TitleEn = titleEn,
        DescriptionKo = descriptionKo,
        DescriptionEn = descriptionEn,
        Status = "Available",
        RegisteredAt = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMinutes(number),
    };

    public static SearchQuery Question(string? text = null) => new() { Text = SearchText.Parse(text), Today = Today, Take = 1000 };

    public static IReadOnlyDictionary<SearchFacet, IReadOnlyList<string>> Filter(SearchFacet facet, params string[] values) =>
        new Dictionary<SearchFacet, IReadOnlyList<string>> { [facet] = values };

    public static async IAsyncEnumerable<DatasetDocument> Stream(IEnumerable<DatasetDocument> documents)
    {
        foreach (DatasetDocument document in documents)
        {
            await Task.Yield();
            yield return document;
        }
    }
}

/// <summary>A folder for one test, gone after it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("datacatalog-search-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
