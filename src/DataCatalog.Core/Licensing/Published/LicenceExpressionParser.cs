using System.Globalization;
using DataCatalog.Core.Common;

namespace DataCatalog.Core.Licensing.Published;

/// <summary>Reads SPDX licence expressions: <c>+</c> binds closest, then WITH, AND, OR; recursion goes as deep as the parentheses, which are counted.</summary>
internal sealed class LicenceExpressionParser(string text)
{
    private readonly string text = text;
    private int position;
    private int licences;

    /// <summary>The whole text as one expression.</summary>
    public LicenceExpression Parse()
    {
        if (text.Length > LicenceExpression.LongestText) throw TooLarge();
        LicenceExpression expression = Choice(0);
        SkipSpace();
        if (position == text.Length) return expression;
        throw text[position] == ')' ? new DomainException(PublishedErrors.ParenthesisUnmatched, null, position + 1) : Fault(PublishedErrors.OperatorExpected);
    }

    private LicenceExpression Choice(int depth)
    {
        var parts = new List<LicenceExpression> { All(depth) };
        while (TakeOperator("OR", "or")) parts.Add(All(depth));
        return LicenceExpression.AnyOf(parts);
    }

    private LicenceExpression All(int depth)
    {
        var parts = new List<LicenceExpression> { Part(depth) };
        while (TakeOperator("AND", "and")) parts.Add(Part(depth));
        return LicenceExpression.AllOf(parts);
    }

    private LicenceExpression Part(int depth)
    {
        SkipSpace();
        if (position == text.Length || text[position] != '(') return Term();
        if (depth == LicenceExpression.DeepestNesting) throw TooLarge();
        int opened = position++;
        LicenceExpression inner = Choice(depth + 1);
        SkipSpace();
        if (position == text.Length) throw new DomainException(PublishedErrors.ParenthesisUnmatched, null, opened + 1);
        if (text[position] != ')') throw Fault(PublishedErrors.OperatorExpected);
        position++;
        return inner;
    }

    private LicenceTerm Term()
    {
        (string word, int start) = Word();
        if (word.Length == 0 || IsOperator(word)) throw Fault(PublishedErrors.LicenceExpected, start);
        if (++licences > LicenceExpression.MostLicences) throw TooLarge();
        bool reference = IsReference(word, "LicenseRef-");
        string id = reference ? word : SpdxLicences.Canonical(word) ?? throw new DomainException(PublishedErrors.LicenceUnknown, null, start + 1, Cut(word));
        bool later = !reference && position < text.Length && text[position] == '+';
        if (later) position++;
        if (!TakeOperator("WITH", "with")) return new LicenceTerm(id, later, null);
        (string addition, int from) = Word();
        if (addition.Length == 0 || IsOperator(addition)) throw Fault(PublishedErrors.LicenceExpected, from);
        string known = IsReference(addition, "AdditionRef-") ? addition
            : SpdxExceptions.Canonical(addition) ?? throw new DomainException(PublishedErrors.AdditionUnknown, null, from + 1, Cut(addition));
        return new LicenceTerm(id, later, known);
    }

    // [DocumentRef-idstring:]Prefix-idstring; the prefixes are matched with their case.
    private static bool IsReference(string word, string prefix)
    {
        string own = word;
        if (word.StartsWith("DocumentRef-", StringComparison.Ordinal))
        {
            int colon = word.IndexOf(':', StringComparison.Ordinal);
            if (colon <= "DocumentRef-".Length) return false;
            own = word[(colon + 1)..];
        }

        return own.StartsWith(prefix, StringComparison.Ordinal) && own.Length > prefix.Length && !own.Contains(':', StringComparison.Ordinal);
    }

    private (string Word, int Start) Word()
    {
        SkipSpace();
        int start = position;
        while (position < text.Length && IsWord(text[position])) position++;
        if (position < text.Length && !IsWord(text[position]) && text[position] is not ('(' or ')' or '+') && !char.IsWhiteSpace(text[position]))
        {
            throw new DomainException(PublishedErrors.CharacterUnknown, null, position + 1, At(position));
        }

        return (text[start..position], start);
    }

    private bool TakeOperator(string upper, string lower)
    {
        int before = position;
        (string word, _) = Word();
        if (word == upper || word == lower) return true;
        position = before;
        return false;
    }

    private void SkipSpace()
    {
        while (position < text.Length && text[position] is ' ' or '\t' or '\r' or '\n') position++;
    }

    private DomainException Fault(ErrorCode error, int? at = null)
    {
        position = at ?? position;
        (string word, int start) = Word();
        return new DomainException(error, null, start + 1, word.Length > 0 ? Cut(word) : start < text.Length ? At(start) : "");
    }

    // What cannot be shown by itself is named by its code.
    private string At(int index) =>
        index + 1 < text.Length && char.IsSurrogatePair(text[index], text[index + 1]) ? text.Substring(index, 2)
        : char.IsControl(text[index]) || char.IsSurrogate(text[index]) || char.IsWhiteSpace(text[index]) ? string.Create(CultureInfo.InvariantCulture, $"U+{(int)text[index]:X4}")
        : text[index].ToString();

    private static string Cut(string word) => word.Length <= 80 ? word : word[..80] + "…";

    private static bool IsWord(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or ':';

    private static bool IsOperator(string word) => word is "AND" or "and" or "OR" or "or" or "WITH" or "with";

    /// <summary>The refusal of an expression beyond a limit.</summary>
    internal static DomainException TooLarge() => new(PublishedErrors.ExpressionTooLarge, null,
        LicenceExpression.LongestText, LicenceExpression.MostLicences, LicenceExpression.DeepestNesting, ActionTerms.MostChoices);
}
