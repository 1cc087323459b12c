using System.Globalization;
using DataCatalog.Core.Catalogue;

namespace DataCatalog.Server.Pages.Register;

/// <summary>A dataset and its open version as they are being written; everything may be unfinished.</summary>
public sealed class DatasetForm
{
    /// <summary>Which button was pressed.</summary>
    public string? Act { get; set; }

    /// <summary>The state of the dataset that the form was read at; absent for a new one.</summary>
    public string? RowVersion { get; set; }

    /// <summary>The state of the version that the form was read at.</summary>
    public string? VersionRowVersion { get; set; }

    /// <summary>The states that whoever was told of another's change has seen; saving over it overwrites these and no later ones.</summary>
    public string? Seen { get; set; }

    /// <summary>The version being written; absent for a new one.</summary>
    public string? VersionId { get; set; }

    /// <summary>Key.</summary>
    public string? Key { get; set; }

    /// <summary>Korean title.</summary>
    public string? TitleKo { get; set; }

    /// <summary>English title.</summary>
    public string? TitleEn { get; set; }

    /// <summary>Korean description.</summary>
    public string? DescriptionKo { get; set; }

    /// <summary>English description.</summary>
    public string? DescriptionEn { get; set; }

    /// <summary>Chosen modalities.</summary>
    public List<string>? Modalities { get; set; }

    /// <summary>Languages, separated by commas.</summary>
    public string? Languages { get; set; }

    /// <summary>Domains, separated by commas.</summary>
    public string? Domains { get; set; }

    /// <summary>Tasks, separated by commas.</summary>
    public string? Tasks { get; set; }

    /// <summary>Key or name of the provider.</summary>
    public string? Provider { get; set; }

    /// <summary>A provider that is new.</summary>
    public OrganisationForm? NewProvider { get; set; }

    /// <summary>How it was had.</summary>
    public string? Acquisition { get; set; }

    /// <summary>How carefully it must be kept.</summary>
    public string? Sensitivity { get; set; }

    /// <summary>First day of collection.</summary>
    public string? CollectedFrom { get; set; }

    /// <summary>Last day of collection.</summary>
    public string? CollectedUntil { get; set; }

    /// <summary>Whether it holds personal data: yes, no or nothing.</summary>
    public string? PersonalData { get; set; }

    /// <summary>Whether it holds special categories of it.</summary>
    public string? SensitiveData { get; set; }

    /// <summary>What was done about opt-outs.</summary>
    public string? OptOutMeasures { get; set; }

    /// <summary>Web addresses, one a line.</summary>
    public string? Links { get; set; }

    /// <summary>Amounts as the source states them, one a line.</summary>
    public string? Volumes { get; set; }

    /// <summary>Licences.</summary>
    public List<LicenceRow>? Licences { get; set; }

    /// <summary>Number of the version.</summary>
    public string? Number { get; set; }

    /// <summary>What is new in it.</summary>
    public string? Notes { get; set; }

    /// <summary>What it holds, by modality and fact.</summary>
    public Dictionary<string, string?>? Facts { get; set; }

    /// <summary>Its forms.</summary>
    public List<DistributionRow>? Distributions { get; set; }

    /// <summary>Whether anything is said of a version.</summary>
    public bool DescribesVersion => !string.IsNullOrEmpty(VersionId) || !string.IsNullOrWhiteSpace(Number) || (Distributions ?? []).Exists(d => !d.IsBlank);

    /// <summary>The form of a dataset as it is now.</summary>
    public static DatasetForm Of(Dataset dataset, DatasetVersion? open, DatasetVersion? last) => new()
    {
        RowVersion = dataset.RowVersion.ToString(CultureInfo.InvariantCulture),
        VersionId = open?.Id.ToString(), VersionRowVersion = open?.RowVersion.ToString(CultureInfo.InvariantCulture),
        Key = dataset.Key, TitleKo = dataset.Title.Ko, TitleEn = dataset.Title.En, DescriptionKo = dataset.Description.Ko, DescriptionEn = dataset.Description.En,
        Modalities = [.. dataset.Modalities], Languages = string.Join(", ", dataset.Languages), Domains = string.Join(", ", dataset.Domains), Tasks = string.Join(", ", dataset.Tasks),
        Provider = dataset.Provider?.Key, Acquisition = dataset.Acquisition.ToString(), Sensitivity = dataset.Sensitivity.ToString(),
        CollectedFrom = dataset.CollectedFrom?.ToString("O", CultureInfo.InvariantCulture), CollectedUntil = dataset.CollectedUntil?.ToString("O", CultureInfo.InvariantCulture),
        PersonalData = Told(dataset.PersonalData), SensitiveData = Told(dataset.SensitiveData), OptOutMeasures = dataset.OptOutMeasures, Links = string.Join('\n', dataset.Links),
        Volumes = string.Join('\n', dataset.Volumes.Select(v => string.Create(CultureInfo.InvariantCulture, $"{v.Amount} {v.Unit}"))),
        Licences = [.. dataset.Licences.OrderBy(l => l.AddOn).ThenBy(l => l.Licence!.Key, StringComparer.Ordinal).Select(LicenceRow.Of)],
        Number = open?.Number, Notes = open?.Notes, Facts = VersionForm.Of(open ?? last), Distributions = [.. (open?.Distributions ?? []).OrderBy(d => d.Id).Select(DistributionRow.Of)],
    };

    /// <summary>What is said of the dataset, over what the form has no place for; the provider and licences are the caller's to find.</summary>
    /// <exception cref="Core.Common.DomainException">Something cannot be read.</exception>
    public DatasetInput ToInput(DatasetInput current) => current with
    {
        Key = string.IsNullOrWhiteSpace(Key) && !string.IsNullOrWhiteSpace(TitleEn) ? Core.Common.Slug.Of(TitleEn.Trim()) : Key,
        TitleKo = TitleKo,
        TitleEn = TitleEn,
        DescriptionKo = DescriptionKo,
        DescriptionEn = DescriptionEn,
        Modalities = Modalities,
        Languages = FormValue.List(Languages),
        Domains = FormValue.List(Domains),
        Tasks = FormValue.List(Tasks),
        Acquisition = FormValue.Choice<AcquisitionClass>(Acquisition, nameof(Acquisition)),
        Sensitivity = FormValue.Choice<Sensitivity>(Sensitivity, nameof(Sensitivity)),
        CollectedFrom = FormValue.Day(CollectedFrom, nameof(CollectedFrom)),
        CollectedUntil = FormValue.Day(CollectedUntil, nameof(CollectedUntil)),
        PersonalData = FormValue.Answer(PersonalData),
        SensitiveData = FormValue.Answer(SensitiveData),
        OptOutMeasures = OptOutMeasures,
        Links = FormValue.Lines(Links),
        Volumes = [.. FormValue.Lines(Volumes).Select(Volume)],
    };

    /// <summary>What is said of the version: facts of chosen modalities, and the forms that are not blank.</summary>
    /// <exception cref="Core.Common.DomainException">Something cannot be read.</exception>
    public DatasetVersionInput ToVersion() => VersionForm.Into(
        new() { Number = Number, Notes = Notes, Distributions = [.. (Distributions ?? []).Where(d => !d.IsBlank).Select((d, i) => d.ToInput(i))] }, Facts ?? [], Modalities ?? []);

    private static Volume Volume(string line, int at)
    {
        string field = $"{nameof(Volumes)}/{at}";
        int gap = line.IndexOf(' ', StringComparison.Ordinal);
        if (gap < 1) throw FormValue.Unreadable(line, field, "분량", "amount", "‘1200000 문장’처럼 수와 단위를 띄어 쓰세요", "write a number and a unit, as in '1200000 sentences'");
        return new Volume { Amount = (double?)FormValue.Number(line[..gap], field) ?? 0, Unit = line[(gap + 1)..].Trim() };
    }

    private static string? Told(bool? answer) => answer switch { true => "yes", false => "no", _ => null };
}

/// <summary>A licence as it is being written.</summary>
public sealed class LicenceRow
{
    /// <summary>SPDX identifier, KOGL type, or a name that people use.</summary>
    public string? Name { get; set; }

    /// <summary>As the source names it.</summary>
    public string? AsStated { get; set; }

    /// <summary>Where the source states it.</summary>
    public string? StatedAt { get; set; }

    /// <summary>A grant added to the base licence.</summary>
    public bool AddOn { get; set; }

    /// <summary>Recipients it is limited to.</summary>
    public string? LimitedTo { get; set; }

    /// <summary>Whether nothing is written.</summary>
    public bool IsBlank => string.IsNullOrWhiteSpace(Name);

    /// <summary>One that is stated now.</summary>
    public static LicenceRow Of(DatasetLicence stated) => new() { Name = stated.Licence!.Key, AsStated = stated.AsStated, StatedAt = stated.StatedAt, AddOn = stated.AddOn, LimitedTo = stated.LimitedTo };
}

/// <summary>A form in which a version can be had, as it is being written.</summary>
public sealed class DistributionRow
{
    /// <summary>File name or label.</summary>
    public string? Name { get; set; }

    /// <summary>Web address or storage path.</summary>
    public string? Location { get; set; }

    /// <summary>IANA media type.</summary>
    public string? MediaType { get; set; }

    /// <summary>Size.</summary>
    public string? Bytes { get; set; }

    /// <summary>SHA-256.</summary>
    public string? Sha256 { get; set; }

    /// <summary>Whether nothing is written.</summary>
    public bool IsBlank => string.IsNullOrWhiteSpace(Name + Location + MediaType + Bytes + Sha256);

    /// <summary>One that is stated now.</summary>
    public static DistributionRow Of(Distribution form) => new()
    {
        Name = form.Name, Location = form.Location, MediaType = form.MediaType, Bytes = form.Bytes?.ToString(CultureInfo.InvariantCulture), Sha256 = form.Sha256,
    };

    /// <summary>What is said.</summary>
    public DistributionInput ToInput(int at) => new()
    {
        Name = Name, Location = Location, MediaType = MediaType, Bytes = FormValue.Whole(Bytes, $"Distributions/{at}/Bytes"), Sha256 = Sha256?.Trim().ToLowerInvariant(),
    };
}
