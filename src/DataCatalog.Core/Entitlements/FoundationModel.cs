using DataCatalog.Core.Catalogue;
using DataCatalog.Core.Common;

namespace DataCatalog.Core.Entitlements;

/// <summary>How far a model has come.</summary>
public enum ModelStatus
{
    /// <summary>Planned.</summary>
    Planned,

    /// <summary>Being built; seen by its own consortium only.</summary>
    InDevelopment,

    /// <summary>Published.</summary>
    Released,

    /// <summary>Given up or taken back.</summary>
    Withdrawn,
}

/// <summary>A model that a consortium builds.</summary>
public sealed class FoundationModel : Entity
{
    private FoundationModel() { }

    /// <summary>Lower-case slug, unique.</summary>
    public string Key { get; private set; } = null!;

    /// <summary>Who builds it.</summary>
    public Guid ConsortiumId { get; private set; }

    /// <summary>Its name.</summary>
    public string Name { get; private set; } = null!;

    /// <summary>text, image, audio, video.</summary>
    public List<string> Modalities { get; private set; } = [];

    /// <summary>Least number of parameters, or null.</summary>
    public long? ParametersFrom { get; private set; }

    /// <summary>Greatest number of parameters, or null.</summary>
    public long? ParametersTo { get; private set; }

    /// <summary>How far it has come.</summary>
    public ModelStatus Status { get; private set; }

    /// <summary>How it shall be released, in words, or null.</summary>
    public string? ReleasePlan { get; private set; }

    /// <summary>Makes a model.</summary>
    public static FoundationModel Register(FoundationModelInput input, TimeProvider clock)
    {
        var model = new FoundationModel { Id = Ids.New(clock), Key = Check.Key(input.Key, nameof(Key)) };
        model.Change(input);
        return model;
    }

    /// <summary>Changes all but the key.</summary>
    public void Change(FoundationModelInput input)
    {
        ConsortiumId = Check.Required(input.ConsortiumId, nameof(ConsortiumId));
        Name = Check.Text(input.Name, nameof(Name), 200);
        Modalities = Vocabulary.Each(input.Modalities, nameof(Modalities), ModalityNames.Check);
        ParametersFrom = Check.NotNegative(input.ParametersFrom, nameof(ParametersFrom));
        ParametersTo = Check.NotNegative(input.ParametersTo, nameof(ParametersTo));
        if (ParametersFrom > ParametersTo) throw new DomainException(CommonErrors.Invalid, nameof(ParametersTo), ParametersTo, "number of parameters", "it is less than ParametersFrom");
        Status = Check.Defined(input.Status, nameof(Status));
        ReleasePlan = Check.OptionalText(input.ReleasePlan, nameof(ReleasePlan), 2000);
    }

    /// <summary>What is said of it now, so that a caller's changes can be laid over it.</summary>
    public FoundationModelInput ToInput() => new()
    {
        Key = Key, ConsortiumId = ConsortiumId, Name = Name, Modalities = [.. Modalities], ParametersFrom = ParametersFrom, ParametersTo = ParametersTo,
        Status = Status, ReleasePlan = ReleasePlan,
    };
}

/// <summary>What a caller says of a model.</summary>
public sealed record FoundationModelInput
{
    /// <summary>Lower-case slug; fixed once made.</summary>
    public string? Key { get; init; }

    /// <summary>Who builds it.</summary>
    public Guid? ConsortiumId { get; init; }

    /// <summary>Its name.</summary>
    public string? Name { get; init; }

    /// <summary>text, image, audio, video.</summary>
    public IReadOnlyList<string>? Modalities { get; init; }

    /// <summary>Least number of parameters.</summary>
    public long? ParametersFrom { get; init; }

    /// <summary>Greatest number of parameters.</summary>
    public long? ParametersTo { get; init; }

    /// <summary>How far it has come.</summary>
    public ModelStatus Status { get; init; }

    /// <summary>How it shall be released.</summary>
    public string? ReleasePlan { get; init; }
}
