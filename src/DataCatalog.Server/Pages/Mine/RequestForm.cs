using DataCatalog.Core.Common;
using DataCatalog.Core.Entitlements.Requests;

namespace DataCatalog.Server.Pages.Mine;

/// <summary>What is asked for, as the form has it.</summary>
public sealed class RequestForm
{
    /// <summary>What the button that leaves a dataset out begins with; its key follows.</summary>
    public const string Leave = "leave:";

    /// <summary>Which button was pressed.</summary>
    public string? Act { get; set; }

    /// <summary>Keys of the datasets.</summary>
    public List<string>? Datasets { get; set; }

    /// <summary>Key of a dataset that comes to them.</summary>
    public string? Another { get; set; }

    /// <summary>For which consortium.</summary>
    public string? ConsortiumId { get; set; }

    /// <summary>For which model.</summary>
    public string? ModelId { get; set; }

    /// <summary>What for.</summary>
    public string? Purpose { get; set; }

    /// <summary>What is to be done.</summary>
    public List<string>? Actions { get; set; }

    /// <summary>First day.</summary>
    public string? StartsOn { get; set; }

    /// <summary>Last day.</summary>
    public string? EndsOn { get; set; }

    /// <summary>How the model shall be released.</summary>
    public string? ReleasePlan { get; set; }

    /// <summary>Licence of the release.</summary>
    public string? ReleaseLicence { get; set; }

    /// <summary>Keys of the datasets once the pressed button has done its part: one more, or one less.</summary>
    public IEnumerable<string> Named()
    {
        string? left = Act?.StartsWith(Leave, StringComparison.Ordinal) == true ? Act[Leave.Length..] : null;
        IEnumerable<string> named = [.. Datasets ?? [], Another ?? ""];
        return named.Select(k => k?.Trim() ?? "").Where(k => k.Length > 0 && k != left);
    }

    /// <summary>What the use case is asked.</summary>
    /// <exception cref="DomainException">A day is no day.</exception>
    public AccessRequestInput ToInput(IReadOnlyList<Guid> datasets) => new()
    {
        ConsortiumId = FormValue.Id(ConsortiumId), DatasetIds = datasets, ModelId = FormValue.Id(ModelId), Purpose = Purpose, Actions = Actions ?? [], StartsOn = FormValue.Day(StartsOn, nameof(StartsOn)), EndsOn = FormValue.Day(EndsOn, nameof(EndsOn)),
        ReleasePlan = ReleasePlan, ReleaseLicence = ReleaseLicence,
    };
}
