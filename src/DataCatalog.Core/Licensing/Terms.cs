using DataCatalog.Core.Common;
using DataCatalog.Core.Licensing.Odrl;

namespace DataCatalog.Core.Licensing;

/// <summary>A version of an agreement's machine-readable rules; append-only (domain rule 7).</summary>
public sealed class Terms
{
    private Terms() { }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>The agreement.</summary>
    public Guid AgreementId { get; private set; }

    /// <summary>1 for the first, one more for each amendment.</summary>
    public int Version { get; private set; }

    /// <summary>First day on which these rules hold (valid time).</summary>
    public DateOnly EffectiveFrom { get; private set; }

    /// <summary>When the registry learnt of them, UTC (transaction time).</summary>
    public DateTime RecordedAt { get; private set; }

    /// <summary>Who recorded them.</summary>
    public string RecordedBy { get; private set; } = null!;

    /// <summary>The rules as an ODRL 2.2 policy in JSON-LD.</summary>
    public string Odrl { get; private set; } = null!;

    /// <summary>SHA-256 of <see cref="Odrl"/> in UTF-8, lower-case hexadecimal.</summary>
    public string Sha256 { get; private set; } = null!;

    /// <summary>Short names of the actions that the policy permits.</summary>
    public List<string> PermittedActions { get; private set; } = [];

    /// <summary>ISO 3166-1 codes that its permissions are limited to; empty where they are not.</summary>
    public List<string> Territories { get; private set; } = [];

    /// <summary>Last day that its permissions name, or null.</summary>
    public DateOnly? EndsOn { get; private set; }

    internal static Terms Of(Agreement agreement, int version, TermsInput input, Actor by, TimeProvider clock)
    {
        DateOnly from = Check.Day(input.EffectiveFrom, nameof(EffectiveFrom)) ?? agreement.StartsOn;
        if (from < agreement.StartsOn || from > agreement.LastDay) throw new DomainException(LicensingErrors.OutsideTerm, nameof(EffectiveFrom), from);
        WrittenTerms written = WrittenTerms.Read(input, $"{Iris.Agreement(agreement.Number)}:terms:{version}");
        PolicyFacts facts = PolicyFacts.Of(written.Policy);
        return new Terms
        {
            Id = Ids.New(clock),
            AgreementId = agreement.Id,
            Version = version,
            EffectiveFrom = from,
            RecordedAt = clock.Instant(),
            RecordedBy = by.Name,
            Odrl = written.Odrl,
            Sha256 = written.Sha256,
            PermittedActions = [.. facts.PermittedActions],
            Territories = [.. facts.Territories],
            EndsOn = facts.EndsOn,
        };
    }
}

/// <summary>What a caller says of a version of terms.</summary>
public sealed record TermsInput
{
    /// <summary>First day on which the rules hold; the agreement's first day where absent.</summary>
    public DateOnly? EffectiveFrom { get; init; }

    /// <summary>An ODRL 2.2 policy in JSON-LD; one of the three forms is given.</summary>
    public System.Text.Json.JsonElement? Odrl { get; init; }

    /// <summary>The rules in the short text form, as in <c>permit train, evaluate in KR until 2027-12-31</c>.</summary>
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Naming", "CA1720:Identifier contains type name", Justification = "It is the name of the form.")]
    public string? Short { get; init; }

    /// <summary>The rules in the short JSON form.</summary>
    public System.Text.Json.JsonElement? ShortForm { get; init; }
}
