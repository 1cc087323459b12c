using DataCatalog.Core.Entitlements;
using DataCatalog.Server.Pages.Administration;

namespace DataCatalog.Server.Pages.Models;

/// <summary>What is typed of a model.</summary>
public sealed class ModelForm
{
    /// <summary>What can be ticked.</summary>
    public static readonly IReadOnlyList<string> AllModalities = ["text", "image", "audio", "video"];

    /// <summary>State of the row that was read.</summary>
    public long? Version { get; set; }

    /// <summary>Key, of a new one.</summary>
    public string? Key { get; set; }

    /// <summary>Who builds it.</summary>
    public string? ConsortiumId { get; set; }

    /// <summary>Its name.</summary>
    public string? Name { get; set; }

    /// <summary>How far it has come.</summary>
    public string? Status { get; set; }

    /// <summary>Modalities that are ticked.</summary>
    public List<string> Modalities { get; set => field = value ?? []; } = [];

    /// <summary>Least number of parameters.</summary>
    public string? ParametersFrom { get; set; }

    /// <summary>Greatest number of parameters.</summary>
    public string? ParametersTo { get; set; }

    /// <summary>How it shall be released.</summary>
    public string? ReleasePlan { get; set; }

    /// <summary>What is said of it now.</summary>
    public static ModelForm Of(FoundationModel model) => new()
    {
        Version = model.RowVersion, ConsortiumId = model.ConsortiumId.ToString(), Name = model.Name, Status = model.Status.ToString(), Modalities = [.. model.Modalities],
        ParametersFrom = FormValue.Text(model.ParametersFrom), ParametersTo = FormValue.Text(model.ParametersTo), ReleasePlan = model.ReleasePlan,
    };

    /// <summary>What the use case is told.</summary>
    public FoundationModelInput ToInput() => new()
    {
        Key = Key, ConsortiumId = FormValue.Id(ConsortiumId), Name = Name, Status = Enum.TryParse(Status, out ModelStatus status) ? status : ModelStatus.Planned, Modalities = Modalities,
        ParametersFrom = FormValue.Whole(ParametersFrom, "ParametersFrom"), ParametersTo = FormValue.Whole(ParametersTo, "ParametersTo"), ReleasePlan = string.IsNullOrWhiteSpace(ReleasePlan) ? null : ReleasePlan,
    };
}
