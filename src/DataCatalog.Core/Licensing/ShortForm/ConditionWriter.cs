using DataCatalog.Core.Licensing.Odrl;
using DataCatalog.Core.Licensing.Sentences;
using ValueType = DataCatalog.Core.Licensing.Odrl.ValueType;

namespace DataCatalog.Core.Licensing.ShortForm;

/// <summary>Writes conditions as text; null where the short form cannot say one.</summary>
internal static class ConditionWriter
{
    /// <summary>One condition.</summary>
    /// <param name="constraint">The condition.</param>
    /// <param name="within">Whether it stands in square brackets.</param>
    public static string? Write(Constraint constraint, bool within)
    {
        if (constraint is { Uid: not null } or { Annotations.Count: > 0 } or Comparison { Unit.Length: 0 }) return null;
        return constraint switch
        {
            LogicalConstraint { Connective: Connective.Or, Operands.Count: > 1 } either => Either(either, within),
            Comparison { ByReference: false, DataType: null, Status: null, Right.Count: > 0 } comparison => Timing(comparison) ?? Plain(comparison, within) ?? Where(comparison),
            _ => null,
        };
    }

    /// <summary>A condition of time that a duty can have, or null.</summary>
    public static string? Timing(Constraint constraint)
    {
        if (constraint is not Comparison { Uid: null, Annotations.Count: 0, ByReference: false, DataType: null, Status: null, Unit: null, Right: [var value] } c) return null;
        return (c.LeftOperand, c.Operator, value.Type) switch
        {
            (Operands.DelayPeriod, Operator.Lteq, ValueType.Duration) when DurationForm.Parts(value.Text) is not null => $"within {value.Text}",
            (Operands.TimeInterval, Operator.Eq, ValueType.Duration) when DurationForm.Parts(value.Text) is not null => $"every {value.Text}",
            (Operands.Event, Operator.Gt or Operator.Lt, ValueType.Iri) when value.Text is Operands.End or Operands.Start => $"{Side(c)} {value.Text[Iris.Profile.Length..]}",
            (Operands.DateTime, Operator.Gt or Operator.Lt, ValueType.Day or ValueType.Instant) => $"{Side(c)} {value.Text}",
            _ => null,
        };
    }

    private static string Side(Comparison comparison) => comparison.Operator == Operator.Gt ? "after" : "before";

    /// <summary>Conditions in square brackets; empty where there are none, null where one cannot be said.</summary>
    public static string? Refinements(IReadOnlyList<Constraint> refinements)
    {
        if (refinements.Count == 0) return "";
        List<string?> parts = [.. refinements.Select(r => Write(r, within: true))];
        return parts.Contains(null) ? null : $" [{string.Join(' ', parts)}]";
    }

    private static string? Either(LogicalConstraint either, bool within)
    {
        List<string?> parts = [.. either.Operands.Select(o => o is Comparison ? Write(o, within) : null)];
        return parts.Contains(null) ? null : "either " + string.Join(" or ", parts);
    }

    private static string? Plain(Comparison c, bool within)
    {
        if (within && Conditions.IsPayment(c)) return Bare.Number(c.Right[0]) is { } amount ? $"paying {amount} {c.Unit}" : null;
        if (c is { LeftOperand: Operands.Count, Operator: Operator.Lteq, Right: [{ Type: ValueType.Number } count] }) return Counted(count, c.Unit);
        if (c.Unit is not null) return null;
        return (c.LeftOperand, c.Operator, c.Right[0].Type) switch
        {
            (Operands.DateTime, Operator.Gteq, ValueType.Day or ValueType.Instant) when c.Right.Count == 1 => $"from {c.Right[0].Text}",
            (Operands.DateTime, Operator.Lteq, ValueType.Day or ValueType.Instant) when c.Right.Count == 1 => $"until {c.Right[0].Text}",
            (Operands.Percentage, Operator.Lteq, ValueType.Number) when c.Right is [{ Number: >= 0 and <= 100 }] => Bare.Number(c.Right[0]) is { } most ? $"up to {most} percent" : null,
            (Operands.ModelSize, <= Operator.Gteq, ValueType.Number) when c.Right.Count == 1 => Bare.Number(c.Right[0]) is { } size ? $"model size {Signs.Written(c.Operator)} {size}" : null,
            (Operands.ProgrammePhase, _, _) => Phase(c),
            _ => Set(c),
        };
    }

    private static string? Counted(Value count, string? unit) =>
        Bare.Number(count) is not { } number ? null : unit is null ? $"up to {number}" : Bare.Word(unit) is { } word ? $"up to {number} {word}" : null;

    private static string? Phase(Comparison c)
    {
        List<string?> phases = [.. c.Right.Select(Bare.Number)];
        if (phases.Contains(null)) return null;
        if (Signs.IsAmong(c.Operator, phases.Count) == false) return "phase " + string.Join(", ", phases);
        return phases.Count == 1 && c.Operator <= Operator.Gteq ? $"phase {Signs.Written(c.Operator)} {phases[0]}" : null;
    }

    private static string? Set(Comparison c)
    {
        if (Signs.IsAmong(c.Operator, c.Right.Count) is not { } not) return null;
        foreach (SetCondition set in SetCondition.All.Where(s => s.Operand == c.LeftOperand))
        {
            List<string?> values = [.. c.Right.Select(v => set.Written(v) is { } item ? Bare.Item(item.Kind, item.Text) : null)];
            if (!values.Contains(null)) return $"{(not ? "not " : "")}{string.Join(' ', set.Words)} {string.Join(", ", values)}";
        }

        return null;
    }

    private static string? Where(Comparison c)
    {
        string? operand = Lexicon.ShortName(Lexicon.Operands, c.LeftOperand) ?? Bare.Iri(c.LeftOperand);
        List<string?> values = [.. c.Right.Select(Bare.Value)];
        string? unit = c.Unit is null ? "" : Bare.Word(c.Unit) is { } word ? " unit " + word : null;
        return operand is null || unit is null || values.Contains(null) ? null : $"where {operand} {Signs.Written(c.Operator)} {string.Join(", ", values)}{unit}";
    }
}
