namespace DataCatalog.Core.Licensing.ShortForm;

/// <summary>What a token is.</summary>
internal enum TokenKind
{
    /// <summary>A keyword, name, number, date or duration.</summary>
    Word,

    /// <summary>Words in double quotes.</summary>
    Quoted,

    /// <summary>An IRI in angle brackets.</summary>
    Iri,

    /// <summary>A sign.</summary>
    Sign,

    /// <summary>Nothing follows.</summary>
    End,
}

/// <summary>A token of the text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its text, without quotes or brackets.</param>
/// <param name="At">Where it begins.</param>
/// <param name="FirstOnLine">Whether nothing but white space stands before it on its line.</param>
internal readonly record struct Token(TokenKind Kind, string Text, At At, bool FirstOnLine)
{
    /// <summary>Whether it is this keyword.</summary>
    public bool Is(string word) => Kind == TokenKind.Word && Text == word;

    /// <summary>Whether it is this sign.</summary>
    public bool IsSign(string sign) => Kind == TokenKind.Sign && Text == sign;

    /// <summary>What a refusal shows of it; null at the end.</summary>
    public string? Shown => Kind switch
    {
        TokenKind.End => null,
        TokenKind.Quoted => $"\"{Text}\"",
        TokenKind.Iri => $"<{Text}>",
        _ => Text,
    };
}
