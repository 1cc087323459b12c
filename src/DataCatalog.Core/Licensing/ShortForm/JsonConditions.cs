using System.Text.Json;
using DataCatalog.Core.Licensing.Odrl;
using Operators = DataCatalog.Core.Licensing.Odrl.Operator;

namespace DataCatalog.Core.Licensing.ShortForm;

/// <summary>Reads conditions of the JSON form: objects with one property that says what is compared, and those that go with it.</summary>
internal sealed class JsonConditions(Literals literals)
{
    private static readonly string[] TimingNames = ["within", "every", "after", "before"];

    private static readonly string[] Names =
        [.. SetCondition.All.Select(s => s.Property), "from", "until", .. TimingNames, "phase", "modelSize", "upTo", "percent", "where"];

    /// <summary>A list of conditions.</summary>
    /// <param name="entry">The list.</param>
    /// <param name="within">Whether they narrow an action, asset or party.</param>
    public List<Constraint> Read(JsonEntry entry, bool within = false) => [.. entry.List().Select(c => One(c, within))];

    /// <summary>A condition of time, as a duty can have it.</summary>
    public Constraint Timing(JsonEntry entry)
    {
        Dictionary<string, JsonEntry> parts = entry.Properties(TimingNames);
        return parts.Count == 1 ? Simple(parts.Keys.Single(), parts.Values.Single()) : throw entry.Refused(Expectations.OneOf(TimingNames));
    }

    private Constraint One(JsonEntry entry, bool within)
    {
        List<string> names = [.. Names, .. within ? ["paying"] : Array.Empty<string>()];
        if (entry.Value.ValueKind != JsonValueKind.Object || !entry.Value.TryGetProperty("either", out _)) return Plain(entry, names);
        List<JsonEntry> alternatives = entry.Properties("either")["either"].List();
        return alternatives.Count > 1 ? new LogicalConstraint(Connective.Or, [.. alternatives.Select(a => Plain(a, names))]) : throw entry.Refused(Expectations.Alternatives);
    }

    private Comparison Plain(JsonEntry entry, List<string> names)
    {
        Dictionary<string, JsonEntry> parts = entry.Properties(names.Concat(["either", "not", "op", "values", "unit", "currency"]));
        List<string> named = [.. names.Where(parts.ContainsKey)];
        if (named is not [var name]) throw entry.Refused(Expectations.Condition);
        string[] companions = name switch
        {
            "modelSize" => ["op"],
            "where" => ["op", "values", "unit"],
            "upTo" => ["unit"],
            "paying" => ["currency"],
            _ when SetCondition.All.Any(s => s.Property == name) => ["not"],
            _ => [],
        };
        foreach (string other in parts.Keys.Where(p => p != name && !companions.Contains(p))) throw parts[other].At.Expected(Expectations.OneOf([name, .. companions]), other);
        JsonEntry value = parts[name];
        return name switch
        {
            "modelSize" => Conditions.Compare(Operands.ModelSize, Operator(parts, entry, names: false), Value.Of(value.Number())),
            "where" => Where(parts, entry),
            "upTo" => Conditions.Compare(Operands.Count, Operators.Lteq, Value.Of(value.Number())) with { Unit = Unit(parts) },
            "paying" => Conditions.Payment(value.Number(), parts.TryGetValue("currency", out JsonEntry currency) ? currency.Text() : throw entry.Refused(Expectations.Currency), currency.At),
            _ when SetCondition.All.FirstOrDefault(s => s.Property == name) is { } set => Set(set, value, parts),
            _ => Simple(name, value),
        };
    }

    private Comparison Simple(string name, JsonEntry value) => name switch
    {
        "from" => Conditions.Compare(Operands.DateTime, Operators.Gteq, literals.Moment(value.Item())),
        "until" => Conditions.Compare(Operands.DateTime, Operators.Lteq, literals.Moment(value.Item())),
        "within" => Conditions.Compare(Operands.DelayPeriod, Operators.Lteq, Literals.Duration(value.Item())),
        "every" => Conditions.Compare(Operands.TimeInterval, Operators.Eq, Literals.Duration(value.Item())),
        "after" => Conditions.Moment(literals, Operators.Gt, value.Item()),
        "before" => Conditions.Moment(literals, Operators.Lt, value.Item()),
        "percent" => Conditions.Percentage(value.Number(), value.At),
        _ => Phase(value),
    };

    private static Comparison Phase(JsonEntry value)
    {
        List<Value> phases = [.. value.List().Select(v => Value.Of(v.Number()))];
        return new Comparison(Operands.ProgrammePhase, Signs.Among(phases.Count, not: false), phases);
    }

    private static Comparison Set(SetCondition set, JsonEntry value, Dictionary<string, JsonEntry> parts)
    {
        List<Value> values = [.. value.List().Select(v => set.Read(v.Item()))];
        return new Comparison(set.Operand, Signs.Among(values.Count, parts.TryGetValue("not", out JsonEntry not) && not.Truth()), values);
    }

    private Comparison Where(Dictionary<string, JsonEntry> parts, JsonEntry entry)
    {
        Item operand = parts["where"].Item();
        string iri = operand.Kind == TokenKind.Iri ? operand.Text : Conditions.Operand(operand.Text, operand.At);
        Operator comparison = Operator(parts, entry, names: true);
        List<Value> values = parts.TryGetValue("values", out JsonEntry list) ? [.. list.List().Select(Any)] : throw entry.Refused(Expectations.Exactly("values"));
        return new Comparison(iri, comparison, values) { Unit = Unit(parts) };
    }

    private Value Any(JsonEntry entry) => entry.Value.ValueKind switch
    {
        JsonValueKind.Number => Value.Of(entry.Number()),
        JsonValueKind.True or JsonValueKind.False => Value.Of(entry.Truth()),
        _ => literals.Any(entry.Item()),
    };

    private static string? Unit(Dictionary<string, JsonEntry> parts) =>
        !parts.TryGetValue("unit", out JsonEntry unit) ? null : unit.Text() is { Length: > 0 } name ? name : throw unit.Refused(Expectations.Name);

    private static Operator Operator(Dictionary<string, JsonEntry> parts, JsonEntry entry, bool names) =>
        !parts.TryGetValue("op", out JsonEntry sign) ? throw entry.Refused(Expectations.Exactly("op")) : Signs.Read(sign.Text(), names) ?? throw sign.Refused(names ? Expectations.Operator : Expectations.Comparison);
}
