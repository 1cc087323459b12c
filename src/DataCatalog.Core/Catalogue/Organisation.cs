using DataCatalog.Core.Common;

namespace DataCatalog.Core.Catalogue;

/// <summary>What sort of body an organisation is.</summary>
public enum OrganisationKind
{
    /// <summary>Not known.</summary>
    Unknown,

    /// <summary>A company.</summary>
    Company,

    /// <summary>A university or research institute.</summary>
    Academic,

    /// <summary>A public body.</summary>
    PublicBody,

    /// <summary>An individual or a loose community.</summary>
    Community,
}

/// <summary>A company, university or public body: provider, licensor, funder or consortium member.</summary>
public sealed class Organisation : Entity
{
    private Organisation() { }

    /// <summary>Lower-case slug, unique.</summary>
    public string Key { get; private set; } = null!;

    /// <summary>Name in Korean and English; at most 300 characters each.</summary>
    public LocalizedText Name { get; private set; } = null!;

    /// <summary>What sort of body.</summary>
    public OrganisationKind Kind { get; private set; }

    /// <summary>ISO 3166-1 alpha-2 of its seat, or null.</summary>
    public string? Country { get; private set; }

    /// <summary>Web address, or null.</summary>
    public string? HomePage { get; private set; }

    /// <summary>Makes an organisation.</summary>
    public static Organisation Register(OrganisationInput input, TimeProvider clock)
    {
        var organisation = new Organisation { Id = Ids.New(clock), Key = Check.Key(input.Key, nameof(Key)) };
        organisation.Change(input);
        return organisation;
    }

    /// <summary>Changes all but the key.</summary>
    public void Change(OrganisationInput input)
    {
        Name = LocalizedText.Of(input.NameKo, input.NameEn, nameof(Name), 300);
        Kind = Check.Defined(input.Kind, nameof(Kind));
        Country = string.IsNullOrWhiteSpace(input.Country) ? null : Vocabulary.Territory(input.Country, nameof(Country));
        HomePage = Check.OptionalWebAddress(input.HomePage, nameof(HomePage));
    }

    /// <summary>What is said of it now, so that a caller's changes can be laid over it.</summary>
    public OrganisationInput ToInput() => new() { Key = Key, NameKo = Name.Ko, NameEn = Name.En, Kind = Kind, Country = Country, HomePage = HomePage };
}

/// <summary>What a caller says of an organisation.</summary>
public sealed record OrganisationInput
{
    /// <summary>Lower-case slug, unique; fixed once made.</summary>
    public string? Key { get; init; }

    /// <summary>Korean name.</summary>
    public string? NameKo { get; init; }

    /// <summary>English name.</summary>
    public string? NameEn { get; init; }

    /// <summary>What sort of body.</summary>
    public OrganisationKind Kind { get; init; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string? Country { get; init; }

    /// <summary>Web address.</summary>
    public string? HomePage { get; init; }
}
