using DataCatalog.Core.Licensing.Odrl;
using DataCatalog.Core.Licensing.ShortForm;
using ValueType = DataCatalog.Core.Licensing.Odrl.ValueType;

namespace DataCatalog.Core.Licensing.Sentences;

/// <summary>Conditions in English: as a phrase beside the verb ("in Korea"), or as a clause ("the territory is Korea").</summary>
internal sealed class EnglishConditions(Namer namer)
{
    /// <summary>All phrases in a row, each after a comma.</summary>
    public string Phrases(IReadOnlyList<Constraint> constraints)
    {
        var text = new System.Text.StringBuilder();
        bool delay = false;
        foreach (Constraint constraint in Ordered(constraints))
        {
            // "within 30 days after the end of the term" is one phrase.
            text.Append(delay && IsEvent(constraint) ? " " : ", ").Append(Phrase(constraint));
            delay = constraint is Comparison { LeftOperand: Operands.DelayPeriod };
        }

        return text.ToString();
    }

    /// <summary>What narrows an action, party or asset, in round brackets after it.</summary>
    public string Narrowing(IReadOnlyList<Constraint> refinements) => refinements.Count == 0 ? "" : $" ({string.Join(", ", refinements.Select(Phrase))})";

    /// <summary>A whole clause.</summary>
    public string Clause(Constraint constraint) => constraint switch
    {
        Comparison { LeftOperand: Operands.Event } c => $"it is {Side(c.Operator)} {Any(c)}",
        Comparison c => $"the {namer.Operand(c.LeftOperand)} {Compared(c)}",
        LogicalConstraint l => Joined(l),
        _ => "",
    };

    private string Phrase(Constraint constraint) => constraint is Comparison comparison ? Known(comparison) ?? $"if {Clause(comparison)}" : $"if {Clause(constraint)}";

    private string? Known(Comparison c)
    {
        bool among = c.Operator is Operator.Eq or Operator.IsAnyOf;
        bool not = c.Operator is Operator.Neq or Operator.IsNoneOf;
        return c.LeftOperand switch
        {
            Operands.DateTime => Dated(c),
            Operands.Event when c.Operator is Operator.Gt or Operator.Lt or Operator.Eq => $"{Side(c.Operator)} {Any(c)}",
            Operands.DelayPeriod when c.Operator == Operator.Lteq => $"within {Any(c)}",
            Operands.TimeInterval when c.Operator == Operator.Eq => "every " + (Any(c) is ['1', ' ', .. var unit] && !unit.Contains(' ', StringComparison.Ordinal) ? unit : Any(c)),
            Operands.Spatial when among || not => (not ? "outside " : "in ") + (not ? Listed(c, "and") : Any(c)),
            Operands.Purpose when among => $"for the purpose of {Any(c)}",
            Operands.Purpose when not => $"for any purpose but {Listed(c, "and")}",
            Operands.Media or Operands.Language when among => $"for {Any(c)} only",
            Operands.Industry when among => $"in the industry {Any(c)}",
            Operands.Product when among => $"for {Any(c)}",
            Operands.Recipient when among => $"with {Any(c)} as recipient",
            Operands.ReleaseLicence when among => $"if the weights are released under {Any(c)}",
            Operands.Count when c.Operator == Operator.Lteq => $"for up to {Any(c)}",
            Operands.Percentage when c.Operator == Operator.Lteq => $"for up to {Any(c)} per cent of the data",
            Operands.ModelSize when c.Operator <= Operator.Gteq => $"if the model has {Bound(c.Operator)} {Any(c)} parameters",
            Operands.ProgrammePhase when among => $"in phase {Any(c)} of the programme",
            Operands.PayAmount when c.Operator == Operator.Eq => Any(c),
            _ => null,
        };
    }

    private string? Dated(Comparison c) => c.Operator switch
    {
        Operator.Gteq => $"from {Any(c)}",
        Operator.Lteq => $"until {Any(c)}",
        Operator.Gt => $"after {Any(c)}",
        Operator.Lt => $"before {Any(c)}",
        Operator.Eq => $"on {Any(c)}",
        _ => null,
    };

    private string Compared(Comparison c) => (c.LeftOperand, c.Operator) switch
    {
        (Operands.DateTime, Operator.Lteq) => $"is not after {Any(c)}",
        (Operands.DateTime, Operator.Lt) => $"is before {Any(c)}",
        (Operands.DateTime, Operator.Gt) => $"is after {Any(c)}",
        (Operands.DateTime, Operator.Gteq) => $"is not before {Any(c)}",
        (_, Operator.Eq) => $"is {Any(c)}",
        (_, Operator.Neq) => $"is not {Any(c)}",
        (_, Operator.Lt or Operator.Lteq or Operator.Gt or Operator.Gteq) => $"is {Bound(c.Operator)} {Any(c)}",
        (_, Operator.IsA) => $"is a kind of {Any(c)}",
        (_, Operator.IsPartOf) => $"is part of {Any(c)}",
        (_, Operator.HasPart) => $"includes {Listed(c, "and")}",
        (_, Operator.IsAnyOf) => $"is one of {Any(c)}",
        (_, Operator.IsAllOf) => $"is all of {Listed(c, "and")}",
        _ => $"is none of {Any(c)}",
    };

    private static string Bound(Operator comparison) => comparison switch
    {
        Operator.Lt => "fewer than",
        Operator.Lteq => "at most",
        Operator.Gt => "more than",
        Operator.Gteq => "at least",
        Operator.Neq => "other than",
        _ => "exactly",
    };

    private static string Side(Operator comparison) => comparison switch
    {
        Operator.Lt => "before",
        Operator.Gt => "after",
        Operator.Lteq => "before or at",
        Operator.Gteq => "at or after",
        Operator.Neq => "not at",
        _ => "at",
    };

    private string Joined(LogicalConstraint logical)
    {
        List<string> parts = [.. logical.Operands.Select(o => o is LogicalConstraint ? $"({Clause(o)})" : Clause(o))];
        return logical.Connective switch
        {
            Connective.And => string.Join(" and ", parts),
            Connective.Or => string.Join(" or ", parts),
            Connective.Xone => $"exactly one of these holds: {string.Join("; ", parts)}",
            _ => $"in this order {string.Join(", then ", parts)}",
        };
    }

    private string Any(Comparison c) => Listed(c, "or");

    private string Listed(Comparison c, string last)
    {
        List<string> values = [.. c.Right.Select(v => c.ByReference ? $"what {v.Text} gives" : namer.Value(c.LeftOperand, v, c.Unit))];
        return EnglishRules.Listed(values, last);
    }

    private static bool IsEvent(Constraint constraint) => constraint is Comparison { LeftOperand: Operands.Event, Operator: Operator.Gt or Operator.Lt };

    // An event stands behind the delay that counts from it.
    private static IEnumerable<Constraint> Ordered(IReadOnlyList<Constraint> constraints) =>
        constraints.Any(c => c is Comparison { LeftOperand: Operands.DelayPeriod, Operator: Operator.Lteq })
            ? constraints.OrderBy(c => c is Comparison { LeftOperand: Operands.DelayPeriod } ? 1 : IsEvent(c) ? 2 : 0)
            : constraints;
}
