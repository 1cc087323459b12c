using System.Globalization;
using DataCatalog.Core.Catalogue;
using DataCatalog.Core.Common;
using DataCatalog.Core.Import;
using DataCatalog.Core.Licensing;
using DataCatalog.Interop.Jsonl;
using DataCatalog.Interop.Rows;

namespace DataCatalog.Interop.Csv;

/// <summary>A line of a dataset CSV.</summary>
internal sealed class CsvRow(CsvHeader header, string[] fields)
{
    /// <summary>The dataset it describes.</summary>
    /// <exception cref="DomainException">A field is not of its type.</exception>
    public DatasetItem Item() => new(Input(), Provider(), [.. Texts("licences").Select(Licence)]) { Offer = YesOrNo("offer") ?? false };

    /// <summary>A field, or null where blank or without column.</summary>
    public string? Text(string column) => header.Place(column) is >= 0 and var place && fields[place].Trim() is { Length: > 0 } text ? text : null;

    private DatasetInput Input() => new()
    {
        Key = Text("key"), TitleKo = Text("titleKo"), TitleEn = Text("titleEn"), DescriptionKo = Text("descriptionKo"), DescriptionEn = Text("descriptionEn"),
        Modalities = Texts("modalities"), Languages = Texts("languages"), Domains = Texts("domains"), Tasks = Texts("tasks"), Links = Texts("links"),
        Sensitivity = OneOf<Sensitivity>("sensitivity"), Acquisition = OneOf<AcquisitionClass>("acquisition"),
        CollectedFrom = Day("collectedFrom"), CollectedUntil = Day("collectedUntil"),
        PersonalData = YesOrNo("personalData"), SensitiveData = YesOrNo("sensitiveData"), OptOutMeasures = Text("optOutMeasures"),
        Volumes = [.. Texts("volumes").Select(Amount)], Draft = YesOrNo("draft") ?? false,
    };

    private OrganisationInput Provider() => new() { Key = Text("provider"), NameKo = Text("providerNameKo"), NameEn = Text("providerNameEn") };

    private LicenceReference Licence(string text) =>
        new(LicenceReferenceModel.Published(text) ?? new LicenceInput { Key = text }, text, Text("licenceStatedAt"));

    private string[] Texts(string column) =>
        Text(column)?.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    private DateOnly? Day(string column) => Text(column) is not { } text ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day
        : throw Invalid(column, text, "date", "write it as 2027-12-31");

    private bool? YesOrNo(string column) => Text(column)?.ToUpperInvariant() switch
    {
        null => null,
        "TRUE" or "YES" or "Y" or "1" or "예" => true,
        "FALSE" or "NO" or "N" or "0" or "아니요" => false,
        var other => throw Invalid(column, other, "answer", "write yes or no, or leave it blank"),
    };

    private T OneOf<T>(string column)
        where T : struct, Enum => Text(column) is not { } text ? default
        : Enum.TryParse(text, ignoreCase: true, out T value) && Enum.IsDefined(value) && !char.IsAsciiDigit(text[0]) && text[0] != '-' ? value
        : throw Invalid(column, text, column, $"use one of {string.Join(", ", Enum.GetNames<T>())}");

    private static Volume Amount(string text)
    {
        int space = text.IndexOf(' ', StringComparison.Ordinal);
        return space > 0 && double.TryParse(text.AsSpan(0, space), NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double amount)
            ? new Volume { Amount = amount, Unit = text[(space + 1)..].Trim() }
            : throw Invalid("volumes", text, "volume", "write amount and unit, as in 1200 hours");
    }

    private static DomainException Invalid(string column, string text, string kind, string remedy) => new(CommonErrors.Invalid, column, Excerpt.Of(text), kind, remedy);
}
