using DataCatalog.Core.Catalogue;
using DataCatalog.Core.Common;

namespace DataCatalog.Core.Licensing;

/// <summary>What a party is to an agreement.</summary>
public enum PartyRole
{
    /// <summary>Receives the rights.</summary>
    Licensee,

    /// <summary>Pays.</summary>
    Funder,

    /// <summary>Benefits without being licensee.</summary>
    Beneficiary,
}

/// <summary>An organisation or a consortium in a role of an agreement.</summary>
public sealed class AgreementParty
{
    private AgreementParty() { }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>The agreement.</summary>
    public Guid AgreementId { get; private set; }

    /// <summary>What it is to the agreement.</summary>
    public PartyRole Role { get; private set; }

    /// <summary>The organisation, or null where it is a consortium.</summary>
    public Guid? OrganisationId { get; private set; }

    /// <summary>The consortium, or null where it is an organisation.</summary>
    public Guid? ConsortiumId { get; private set; }

    internal static AgreementParty Of(Guid agreementId, AgreementPartyInput input, string field, TimeProvider clock) =>
        (input.OrganisationId is null) == (input.ConsortiumId is null)
            ? throw new DomainException(CommonErrors.Invalid, field, field, "party", "name either an organisation or a consortium")
            : new AgreementParty
            {
                Id = Ids.New(clock), AgreementId = agreementId, Role = input.Role, OrganisationId = input.OrganisationId, ConsortiumId = input.ConsortiumId,
            };
}

/// <summary>What a caller says of a party.</summary>
public sealed record AgreementPartyInput
{
    /// <summary>What it is to the agreement.</summary>
    public PartyRole Role { get; init; }

    /// <summary>The organisation.</summary>
    public Guid? OrganisationId { get; init; }

    /// <summary>The consortium.</summary>
    public Guid? ConsortiumId { get; init; }
}

/// <summary>That an agreement covers a dataset.</summary>
public sealed class AgreementDataset
{
    private AgreementDataset() { }

    /// <summary>The agreement.</summary>
    public Guid AgreementId { get; private set; }

    /// <summary>The agreement.</summary>
    public Agreement? Agreement { get; private set; }

    /// <summary>The dataset.</summary>
    public Guid DatasetId { get; private set; }

    /// <summary>The dataset.</summary>
    public Dataset? Dataset { get; private set; }

    internal static AgreementDataset Of(Guid agreementId, Guid datasetId) => new() { AgreementId = agreementId, DatasetId = datasetId };
}

/// <summary>A paper of an agreement, known by its content.</summary>
public sealed class AgreementDocument
{
    private AgreementDocument() { }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>The agreement.</summary>
    public Guid AgreementId { get; private set; }

    /// <summary>File name.</summary>
    public string Name { get; private set; } = null!;

    /// <summary>IANA media type.</summary>
    public string MediaType { get; private set; } = null!;

    /// <summary>Size in bytes.</summary>
    public long Bytes { get; private set; }

    /// <summary>SHA-256 in lower-case hexadecimal; the content's address.</summary>
    public string Sha256 { get; private set; } = null!;

    internal static AgreementDocument Of(Guid agreementId, AgreementDocumentInput input, string field, TimeProvider clock) => new()
    {
        Id = Ids.New(clock),
        AgreementId = agreementId,
        Name = Check.Text(input.Name, field + "/Name", 300),
        MediaType = Vocabulary.MediaType(input.MediaType, field + "/MediaType"),
        Bytes = Check.NotNegative(input.Bytes, field + "/Bytes") ?? throw new DomainException(CommonErrors.Required, field + "/Bytes", field + "/Bytes"),
        Sha256 = Check.Sha256(input.Sha256, field + "/Sha256"),
    };
}

/// <summary>What a caller says of a paper.</summary>
public sealed record AgreementDocumentInput
{
    /// <summary>File name.</summary>
    public string? Name { get; init; }

    /// <summary>IANA media type.</summary>
    public string? MediaType { get; init; }

    /// <summary>Size in bytes.</summary>
    public long? Bytes { get; init; }

    /// <summary>SHA-256.</summary>
    public string? Sha256 { get; init; }
}

/// <summary>A sum due on a day; staff only.</summary>
public sealed class Payment
{
    private Payment() { }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>The agreement.</summary>
    public Guid AgreementId { get; private set; }

    /// <summary>Last day to pay.</summary>
    public DateOnly DueOn { get; private set; }

    /// <summary>How much.</summary>
    public Money Amount { get; private set; } = null!;

    /// <summary>Day it was paid, or null.</summary>
    public DateOnly? PaidOn { get; private set; }

    internal static Payment Of(Guid agreementId, PaymentInput input, string field, TimeProvider clock) => new()
    {
        Id = Ids.New(clock),
        AgreementId = agreementId,
        DueOn = input.DueOn ?? throw new DomainException(CommonErrors.Required, field + "/DueOn", field + "/DueOn"),
        Amount = Money.Of(input.Amount, input.Currency, field + "/") ?? throw new DomainException(CommonErrors.Required, field + "/Amount", field + "/Amount"),
        PaidOn = input.PaidOn,
    };

    internal Payment Restated(DateOnly? paidOn)
    {
        PaidOn = paidOn;
        return this;
    }
}

/// <summary>What a caller says of a payment.</summary>
public sealed record PaymentInput
{
    /// <summary>Last day to pay.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>How much.</summary>
    public decimal? Amount { get; init; }

    /// <summary>ISO 4217 code.</summary>
    public string? Currency { get; init; }

    /// <summary>Day it was paid.</summary>
    public DateOnly? PaidOn { get; init; }
}
