using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using DataCatalog.Core.Licensing.Odrl;
using DataCatalog.Core.Licensing.UseCheck;

namespace DataCatalog.Core.Entitlements.UseChecks;

/// <summary>Questions with their layers as a text that a decision can be given again from: what was asked, by which terms, known by their hashes.</summary>
internal sealed record QuestionText
{
    /// <summary>How recorded texts are written: Korean as it is, nothing that is null.</summary>
    public static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>Whether it is about a mix, of which each part's reasons are not recorded.</summary>
    public bool Mix { get; init; }

    /// <summary>IRI of who asks.</summary>
    public required string Assignee { get; init; }

    /// <summary>What the asker is a member of.</summary>
    public required IReadOnlyCollection<string> AssigneeIn { get; init; }

    /// <summary>The instant asked about.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Duties done.</summary>
    public required IReadOnlyList<string> Done { get; init; }

    /// <summary>SPDX identifier of the intended release.</summary>
    public string? ReleaseLicence { get; init; }

    /// <summary>Sets of facts, each once.</summary>
    public required IReadOnlyList<IReadOnlyList<FactText>> Facts { get; init; }

    /// <summary>Layers, each once.</summary>
    public required IReadOnlyList<LayerText> Layers { get; init; }

    /// <summary>What was asked of each dataset.</summary>
    public required IReadOnlyList<PartText> Parts { get; init; }

    /// <summary>The questions as a text.</summary>
    public static QuestionText Of(IReadOnlyList<PutQuestion> put, IReadOnlyDictionary<string, string?> classes, bool mix, string? release)
    {
        UseQuestion first = put[0].Question;
        var layers = new Places<LayerText>();
        var facts = new Places<string>();
        List<IReadOnlyList<FactText>> sets = [];
        List<PartText> parts = [];
        foreach (PutQuestion one in put)
        {
            FactText[] set = [.. one.Question.Facts.Known.Order(StringComparer.Ordinal).Select(k => new FactText(k, [.. one.Question.Facts[k]!.Select(ValueText.Of)]))];
            int place = facts.Of(JsonSerializer.Serialize(set, Options));
            if (place == sets.Count) sets.Add(set);
            parts.Add(new PartText(one.Dataset, one.Action, place, [.. one.Question.TargetIn], [.. one.Layers.Select(l => layers.Of(LayerText.Of(l)))], classes.GetValueOrDefault(one.Key)));
        }

        return new QuestionText
        {
            Mix = mix, Assignee = first.Assignee, AssigneeIn = first.AssigneeIn, At = first.At, Done = [.. first.Facts.DutiesDone.Order(StringComparer.Ordinal)], ReleaseLicence = release,
            Facts = sets, Layers = layers.All, Parts = parts,
        };
    }

    /// <summary>The questions again.</summary>
    /// <param name="terms">The terms of a hash.</param>
    public IReadOnlyList<PutQuestion> Put(Func<string, CompiledTerms> terms)
    {
        Layer[] layers = [.. Layers.Select(l => l.ToLayer(terms(l.Sha256)))];
        FactSet[] facts = [.. Facts.Select(set => Done.Aggregate(set.Aggregate(FactSet.Empty, (all, f) => all.With(f.Operand, [.. f.Values.Select(v => v.ToValue())])), (all, d) => all.WithDone(d)))];
        return [.. Parts.Select(p => new PutQuestion(p.Dataset, p.Action, [.. p.Layers.Select(i => layers[i])], new UseQuestion
        {
            Assignee = Assignee, AssigneeIn = AssigneeIn, Action = p.Action, Target = Iris.Dataset(p.Dataset), TargetIn = p.TargetIn, At = At, Facts = facts[p.Facts],
        }))];
    }

    private sealed class Places<T>
        where T : notnull
    {
        private readonly Dictionary<T, int> places = [];

        public List<T> All { get; } = [];

        public int Of(T item)
        {
            if (places.TryGetValue(item, out int place)) return place;
            places.Add(item, All.Count);
            All.Add(item);
            return All.Count - 1;
        }
    }
}

/// <summary>A recorded fact.</summary>
internal sealed record FactText(string Operand, IReadOnlyList<ValueText> Values);

/// <summary>A recorded value.</summary>
internal sealed record ValueText(Licensing.Odrl.ValueType Type, string Text, DateTimeOffset? Instant)
{
    /// <summary>The value as a text.</summary>
    public static ValueText Of(Value value) => new(value.Type, value.Text, value.Type is Licensing.Odrl.ValueType.Instant or Licensing.Odrl.ValueType.Day ? value.Instant : null);

    /// <summary>The value again.</summary>
    public Value ToValue() => Type switch
    {
        Licensing.Odrl.ValueType.Iri => Value.OfIri(Text),
        Licensing.Odrl.ValueType.Number => Value.Of(decimal.Parse(Text, System.Globalization.CultureInfo.InvariantCulture)),
        Licensing.Odrl.ValueType.Instant => Value.Of(Instant!.Value),
        Licensing.Odrl.ValueType.Day => Value.Of(DateOnly.Parse(Text, System.Globalization.CultureInfo.InvariantCulture), Instant!.Value),
        Licensing.Odrl.ValueType.Duration => Value.OfDuration(Text),
        Licensing.Odrl.ValueType.Boolean => Value.Of(Text == "true"),
        _ => Value.OfText(Text),
    };
}

/// <summary>A recorded layer: which terms held from when until when.</summary>
internal sealed record LayerText(LayerKind Kind, string Source, Guid SourceId, int Version, string Sha256, DateTimeOffset? From, DateTimeOffset? Until, Guid? EntitlementId, Satisfaction? Granted = null)
{
    /// <summary>The layer as a text.</summary>
    public static LayerText Of(Layer layer) => new(layer.Kind, layer.Source, layer.SourceId, layer.Version, layer.Sha256, layer.From, layer.Until, layer.EntitlementId, layer.Granted == Satisfaction.Yes ? null : layer.Granted);

    /// <summary>The layer again.</summary>
    public Layer ToLayer(CompiledTerms terms) => new()
    {
        Kind = Kind, Source = Source, SourceId = SourceId, Version = Version, Sha256 = Sha256, Terms = terms, From = From, Until = Until, EntitlementId = EntitlementId, Granted = Granted ?? Satisfaction.Yes,
    };
}

/// <summary>A recorded question of one dataset: facts and layers by their places in the lists.</summary>
internal sealed record PartText(string Dataset, string Action, int Facts, IReadOnlyList<string> TargetIn, IReadOnlyList<int> Layers, string? ReleaseClass);
