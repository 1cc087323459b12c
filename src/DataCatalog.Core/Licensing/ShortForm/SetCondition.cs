using DataCatalog.Core.Common;
using DataCatalog.Core.Licensing.Odrl;
using DataCatalog.Core.Licensing.Published;
using ValueType = DataCatalog.Core.Licensing.Odrl.ValueType;

namespace DataCatalog.Core.Licensing.ShortForm;

/// <summary>A condition that lists what is meant: <c>in KR, JP</c>, <c>purpose research</c>, <c>to model KEY</c>.</summary>
/// <param name="Words">Its keywords.</param>
/// <param name="Property">Its name in JSON.</param>
/// <param name="Operand">IRI of its left operand.</param>
/// <param name="Prefix">What IRIs of its values begin with, or null where they are names.</param>
internal sealed record SetCondition(IReadOnlyList<string> Words, string Property, string Operand, string? Prefix)
{
    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<SetCondition> All =
    [
        new(["in"], "in", Operands.Spatial, Operands.Territory),
        new(["purpose"], "purpose", Operands.Purpose, null),
        new(["media"], "media", Operands.Media, null),
        new(["language"], "language", Operands.Language, null),
        new(["industry"], "industry", Operands.Industry, null),
        new(["to", "model"], "toModel", Operands.Product, Iris.Model("")),
        new(["to", "consortium"], "toConsortium", Operands.Recipient, Iris.Consortium("")),
        new(["to", "organisation"], "toOrganisation", Operands.Recipient, Iris.Organisation("")),
        new(["released", "as"], "releasedAs", Operands.ReleaseLicence, Iris.Licence("")),
    ];

    /// <summary>The value of an item.</summary>
    public Value Read(Item item)
    {
        if (Expected(item) is { } expected) throw item.At.Expected(expected, item.Text);
        if (Prefix is not null) return Value.OfIri(Prefix + item.Text);
        return item.Kind != TokenKind.Iri && IsKnownPurpose(item.Text) ? Value.OfIri(Purposes.Prefix + item.Text) : Literals.Name(item);
    }

    /// <summary>The item's text of a value: without the prefix; null where the condition cannot say it.</summary>
    public (TokenKind Kind, string Text)? Written(Value value)
    {
        if (value.Type is not (ValueType.Text or ValueType.Iri)) return null;
        if (value.Type == ValueType.Text && IsKnownPurpose(value.Text)) return null;
        if (value.Text.StartsWith(Purposes.Prefix, StringComparison.Ordinal) && IsKnownPurpose(value.Text[Purposes.Prefix.Length..])) return (TokenKind.Quoted, value.Text[Purposes.Prefix.Length..]);
        if (Prefix is not null && (value.Type != ValueType.Iri || !value.Text.StartsWith(Prefix, StringComparison.Ordinal))) return null;
        TokenKind kind = Prefix is null && value.Type == ValueType.Iri ? TokenKind.Iri : TokenKind.Quoted;
        string text = Prefix is null ? value.Text : value.Text[Prefix.Length..];
        return Expected(new Item(kind, text, default)) is null && (kind == TokenKind.Iri ? IriForm.IsIri(text) : TextForm.IsQuotable(text)) ? (kind, text) : null;
    }

    // Purposes that published licences tell apart are IRIs of the profile; others are names.
    private bool IsKnownPurpose(string text) => Operand == Operands.Purpose && Purposes.Named(text) != text;

    // What is missing, or null where the item is right.
    private LocalizedText? Expected(Item item) => Operand switch
    {
        Operands.Spatial => item.Kind != TokenKind.Iri && Vocabulary.IsTerritory(item.Text) ? null : Expectations.Territory,
        Operands.Language => item.Kind != TokenKind.Iri && LanguageTags.Fault(item.Text) is null ? null : Expectations.LanguageTag,
        Operands.ReleaseLicence => item.Kind != TokenKind.Iri && IriForm.IsIri(Prefix + item.Text) ? null : Expectations.Name,
        _ when Prefix is not null => item.Kind != TokenKind.Iri && KeyForm.IsKey(item.Text) ? null : Expectations.Key,
        _ => item.Text.Length > 0 ? null : Expectations.Name,
    };
}
