using DataCatalog.Core.Common;
using DataCatalog.Core.Licensing.Odrl.JsonLd;

namespace DataCatalog.Core.Licensing.Odrl.Reading;

/// <summary>What the readers of one document share: how strict they are, what they have used, and how they refuse.</summary>
/// <param name="field">Input field that the document came in.</param>
/// <param name="strictness">How strict.</param>
internal sealed class ReadingScope(string field, Strictness strictness)
{
    private readonly HashSet<LdNode> used = [];
    private readonly List<LdNode> within = [];
    private long parts;
    private bool full;

    // Around the logic of a policy stand its node and its rule's; in it stands what is compared.
    private const int Frame = 3;

    // A part that cannot be read takes as long as many that can.
    private const int CostOfSlip = 10;

    /// <summary>How strict.</summary>
    public Strictness Strictness => strictness;

    /// <summary>Known actions and operands; what the document declares is added before its rules are read.</summary>
    public OdrlVocabulary Vocabulary { get; set; } = OdrlVocabulary.Default;

    /// <summary>The refusal of a path for a reason.</summary>
    public DomainException Invalid(string path, string why) => new(LicensingErrors.OdrlInvalid, field + path, path.Length == 0 ? "/" : path, why);

    /// <summary>Whether a node has been read as a part of the policy.</summary>
    public bool IsUsed(LdNode node) => used.Contains(node);

    /// <summary>Counts a part and notes the node as read.</summary>
    public void Use(LdNode node)
    {
        used.Add(node);
        Count(1, node.Path);
    }

    /// <summary>Counts parts, so that a small document that refers to the same node over and over stays small here.</summary>
    public void Count(long more, string path)
    {
        parts += more;
        full |= parts > PolicyLimits.MostParts;
        if (full) throw Invalid(path, $"the policy has more than {PolicyLimits.MostParts} parts");
    }

    /// <summary>Reads a node that may hold others of its kind: not deeper than the limit, and not itself.</summary>
    public T Within<T>(LdNode node, string path, Func<T> read)
    {
        if (within.Contains(node)) throw Invalid(path, "it leads back to itself");
        if (within.Count == PolicyLimits.MostLevels + Frame) throw Invalid(path, $"it lies more than {PolicyLimits.MostLevels} levels deep");
        within.Add(node);
        Use(node);
        T result = read();
        within.RemoveAt(within.Count - 1);
        return result;
    }

    /// <summary>Reads a part; where only the form matters and it cannot be read, something stands in its place, so that one slip does not hide the rest.</summary>
    /// <remarks>A document that is too large stays refused: reading on would take as long as its author likes.</remarks>
    public T Or<T>(Func<T> read, Func<string, T> standIn)
    {
        if (strictness == Strictness.Terms) return read();
        int level = within.Count;
        try
        {
            return read();
        }
        catch (DomainException wrong) when (!full)
        {
            within.RemoveRange(level, within.Count - level);
            Count(CostOfSlip, "");
            return standIn(wrong.Message);
        }
    }

    /// <summary>The node of a value that must be one.</summary>
    public LdNode Node(LdItem item, string what) => item is LdReference reference ? reference.Node : throw Invalid(item.Path, $"{what} is an object or an IRI");

    /// <summary>The node of a value that must be one and must be written out in the document.</summary>
    public LdNode Defined(LdItem item, string what) =>
        Node(item, what) is { IsDefined: true } node ? node : item is LdReference { Node: { Id: null } empty } ? empty : throw Invalid(item.Path, $"{what} must be written out in the same document");

    /// <summary>The IRI of a value that must be one.</summary>
    public string Iri(LdItem item, string what) => item switch
    {
        LdReference { Node.Iri: { } iri } => iri,
        LdLiteral { Kind: System.Text.Json.JsonValueKind.String, Language: null } literal when literal.Context.Term(literal.Text) is { } full && full.Contains(':', StringComparison.Ordinal) => full,
        _ => throw Invalid(item.Path, $"{what} is an IRI"),
    };

    /// <summary>The one value of a property, or null; more than one is refused.</summary>
    public LdItem? Single(LdNode node, string property)
    {
        List<LdItem> values = [.. node.Values(property)];
        return values.Count <= 1 ? values.FirstOrDefault() : throw Invalid(values[1].Path, "it may be given once only");
    }
}
