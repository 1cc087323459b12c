using System.Diagnostics.CodeAnalysis;
using DataCatalog.Core.Common;

namespace DataCatalog.Core.Licensing.Published;

/// <summary>An SPDX licence expression (SPDX 3.0, annex on licence expressions); equal where written the same in canonical spelling.</summary>
public abstract class LicenceExpression : IEquatable<LicenceExpression>
{
    /// <summary>Most characters of an expression.</summary>
    public const int LongestText = 5000;

    /// <summary>Most licences in an expression.</summary>
    public const int MostLicences = 100;

    /// <summary>Deepest nesting of parentheses.</summary>
    public const int DeepestNesting = 50;

    private protected LicenceExpression() { }

    /// <summary>Each licence, in order, as often as it stands there.</summary>
    public abstract IEnumerable<LicenceTerm> Terms { get; }

    /// <summary>Reads an expression; identifiers in any case, operators in capitals or all lower-case.</summary>
    public static LicenceExpression Parse(string text) => new LicenceExpressionParser(text).Parse();

    /// <summary>Reads an expression, or says that the text is none.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out LicenceExpression? expression)
    {
        expression = null;
        if (string.IsNullOrWhiteSpace(text)) return false;
        try
        {
            expression = Parse(text);
            return true;
        }
        catch (DomainException)
        {
            return false;
        }
    }

    /// <summary>All of the parts apply; parts that are such lists themselves are taken up into it.</summary>
    public static LicenceExpression AllOf(IEnumerable<LicenceExpression> parts) => Join(parts, choice: false);

    /// <summary>The licensee chooses one of the parts; parts that are such lists themselves are taken up into it.</summary>
    public static LicenceExpression AnyOf(IEnumerable<LicenceExpression> parts) => Join(parts, choice: true);

    /// <summary>The same in one form, whatever the order and repetition: parts sorted, each once.</summary>
    public abstract LicenceExpression Canonical();

    /// <inheritdoc/>
    public bool Equals(LicenceExpression? other) => other is not null && ToString() == other.ToString();

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as LicenceExpression);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(ToString()!);

    private static LicenceExpression Join(IEnumerable<LicenceExpression> parts, bool choice)
    {
        LicenceExpression[] flat = [.. parts.SelectMany(p => p is LicenceList list && list.Choice == choice ? list.Parts : [p])];
        return flat.Length == 1 ? flat[0] : new LicenceList(choice, flat);
    }
}

/// <summary>One licence, perhaps with an addition.</summary>
public sealed class LicenceTerm : LicenceExpression
{
    internal LicenceTerm(string id, bool orLater, string? addition) => (Id, OrLater, Addition) = (id, orLater, addition);

    /// <summary>Identifier in canonical spelling, or a reference: <c>LicenseRef-…</c>, <c>DocumentRef-…:LicenseRef-…</c>.</summary>
    public string Id { get; }

    /// <summary>Whether a <c>+</c> lets the licensee choose a later version.</summary>
    public bool OrLater { get; }

    /// <summary>What stands after <c>WITH</c>: an exception or an <c>AdditionRef-…</c>; or null.</summary>
    public string? Addition { get; }

    /// <inheritdoc/>
    public override IEnumerable<LicenceTerm> Terms => [this];

    /// <inheritdoc/>
    public override LicenceExpression Canonical() => this;

    /// <inheritdoc/>
    public override string ToString() => Id + (OrLater ? "+" : "") + (Addition is null ? "" : " WITH " + Addition);
}

/// <summary>Two or more expressions joined.</summary>
public sealed class LicenceList : LicenceExpression
{
    internal LicenceList(bool choice, IReadOnlyList<LicenceExpression> parts) => (Choice, Parts) = (choice, parts);

    /// <summary>Whether the licensee chooses one (<c>OR</c>); else all apply (<c>AND</c>).</summary>
    public bool Choice { get; }

    /// <summary>What is joined; never a list of the same kind.</summary>
    public IReadOnlyList<LicenceExpression> Parts { get; }

    /// <inheritdoc/>
    public override IEnumerable<LicenceTerm> Terms => Parts.SelectMany(p => p.Terms);

    /// <inheritdoc/>
    public override LicenceExpression Canonical()
    {
        IEnumerable<LicenceExpression> parts = Parts.Select(p => p.Canonical()).DistinctBy(p => p.ToString()).OrderBy(p => p.ToString(), StringComparer.Ordinal);
        return Choice ? AnyOf(parts) : AllOf(parts);
    }

    /// <inheritdoc/>
    public override string ToString() => string.Join(Choice ? " OR " : " AND ", Parts.Select(p => !Choice && p is LicenceList ? $"({p})" : p.ToString()));
}
