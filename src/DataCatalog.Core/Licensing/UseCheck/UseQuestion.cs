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
