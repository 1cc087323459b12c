using DataCatalog.Core.Licensing.Odrl;

namespace DataCatalog.Core.Licensing.UseCheck.Constraints;

/// <summary>IRIs and words: the same where written the same; wider and narrower as the vocabulary or the facts say.</summary>
internal sealed class Names(Func<string, string, bool> includes) : ValueKind
{
    public override Satisfaction Equal(in Value given, in Value required, bool any) => Kleene.Of(string.Equals(given.Text, required.Text, StringComparison.Ordinal));

    public override Satisfaction Within(in Value given, in Value required, FactSet facts, bool any) => Kleene.Of(
        string.Equals(given.Text, required.Text, StringComparison.Ordinal) || facts.IsWithin(given.Text, required.Text) || includes(required.Text, given.Text));
}
