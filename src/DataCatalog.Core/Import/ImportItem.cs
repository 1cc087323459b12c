using DataCatalog.Core.Catalogue;
using DataCatalog.Core.Entitlements;
using DataCatalog.Core.Licensing;

namespace DataCatalog.Core.Import;

/// <summary>What a row asks for. It refers to other rows by key, never by id.</summary>
public abstract record ImportItem
{
    /// <summary>Kind, as rows and outcomes write it.</summary>
    public abstract string Kind { get; }

    /// <summary>Its own key or number, as given.</summary>
    public abstract string? Key { get; }

    /// <summary>Says which rows of the registry it needs to see.</summary>
    internal abstract void Collect(NeededKeys keys);
}

/// <summary>An organisation.</summary>
/// <param name="Input">What is said of it.</param>
public sealed record OrganisationItem(OrganisationInput Input) : ImportItem
{
    /// <inheritdoc/>
    public override string Kind => "organisation";

    /// <inheritdoc/>
    public override string? Key => Input.Key;

    internal override void Collect(NeededKeys keys) => NeededKeys.Add(keys.Organisations, Key);
}

/// <summary>A licence.</summary>
/// <param name="Input">What is said of it.</param>
public sealed record LicenceItem(LicenceInput Input) : ImportItem
{
    /// <inheritdoc/>
    public override string Kind => "licence";

    /// <inheritdoc/>
    public override string? Key => Input.Key;

    internal override void Collect(NeededKeys keys) => NeededKeys.Add(keys.Licences, Key);
}

/// <summary>A dataset.</summary>
/// <param name="Input">What is said of it; its provider and licences are named apart, its supply facts stay as they are.</param>
/// <param name="Provider">Its provider, made where the registry does not know the key and a name is given.</param>
/// <param name="Licences">Its licences.</param>
public sealed record DatasetItem(DatasetInput Input, OrganisationInput Provider, IReadOnlyList<LicenceReference> Licences) : ImportItem
{
    /// <inheritdoc/>
    public override string Kind => "dataset";

    /// <inheritdoc/>
    public override string? Key => Input.Key;

    /// <summary>Releases to add, or to change while they are not published.</summary>
    public IReadOnlyList<DatasetVersionInput> Versions { get; init; } = [];

    /// <summary>Number of the version to publish, which makes the dataset available; null for none.</summary>
    public string? Publish { get; init; }

    /// <summary>Makes a public dataset available by its links.</summary>
    public bool Offer { get; init; }

    internal override void Collect(NeededKeys keys)
    {
        NeededKeys.Add(keys.Datasets, Key);
        NeededKeys.Add(keys.Organisations, Provider.Key);
        foreach (LicenceReference licence in Licences) NeededKeys.Add(keys.Licences, licence.Licence.Key);
        keys.Versions |= Versions.Count > 0 || Publish is not null;
    }
}

/// <summary>A licence that a dataset comes under.</summary>
/// <param name="Licence">The licence, made where the registry does not know the key and a name is given.</param>
/// <param name="AsStated">The licence as the source names it, or null.</param>
/// <param name="StatedAt">Where the source states it, or null.</param>
/// <param name="AddOn">Whether it is a grant added to the base licence.</param>
/// <param name="LimitedTo">Recipients the grant is limited to, or null.</param>
public sealed record LicenceReference(LicenceInput Licence, string? AsStated = null, string? StatedAt = null, bool AddOn = false, string? LimitedTo = null);

/// <summary>A programme.</summary>
/// <param name="Input">What is said of it.</param>
/// <param name="FunderKey">Key of who pays, or null.</param>
public sealed record ProgrammeItem(ProgrammeInput Input, string? FunderKey) : ImportItem
{
    /// <inheritdoc/>
    public override string Kind => "programme";

    /// <inheritdoc/>
    public override string? Key => Input.Key;

    internal override void Collect(NeededKeys keys)
    {
        NeededKeys.Add(keys.Programmes, Key);
        NeededKeys.Add(keys.Organisations, FunderKey);
    }
}

/// <summary>A consortium.</summary>
/// <param name="Input">What is said of it; programme, lead and members are named apart.</param>
/// <param name="ProgrammeKey">Its programme.</param>
/// <param name="LeadKey">Who leads it.</param>
/// <param name="Members">Organisations beside the lead, with their roles.</param>
public sealed record ConsortiumItem(ConsortiumInput Input, string? ProgrammeKey, string? LeadKey, IReadOnlyList<MemberReference> Members) : ImportItem
{
    /// <inheritdoc/>
    public override string Kind => "consortium";

    /// <inheritdoc/>
    public override string? Key => Input.Key;

    internal override void Collect(NeededKeys keys)
    {
        NeededKeys.Add(keys.Consortia, Key);
        NeededKeys.Add(keys.Programmes, ProgrammeKey);
        NeededKeys.Add(keys.Organisations, LeadKey);
        foreach (MemberReference member in Members) NeededKeys.Add(keys.Organisations, member.OrganisationKey);
    }
}

/// <summary>An organisation in a consortium.</summary>
/// <param name="OrganisationKey">Which.</param>
/// <param name="Role">What it does there.</param>
public sealed record MemberReference(string? OrganisationKey, string? Role);

/// <summary>A model.</summary>
/// <param name="Input">What is said of it.</param>
/// <param name="ConsortiumKey">Who builds it.</param>
public sealed record ModelItem(FoundationModelInput Input, string? ConsortiumKey) : ImportItem
{
    /// <inheritdoc/>
    public override string Kind => "model";

    /// <inheritdoc/>
    public override string? Key => Input.Key;

    internal override void Collect(NeededKeys keys)
    {
        NeededKeys.Add(keys.Models, Key);
        NeededKeys.Add(keys.Consortia, ConsortiumKey);
    }
}

/// <summary>An agreement.</summary>
/// <param name="Input">What is said of it; licensor, parties and datasets are named apart.</param>
/// <param name="LicensorKey">Who grants the rights.</param>
/// <param name="DatasetKeys">What it covers.</param>
/// <param name="Parties">Organisations and consortia in roles.</param>
/// <param name="Terms">Its rules; an amendment where they differ from the last known; null to leave them.</param>
public sealed record AgreementItem(
    AgreementInput Input, string? LicensorKey, IReadOnlyList<string> DatasetKeys, IReadOnlyList<PartyReference> Parties, TermsInput? Terms) : ImportItem
{
    /// <inheritdoc/>
    public override string Kind => "agreement";

    /// <inheritdoc/>
    public override string? Key => Input.Number;

    internal override void Collect(NeededKeys keys)
    {
        NeededKeys.Add(keys.Agreements, Key);
        NeededKeys.Add(keys.Organisations, LicensorKey);
        foreach (string dataset in DatasetKeys) NeededKeys.Add(keys.Datasets, dataset);
        foreach (PartyReference party in Parties)
        {
            NeededKeys.Add(keys.Organisations, party.OrganisationKey);
            NeededKeys.Add(keys.Consortia, party.ConsortiumKey);
        }
    }
}

/// <summary>A party to an agreement: an organisation or a consortium.</summary>
/// <param name="Role">What it is to the agreement.</param>
/// <param name="OrganisationKey">The organisation, or null.</param>
/// <param name="ConsortiumKey">The consortium, or null.</param>
public sealed record PartyReference(PartyRole Role, string? OrganisationKey, string? ConsortiumKey);

/// <summary>A consortium's right to use a dataset under an agreement.</summary>
/// <param name="Input">Its dates.</param>
/// <param name="ConsortiumKey">Who may use it.</param>
/// <param name="DatasetKey">What.</param>
/// <param name="AgreementNumber">Under which agreement.</param>
/// <param name="LicensorKey">Whose agreement; needed where several licensors use the number.</param>
public sealed record EntitlementItem(EntitlementInput Input, string? ConsortiumKey, string? DatasetKey, string? AgreementNumber, string? LicensorKey) : ImportItem
{
    /// <inheritdoc/>
    public override string Kind => "entitlement";

    /// <inheritdoc/>
    public override string? Key => $"{ConsortiumKey}/{DatasetKey}/{AgreementNumber}";

    internal override void Collect(NeededKeys keys)
    {
        NeededKeys.Add(keys.Consortia, ConsortiumKey);
        NeededKeys.Add(keys.Datasets, DatasetKey);
        NeededKeys.Add(keys.Agreements, AgreementNumber);
        NeededKeys.Add(keys.Organisations, LicensorKey);
        keys.Entitlements = true;
    }
}
