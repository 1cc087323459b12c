using System.Globalization;
using DataCatalog.Core.Catalogue;
using DataCatalog.Core.Common;

namespace DataCatalog.Server.Pages.Register;

/// <summary>An organisation as it is being written.</summary>
public sealed class OrganisationForm
{
    /// <summary>The state that the form was read at; absent for a new one.</summary>
    public string? RowVersion { get; set; }

    /// <summary>Key.</summary>
    public string? Key { get; set; }

    /// <summary>Korean name.</summary>
    public string? NameKo { get; set; }

    /// <summary>English name.</summary>
    public string? NameEn { get; set; }

    /// <summary>What sort of body.</summary>
    public string? Kind { get; set; }

    /// <summary>Country of its seat.</summary>
    public string? Country { get; set; }

    /// <summary>Web address.</summary>
    public string? HomePage { get; set; }

    /// <summary>Whether nothing is written that would make an organisation.</summary>
    public bool IsBlank => string.IsNullOrWhiteSpace(Key + NameKo + NameEn);

    /// <summary>The form of an organisation as it is now.</summary>
    public static OrganisationForm Of(Organisation organisation) => new()
    {
        RowVersion = organisation.RowVersion.ToString(CultureInfo.InvariantCulture), Key = organisation.Key, NameKo = organisation.Name.Ko, NameEn = organisation.Name.En,
        Kind = organisation.Kind.ToString(), Country = organisation.Country, HomePage = organisation.HomePage,
    };

    /// <summary>What is said; the key comes from the English name where none is given.</summary>
    public OrganisationInput ToInput() => new()
    {
        Key = string.IsNullOrWhiteSpace(Key) && !string.IsNullOrWhiteSpace(NameEn) ? Slug.Of(NameEn.Trim()) : Key?.Trim(), NameKo = NameKo, NameEn = NameEn,
        Kind = FormValue.Choice<OrganisationKind>(Kind, nameof(Kind)), Country = Country?.Trim().ToUpperInvariant(), HomePage = HomePage,
    };
}
