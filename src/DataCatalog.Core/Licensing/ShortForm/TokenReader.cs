using DataCatalog.Core.Common;

namespace DataCatalog.Core.Licensing.ShortForm;

/// <summary>Reads tokens one after the other.</summary>
/// <param name="tokens">The tokens, of which the last is the end.</param>
internal sealed class TokenReader(IReadOnlyList<Token> tokens)
{
    private int position;

    /// <summary>The next token; the end stays.</summary>
    public Token Next => tokens[position];

    /// <summary>Takes the next token.</summary>
    public Token Take()
    {
        Token token = Next;
        if (token.Kind != TokenKind.End) position++;
        return token;
    }

    /// <summary>Takes the words where they follow one after the other.</summary>
    public bool Try(params IReadOnlyList<string> words)
    {
        for (int i = 0; i < words.Count; i++)
        {
            if (!tokens[Math.Min(position + i, tokens.Count - 1)].Is(words[i])) return false;
        }

        position += words.Count;
        return true;
    }

    /// <summary>Takes a sign where it follows.</summary>
    public bool TrySign(string sign)
    {
        if (!Next.IsSign(sign)) return false;
        position++;
        return true;
    }

    /// <summary>Takes a word that must follow.</summary>
    public void Must(string word)
    {
        if (!Try(word)) throw Expected(Expectations.Exactly(word));
    }

    /// <summary>Takes a sign that must follow.</summary>
    public void MustSign(string sign)
    {
        if (!TrySign(sign)) throw Expected(Expectations.Exactly(sign));
    }

    /// <summary>Takes a word, a quotation or an IRI; a word that is a keyword is none.</summary>
    public Item TakeItem(LocalizedText expected)
    {
        Token token = Next;
        bool item = token.Kind is TokenKind.Quoted or TokenKind.Iri || (token.Kind == TokenKind.Word && !Keywords.IsReserved(token.Text));
        if (!item) throw Expected(expected);
        Take();
        return new Item(token.Kind, token.Text, token.At);
    }

    /// <summary>The refusal of the next token.</summary>
    public DomainException Expected(LocalizedText what) => Next.At.Expected(what, Next.Shown);
}
