using DataCatalog.Core.Common;

namespace DataCatalog.Core.Licensing;

/// <summary>Where a licence is published.</summary>
public enum LicenceKind
{
    /// <summary>On the SPDX licence list.</summary>
    Spdx,

    /// <summary>A type of the Korea Open Government Licence.</summary>
    Kogl,

    /// <summary>A provider's own, named.</summary>
    Custom,
}

/// <summary>A published licence that datasets come under and that terms can start from.</summary>
public sealed class Licence : Entity
{
    private readonly List<OfficerReading> readings = [];

    private Licence() { }

    /// <summary>SPDX identifier, or <c>LicenseRef-…</c> where the list has none (SPDX 3.0, annex B); unique whatever its case.</summary>
    public string Key { get; private set; } = null!;

    /// <summary>Name in Korean and English.</summary>
    public LocalizedText Name { get; private set; } = null!;

    /// <summary>Where it is published.</summary>
    public LicenceKind Kind { get; private set; }

    /// <summary>Web address of its text, or null.</summary>
    public string? Address { get; private set; }

    /// <summary>Whether it asks for attribution; null where not read.</summary>
    public bool? Attribution { get; private set; }

    /// <summary>Whether it allows commercial use; null where not read.</summary>
    public bool? CommercialUse { get; private set; }

    /// <summary>Whether it allows adaptations; null where not read.</summary>
    public bool? Derivatives { get; private set; }

    /// <summary>Whether adaptations must keep the licence; null where not read.</summary>
    public bool? ShareAlike { get; private set; }

    /// <summary>How officers read it, in place of the ready-made reading.</summary>
    public IReadOnlyList<OfficerReading> Readings => readings;

    /// <summary>Makes a licence.</summary>
    public static Licence Register(LicenceInput input, TimeProvider clock)
    {
        string key = Check.Text(input.Key, nameof(Key), 150);
        if (!key.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '+'))
        {
            throw new DomainException(CommonErrors.Invalid, nameof(Key), key, "licence identifier", "use letters, digits, '-', '.' and '+', as in CC-BY-4.0 or LicenseRef-our-terms");
        }

        var licence = new Licence { Id = Ids.New(clock), Key = key };
        licence.Change(input);
        return licence;
    }

    /// <summary>Changes all but the key.</summary>
    public void Change(LicenceInput input)
    {
        Name = LocalizedText.Of(input.NameKo, input.NameEn, nameof(Name), 300);
        Kind = Check.Defined(input.Kind, nameof(Kind));
        Address = Check.OptionalWebAddress(input.Address, nameof(Address));
        (Attribution, CommercialUse, Derivatives, ShareAlike) = (input.Attribution, input.CommercialUse, input.Derivatives, input.ShareAlike);
    }

    /// <summary>Adds how an officer reads it; no reading is ever overwritten.</summary>
    /// <exception cref="DomainException">The note is missing.</exception>
    public OfficerReading Read(OfficerReadingInput input, Actor by, TimeProvider clock)
    {
        var reading = OfficerReading.Of(this, readings.Count == 0 ? 1 : readings.Max(r => r.Version) + 1, input, by, clock);
        readings.Add(reading);
        return reading;
    }

    /// <summary>What is said of it now, so that a caller's changes can be laid over it.</summary>
    public LicenceInput ToInput() => new()
    {
        Key = Key, NameKo = Name.Ko, NameEn = Name.En, Kind = Kind, Address = Address,
        Attribution = Attribution, CommercialUse = CommercialUse, Derivatives = Derivatives, ShareAlike = ShareAlike,
    };
}

/// <summary>What a caller says of a licence.</summary>
public sealed record LicenceInput
{
    /// <summary>SPDX identifier or LicenseRef; fixed once made.</summary>
    public string? Key { get; init; }

    /// <summary>Korean name.</summary>
    public string? NameKo { get; init; }

    /// <summary>English name.</summary>
    public string? NameEn { get; init; }

    /// <summary>Where it is published.</summary>
    public LicenceKind Kind { get; init; } = LicenceKind.Custom;

    /// <summary>Web address of its text.</summary>
    public string? Address { get; init; }

    /// <summary>Asks for attribution.</summary>
    public bool? Attribution { get; init; }

    /// <summary>Allows commercial use.</summary>
    public bool? CommercialUse { get; init; }

    /// <summary>Allows adaptations.</summary>
    public bool? Derivatives { get; init; }

    /// <summary>Adaptations keep the licence.</summary>
    public bool? ShareAlike { get; init; }
}
