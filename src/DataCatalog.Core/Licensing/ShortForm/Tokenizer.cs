using System.Text;
using DataCatalog.Core.Common;

namespace DataCatalog.Core.Licensing.ShortForm;

/// <summary>Divides the text into tokens, once from left to right.</summary>
internal sealed class Tokenizer(string text, string input)
{
    /// <summary>Longest text that is read, in UTF-16 units.</summary>
    public const int Longest = 256 * 1024;

    private readonly List<Token> tokens = [];
    private int position;
    private int line = 1;
    private int lineStart;
    private bool firstOnLine = true;

    /// <summary>The tokens, of which the last is the end.</summary>
    /// <exception cref="DomainException">A character, quotation or IRI that cannot be read, with its place.</exception>
    public List<Token> Read()
    {
        while (position < text.Length) ReadOne();
        Add(TokenKind.End, "", Here);
        return tokens;
    }

    private At Here => new(input, line, position - lineStart + 1);

    private void ReadOne()
    {
        char c = text[position];
        if (c == '\n') NextLine();
        else if (c is ' ' or '\t' or '\r' or '\u00A0' or '\u3000') position++;
        else if (c == '#') while (position < text.Length && text[position] != '\n') position++;
        else if (c == '"') ReadQuoted();
        else if (c == '<' && position + 1 < text.Length && char.IsAsciiLetter(text[position + 1])) ReadIri();
        else if (SignAt(position) is { } sign) ReadSign(sign);
        else ReadWord();
    }

    private void NextLine()
    {
        position++;
        line++;
        lineStart = position;
        firstOnLine = true;
    }

    private void ReadSign(string sign)
    {
        Add(TokenKind.Sign, sign, Here);
        position += sign.Length;
    }

    private void ReadWord()
    {
        At at = Here;
        int start = position;
        while (position < text.Length && IsWordPart(text[position])) position++;
        if (position == start) throw at.Expected(Expectations.SafeCharacter, $"U+{(int)text[position]:X4}");
        string word = text[start..position];
        if (HasThousands(word)) throw at.Expected(Expectations.Number, text[start..(position + 4)]);
        Add(TokenKind.Word, word, at);
    }

    // "100,000" is meant as one number, and a list of 100 and 000 is what would be read.
    private bool HasThousands(string word) =>
        word.Length <= 3 && word.All(char.IsAsciiDigit) && position + 3 < text.Length && text[position] == ','
        && char.IsAsciiDigit(text[position + 1]) && char.IsAsciiDigit(text[position + 2]) && char.IsAsciiDigit(text[position + 3]);

    private void ReadQuoted()
    {
        At at = Here;
        position++;
        var words = new StringBuilder();
        while (true)
        {
            if (position >= text.Length || text[position] == '\n') throw at.Expected(Expectations.EndOfQuote, position >= text.Length ? null : "\\n");
            char c = text[position];
            if (c == '"') break;
            if (c == '\\') c = ReadEscape();
            else if (!IsSafe(position)) throw Here.Expected(Expectations.SafeCharacter, $"U+{(int)c:X4}");
            words.Append(c);
            position++;
        }

        position++;
        Add(TokenKind.Quoted, words.ToString(), at);
    }

    private char ReadEscape()
    {
        At at = Here;
        position++;
        char c = position < text.Length ? text[position] : '\0';
        return c switch
        {
            '"' or '\\' => c,
            'n' => '\n',
            't' => '\t',
            _ => throw at.Expected(Expectations.Escape, position < text.Length && IsSafe(position) ? c.ToString() : null),
        };
    }

    private void ReadIri()
    {
        At at = Here;
        int start = ++position;
        while (position < text.Length && text[position] != '>' && IriForm.Holds(text[position])) position++;
        string iri = text[start..position];
        if (position >= text.Length || text[position] != '>' || !IriForm.IsIri(iri)) throw at.Expected(Expectations.EndOfIri, "<" + iri);
        position++;
        Add(TokenKind.Iri, iri, at);
    }

    private void Add(TokenKind kind, string value, At at)
    {
        tokens.Add(new Token(kind, value, at, firstOnLine));
        firstOnLine = false;
    }

    private string? SignAt(int index)
    {
        char next = index + 1 < text.Length ? text[index + 1] : '\0';
        return text[index] switch
        {
            ';' => ";",
            ',' => ",",
            '(' => "(",
            ')' => ")",
            '[' => "[",
            ']' => "]",
            '=' => "=",
            '<' => next == '=' ? "<=" : "<",
            '>' => next == '=' ? ">=" : ">",
            '!' when next == '=' => "!=",
            _ => null,
        };
    }

    private bool IsWordPart(char c) => (char.IsLetterOrDigit(c) || c is '-' or '_' or '.' or ':' or '+' or '/' or '%' or '@' or '~') && IsSafe(position);

    private bool IsSafe(int index) => TextForm.IsSafe(text, index);
}
