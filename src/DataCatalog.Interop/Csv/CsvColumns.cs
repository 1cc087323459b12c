namespace DataCatalog.Interop.Csv;

/// <summary>The columns of a dataset CSV.</summary>
public static class CsvColumns
{
    /// <summary>Columns that must be there.</summary>
    public static readonly IReadOnlyList<string> Required = ["key", "modalities", "provider"];

    /// <summary>All columns.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        "key", "titleKo", "titleEn", "descriptionKo", "descriptionEn", "modalities", "languages", "domains", "tasks", "provider", "providerNameKo",
        "providerNameEn", "sensitivity", "acquisition", "collectedFrom", "collectedUntil", "personalData", "sensitiveData", "optOutMeasures", "links",
        "volumes", "licences", "licenceStatedAt", "offer", "draft",
    ];
}
