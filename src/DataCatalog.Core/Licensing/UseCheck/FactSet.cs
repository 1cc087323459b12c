using DataCatalog.Core.Licensing.Odrl;

namespace DataCatalog.Core.Licensing.UseCheck;

/// <summary>What is known when a question is asked: values by the full IRI of the left operand, and the duties already done; immutable.</summary>
/// <remarks>An operand with several values asks for each: a permission must cover all of them, and a prohibition of one is enough. No values are the same as not known.</remarks>
public sealed class FactSet
{
    private readonly Dictionary<string, IReadOnlyList<Value>> values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> units = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string[]> wider = new(StringComparer.Ordinal);
    private readonly HashSet<string> done = new(StringComparer.Ordinal);

    /// <summary>Nothing is known.</summary>
    public static FactSet Empty { get; } = new();

    /// <summary>The values of a left operand, or null where it is unknown. What a right operand by reference stands for is kept by the reference's IRI.</summary>
    public IReadOnlyList<Value>? this[string leftOperand] => values.GetValueOrDefault(leftOperand);

    /// <summary>IRIs of the actions of duties that are fulfilled.</summary>
    public IReadOnlyCollection<string> DutiesDone => done;

    /// <summary>The left operands that are known.</summary>
    public IReadOnlyCollection<string> Known => values.Keys;

    /// <summary>The same with one operand more.</summary>
    public FactSet With(string leftOperand, params IReadOnlyList<Value> facts)
    {
        FactSet copy = Copy();
        copy.values[leftOperand] = facts;
        return copy;
    }

    /// <summary>The same with the unit in which an operand's values are given.</summary>
    public FactSet WithUnit(string leftOperand, string unit)
    {
        FactSet copy = Copy();
        copy.units[leftOperand] = unit;
        return copy;
    }

    /// <summary>The same with what a value is an instance or a part of.</summary>
    public FactSet WithWider(string value, params string[] whole)
    {
        FactSet copy = Copy();
        copy.wider[value] = [.. copy.wider.GetValueOrDefault(value, []), .. whole];
        return copy;
    }

    /// <summary>The same with a duty's action done.</summary>
    public FactSet WithDone(string action)
    {
        FactSet copy = Copy();
        copy.done.Add(action);
        return copy;
    }

    /// <summary>The unit in which an operand's values are given, or null.</summary>
    public string? UnitOf(string leftOperand) => units.GetValueOrDefault(leftOperand);

    /// <summary>Whether a duty's action is done.</summary>
    public bool IsDone(string action) => done.Contains(action);

    /// <summary>Whether a value is an instance or a part of another, itself or through others; a circle ends where it began.</summary>
    public bool IsWithin(string value, string whole)
    {
        if (wider.Count == 0) return false;
        var seen = new HashSet<string>(StringComparer.Ordinal) { value };
        var open = new Stack<string>(seen);
        while (open.TryPop(out string? next))
        {
            foreach (string above in wider.GetValueOrDefault(next, []))
            {
                if (above == whole) return true;
                if (seen.Add(above)) open.Push(above);
            }
        }

        return false;
    }

    private FactSet Copy()
    {
        var copy = new FactSet();
        foreach ((string operand, IReadOnlyList<Value> known) in values) copy.values.Add(operand, known);
        foreach ((string operand, string unit) in units) copy.units.Add(operand, unit);
        foreach ((string value, string[] whole) in wider) copy.wider.Add(value, whole);
        copy.done.UnionWith(done);
        return copy;
    }
}
