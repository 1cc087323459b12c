using DataCatalog.Core.Common;

namespace DataCatalog.Core.Compliance.Impact;

/// <summary>What an action was expected to touch, kept with the action; append-only, staff only (domain rule 15).</summary>
public sealed class ImpactReport : Entity
{
    private ImpactReport() { }

    /// <summary>The action, as in <c>agreement.terminated</c>.</summary>
    public string Action { get; private set; } = null!;

    /// <summary>Type of what it was done to.</summary>
    public string SubjectType { get; private set; } = null!;

    /// <summary>Identity of what it was done to.</summary>
    public Guid SubjectId { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>Who did it.</summary>
    public string By { get; private set; } = null!;

    /// <summary>The report as JSON.</summary>
    public string Report { get; private set; } = null!;

    /// <summary>Keeps a report.</summary>
    public static ImpactReport Of(string action, Entity subject, string report, Actor by, TimeProvider clock) =>
        new() { Id = Ids.New(clock), Action = action, SubjectType = subject.GetType().Name, SubjectId = subject.Id, At = clock.Instant(), By = by.Name, Report = report };
}
