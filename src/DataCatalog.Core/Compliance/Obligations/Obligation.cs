using System.Security.Cryptography;
using System.Text;
using DataCatalog.Core.Catalogue;
using DataCatalog.Core.Common;
using DataCatalog.Core.Entitlements;
using DataCatalog.Core.Licensing;

namespace DataCatalog.Core.Compliance.Obligations;

/// <summary>What is owed (domain rule 10).</summary>
public enum ObligationKind
{
    /// <summary>Delete all copies of the data.</summary>
    DeleteCopies,

    /// <summary>Delete what was derived from the data.</summary>
    DeleteDerived,

    /// <summary>Destroy the weights that were learnt from the data.</summary>
    DeleteWeights,

    /// <summary>Certify that the data was deleted.</summary>
    CertifyDeletion,

    /// <summary>Report how the data was used.</summary>
    ReportUse,

    /// <summary>Pay for it.</summary>
    Pay,

    /// <summary>Name the source when a model is released.</summary>
    Attribute,

    /// <summary>Another duty of the terms.</summary>
    Other,
}

/// <summary>What raised an obligation.</summary>
public enum ObligationCause
{
    /// <summary>A right ended.</summary>
    End,

    /// <summary>An interval began.</summary>
    Interval,

    /// <summary>A model was released.</summary>
    Release,
}

/// <summary>Where an obligation stands.</summary>
public enum ObligationStatus
{
    /// <summary>It is owed.</summary>
    Open,

    /// <summary>Evidence was given and waits for review.</summary>
    Submitted,

    /// <summary>It was fulfilled.</summary>
    Fulfilled,

    /// <summary>Compliance waived it.</summary>
    Waived,

    /// <summary>What raised it holds no longer.</summary>
    Cancelled,
}

/// <summary>Something that a consortium owes by a day, because of terms or of an end.</summary>
public sealed class Obligation : Entity
{
    private readonly List<ObligationEvidence> evidence = [];

    private Obligation() { }

    /// <summary>What is owed.</summary>
    public ObligationKind Kind { get; private set; }

    /// <summary>What raised it.</summary>
    public ObligationCause Cause { get; private set; }

    /// <summary>Who owes it.</summary>
    public Guid ConsortiumId { get; private set; }

    /// <summary>Who owes it.</summary>
    public Consortium? Consortium { get; private set; }

    /// <summary>By which agreement.</summary>
    public Guid AgreementId { get; private set; }

    /// <summary>By which agreement.</summary>
    public Agreement? Agreement { get; private set; }

    /// <summary>Concerning which dataset, or null for the agreement as a whole.</summary>
    public Guid? DatasetId { get; private set; }

    /// <summary>Concerning which dataset, or null.</summary>
    public Dataset? Dataset { get; private set; }

    /// <summary>Concerning which model, or null.</summary>
    public Guid? ModelId { get; private set; }

    /// <summary>The day that raised it: the last day of the right, or the day of the use.</summary>
    public DateOnly Since { get; private set; }

    /// <summary>Last day to fulfil it; null where the terms name none.</summary>
    public DateOnly? DueOn { get; private set; }

    /// <summary>The terms' own words or a sentence for them, in Korean and English.</summary>
    public LocalizedText Text { get; private set; } = null!;

    /// <summary>The clause of the contract, or null.</summary>
    public string? Clause { get; private set; }

    /// <summary>Version of the terms that say so.</summary>
    public int TermsVersion { get; private set; }

    /// <summary>SHA-256 over what makes it this obligation and no other: however often it is raised, it is there once.</summary>
    public string Sha256 { get; private set; } = null!;

    /// <summary>When it was raised, UTC.</summary>
    public DateTime RaisedAt { get; private set; }

    /// <summary>Where it stands.</summary>
    public ObligationStatus Status { get; private set; }

    /// <summary>When it was settled, UTC, or null.</summary>
    public DateTime? SettledAt { get; private set; }

    /// <summary>Who settled it, or null.</summary>
    public string? SettledBy { get; private set; }

    /// <summary>Why it was waived, cancelled or sent back, or null.</summary>
    public string? Reason { get; private set; }

    /// <summary>What was given to show that it was fulfilled.</summary>
    public IReadOnlyList<ObligationEvidence> Evidence => evidence;

    /// <summary>Whether it is still owed.</summary>
    public bool Stands => Status is ObligationStatus.Open or ObligationStatus.Submitted;

    /// <summary>Raises an obligation.</summary>
    public static Obligation Raise(OwedObligation owed, TimeProvider clock) => new()
    {
        Id = Ids.New(clock), Kind = owed.Kind, Cause = owed.Cause, ConsortiumId = owed.ConsortiumId, AgreementId = owed.AgreementId, DatasetId = owed.DatasetId, ModelId = owed.ModelId, Since = owed.Since, DueOn = owed.DueOn,
        Text = owed.Text, Clause = owed.Clause, TermsVersion = owed.TermsVersion, Sha256 = owed.Sha256, RaisedAt = clock.Instant(),
    };

    /// <summary>The consortium shows that it was fulfilled; it waits for review.</summary>
    /// <exception cref="DomainException">It is settled, or neither a statement nor a document is given.</exception>
    public void Fulfil(EvidenceInput input, StoredDocument? document, Actor by, TimeProvider clock)
    {
        Require(ObligationStatus.Open, ObligationStatus.Submitted);
        string? statement = Check.OptionalText(input.Statement, nameof(input.Statement), 5000);
        if (statement is null && document is null) throw new DomainException(ComplianceErrors.NoEvidence);
        evidence.Add(ObligationEvidence.Of(Id, statement, input, document, by, clock));
        (Status, Reason) = (ObligationStatus.Submitted, null);
    }

    /// <summary>Compliance accepts the evidence.</summary>
    /// <exception cref="DomainException">There is none to accept.</exception>
    public void Accept(Actor by, TimeProvider clock)
    {
        Require(ObligationStatus.Submitted);
        Settle(ObligationStatus.Fulfilled, null, by, clock);
    }

    /// <summary>Compliance sends the evidence back.</summary>
    /// <exception cref="DomainException">There is none, or no reason is given.</exception>
    public void SendBack(string? reason)
    {
        Require(ObligationStatus.Submitted);
        (Status, Reason) = (ObligationStatus.Open, Check.Prose(reason, nameof(Reason), 2000));
    }

    /// <summary>Compliance waives it.</summary>
    /// <exception cref="DomainException">It is settled, or no reason is given.</exception>
    public void Waive(string? reason, Actor by, TimeProvider clock)
    {
        Require(ObligationStatus.Open, ObligationStatus.Submitted);
        Settle(ObligationStatus.Waived, Check.Prose(reason, nameof(Reason), 2000), by, clock);
    }

    /// <summary>Takes it back, because what raised it holds no longer; one that is settled stays as it was settled.</summary>
    public void Cancel(string reason, Actor by, TimeProvider clock)
    {
        if (Stands) Settle(ObligationStatus.Cancelled, reason, by, clock);
    }

    /// <summary>Says by when it is due now, and takes its cancelling back if it was cancelled: what raised it holds.</summary>
    public void Restate(DateOnly? dueOn)
    {
        DueOn = dueOn;
        if (Status == ObligationStatus.Cancelled) (Status, Reason, SettledBy, SettledAt) = (ObligationStatus.Open, null, null, null);
    }

    private void Settle(ObligationStatus status, string? reason, Actor by, TimeProvider clock) =>
        (Status, Reason, SettledBy, SettledAt) = (status, reason, by.Name, clock.Instant());

    private void Require(params ObligationStatus[] stages)
    {
        if (!stages.Contains(Status)) throw new DomainException(ComplianceErrors.ObligationStage, null, Status, string.Join(", ", stages));
    }
}

/// <summary>What is to be raised as an obligation.</summary>
/// <remarks><c>Mark</c> tells apart what is alike but for its time in the terms. Clauses and sentences do not: they can be reworded without anything more being owed.</remarks>
public sealed record OwedObligation(
    ObligationKind Kind, ObligationCause Cause, string Mark, Guid ConsortiumId, Guid AgreementId, Guid? DatasetId, Guid? ModelId, DateOnly Since, DateOnly? DueOn, LocalizedText Text, string? Clause, int TermsVersion)
{
    /// <summary>SHA-256 over what makes it this obligation and no other.</summary>
    public string Sha256 { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Kind}|{Cause}|{Mark}|{ConsortiumId}|{AgreementId}|{DatasetId}|{ModelId}|{Since:O}")));
}

/// <summary>Something that shows that an obligation was fulfilled.</summary>
public sealed class ObligationEvidence
{
    private ObligationEvidence() { }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>The obligation.</summary>
    public Guid ObligationId { get; private set; }

    /// <summary>What was said, or null.</summary>
    public string? Statement { get; private set; }

    /// <summary>The document's file name, or null.</summary>
    public string? Name { get; private set; }

    /// <summary>The document's SHA-256, or null.</summary>
    public string? Sha256 { get; private set; }

    /// <summary>The document's size in bytes, or null.</summary>
    public long? Bytes { get; private set; }

    /// <summary>Who gave it.</summary>
    public string GivenBy { get; private set; } = null!;

    /// <summary>When, UTC.</summary>
    public DateTime GivenAt { get; private set; }

    internal static ObligationEvidence Of(Guid obligation, string? statement, EvidenceInput input, StoredDocument? document, Actor by, TimeProvider clock) => new()
    {
        Id = Ids.New(clock), ObligationId = obligation, Statement = statement, Name = document is null ? null : Check.Text(input.Name, nameof(input.Name), 300), Sha256 = document?.Sha256, Bytes = document?.Bytes,
        GivenBy = by.Name, GivenAt = clock.Instant(),
    };
}

/// <summary>What is said of evidence.</summary>
public sealed record EvidenceInput
{
    /// <summary>What was done.</summary>
    public string? Statement { get; init; }

    /// <summary>The document's file name.</summary>
    public string? Name { get; init; }

    /// <summary>SHA-256 of a document that was uploaded.</summary>
    public string? Sha256 { get; init; }
}
