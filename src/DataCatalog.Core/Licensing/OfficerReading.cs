using DataCatalog.Core.Common;

namespace DataCatalog.Core.Licensing;

/// <summary>How an officer reads a licence, in place of the ready-made reading; append-only, the last one counts.</summary>
public sealed class OfficerReading
{
    private OfficerReading() { }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>The licence.</summary>
    public Guid LicenceId { get; private set; }

    /// <summary>1 for the first, one more for each that takes its place.</summary>
    public int Version { get; private set; }

    /// <summary>When it was recorded, UTC.</summary>
    public DateTime RecordedAt { get; private set; }

    /// <summary>Who recorded it.</summary>
    public string RecordedBy { get; private set; } = null!;

    /// <summary>Why the licence is read so.</summary>
    public string Note { get; private set; } = null!;

    /// <summary>The rules as an ODRL 2.2 policy in JSON-LD.</summary>
    public string Odrl { get; private set; } = null!;

    /// <summary>SHA-256 of <see cref="Odrl"/> in UTF-8, lower-case hexadecimal.</summary>
    public string Sha256 { get; private set; } = null!;

    internal static OfficerReading Of(Licence licence, int version, OfficerReadingInput input, Actor by, TimeProvider clock)
    {
        WrittenTerms written = WrittenTerms.Read(new TermsInput { Odrl = input.Odrl, Short = input.Short, ShortForm = input.ShortForm });
        return new OfficerReading
        {
            Id = Ids.New(clock), LicenceId = licence.Id, Version = version, RecordedAt = clock.Instant(), RecordedBy = by.Name,
            Note = Check.Prose(input.Note, nameof(Note), 5000), Odrl = written.Odrl, Sha256 = written.Sha256,
        };
    }
}

/// <summary>What an officer says of how a licence is read; the rules in one of the three forms.</summary>
public sealed record OfficerReadingInput
{
    /// <summary>Why it is read so.</summary>
    public string? Note { get; init; }

    /// <summary>An ODRL 2.2 policy in JSON-LD.</summary>
    public System.Text.Json.JsonElement? Odrl { get; init; }

    /// <summary>The rules in the short text form.</summary>
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Naming", "CA1720:Identifier contains type name", Justification = "It is the name of the form.")]
    public string? Short { get; init; }

    /// <summary>The rules in the short JSON form.</summary>
    public System.Text.Json.JsonElement? ShortForm { get; init; }
}
