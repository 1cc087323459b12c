using System.Globalization;
using DataCatalog.Core.Common;
using DataCatalog.Core.Licensing.Odrl;

namespace DataCatalog.Core.Entitlements.UseChecks;

/// <summary>The names that questions use: short ones are the profile's or ODRL's.</summary>
internal static class UseNames
{
    /// <summary>Left operand: the consortium.</summary>
    public const string Consortium = Iris.Profile + "consortium";

    /// <summary>Left operand: the model's size.</summary>
    public const string ModelSize = Iris.Profile + "modelSize";

    /// <summary>Left operand: the licence of the release.</summary>
    public const string ReleaseLicence = Iris.Profile + "releaseLicence";

    /// <summary>Left operand: the model.</summary>
    public const string Product = Iris.Odrl + "product";

    /// <summary>Left operand: the purpose.</summary>
    public const string Purpose = Iris.Odrl + "purpose";

    /// <summary>Left operand: where.</summary>
    public const string Spatial = Iris.Odrl + "spatial";

    /// <summary>Left operand: the modality.</summary>
    public const string Media = Iris.Odrl + "media";

    /// <summary>Left operand: the language.</summary>
    public const string Language = Iris.Odrl + "language";

    /// <summary>The actions that search is precomputed for.</summary>
    public static readonly IReadOnlyList<string> CommonActions = ["train", "evaluate", "retrieve", "generateSynthetic", "distil", "releaseWeights", "offerService", "shareWithConsortium"];

    private static readonly string[] ProfileActions = [.. CommonActions, "pretrain", "fineTune", "align", "reportUse", "certifyDeletion", "deleteDerived", "deleteWeights", "retainWeights"];

    private static readonly string[] OdrlActions =
    [
        "use", "reproduce", "modify", "derive", "aggregate", "index", "translate", "distribute", "present", "display", "play", "print", "read", "sell", "give", "transfer", "archive", "delete", "anonymize",
        "attribute", "compensate", "inform", "obtainConsent", "reviewPolicy", "acceptTracking", "ensureExclusivity", "include", "nextPolicy", "execute", "install", "uninstall", "move", "stream", "concurrentUse",
        "digitize", "extract", "grantUse", "annotate", "synchronize", "textToSpeech", "watermark",
    ];

    private static readonly string[] ProfileOperands = ["consortium", "modelSize", "releaseLicence", "programmePhase"];

    private static readonly string[] OdrlOperands =
    [
        "count", "delayPeriod", "deliveryChannel", "elapsedTime", "event", "fileFormat", "industry", "language", "media", "meteredTime", "payAmount", "percentage", "product", "purpose", "recipient", "spatial",
        "system", "systemDevice", "timeInterval", "unitOfCount", "version", "virtualLocation", "absoluteSize", "resolution",
    ];

    private static readonly HashSet<string> Durations = [Iris.Odrl + "delayPeriod", Iris.Odrl + "elapsedTime", Iris.Odrl + "meteredTime", Iris.Odrl + "timeInterval"];

    private static readonly HashSet<string> Numbers = [Iris.Odrl + "count", Iris.Odrl + "payAmount", Iris.Odrl + "percentage", Iris.Odrl + "resolution", Iris.Odrl + "absoluteSize", ModelSize];

    /// <summary>The IRI of an action.</summary>
    /// <exception cref="DomainException"><c>unknown-action</c>.</exception>
    public static string Action(string? name, string field) => Named(name, field, ProfileActions, OdrlActions, UseCheckErrors.UnknownAction);

    /// <summary>The short names of actions, once each.</summary>
    /// <exception cref="DomainException"><c>unknown-action</c>, or there are more than twenty.</exception>
    public static IReadOnlyList<string> ShortActions(IReadOnlyList<string>? names, string field) =>
        [.. Check.Entries(names, field, (n, f) => Short(Action(n, f)), 20).Distinct(StringComparer.Ordinal)];

    /// <summary>The IRI of a left operand.</summary>
    /// <exception cref="DomainException"><c>unknown-fact</c>.</exception>
    public static string Operand(string? name, string field) => Named(name, field, ProfileOperands, OdrlOperands, UseCheckErrors.UnknownFact);

    /// <summary>The short name of an IRI of the profile or ODRL; any other IRI as it is.</summary>
    public static string Short(string iri) =>
        iri.StartsWith(Iris.Profile, StringComparison.Ordinal) ? iri[Iris.Profile.Length..] : iri.StartsWith(Iris.Odrl, StringComparison.Ordinal) ? iri[Iris.Odrl.Length..] : iri;

    /// <summary>A fact's value, of the type that its operand takes.</summary>
    /// <exception cref="DomainException"><c>invalid-value</c>.</exception>
    public static Value Value(string operand, string? text, string field)
    {
        string value = Check.Text(text, field, 2000);
        if (Durations.Contains(operand))
        {
            return Licensing.ShortForm.DurationForm.Parts(value) is not null
                ? Licensing.Odrl.Value.OfDuration(value)
                : throw new DomainException(CommonErrors.Invalid, field, value, "duration", "write it as ISO 8601 does, as in P30D or PT12H");
        }

        if (Numbers.Contains(operand))
        {
            return decimal.TryParse(value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number)
                ? Licensing.Odrl.Value.Of(number)
                : throw new DomainException(CommonErrors.Invalid, field, value, "number", "write digits with a point, as in 7000000000 or 0.5");
        }

        return value.Contains(':', StringComparison.Ordinal) ? Licensing.Odrl.Value.OfIri(value) : Licensing.Odrl.Value.OfText(value);
    }

    private static string Named(string? name, string field, string[] profile, string[] odrl, ErrorCode unknown)
    {
        string text = Check.Text(name, field, 500);
        if (profile.Contains(text, StringComparer.Ordinal)) return Iris.Profile + text;
        if (odrl.Contains(text, StringComparer.Ordinal)) return Iris.Odrl + text;
        bool own = text.StartsWith(Iris.Profile, StringComparison.Ordinal) || text.StartsWith(Iris.Odrl, StringComparison.Ordinal);
        if (own && (profile.Contains(Short(text), StringComparer.Ordinal) || odrl.Contains(Short(text), StringComparer.Ordinal))) return text;
        bool iri = !own && text.Contains(':', StringComparison.Ordinal) && Uri.TryCreate(text, UriKind.Absolute, out _);
        return iri ? text : throw new DomainException(unknown, field, text.Length > 60 ? text[..60] : text, string.Join(", ", profile));
    }
}
