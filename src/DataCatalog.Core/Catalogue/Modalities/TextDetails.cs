using DataCatalog.Core.Common;

namespace DataCatalog.Core.Catalogue.Modalities;

/// <summary>What a version holds of text. A fact that is not known is absent, never zero (domain rule 2).</summary>
public sealed record TextDetails
{
    /// <summary>Number of documents.</summary>
    public long? Documents { get; init; }

    /// <summary>Number of tokens, as <see cref="Tokenizer"/> counts them.</summary>
    public long? Tokens { get; init; }

    /// <summary>Name of the tokenizer that counted.</summary>
    public string? Tokenizer { get; init; }

    /// <summary>Unicode characters.</summary>
    public long? Characters { get; init; }

    /// <summary>Bytes of UTF-8 text, uncompressed.</summary>
    public long? Bytes { get; init; }

    // Kept, so that details without a known fact are not taken for no details.
    private bool Present { get; init; } = true;

    /// <summary>Checks the facts.</summary>
    public TextDetails Checked(string field)
    {
        Check.NotNegative(Documents, field + "/Documents");
        Check.NotNegative(Tokens, field + "/Tokens");
        Check.NotNegative(Characters, field + "/Characters");
        Check.NotNegative(Bytes, field + "/Bytes");
        return this with { Tokenizer = Check.OptionalText(Tokenizer, field + "/Tokenizer", 200) };
    }
}
