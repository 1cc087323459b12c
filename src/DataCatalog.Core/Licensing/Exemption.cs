using DataCatalog.Core.Common;

namespace DataCatalog.Core.Licensing;

/// <summary>A statutory or regulatory exemption: rights for named beneficiaries that rest on law or an official decision, with conditions and a term of their own (domain rule 10a).</summary>
public sealed class Exemption : Entity
{
    private readonly List<ExemptionBeneficiary> beneficiaries = [];
    private readonly List<ExemptionCover> covers = [];
    private readonly List<ExemptionTerms> terms = [];

    private Exemption() { }

    /// <summary>Lower-case slug, unique; fixed once made.</summary>
    public string Key { get; private set; } = null!;

    /// <summary>Name in Korean and English.</summary>
    public LocalizedText Name { get; private set; } = null!;

    /// <summary>The law, decree or decision that it rests on.</summary>
    public string LegalBasis { get; private set; } = null!;

    /// <summary>What it asks for in return, in words; null for nothing.</summary>
    public string? Conditions { get; private set; }

    /// <summary>First day.</summary>
    public DateOnly StartsOn { get; private set; }

    /// <summary>Last day, included; null where open-ended.</summary>
    public DateOnly? EndsOn { get; private set; }

    /// <summary>Consortia and programmes that it is for.</summary>
    public IReadOnlyList<ExemptionBeneficiary> Beneficiaries => beneficiaries;

    /// <summary>Datasets, and licences whose datasets, it covers.</summary>
    public IReadOnlyList<ExemptionCover> Covers => covers;

    /// <summary>Its rules, version by version.</summary>
    public IReadOnlyList<ExemptionTerms> TermsVersions => terms;

    /// <summary>Makes an exemption.</summary>
    /// <exception cref="DomainException">A rule of its input is broken.</exception>
    public static Exemption Register(ExemptionInput input, TimeProvider clock)
    {
        var exemption = new Exemption { Id = Ids.New(clock), Key = Check.Key(input.Key, nameof(Key)) };
        exemption.Say(input, clock);
        return exemption;
    }

    /// <summary>Changes all but the key; a new term makes a new version of its rules.</summary>
    /// <exception cref="DomainException">A rule of the input is broken.</exception>
    public void Change(ExemptionInput input, Actor by, TimeProvider clock)
    {
        (DateOnly, DateOnly?) before = (StartsOn, EndsOn);
        Say(input, clock);
        if (before != (StartsOn, EndsOn) && terms.MaxBy(t => t.Version) is { } last) terms.Add(last.Moved(this, by, clock));
    }

    /// <summary>Adds the next version of its rules; none is ever overwritten.</summary>
    /// <exception cref="DomainException">The rules are not valid, or take effect outside the term.</exception>
    public ExemptionTerms Amend(TermsInput input, Actor by, TimeProvider clock)
    {
        ExemptionTerms next = ExemptionTerms.Of(this, terms.Count == 0 ? 1 : terms.Max(t => t.Version) + 1, input, by, clock);
        terms.Add(next);
        return next;
    }

    /// <summary>What is said of it now, so that a caller's changes can be laid over it.</summary>
    public ExemptionInput ToInput() => new()
    {
        Key = Key, NameKo = Name.Ko, NameEn = Name.En, LegalBasis = LegalBasis, Conditions = Conditions, StartsOn = StartsOn, EndsOn = EndsOn,
        ProgrammeIds = [.. beneficiaries.Select(b => b.ProgrammeId).OfType<Guid>()], ConsortiumIds = [.. beneficiaries.Select(b => b.ConsortiumId).OfType<Guid>()],
        DatasetIds = [.. covers.Select(c => c.DatasetId).OfType<Guid>()], LicenceIds = [.. covers.Select(c => c.LicenceId).OfType<Guid>()],
    };

    private void Say(ExemptionInput input, TimeProvider clock)
    {
        Name = LocalizedText.Of(input.NameKo, input.NameEn, nameof(Name), 300);
        LegalBasis = Check.Prose(input.LegalBasis, nameof(LegalBasis), 2000);
        Conditions = Check.OptionalText(input.Conditions, nameof(Conditions), 20_000);
        StartsOn = Check.Required(Check.Day(input.StartsOn, nameof(StartsOn)), nameof(StartsOn));
        EndsOn = Check.Day(input.EndsOn, nameof(EndsOn));
        Check.Order(StartsOn, nameof(StartsOn), EndsOn, nameof(EndsOn));
        beneficiaries.Restate(
            [.. Distinct(input.ProgrammeIds).Select(id => ExemptionBeneficiary.Of(Id, id, null, clock)), .. Distinct(input.ConsortiumIds).Select(id => ExemptionBeneficiary.Of(Id, null, id, clock))],
            b => (b.ProgrammeId, b.ConsortiumId));
        covers.Restate(
            [.. Distinct(input.DatasetIds).Select(id => ExemptionCover.Of(Id, id, null, clock)), .. Distinct(input.LicenceIds).Select(id => ExemptionCover.Of(Id, null, id, clock))],
            c => (c.DatasetId, c.LicenceId));
    }

    private static IEnumerable<Guid> Distinct(IReadOnlyList<Guid>? ids) => (ids ?? []).Distinct();
}

/// <summary>What a caller says of an exemption.</summary>
public sealed record ExemptionInput
{
    /// <summary>Lower-case slug; fixed once made.</summary>
    public string? Key { get; init; }

    /// <summary>Korean name.</summary>
    public string? NameKo { get; init; }

    /// <summary>English name.</summary>
    public string? NameEn { get; init; }

    /// <summary>The law, decree or decision that it rests on.</summary>
    public string? LegalBasis { get; init; }

    /// <summary>What it asks for in return, in words.</summary>
    public string? Conditions { get; init; }

    /// <summary>First day.</summary>
    public DateOnly? StartsOn { get; init; }

    /// <summary>Last day, included.</summary>
    public DateOnly? EndsOn { get; init; }

    /// <summary>Programmes all of whose consortia benefit.</summary>
    public IReadOnlyList<Guid>? ProgrammeIds { get; init; }

    /// <summary>Consortia that benefit.</summary>
    public IReadOnlyList<Guid>? ConsortiumIds { get; init; }

    /// <summary>Datasets that it covers.</summary>
    public IReadOnlyList<Guid>? DatasetIds { get; init; }

    /// <summary>Licences whose datasets it covers.</summary>
    public IReadOnlyList<Guid>? LicenceIds { get; init; }
}
