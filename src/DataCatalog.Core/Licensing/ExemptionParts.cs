using DataCatalog.Core.Common;

namespace DataCatalog.Core.Licensing;

/// <summary>Whom an exemption is for: a consortium, or all of a programme.</summary>
public sealed class ExemptionBeneficiary
{
    private ExemptionBeneficiary() { }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>The exemption.</summary>
    public Guid ExemptionId { get; private set; }

    /// <summary>The programme, or null where it is a consortium.</summary>
    public Guid? ProgrammeId { get; private set; }

    /// <summary>The consortium, or null where it is a programme.</summary>
    public Guid? ConsortiumId { get; private set; }

    internal static ExemptionBeneficiary Of(Guid exemption, Guid? programme, Guid? consortium, TimeProvider clock) =>
        new() { Id = Ids.New(clock), ExemptionId = exemption, ProgrammeId = programme, ConsortiumId = consortium };
}

/// <summary>What an exemption covers: a dataset, or all datasets under a licence.</summary>
public sealed class ExemptionCover
{
    private ExemptionCover() { }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>The exemption.</summary>
    public Guid ExemptionId { get; private set; }

    /// <summary>The dataset, or null where it is a licence.</summary>
    public Guid? DatasetId { get; private set; }

    /// <summary>The licence, or null where it is a dataset.</summary>
    public Guid? LicenceId { get; private set; }

    internal static ExemptionCover Of(Guid exemption, Guid? dataset, Guid? licence, TimeProvider clock) =>
        new() { Id = Ids.New(clock), ExemptionId = exemption, DatasetId = dataset, LicenceId = licence };
}

/// <summary>A version of an exemption's rules with the term it had then; append-only.</summary>
public sealed class ExemptionTerms
{
    private ExemptionTerms() { }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>The exemption.</summary>
    public Guid ExemptionId { get; private set; }

    /// <summary>1 for the first, one more for each amendment.</summary>
    public int Version { get; private set; }

    /// <summary>First day on which these rules hold (valid time).</summary>
    public DateOnly EffectiveFrom { get; private set; }

    /// <summary>Last day of the exemption as it was then known, or null.</summary>
    public DateOnly? EndsOn { get; private set; }

    /// <summary>When the registry learnt of them, UTC (transaction time).</summary>
    public DateTime RecordedAt { get; private set; }

    /// <summary>Who recorded them.</summary>
    public string RecordedBy { get; private set; } = null!;

    /// <summary>The rules as an ODRL 2.2 policy in JSON-LD.</summary>
    public string Odrl { get; private set; } = null!;

    /// <summary>SHA-256 of <see cref="Odrl"/> in UTF-8, lower-case hexadecimal.</summary>
    public string Sha256 { get; private set; } = null!;

    internal static ExemptionTerms Of(Exemption exemption, int version, TermsInput input, Actor by, TimeProvider clock)
    {
        DateOnly from = Check.Day(input.EffectiveFrom, nameof(EffectiveFrom)) ?? exemption.StartsOn;
        if (from < exemption.StartsOn || from > exemption.EndsOn) throw new DomainException(LicensingErrors.OutsideTerm, nameof(EffectiveFrom), from);
        WrittenTerms written = WrittenTerms.Read(input, $"urn:exemption:{exemption.Key}:terms:{version}");
        return new ExemptionTerms
        {
            Id = Ids.New(clock), ExemptionId = exemption.Id, Version = version, EffectiveFrom = from, EndsOn = exemption.EndsOn,
            RecordedAt = clock.Instant(), RecordedBy = by.Name, Odrl = written.Odrl, Sha256 = written.Sha256,
        };
    }

    internal ExemptionTerms Moved(Exemption exemption, Actor by, TimeProvider clock) => new()
    {
        Id = Ids.New(clock), ExemptionId = ExemptionId, Version = Version + 1, EffectiveFrom = exemption.StartsOn, EndsOn = exemption.EndsOn,
        RecordedAt = clock.Instant(), RecordedBy = by.Name, Odrl = Odrl, Sha256 = Sha256,
    };
}
