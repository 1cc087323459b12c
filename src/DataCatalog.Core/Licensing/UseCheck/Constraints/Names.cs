using DataCatalog.Core.Licensing.Odrl;

namespace DataCatalog.Core.Licensing.UseCheck.Constraints;

/// <summary>IRIs and words: the same where written the same; wider and narrower as the vocabulary or the facts say.</summary>
/// <param name="includes">Whether a term (first) is or includes another (second).</param>
/// <param name="iri">The IRI that a word without a colon stands for, or the word itself.</param>
internal sealed class Names(Func<string, string, bool> includes, Func<string, string>? iri = null) : ValueKind
{
    public override Satisfaction Equal(in Value given, in Value required, bool any) => Kleene.Of(Same(given.Text, required.Text));

    public override Satisfaction Within(in Value given, in Value required, FactSet facts, bool any) => Kleene.Of(
        Same(given.Text, required.Text) || facts.IsWithin(given.Text, required.Text) || includes(Iri(required.Text), Iri(given.Text)));

    private bool Same(string given, string required) =>
        string.Equals(given, required, StringComparison.Ordinal) || (iri is not null && string.Equals(Iri(given), Iri(required), StringComparison.Ordinal));

    private string Iri(string text) => iri is null || text.Contains(':', StringComparison.Ordinal) ? text : iri(text);
}
