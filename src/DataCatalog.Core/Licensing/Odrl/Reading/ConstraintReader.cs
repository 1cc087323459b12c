using DataCatalog.Core.Licensing.Odrl.JsonLd;

namespace DataCatalog.Core.Licensing.Odrl.Reading;

/// <summary>Reads constraints, logical constraints and refinements (ODRL 2.2, section 2.5).</summary>
internal sealed class ConstraintReader(ReadingScope reading, AnnotationReader annotations)
{
    private const string Left = Iris.Odrl + "leftOperand";
    private const string Comparator = Iris.Odrl + "operator";
    private const string Right = Iris.Odrl + "rightOperand";
    private const string Reference = Iris.Odrl + "rightOperandReference";
    private const string Unit = Iris.Odrl + "unit";
    private const string DataType = Iris.Odrl + "datatype";
    private const string OtherDataType = Iris.Odrl + "dataType";
    private const string Status = Iris.Odrl + "status";

    private static readonly Dictionary<string, Connective> Connectives = new(StringComparer.Ordinal)
    {
        [Iris.Odrl + "and"] = Connective.And, [Iris.Odrl + "or"] = Connective.Or, [Iris.Odrl + "xone"] = Connective.Xone, [Iris.Odrl + "andSequence"] = Connective.AndSequence,
    };

    private static readonly HashSet<string> Known = [Left, Comparator, Right, Reference, Unit, DataType, OtherDataType, Status, .. Connectives.Keys];
    private static readonly HashSet<string> Types = [Iris.Odrl + "Constraint", Iris.Odrl + "LogicalConstraint"];
    private readonly ValueReader values = new(reading);

    /// <summary>The constraints of a property.</summary>
    public IReadOnlyList<Constraint> All(LdNode owner, string property) => [.. owner.Values(property).Select(One)];

    /// <summary>The constraint of a value.</summary>
    public Constraint One(LdItem item) => reading.Or(() => Read(item), why => new UnreadConstraint(why) { Uid = (item as LdReference)?.Node.Iri });

    private Constraint Read(LdItem item)
    {
        LdNode node = reading.Defined(item, "a constraint");
        string path = node.IsDefined ? node.Path : item.Path;
        return reading.Within(node, item.Path, () =>
        {
            List<string> joined = [.. Connectives.Keys.Where(node.Has)];
            Constraint constraint = joined.Count switch
            {
                0 => Compare(node, path),
                1 when !node.Has(Left) && !node.Has(Comparator) && !node.Has(Right) => Join(node, joined[0], path),
                _ => throw reading.Invalid(path, "a constraint is either one comparison, or one of and, or, xone and andSequence"),
            };
            return constraint with { Uid = node.Iri, Annotations = annotations.Rest(node, "a constraint", Known, Types) };
        });
    }

    private LogicalConstraint Join(LdNode node, string property, string path)
    {
        IReadOnlyList<Constraint> operands = All(node, property);
        return operands.Count > 0 ? new LogicalConstraint(Connectives[property], operands) : throw reading.Invalid(path, "a logical constraint needs constraints to join");
    }

    private Comparison Compare(LdNode node, string path)
    {
        (string left, OperandKind kind) = LeftOperand(node, path);
        Operator comparator = OperatorOf(node, path);
        bool byReference = node.Has(Reference);
        if (byReference == node.Has(Right)) throw reading.Invalid(path + "/rightOperand", "a constraint needs a right operand, or a reference to one");
        string? type = (reading.Single(node, DataType) ?? reading.Single(node, OtherDataType)) is { } stated ? reading.Iri(stated, "a data type") : null;
        List<Value> right = byReference
            ? [.. node.Values(Reference).Select(r => Value.OfIri(reading.Iri(r, "a reference to a right operand")))]
            : [.. node.Values(Right).Select(r => values.Read(r, kind, type))];
        Fit(node, path, left, comparator, kind, right);
        return new Comparison(left, comparator, right)
        {
            ByReference = byReference, Unit = UnitOf(node, path, left, kind), DataType = type,
            Status = reading.Single(node, Status) is { } status ? values.Read(status, kind, type) : null,
        };
    }

    private (string Iri, OperandKind Kind) LeftOperand(LdNode node, string path)
    {
        LdItem item = reading.Single(node, Left) ?? throw reading.Invalid(path + "/leftOperand", "it is missing");
        string iri = reading.Iri(item, "a left operand");
        if (reading.Vocabulary.LeftOperand(iri) is { } known) return (iri, known.Kind);
        bool declared = item is LdReference { Node: var operand } && operand.Types.Contains(Iris.Odrl + "LeftOperand");
        if (declared) return (iri, OperandKind.Any);
        if (reading.Strictness == Strictness.Form) return (iri, OperandKind.Any);
        throw reading.Invalid(item.Path, $"the left operand '{iri}' is neither known nor declared as an odrl:LeftOperand in the document");
    }

    private Operator OperatorOf(LdNode node, string path)
    {
        LdItem item = reading.Single(node, Comparator) ?? throw reading.Invalid(path + "/operator", "it is missing");
        return Operators.Find(reading.Iri(item, "an operator")) ?? throw reading.Invalid(item.Path, $"it is none of ODRL's operators: {string.Join(", ", Operators.Names)}");
    }

    private void Fit(LdNode node, string path, string left, Operator comparator, OperandKind kind, List<Value> right)
    {
        if (reading.Strictness == Strictness.Form) return;
        bool ordered = comparator is Operator.Lt or Operator.Lteq or Operator.Gt or Operator.Gteq;
        if (right.Count > 1 && (ordered || comparator is Operator.Eq or Operator.Neq))
        {
            throw reading.Invalid(path + "/rightOperand", "this operator compares with one value; use isAnyOf, isAllOf or isNoneOf for several");
        }

        // An event has a before and an after.
        if (ordered && kind == OperandKind.Name && left != Iris.Odrl + "event") throw reading.Invalid(node.Items(Comparator)[0].Path, "names have no order; use eq, neq, isA, isPartOf, isAnyOf, isAllOf or isNoneOf");
    }

    private string? UnitOf(LdNode node, string path, string left, OperandKind kind)
    {
        LdItem? item = reading.Single(node, Unit);
        if (reading.Strictness == Strictness.Terms && kind == OperandKind.Money && item is null) throw reading.Invalid(path + "/unit", "an amount needs its currency, as in KRW");
        if (item is null) return null;
        string unit = item is LdLiteral { Language: null, Kind: System.Text.Json.JsonValueKind.String } literal ? literal.Context.Declared(literal.Text) ?? literal.Text : reading.Iri(item, "a unit");
        if (reading.Strictness == Strictness.Form) return unit;
        bool iri = unit.Contains(':', StringComparison.Ordinal);
        return kind switch
        {
            OperandKind.Money when !iri && !Common.Vocabulary.IsCurrency(unit) => throw reading.Invalid(item.Path, $"'{unit}' is no ISO 4217 currency and no IRI"),
            OperandKind.Money or OperandKind.Number or OperandKind.Any => unit,
            _ => throw reading.Invalid(item.Path, $"{left} takes no unit"),
        };
    }
}
