using DataCatalog.Core.Licensing.Odrl.JsonLd;

namespace DataCatalog.Core.Licensing.Odrl.Writing;

/// <summary>Writes constraints and values.</summary>
/// <param name="names">Shortens names.</param>
/// <param name="annotations">Writes annotations.</param>
internal sealed class ConstraintForm(Names names, AnnotationForm annotations)
{
    /// <summary>A constraint.</summary>
    public string Of(Constraint constraint)
    {
        var json = new JsonParts();
        json.AddText("uid", constraint.Uid);
        switch (constraint)
        {
            case Comparison comparison: Compare(json, comparison); break;
            case LogicalConstraint { Connective: Connective.AndSequence } sequence:
                json.Add("andSequence", $"{{\"@list\":[{string.Join(',', sequence.Operands.Select(Of))}]}}");
                break;
            case LogicalConstraint logical: json.AddSorted(logical.Connective.ToString().ToLowerInvariant(), logical.Operands.Select(Of)); break;
            default: throw new ArgumentException("Constraints are comparisons or logical.", nameof(constraint));
        }

        annotations.AddTo(json, constraint.Annotations);
        return json.ToString();
    }

    private void Compare(JsonParts json, Comparison comparison)
    {
        OperandKind kind = OdrlVocabulary.Default.LeftOperand(comparison.LeftOperand)?.Kind ?? OperandKind.Any;
        string left = names.LeftOperand(comparison.LeftOperand);
        json.Add("leftOperand", OdrlVocabulary.Default.LeftOperand(comparison.LeftOperand) is null ? $"{{\"@id\":{LdForm.Quote(comparison.LeftOperand)},\"@type\":\"LeftOperand\"}}" : left)
            .Add("operator", Names.OperatorName(comparison.Operator))
            .AddSet(comparison.ByReference ? "odrl:rightOperandReference" : "rightOperand", comparison.Right.Select(v => comparison.ByReference ? Reference(v.Text) : Value(v, kind)))
            .Add("odrl:datatype", comparison.DataType is { } type ? Reference(type) : null)
            .Add("unit", comparison.Unit is { } unit ? Unit(unit) : null)
            .Add("status", comparison.Status is { } status ? Value(status, kind) : null);
    }

    private static string Unit(string unit) => unit.Contains(':', StringComparison.Ordinal) ? Reference(unit) : LdForm.Quote(unit);

    private static string Reference(string iri) => $"{{\"@id\":{LdForm.Quote(iri)}}}";

    private static string Value(Value value, OperandKind kind) => value.Type switch
    {
        ValueType.Text when ValueForms.OfText(value.Text, kind, LdContexts.Default) is { Type: ValueType.Iri } meant => Reference(meant.Text),
        ValueType.Text => LdForm.Quote(value.Text),
        ValueType.Iri => Reference(value.Text),
        ValueType.Number when IsInteger(value) => value.Text,
        ValueType.Number => Typed("decimal", value.Text),
        ValueType.Instant => Typed("dateTime", value.Text),
        ValueType.Day => Typed("date", value.Text),
        ValueType.Duration => Typed("duration", value.Text),
        ValueType.Boolean => value.Text,
        _ => throw new ArgumentException("The value has no known type.", nameof(value)),
    };

    // JSON numbers are exact between readers only as whole numbers of fifteen digits.
    private static bool IsInteger(Value value) => value.Text.Length <= 15 && !value.Text.Contains('.', StringComparison.Ordinal);

    private static string Typed(string type, string text) => $"{{\"@type\":\"xsd:{type}\",\"@value\":{LdForm.Quote(text)}}}";
}
