namespace DataCatalog.Server.Api.Licensing;

/// <summary>A statutory or regulatory exemption.</summary>
public sealed class ExemptionModel : IRowModel
{
    /// <summary>Identity.</summary>
    public Guid Id { get; set; }

    /// <summary>State of the row; its ETag.</summary>
    public long RowVersion { get; set; }

    /// <summary>Lower-case slug, unique.</summary>
    public string Key { get; set; } = "";

    /// <summary>Korean name; at least one of the two is there.</summary>
    public string? NameKo { get; set; }

    /// <summary>English name; at least one of the two is there.</summary>
    public string? NameEn { get; set; }

    /// <summary>The law, decree or decision that it rests on.</summary>
    public string LegalBasis { get; set; } = "";

    /// <summary>What it asks for in return, in words.</summary>
    public string? Conditions { get; set; }

    /// <summary>First day.</summary>
    public DateOnly StartsOn { get; set; }

    /// <summary>Last day, included; null where open-ended.</summary>
    public DateOnly? EndsOn { get; set; }

    /// <summary>Whom it is for, as far as the caller may know.</summary>
    public ICollection<ExemptionBeneficiaryModel> Beneficiaries { get; set; } = [];

    /// <summary>What it covers, as far as the caller may know.</summary>
    public ICollection<ExemptionCoverModel> Covers { get; set; } = [];

    /// <summary>Its rules, version by version.</summary>
    public ICollection<ExemptionTermsModel> Terms { get; set; } = [];
}

/// <summary>Whom an exemption is for.</summary>
public sealed class ExemptionBeneficiaryModel
{
    /// <summary>Identity.</summary>
    public Guid Id { get; set; }

    /// <summary>Id of the programme; null where it is a consortium.</summary>
    public Guid? ProgrammeId { get; set; }

    /// <summary>Id of the consortium; null where it is a programme.</summary>
    public Guid? ConsortiumId { get; set; }
}

/// <summary>What an exemption covers.</summary>
public sealed class ExemptionCoverModel
{
    /// <summary>Identity.</summary>
    public Guid Id { get; set; }

    /// <summary>Id of the dataset; null where it is a licence.</summary>
    public Guid? DatasetId { get; set; }

    /// <summary>Id of the licence, all of whose datasets are covered; null where it is a dataset.</summary>
    public Guid? LicenceId { get; set; }
}

/// <summary>A version of an exemption's rules; append-only.</summary>
public sealed class ExemptionTermsModel
{
    /// <summary>Identity.</summary>
    public Guid Id { get; set; }

    /// <summary>1 for the first, one more for each amendment.</summary>
    public int Version { get; set; }

    /// <summary>First day on which these rules hold.</summary>
    public DateOnly EffectiveFrom { get; set; }

    /// <summary>Last day of the exemption as it was then known.</summary>
    public DateOnly? EndsOn { get; set; }

    /// <summary>When the registry learnt of them.</summary>
    public DateTime RecordedAt { get; set; }

    /// <summary>Who recorded them.</summary>
    public string RecordedBy { get; set; } = "";

    /// <summary>The rules as an ODRL 2.2 policy in JSON-LD, as text.</summary>
    public string Odrl { get; set; } = "";

    /// <summary>SHA-256 of the rules, lower-case hexadecimal.</summary>
    public string Sha256 { get; set; } = "";
}

/// <summary>An officer's answer to one feature of a licence, in place of the ready-made interpretation.</summary>
public sealed class OfficerReadingModel
{
    /// <summary>Identity.</summary>
    public Guid Id { get; set; }

    /// <summary>1 for the first of the licence, one more for each after it.</summary>
    public int Version { get; set; }

    /// <summary>Which feature, as in Training.</summary>
    public string Feature { get; set; } = "";

    /// <summary>Yes, no, or null where the licence leaves it open.</summary>
    public bool? Value { get; set; }

    /// <summary>Why it is read so.</summary>
    public string Note { get; set; } = "";

    /// <summary>When it was recorded.</summary>
    public DateTime RecordedAt { get; set; }

    /// <summary>Who recorded it.</summary>
    public string RecordedBy { get; set; } = "";
}

/// <summary>What became of an amendment, or would become of it.</summary>
public sealed record AmendAnswer
{
    /// <summary>Whether nothing was written.</summary>
    public bool DryRun { get; init; }

    /// <summary>Version of the new terms.</summary>
    public int Version { get; init; }

    /// <summary>First day on which they hold.</summary>
    public DateOnly EffectiveFrom { get; init; }

    /// <summary>SHA-256 of the canonical terms.</summary>
    public string Sha256 { get; init; } = "";

    /// <summary>The canonical terms as an ODRL 2.2 policy, as text.</summary>
    public string Odrl { get; init; } = "";

    /// <summary>The terms in plain sentences, in the reader's language.</summary>
    public IReadOnlyList<string> Sentences { get; init; } = [];

    /// <summary>What changes for whom.</summary>
    public Core.Entitlements.UseCases.ImpactAnswer Impact { get; init; } = new();
}
