using DataCatalog.Core.Common;

namespace DataCatalog.Core.Catalogue;

/// <summary>What is catalogued: its names, what it holds, where it comes from, where it stands.</summary>
public sealed class Dataset : Entity
{
    private readonly List<DatasetVersion> versions = [];
    private readonly List<DatasetLicence> licences = [];

    private Dataset() { }

    /// <summary>Lower-case slug, unique; fixed once made.</summary>
    public string Key { get; private set; } = null!;

    /// <summary>Title in Korean and English; at most 300 characters each.</summary>
    public LocalizedText Title { get; private set; } = null!;

    /// <summary>Description in Korean and English; at most 20,000 characters each.</summary>
    public LocalizedText Description { get; private set; } = null!;

    /// <summary>text, image, audio, video; at least one.</summary>
    public List<string> Modalities { get; private set; } = [];

    /// <summary>BCP 47 tags.</summary>
    public List<string> Languages { get; private set; } = [];

    /// <summary>Fields of knowledge or life, as in <c>news</c>, <c>medicine</c>.</summary>
    public List<string> Domains { get; private set; } = [];

    /// <summary>What a model can learn from it, as in <c>summarisation</c>.</summary>
    public List<string> Tasks { get; private set; } = [];

    /// <summary>Who provides it.</summary>
    public Guid ProviderId { get; private set; }

    /// <summary>Who provides it.</summary>
    public Organisation? Provider { get; private set; }

    /// <summary>How carefully it must be kept.</summary>
    public Sensitivity Sensitivity { get; private set; }

    /// <summary>How it was had.</summary>
    public AcquisitionClass Acquisition { get; private set; }

    /// <summary>First day of collection, or null.</summary>
    public DateOnly? CollectedFrom { get; private set; }

    /// <summary>Last day of collection (included), or null.</summary>
    public DateOnly? CollectedUntil { get; private set; }

    /// <summary>Whether it holds personal data; null where not known.</summary>
    public bool? PersonalData { get; private set; }

    /// <summary>Whether it holds special categories of personal data; null where not known.</summary>
    public bool? SensitiveData { get; private set; }

    /// <summary>What was done about rightsholders' opt-outs, or null.</summary>
    public string? OptOutMeasures { get; private set; }

    /// <summary>Web addresses of the dataset, its paper, its repository.</summary>
    public List<string> Links { get; private set; } = [];

    /// <summary>Amounts as the source states them.</summary>
    public List<Volume> Volumes { get; private set; } = [];

    /// <summary>The programme's supply facts (domain rule 2b); staff only.</summary>
    public Supply Supply { get; private set; } = new();

    /// <summary>Where it stands.</summary>
    public DatasetStatus Status { get; private set; }

    /// <summary>Why it was last suspended or withdrawn, or null.</summary>
    public string? StatusReason { get; private set; }

    /// <summary>When it was registered, UTC.</summary>
    public DateTime RegisteredAt { get; private set; }

    /// <summary>When it was last changed, UTC.</summary>
    public DateTime ChangedAt { get; private set; }

    /// <summary>Its releases.</summary>
    public IReadOnlyList<DatasetVersion> Versions => versions;

    /// <summary>The published licences it comes under, as its source states them.</summary>
    public IReadOnlyList<DatasetLicence> Licences => licences;

    /// <summary>Makes a dataset; it stands as a draft or as registered.</summary>
    /// <exception cref="DomainException">A rule of its input is broken.</exception>
    public static Dataset Register(DatasetInput input, TimeProvider clock)
    {
        DateTime now = clock.Instant();
        var dataset = new Dataset
        {
            Id = Ids.New(clock),
            Key = Check.Key(input.Key, nameof(Key)),
            Status = input.Draft ? DatasetStatus.Draft : DatasetStatus.Registered,
            RegisteredAt = now,
        };
        dataset.Change(input, clock);
        return dataset;
    }

    /// <summary>Changes what is said of it; its key and published versions stay, and its status but that a draft becomes registered once it is no longer said to be one.</summary>
    /// <exception cref="DomainException">A rule of the input is broken, or it is withdrawn.</exception>
    public void Change(DatasetInput input, TimeProvider clock)
    {
        RequireNotWithdrawn();
        Check.Order(Check.Day(input.CollectedFrom, nameof(CollectedFrom)), nameof(CollectedFrom), Check.Day(input.CollectedUntil, nameof(CollectedUntil)), nameof(CollectedUntil));
        Title = LocalizedText.Of(input.TitleKo, input.TitleEn, nameof(Title), 300);
        Description = LocalizedText.Of(input.DescriptionKo, input.DescriptionEn, nameof(Description), 20_000);
        Modalities = Vocabulary.Each(input.Modalities, nameof(Modalities), ModalityNames.Check);
        if (Modalities.Count == 0) throw new DomainException(CommonErrors.Required, nameof(Modalities), nameof(Modalities));
        Languages = Vocabulary.Each(input.Languages, nameof(Languages), Vocabulary.Language, most: 2000);
        Domains = Vocabulary.Each(input.Domains, nameof(Domains), (v, f) => Check.Text(v, f, 100));
        Tasks = Vocabulary.Each(input.Tasks, nameof(Tasks), (v, f) => Check.Text(v, f, 200));
        Links = Vocabulary.Each(input.Links, nameof(Links), (v, f) => Check.OptionalWebAddress(v, f) ?? throw new DomainException(CommonErrors.Required, f, f));
        ProviderId = Check.Required(input.ProviderId, nameof(ProviderId));
        (Sensitivity, Acquisition) = (Check.Defined(input.Sensitivity, nameof(Sensitivity)), Check.Defined(input.Acquisition, nameof(Acquisition)));
        (CollectedFrom, CollectedUntil) = (input.CollectedFrom, input.CollectedUntil);
        (PersonalData, SensitiveData) = (input.PersonalData, input.SensitiveData);
        OptOutMeasures = Check.OptionalText(input.OptOutMeasures, nameof(OptOutMeasures), 4000);
        Volumes = Check.Entries(input.Volumes, nameof(Volumes), (v, f) => v.Checked(f));
        Supply = (input.Supply ?? new Supply()).Checked(nameof(Supply));
        SetLicences(input.Licences ?? []);
        if (Status == DatasetStatus.Draft && !input.Draft) Status = DatasetStatus.Registered;
        Touch(clock);
    }

    /// <summary>What is said of it now, so that a caller's changes can be laid over it.</summary>
    public DatasetInput ToInput() => new()
    {
        Key = Key, TitleKo = Title.Ko, TitleEn = Title.En, DescriptionKo = Description.Ko, DescriptionEn = Description.En,
        Modalities = [.. Modalities], Languages = [.. Languages], Domains = [.. Domains], Tasks = [.. Tasks], Links = [.. Links],
        ProviderId = ProviderId, Sensitivity = Sensitivity, Acquisition = Acquisition,
        CollectedFrom = CollectedFrom, CollectedUntil = CollectedUntil,
        PersonalData = PersonalData, SensitiveData = SensitiveData, OptOutMeasures = OptOutMeasures,
        Volumes = [.. Volumes], Licences = [.. licences.Select(l => l.ToInput())], Supply = Supply,
        Draft = Status == DatasetStatus.Draft,
    };

    /// <summary>Adds a release that can still be changed.</summary>
    /// <exception cref="DomainException">A rule of the input is broken, the number is taken, or the dataset is withdrawn.</exception>
    public DatasetVersion AddVersion(DatasetVersionInput input, TimeProvider clock)
    {
        RequireNotWithdrawn();
        DatasetVersion version = DatasetVersion.Describe(Id, input, clock);
        if (versions.Exists(v => v.Number == version.Number)) throw new DomainException(CatalogueErrors.VersionExists, nameof(DatasetVersion.Number), version.Number);
        versions.Add(version);
        Touch(clock);
        return version;
    }

    /// <summary>Makes it available, which needs a published version, or publishes that version too where its number is given.</summary>
    /// <exception cref="DomainException"><c>status-conflict</c>, or the version cannot be published.</exception>
    public void Publish(string? versionNumber, TimeProvider clock)
    {
        if (Status == DatasetStatus.Withdrawn) throw new DomainException(CatalogueErrors.StatusConflict, null, Key, Status, DatasetStatus.Available);
        if (versionNumber is not null) Version(versionNumber).Publish(clock);
        if (!versions.Any(v => v.PublishedAt is not null)) throw new DomainException(CatalogueErrors.NothingPublished, "Version", Key);
        (Status, StatusReason) = (DatasetStatus.Available, null);
        Touch(clock);
    }

    /// <summary>Offers a dataset that is catalogued without files of its own: public data that is had from its links.</summary>
    /// <exception cref="DomainException"><c>status-conflict</c> unless draft, registered or suspended; <c>nothing-published</c> unless the data is public.</exception>
    public void Offer(TimeProvider clock)
    {
        if (Status == DatasetStatus.Withdrawn) throw new DomainException(CatalogueErrors.StatusConflict, null, Key, Status, DatasetStatus.Available);
        if (Acquisition != AcquisitionClass.Public || Links.Count == 0) throw new DomainException(CatalogueErrors.NothingPublished, "Version", Key);
        (Status, StatusReason) = (DatasetStatus.Available, null);
        Touch(clock);
    }

    /// <summary>Halts its use.</summary>
    public void Suspend(string? reason, TimeProvider clock) => Leave(DatasetStatus.Suspended, reason, clock, DatasetStatus.Available);

    /// <summary>Ends it for good.</summary>
    public void Withdraw(string? reason, TimeProvider clock) =>
        Leave(DatasetStatus.Withdrawn, reason, clock, DatasetStatus.Draft, DatasetStatus.Registered, DatasetStatus.Available, DatasetStatus.Suspended);

    /// <summary>The release of that number.</summary>
    public DatasetVersion Version(string number) =>
        versions.FirstOrDefault(v => v.Number == number) ?? throw new DomainException(CommonErrors.NotFound, nameof(Version), nameof(DatasetVersion), number);

    /// <summary>Refuses a change to what is gone for good.</summary>
    /// <exception cref="DomainException"><c>dataset-withdrawn</c>.</exception>
    public void RequireNotWithdrawn()
    {
        if (Status == DatasetStatus.Withdrawn) throw new DomainException(CatalogueErrors.Withdrawn, null, Key);
    }

    /// <summary>Notes that something of it changed, so that its version and the search follow.</summary>
    public void Touch(TimeProvider clock) => ChangedAt = clock.Instant();

    private void Leave(DatasetStatus target, string? reason, TimeProvider clock, params DatasetStatus[] from)
    {
        if (!from.Contains(Status)) throw new DomainException(CatalogueErrors.StatusConflict, null, Key, Status, target);
        StatusReason = Check.Prose(reason, "Reason", 2000);
        Status = target;
        Touch(clock);
    }

    // A licence that is named twice counts once, as the last entry states it.
    private void SetLicences(IReadOnlyList<DatasetLicenceInput> inputs)
    {
        List<DatasetLicence> stated = Check.Entries(inputs, nameof(Licences), (input, field) => DatasetLicence.Of(Id, input, field));
        licences.RemoveAll(l => !stated.Exists(s => s.LicenceId == l.LicenceId));
        foreach (DatasetLicence link in stated)
        {
            if (licences.Find(l => l.LicenceId == link.LicenceId) is { } existing) existing.Restate(link);
            else licences.Add(link);
        }
    }
}
