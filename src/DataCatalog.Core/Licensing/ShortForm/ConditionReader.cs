using DataCatalog.Core.Licensing.Odrl;
using ValueType = DataCatalog.Core.Licensing.Odrl.ValueType;

namespace DataCatalog.Core.Licensing.ShortForm;

/// <summary>Reads conditions from the text.</summary>
internal sealed class ConditionReader(TokenReader tokens, Literals literals)
{
    /// <summary>The condition that follows, or null where none does.</summary>
    /// <param name="within">Whether it stands in square brackets, where <c>paying</c> narrows what is paid.</param>
    public Constraint? Try(bool within)
    {
        if (tokens.Try("either")) return Either(within);
        return TryTiming() ?? TryOne(within);
    }

    /// <summary>A condition of time that a duty can have: within, before, after or every; null where none follows.</summary>
    public Constraint? TryTiming()
    {
        if (tokens.Try("within")) return Conditions.Compare(Operands.DelayPeriod, Operator.Lteq, Literals.Duration(tokens.TakeItem(Expectations.Duration)));
        if (tokens.Try("every")) return Conditions.Compare(Operands.TimeInterval, Operator.Eq, Literals.Duration(tokens.TakeItem(Expectations.Duration)));
        if (tokens.Try("after")) return Conditions.Moment(literals, Operator.Gt, tokens.TakeItem(Expectations.Event));
        return tokens.Try("before") ? Conditions.Moment(literals, Operator.Lt, tokens.TakeItem(Expectations.Event)) : null;
    }

    /// <summary>What narrows an action, asset or party, in square brackets; empty where no bracket follows.</summary>
    public IReadOnlyList<Constraint> Refinements()
    {
        var refinements = new List<Constraint>();
        if (!tokens.TrySign("[")) return refinements;
        do refinements.Add(Try(within: true) ?? throw tokens.Expected(Expectations.Condition));
        while (!tokens.TrySign("]"));
        return refinements;
    }

    private LogicalConstraint Either(bool within)
    {
        var alternatives = new List<Constraint>();
        do alternatives.Add(TryTiming() ?? TryOne(within) ?? throw tokens.Expected(Expectations.Condition));
        while (tokens.Try("or"));
        return alternatives.Count > 1 ? new LogicalConstraint(Connective.Or, alternatives) : throw tokens.Expected(Expectations.Alternatives);
    }

    private Comparison? TryOne(bool within)
    {
        if (TrySet() is { } set) return set;
        if (tokens.Try("from")) return Conditions.Compare(Operands.DateTime, Operator.Gteq, literals.Moment(tokens.TakeItem(Expectations.Day)));
        if (tokens.Try("until")) return Conditions.Compare(Operands.DateTime, Operator.Lteq, literals.Moment(tokens.TakeItem(Expectations.Day)));
        if (tokens.Try("phase")) return Phase();
        if (tokens.Try("model", "size")) return Conditions.Compare(Operands.ModelSize, Sign(), Value.Of(Number()));
        if (tokens.Try("up", "to")) return UpTo();
        if (within && tokens.Try("paying")) return Payment();
        return tokens.Try("where") ? Where() : null;
    }

    /// <summary>An amount of money after <c>paying</c>.</summary>
    public Comparison Payment()
    {
        decimal amount = Number();
        Item currency = tokens.TakeItem(Expectations.Currency);
        return Conditions.Payment(amount, currency.Text, currency.At);
    }

    private Comparison? TrySet()
    {
        bool not = tokens.Try("not");
        foreach (SetCondition set in SetCondition.All)
        {
            if (!tokens.Try(set.Words)) continue;
            List<Value> values = Listed(() => set.Read(tokens.TakeItem(Expectations.Name)));
            return new Comparison(set.Operand, Signs.Among(values.Count, not), values);
        }

        return not ? throw tokens.Expected(Expectations.SetCondition) : null;
    }

    private Comparison Phase()
    {
        if (tokens.Next.Kind == TokenKind.Sign) return Conditions.Compare(Operands.ProgrammePhase, Sign(), Value.Of(Number()));
        List<Value> phases = Listed(() => Value.Of(Number()));
        return new Comparison(Operands.ProgrammePhase, Signs.Among(phases.Count, not: false), phases);
    }

    private Comparison UpTo()
    {
        At at = tokens.Next.At;
        decimal most = Number();
        if (tokens.Try("percent")) return Conditions.Percentage(most, at);
        bool counted = tokens.Next.Kind is TokenKind.Quoted or TokenKind.Iri || (tokens.Next.Kind == TokenKind.Word && !Keywords.IsReserved(tokens.Next.Text));
        return Conditions.Compare(Operands.Count, Operator.Lteq, Value.Of(most)) with { Unit = counted ? Unit() : null };
    }

    private Comparison Where()
    {
        Token operand = tokens.Take();
        string iri = operand.Kind switch
        {
            TokenKind.Iri => operand.Text,
            TokenKind.Word => Conditions.Operand(operand.Text, operand.At),
            _ => throw operand.At.Expected(Expectations.Operand, operand.Shown),
        };
        Operator comparison = Signs.Read(tokens.Next.Text, names: true) ?? throw tokens.Expected(Expectations.Operator);
        tokens.Take();
        List<Value> values = Listed(() => Scaled(literals.Any(tokens.TakeItem(Expectations.Value))));
        return new Comparison(iri, comparison, values) { Unit = tokens.Try("unit") ? Unit() : null };
    }

    private string Unit() => tokens.TakeItem(Expectations.Name) is { Text.Length: > 0 } unit ? unit.Text : throw tokens.Expected(Expectations.Name);

    private Operator Sign()
    {
        Operator sign = Signs.Read(tokens.Next.Text, names: false) ?? throw tokens.Expected(Expectations.Comparison);
        tokens.Take();
        return sign;
    }

    private decimal Number() => Scaled(Value.Of(Literals.Number(tokens.TakeItem(Expectations.Number)))).Number;

    private Value Scaled(Value value)
    {
        if (value.Type != ValueType.Number) return value;
        foreach ((string word, decimal factor) in Literals.Scales)
        {
            if (tokens.Try(word)) return Value.Of(value.Number * factor);
        }

        return value;
    }

    private List<Value> Listed(Func<Value> read)
    {
        var values = new List<Value>();
        do values.Add(read());
        while (tokens.TrySign(","));
        return values;
    }
}
