namespace DataCatalog.Core.Licensing.Odrl;

/// <summary>How a constraint compares (ODRL 2.2 vocabulary, section 3.9).</summary>
public enum Operator
{
    /// <summary>Equal.</summary>
    Eq,

    /// <summary>Not equal.</summary>
    Neq,

    /// <summary>Less than.</summary>
    Lt,

    /// <summary>Less than or equal.</summary>
    Lteq,

    /// <summary>Greater than.</summary>
    Gt,

    /// <summary>Greater than or equal.</summary>
    Gteq,

    /// <summary>An instance of it, or of something narrower.</summary>
    IsA,

    /// <summary>A part of it.</summary>
    IsPartOf,

    /// <summary>Contains it.</summary>
    HasPart,

    /// <summary>One of a list at least.</summary>
    IsAnyOf,

    /// <summary>All of a list.</summary>
    IsAllOf,

    /// <summary>None of a list.</summary>
    IsNoneOf,
}

/// <summary>How a logical constraint joins (ODRL 2.2, section 2.5.2).</summary>
public enum Connective
{
    /// <summary>All hold.</summary>
    And,

    /// <summary>One at least holds.</summary>
    Or,

    /// <summary>Exactly one holds.</summary>
    Xone,

    /// <summary>All hold, one after the other.</summary>
    AndSequence,
}

/// <summary>What limits a rule or narrows an action, asset or party.</summary>
public abstract record Constraint
{
    private protected Constraint() { }

    /// <summary>Its IRI, or null for a blank node.</summary>
    public string? Uid { get; init; }

    /// <summary>What else is said of it.</summary>
    public IReadOnlyList<Annotation> Annotations { get; init; } = [];
}

/// <summary>A left operand, an operator and a right operand (section 2.5.1).</summary>
/// <param name="LeftOperand">Full IRI of the left operand.</param>
/// <param name="Operator">How to compare.</param>
/// <param name="Right">The values to compare with; one, or the list of a set operator.</param>
public sealed record Comparison(string LeftOperand, Operator Operator, IReadOnlyList<Value> Right) : Constraint
{
    /// <summary>Whether <see cref="Right"/> are references to be resolved (<c>rightOperandReference</c>).</summary>
    public bool ByReference { get; init; }

    /// <summary>IRI or short name of the unit, or null.</summary>
    public string? Unit { get; init; }

    /// <summary>IRI of the data type that the policy states, or null.</summary>
    public string? DataType { get; init; }

    /// <summary>The left operand's value so far that the policy states (<c>status</c>), or null.</summary>
    public Value? Status { get; init; }
}

/// <summary>A constraint that could not be read where only the form matters (<see cref="Strictness.Form"/>); it is not satisfied.</summary>
/// <param name="Why">What is wrong with it.</param>
public sealed record UnreadConstraint(string Why) : Constraint;

/// <summary>Constraints joined.</summary>
/// <param name="Connective">How.</param>
/// <param name="Operands">What is joined, in order.</param>
public sealed record LogicalConstraint(Connective Connective, IReadOnlyList<Constraint> Operands) : Constraint;
