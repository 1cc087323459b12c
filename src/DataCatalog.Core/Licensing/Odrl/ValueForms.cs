using DataCatalog.Core.Licensing.Odrl.JsonLd;

namespace DataCatalog.Core.Licensing.Odrl;

/// <summary>Forms of values that the reader and the writer must agree on.</summary>
internal static class ValueForms
{
    private static readonly TimeSpan Seoul = TimeSpan.FromHours(9);

    /// <summary>A text, or the IRI that its author meant: an operand that takes names has IRIs written as plain texts more often than not.</summary>
    public static Value OfText(string text, OperandKind kind, LdContext context)
    {
        if (kind != OperandKind.Name || text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is '<' or '>' or '"')) return Value.OfText(text);
        if (context.Declared(text) is { } full) return Value.OfIri(full);
        return IsIri(text) ? Value.OfIri(text) : Value.OfText(text);
    }

    /// <summary>Whether a text can only be meant as an IRI.</summary>
    public static bool IsIri(string text) =>
        text.Length <= 2000 && !text.Any(char.IsWhiteSpace)
        && (text.StartsWith("http://", StringComparison.Ordinal) || text.StartsWith("https://", StringComparison.Ordinal) || text.StartsWith("urn:", StringComparison.Ordinal) || LdContexts.Default.Declared(text) is not null);

    /// <summary>A day with the instant at which it begins in Seoul.</summary>
    public static Value OfDay(DateOnly day)
    {
        DateTime start = day.ToDateTime(TimeOnly.MinValue);
        return Value.Of(day, start.Ticks < Seoul.Ticks ? DateTimeOffset.MinValue : new DateTimeOffset(start, Seoul));
    }
}
