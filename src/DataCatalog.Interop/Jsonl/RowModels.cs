using System.Text.Json;
using DataCatalog.Core.Catalogue;
using DataCatalog.Core.Entitlements;
using DataCatalog.Core.Import;
using DataCatalog.Core.Licensing;
using DataCatalog.Core.Licensing.Published;

namespace DataCatalog.Interop.Jsonl;

/// <summary>A line as it is written; its fields are those of <c>schemas/import-row.schema.json</c>.</summary>
internal abstract record RowModel
{
    /// <summary>Which sort of row; read before.</summary>
    public string? Kind { get; init; }

    /// <summary>What it asks for.</summary>
    public abstract ImportItem Item();
}

internal sealed record OrganisationRow(
    string? Key, string? NameKo, string? NameEn, OrganisationKind OrganisationKind, string? Country, string? HomePage) : RowModel
{
    public override ImportItem Item() => new OrganisationItem(new OrganisationInput
    {
        Key = Key, NameKo = NameKo, NameEn = NameEn, Kind = OrganisationKind, Country = Country, HomePage = HomePage,
    });
}

internal sealed record LicenceRow(
    string? Key, string? NameKo, string? NameEn, LicenceKind? LicenceKind, string? Address, bool? Attribution, bool? CommercialUse, bool? Derivatives,
    bool? ShareAlike) : RowModel
{
    public override ImportItem Item() => new LicenceItem(new LicenceInput
    {
        Key = Key, NameKo = NameKo, NameEn = NameEn, Kind = LicenceKind ?? Core.Licensing.LicenceKind.Custom, Address = Address, Attribution = Attribution,
        CommercialUse = CommercialUse, Derivatives = Derivatives, ShareAlike = ShareAlike,
    });
}

internal sealed record LicenceReferenceModel(
    string? Key, string? NameKo, string? NameEn, string? Address, string? AsStated, string? StatedAt, bool AddOn, string? LimitedTo)
{
    public LicenceReference Reference()
    {
        LicenceInput licence = Published(Key) ?? new LicenceInput { Key = Key, NameKo = NameKo, NameEn = NameEn, Address = Address };
        return new LicenceReference(licence, AsStated, StatedAt, AddOn || (licence.Key is { } key && KoglLicences.IsAddOn(key)), LimitedTo);
    }

    public static LicenceInput? Published(string? text) => LicenceNormaliser.Find(text);
}

internal sealed record DatasetRow(
    string? Key, string? TitleKo, string? TitleEn, string? DescriptionKo, string? DescriptionEn, IReadOnlyList<string>? Modalities,
    IReadOnlyList<string>? Languages, IReadOnlyList<string>? Domains, IReadOnlyList<string>? Tasks, string? Provider, string? ProviderNameKo,
    string? ProviderNameEn, Sensitivity Sensitivity, AcquisitionClass Acquisition, DateOnly? CollectedFrom, DateOnly? CollectedUntil, bool? PersonalData,
    bool? SensitiveData, string? OptOutMeasures, IReadOnlyList<string>? Links, IReadOnlyList<Volume>? Volumes,
    IReadOnlyList<LicenceReferenceModel>? Licences, IReadOnlyList<DatasetVersionInput>? Versions, string? Publish, bool Offer, bool Draft) : RowModel
{
    public override ImportItem Item() => new DatasetItem(
        new DatasetInput
        {
            Key = Key, TitleKo = TitleKo, TitleEn = TitleEn, DescriptionKo = DescriptionKo, DescriptionEn = DescriptionEn, Modalities = Modalities,
            Languages = Languages, Domains = Domains, Tasks = Tasks, Sensitivity = Sensitivity, Acquisition = Acquisition, CollectedFrom = CollectedFrom,
            CollectedUntil = CollectedUntil, PersonalData = PersonalData, SensitiveData = SensitiveData, OptOutMeasures = OptOutMeasures, Links = Links,
            Volumes = Volumes, Draft = Draft,
        },
        new OrganisationInput { Key = Provider, NameKo = ProviderNameKo, NameEn = ProviderNameEn },
        [.. (Licences ?? []).Select(l => l.Reference())])
    {
        Versions = Versions ?? [],
        Publish = Publish,
        Offer = Offer,
    };
}

internal sealed record ProgrammeRow(
    string? Key, string? NameKo, string? NameEn, string? Funder, string? TimeZone, DateOnly? SelectedOn, decimal? BudgetAmount, string? BudgetCurrency,
    IReadOnlyList<int>? PhaseTeams, IReadOnlyList<int>? AlertWindows) : RowModel
{
    public override ImportItem Item() => new ProgrammeItem(
        new ProgrammeInput
        {
            Key = Key, NameKo = NameKo, NameEn = NameEn, TimeZone = TimeZone, SelectedOn = SelectedOn, BudgetAmount = BudgetAmount,
            BudgetCurrency = BudgetCurrency, PhaseTeams = PhaseTeams, AlertWindows = AlertWindows,
        },
        Funder);
}

internal sealed record ConsortiumRow(
    string? Key, string? NameKo, string? NameEn, string? Programme, string? Lead, DateOnly? ActiveFrom, IReadOnlyList<MemberModel>? Members) : RowModel
{
    public override ImportItem Item() => new ConsortiumItem(
        new ConsortiumInput { Key = Key, NameKo = NameKo, NameEn = NameEn, ActiveFrom = ActiveFrom }, Programme, Lead,
        [.. (Members ?? []).Select(m => new MemberReference(m.Organisation, m.Role))]);
}

internal sealed record MemberModel(string? Organisation, string? Role);

internal sealed record ModelRow(
    string? Key, string? Name, string? Consortium, IReadOnlyList<string>? Modalities, long? ParametersFrom, long? ParametersTo, ModelStatus Status,
    string? ReleasePlan) : RowModel
{
    public override ImportItem Item() => new ModelItem(
        new FoundationModelInput
        {
            Key = Key, Name = Name, Modalities = Modalities, ParametersFrom = ParametersFrom, ParametersTo = ParametersTo, Status = Status, ReleasePlan = ReleasePlan,
        },
        Consortium);
}

internal sealed record AgreementRow(
    string? Number, string? TitleKo, string? TitleEn, string? Licensor, DateOnly? SignedOn, DateOnly? StartsOn, DateOnly? EndsOn, RenewalKind Renewal,
    string? RenewalPeriod, string? NoticePeriod, decimal? PriceAmount, string? PriceCurrency, IReadOnlyList<int>? AlertWindows, bool Sample,
    IReadOnlyList<string>? Datasets, IReadOnlyList<PartyModel>? Parties, IReadOnlyList<PaymentInput>? Payments,
    IReadOnlyList<AgreementDocumentInput>? Documents, DateOnly? TermsFrom, JsonElement? Terms) : RowModel
{
    public override ImportItem Item() => new AgreementItem(
        new AgreementInput
        {
            Number = Number, TitleKo = TitleKo, TitleEn = TitleEn, SignedOn = SignedOn, StartsOn = StartsOn, EndsOn = EndsOn, Renewal = Renewal,
            RenewalPeriod = RenewalPeriod, NoticePeriod = NoticePeriod, PriceAmount = PriceAmount, PriceCurrency = PriceCurrency, AlertWindows = AlertWindows,
            Sample = Sample, Payments = Payments, Documents = Documents,
        },
        Licensor, Datasets ?? [], [.. (Parties ?? []).Select(p => new PartyReference(p.Role, p.Organisation, p.Consortium))],
        Terms is null ? null : new TermsInput { EffectiveFrom = TermsFrom, Odrl = Terms });
}

internal sealed record PartyModel(PartyRole Role, string? Organisation, string? Consortium);

internal sealed record EntitlementRow(
    string? Consortium, string? Dataset, string? Agreement, string? Licensor, DateOnly? StartsOn, DateOnly? EndsOn) : RowModel
{
    public override ImportItem Item() =>
        new EntitlementItem(new EntitlementInput { StartsOn = StartsOn, EndsOn = EndsOn }, Consortium, Dataset, Agreement, Licensor);
}
