using System.Text.Json;
using DataCatalog.Core.Common;

namespace DataCatalog.Core.Licensing.ShortForm;

/// <summary>A part of the JSON form with its path, read strictly.</summary>
internal readonly record struct JsonEntry(JsonElement Value, At At)
{
    /// <summary>The properties of an object, each of them known and named once.</summary>
    public Dictionary<string, JsonEntry> Properties(params IEnumerable<string> known)
    {
        if (Value.ValueKind != JsonValueKind.Object) throw Refused(Expectations.JsonObject);
        var properties = new Dictionary<string, JsonEntry>(StringComparer.Ordinal);
        foreach (JsonProperty property in Value.EnumerateObject())
        {
            string name = Safe(() => property.Name) ?? throw At.Expected(Expectations.SafeCharacter, "\\u");
            if (!known.Contains(name, StringComparer.Ordinal)) throw (TextForm.IsQuotable(name) ? At.Down(name) : At).Expected(Expectations.OneOf(known), name);
            if (!properties.TryAdd(name, new JsonEntry(property.Value, At.Down(name)))) throw At.Down(name).Expected(Expectations.OnlyOnce, name);
        }

        return properties;
    }

    /// <summary>The entries of a list that has one at least.</summary>
    public List<JsonEntry> List()
    {
        if (Value.ValueKind != JsonValueKind.Array || Value.GetArrayLength() == 0) throw Refused(Expectations.JsonList);
        At at = At;
        return [.. Value.EnumerateArray().Select((entry, index) => new JsonEntry(entry, at.Down(index)))];
    }

    /// <summary>A text of readable characters.</summary>
    public string Text()
    {
        if (Value.ValueKind != JsonValueKind.String) throw Refused(Expectations.JsonText);
        JsonElement value = Value;
        string text = Safe(value.GetString) ?? throw At.Expected(Expectations.SafeCharacter, "\\u");
        return TextForm.IsQuotable(text) ? text : throw At.Expected(Expectations.SafeCharacter, text);
    }

    /// <summary>A number.</summary>
    public decimal Number()
    {
        if (Value.ValueKind != JsonValueKind.Number || !Value.TryGetDecimal(out decimal number)) throw Refused(Expectations.Number);
        return Math.Abs(number) <= Literals.MostNumber ? number : throw Refused(Expectations.Number);
    }

    /// <summary>True or false.</summary>
    public bool Truth() => Value.ValueKind is JsonValueKind.True or JsonValueKind.False ? Value.GetBoolean() : throw Refused(Expectations.True);

    /// <summary>A text as an item: an IRI where it stands in angle brackets, else a word; <c>{"text": …}</c> is always words.</summary>
    public Item Item()
    {
        if (Value.ValueKind == JsonValueKind.Object)
        {
            return Properties("text").TryGetValue("text", out JsonEntry words) ? new Item(TokenKind.Quoted, words.Text(), At) : throw Refused(Expectations.Value);
        }

        string text = Text();
        if (text is not ['<', .. var iri, '>']) return new Item(TokenKind.Word, text, At);
        return IriForm.IsIri(iri) ? new Item(TokenKind.Iri, iri, At) : throw At.Expected(Expectations.EndOfIri, text);
    }

    /// <summary>The refusal of this.</summary>
    public DomainException Refused(LocalizedText expected) => At.Expected(expected, Value.ValueKind == JsonValueKind.Undefined ? null : Value.GetRawText());

    // JSON can escape half a surrogate pair, which .NET makes no string of.
    private static string? Safe(Func<string?> read)
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
