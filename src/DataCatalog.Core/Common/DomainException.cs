using System.Globalization;

namespace DataCatalog.Core.Common;

/// <summary>What kind of refusal an error is; the service's edge turns it into a status code.</summary>
public enum ErrorKind
{
    /// <summary>The input cannot be read: its form is wrong.</summary>
    Malformed,

    /// <summary>The input can be read but breaks a rule.</summary>
    Rule,

    /// <summary>It does not exist, or the caller may not know of it.</summary>
    NotFound,

    /// <summary>The caller's roles do not allow it.</summary>
    Forbidden,

    /// <summary>It clashes with what is there now.</summary>
    Conflict,

    /// <summary>It has changed since the caller read it.</summary>
    Stale,

    /// <summary>The caller did not say which state it read.</summary>
    PreconditionRequired,

    /// <summary>It is larger than the limit.</summary>
    TooLarge,

    /// <summary>It cannot be done now; trying again later may succeed.</summary>
    Unavailable,

    /// <summary>The service does not start; told to its operator, never to a caller.</summary>
    Start,
}

/// <summary>A stable error of the registry: its code and its sentence in both languages.</summary>
/// <param name="Code">Stable, lower-case, hyphenated; never reused for another meaning.</param>
/// <param name="Kind">What kind of refusal it is.</param>
/// <param name="En">What is wrong and how to put it right, in English; a composite format string.</param>
/// <param name="Ko">The same in Korean.</param>
public sealed record ErrorCode(string Code, ErrorKind Kind, string En, string Ko);

/// <summary>A broken rule of the registry, told to the caller.</summary>
public sealed class DomainException : Exception
{
    private readonly object[] arguments;

    /// <summary>Makes the refusal.</summary>
    /// <param name="error">Which rule.</param>
    /// <param name="field">Path of the offending input field, as in the API (<c>Versions/0/Number</c>), or null.</param>
    /// <param name="arguments">Values for the sentence's placeholders, a <see cref="LocalizedText"/> where the value itself is words; never another tenant's.</param>
    public DomainException(ErrorCode error, string? field = null, params object[] arguments)
        : base(Format(error.En, "en", arguments))
    {
        Error = error;
        Field = field;
        this.arguments = arguments;
    }

    /// <summary>Which rule was broken.</summary>
    public ErrorCode Error { get; }

    /// <summary>Path of the offending field, or null where no one field is at fault.</summary>
    public string? Field { get; }

    /// <summary>The sentence in the reader's language: Korean for <c>ko</c>, English otherwise.</summary>
    public string MessageIn(CultureInfo culture) =>
        culture.TwoLetterISOLanguageName == "ko" ? Format(Error.Ko, "ko", arguments) : Message;

    private static string Format(string sentence, string language, object[] arguments) =>
        arguments.Length == 0 ? sentence : string.Format(CultureInfo.InvariantCulture, sentence, [.. arguments.Select(a => Shown(a, language))]);

    private static object Shown(object argument, string language) => argument switch
    {
        DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
        LocalizedText words => words.In(language),
        _ => argument,
    };
}
