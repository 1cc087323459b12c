using DataCatalog.Core.Licensing.Odrl;

namespace DataCatalog.Core.Licensing.UseCheck.Constraints;

/// <summary>An operator (ODRL 2.2 vocabulary, section 3.9) over the values given and the values required.</summary>
/// <remarks>
/// Most operators look at one given value at a time; where there are several, each must pass, or one that passes is enough. <c>isAllOf</c> and
/// <c>hasPart</c> look at all of them together. Where a plain operator has a list to compare with, one of the list is enough; for <c>neq</c> none may be the same.
/// </remarks>
internal readonly struct Test(Operator comparison, ValueKind kind, FactSet facts, bool any)
{
    public Satisfaction Evaluate(IReadOnlyList<Value> given, IReadOnlyList<Value> required)
    {
        if (comparison is Operator.IsAllOf or Operator.HasPart) return Together(given, required);
        Satisfaction result = any ? Satisfaction.No : Satisfaction.Yes;
        for (int i = 0; i < given.Count; i++)
        {
            Satisfaction one = comparison is Operator.Neq or Operator.IsNoneOf ? None(given[i], required) : Some(given[i], required);
            result = any ? Kleene.Or(result, one) : Kleene.And(result, one);
        }

        return result;
    }

    private Satisfaction Some(in Value given, IReadOnlyList<Value> required)
    {
        Satisfaction result = Satisfaction.No;
        for (int i = 0; i < required.Count && result != Satisfaction.Yes; i++) result = Kleene.Or(result, One(given, required[i]));
        return result;
    }

    // Not within by any part is the contrary of within as a whole, and the other way about.
    private Satisfaction None(in Value given, IReadOnlyList<Value> required)
    {
        Satisfaction result = Satisfaction.Yes;
        for (int i = 0; i < required.Count && result != Satisfaction.No; i++) result = Kleene.And(result, Kleene.Not(kind.Equal(given, required[i], !any)));
        return result;
    }

    private Satisfaction Together(IReadOnlyList<Value> given, IReadOnlyList<Value> required)
    {
        Satisfaction all = Satisfaction.Yes;
        for (int r = 0; r < required.Count; r++)
        {
            Satisfaction found = Satisfaction.No;
            for (int g = 0; g < given.Count; g++)
            {
                Satisfaction one = comparison == Operator.HasPart ? kind.Within(required[r], given[g], facts, false) : kind.Equal(given[g], required[r], any);
                found = Kleene.Or(found, one);
            }

            all = Kleene.And(all, found);
        }

        return all;
    }

    private Satisfaction One(in Value given, in Value required) => comparison switch
    {
        Operator.Lt => kind.Less(given, required),
        Operator.Lteq => kind.LessOrEqual(given, required),
        Operator.Gt => Kleene.Not(kind.LessOrEqual(given, required)),
        Operator.Gteq => Kleene.Not(kind.Less(given, required)),
        Operator.IsA or Operator.IsPartOf => kind.Within(given, required, facts, any),
        _ => kind.Equal(given, required, any),
    };
}
