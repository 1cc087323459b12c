namespace DataCatalog.Core.Licensing.Odrl;

/// <summary>What a value is.</summary>
public enum ValueType
{
    /// <summary>Plain words.</summary>
    Text,

    /// <summary>An IRI or a short name from a vocabulary, kept in full.</summary>
    Iri,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A point in time with its zone.</summary>
    Instant,

    /// <summary>A whole day in the programme's time zone.</summary>
    Day,

    /// <summary>An ISO 8601 duration.</summary>
    Duration,

    /// <summary>True or false.</summary>
    Boolean,
}

/// <summary>A value of a constraint's right side, or a fact that it is compared with; equal by type and value.</summary>
public readonly record struct Value
{
    private Value(ValueType type, string text, decimal number, DateTimeOffset instant) =>
        (Type, Text, Number, Instant) = (type, text, number, instant);

    /// <summary>What it is.</summary>
    public ValueType Type { get; }

    /// <summary>Its lexical form: the words, the IRI, the ISO 8601 form, <c>true</c> or <c>false</c>; a number's shortest form.</summary>
    public string Text { get; }

    /// <summary>The number, else 0.</summary>
    public decimal Number { get; }

    /// <summary>The instant, or the first instant of the day; else the least instant.</summary>
    public DateTimeOffset Instant { get; }

    /// <summary>Words.</summary>
    public static Value OfText(string text) => new(ValueType.Text, text, 0, default);

    /// <summary>An IRI.</summary>
    public static Value OfIri(string iri) => new(ValueType.Iri, iri, 0, default);

    /// <summary>A number.</summary>
    public static Value Of(decimal number) => new(ValueType.Number, (number / 1.0000000000000000000000000000m).ToString(System.Globalization.CultureInfo.InvariantCulture), number, default);

    /// <summary>A number beyond what can be kept exactly; it compares as the greatest or least number there is.</summary>
    public static Value OfHuge(string text, bool negative) => new(ValueType.Number, text, negative ? decimal.MinValue : decimal.MaxValue, default);

    /// <summary>A point in time; written in UTC.</summary>
    public static Value Of(DateTimeOffset instant) =>
        new(ValueType.Instant, instant.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", System.Globalization.CultureInfo.InvariantCulture), 0, instant.ToUniversalTime());

    /// <summary>A whole day.</summary>
    /// <param name="day">The day.</param>
    /// <param name="start">When it begins in the programme's time zone.</param>
    public static Value Of(DateOnly day, DateTimeOffset start) =>
        new(ValueType.Day, day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), 0, start.ToUniversalTime());

    /// <summary>A duration, as in <c>P90D</c>.</summary>
    public static Value OfDuration(string iso8601) => new(ValueType.Duration, iso8601, 0, default);

    /// <summary>True or false.</summary>
    public static Value Of(bool value) => new(ValueType.Boolean, value ? "true" : "false", value ? 1 : 0, default);

    /// <inheritdoc/>
    public override string ToString() => Text;
}
