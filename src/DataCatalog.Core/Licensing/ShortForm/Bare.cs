using DataCatalog.Core.Licensing.Odrl;
using ValueType = DataCatalog.Core.Licensing.Odrl.ValueType;

namespace DataCatalog.Core.Licensing.ShortForm;

/// <summary>Writes single values as text; null where they cannot be written.</summary>
internal static class Bare
{
    /// <summary>Any value, such that it is read back as the same type.</summary>
    public static string? Value(Value value) => value.Type switch
    {
        ValueType.Number => Number(value),
        ValueType.Iri => Iri(value.Text),
        ValueType.Text => Literals.IsTyped(value.Text) ? Quoted(value.Text) : Word(value.Text),
        ValueType.Duration => DurationForm.Parts(value.Text) is null ? null : value.Text,
        _ => value.Text,
    };

    /// <summary>A number, or null where it is none or too long.</summary>
    public static string? Number(Value value)
    {
        if (value.Type != ValueType.Number || Math.Abs(value.Number) > Literals.MostNumber || decimal.Round(value.Number, 10) != value.Number) return null;
        return Literals.Written(value.Number);
    }

    /// <summary>An item as it was read.</summary>
    public static string? Item(TokenKind kind, string text) => kind == TokenKind.Iri ? Iri(text) : Word(text);

    /// <summary>An IRI in angle brackets.</summary>
    public static string? Iri(string iri) => IriForm.IsIri(iri) ? $"<{iri}>" : null;

    /// <summary>Words: bare where that is one word without a meaning of its own, else in double quotes.</summary>
    public static string? Word(string text) => IsPlain(text) ? text : Quoted(text);

    /// <summary>Words in double quotes.</summary>
    public static string? Quoted(string text) =>
        TextForm.IsQuotable(text)
            ? $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal)}\""
            : null;

    private static bool IsPlain(string text) =>
        text.Length > 0 && char.IsLetterOrDigit(text[0]) && !Keywords.IsReserved(text) && text != "percent" && !Literals.Scales.Any(s => s.Word == text)
        && text.All(c => (char.IsLetterOrDigit(c) && !char.IsSurrogate(c)) || c is '-' or '_' or '.' or ':' or '+' or '/');
}
