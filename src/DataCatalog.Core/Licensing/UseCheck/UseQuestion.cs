using DataCatalog.Core.Licensing.Odrl;

namespace DataCatalog.Core.Licensing.UseCheck;

/// <summary>May this party do this with this dataset, at this instant?</summary>
public sealed record UseQuestion
{
    /// <summary>IRI of who asks, as in <c>urn:consortium:naver-cloud</c>.</summary>
    public required string Assignee { get; init; }

    /// <summary>Full IRI of the action.</summary>
    public required string Action { get; init; }

    /// <summary>IRI of the dataset, as in <c>urn:dataset:seoul-court-rulings</c>.</summary>
    public required string Target { get; init; }

    /// <summary>The instant asked about.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Collections that the asker is a member of, itself or through its organisations (the programme, for one).</summary>
    public IReadOnlyCollection<string> AssigneeIn { get; init; } = [];

    /// <summary>Collections that the dataset is a part of (the agreement's coverage, for one).</summary>
    public IReadOnlyCollection<string> TargetIn { get; init; } = [];

    /// <summary>What is known, by left operand; an operand that is not here is unknown. <c>dateTime</c> is <see cref="At"/> and needs no fact.</summary>
    public FactSet Facts { get; init; } = FactSet.Empty;
}

/// <summary>What is known when a question is asked: values by the full IRI of the left operand, and the duties already done.</summary>
public sealed class FactSet
{
    private readonly Dictionary<string, IReadOnlyList<Value>> values = new(StringComparer.Ordinal);
    private readonly HashSet<string> done = new(StringComparer.Ordinal);

    /// <summary>Nothing is known.</summary>
    public static FactSet Empty { get; } = new();

    /// <summary>The values of a left operand, or null where it is unknown.</summary>
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

    /// <summary>The same with a duty's action done.</summary>
    public FactSet WithDone(string action)
    {
        FactSet copy = Copy();
        copy.done.Add(action);
        return copy;
    }

    private FactSet Copy()
    {
        var copy = new FactSet();
        foreach ((string operand, IReadOnlyList<Value> known) in values) copy.values.Add(operand, known);
        copy.done.UnionWith(done);
        return copy;
    }
}
