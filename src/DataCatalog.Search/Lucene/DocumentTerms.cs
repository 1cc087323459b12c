using DataCatalog.Search.Text;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace DataCatalog.Search.Lucene;

/// <summary>Feeds the terms of a document's texts to the index, each as often as its text weighs.</summary>
internal sealed class DocumentTerms : TokenStream
{
    // Wide enough that no phrase spans two texts.
    private const int Gap = 100;

    private readonly ICharTermAttribute term;
    private readonly IPositionIncrementAttribute increment;
    private readonly List<(TextTerm Term, int Weight)> terms = [];
    private int nextPosition;
    private int at;
    private int repeated;
    private int position;

    /// <summary>A stream without terms.</summary>
    public DocumentTerms()
    {
        term = AddAttribute<ICharTermAttribute>();
        increment = AddAttribute<IPositionIncrementAttribute>();
    }

    /// <summary>Adds a text.</summary>
    public void Add(string? text, int weight)
    {
        if (string.IsNullOrEmpty(text)) return;
        foreach (TextTerm found in TextTerms.Of(TextScanner.Compose(text), ref nextPosition)) terms.Add((found, weight));
        nextPosition += Gap;
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        (at, repeated, position) = (0, 0, -1);
    }

    /// <inheritdoc/>
    public override bool IncrementToken()
    {
        if (at == terms.Count) return false;
        ClearAttributes();
        (TextTerm current, int weight) = terms[at];
        term.SetEmpty().Append(current.Term);
        increment.PositionIncrement = current.Position - position;
        position = current.Position;
        if (++repeated < weight) return true;
        (at, repeated) = (at + 1, 0);
        return true;
    }
}
