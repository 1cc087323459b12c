using System.Text.Json;
using DataCatalog.Core.Common;
using DataCatalog.Core.Licensing.Odrl;

namespace DataCatalog.Core.Licensing.ShortForm;

/// <summary>
/// Terms in the short form, for those who do not know ODRL: as text (<c>permit train for consortium naver-cloud in KR until 2027-12-31</c>) and
/// as JSON (<c>schemas/terms-short-form.schema.json</c>). Both say the same part of ODRL 2.2 and its profile; <c>docs/terms.md</c> teaches them.
/// </summary>
public static class ShortTerms
{
    /// <summary>Reads the text form.</summary>
    /// <param name="text">Statements separated by semicolons or new lines.</param>
    /// <param name="uid">IRI of the policy to make.</param>
    /// <param name="zone">The programme's time zone, in which days begin and end.</param>
    /// <param name="field">The input field, for refusals.</param>
    /// <exception cref="DomainException"><c>short-form-syntax</c> and its like, with line and column.</exception>
    public static Policy Parse(string text, string uid, TimeZoneInfo zone, string field = "Short")
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > Tokenizer.Longest) throw TooLarge(field, Tokenizer.Longest, LocalizedText.Of("글자", "characters", field, 20));
        return TextParser.Read(text, uid, zone, field);
    }

    /// <summary>Reads the JSON form.</summary>
    /// <param name="terms">The object.</param>
    /// <param name="uid">IRI of the policy to make.</param>
    /// <param name="zone">The programme's time zone, in which days begin and end.</param>
    /// <param name="field">The input field, for refusals.</param>
    /// <exception cref="DomainException"><c>short-form-syntax</c> and its like, with the path.</exception>
    public static Policy Read(JsonElement terms, string uid, TimeZoneInfo zone, string field = "ShortForm") => new JsonReader(new Literals(zone)).Read(terms, uid, new At(field));

    /// <summary>A policy as text, or null where it says something that the short form cannot; what is read back from it equals the policy.</summary>
    public static string? Write(Policy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return PolicyWriter.Write(policy);
    }

    /// <summary>A policy as an object of the JSON form, or null where it says something that the short form cannot.</summary>
    public static System.Text.Json.Nodes.JsonObject? WriteJson(Policy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return PolicyWriter.Write(policy) is null ? null : JsonWriter.Write(policy);
    }

    internal static DomainException TooLarge(string field, int most, LocalizedText what) => new(ShortFormErrors.TooLarge, field, most, what);
}
