using DataCatalog.Core.Licensing.UseCheck.Constraints;

namespace DataCatalog.Core.Licensing.UseCheck;

/// <summary>A question with every rule that may concern it, judged at the instant asked about.</summary>
internal sealed class Case
{
    private Layer? sometime;
    private bool sometimeKnown;

    /// <summary>Judges each rule.</summary>
    /// <param name="question">The question.</param>
    /// <param name="layers">What covers its dataset.</param>
    /// <param name="explained">Whether the reasons will be asked for.</param>
    public Case(UseQuestion question, IReadOnlyList<Layer> layers, bool explained)
    {
        Question = question;
        Known = new Known(question.Facts, question.At.UtcTicks);
        Layers = new Heard[layers.Count];
        for (int i = 0; i < Layers.Length; i++) Layers[i] = new Heard(layers[i], question, Known, explained);
        Ruling = Rule(Known.At, null);
    }

    /// <summary>The question.</summary>
    public UseQuestion Question { get; }

    /// <summary>Each layer, in the order given.</summary>
    public Heard[] Layers { get; }

    /// <summary>The facts at the instant asked about.</summary>
    public Known Known { get; }

    /// <summary>What the layers say at the instant asked about.</summary>
    public Ruling Ruling { get; }

    /// <summary>The answer at the instant asked about.</summary>
    public Verdict Verdict => Name(Ruling);

    /// <summary>The layer that decides, or that would permit at another time; else null.</summary>
    public Layer? DecidedBy()
    {
        if (Ruling.Decides is not { } kind) return Sometime;
        foreach (Heard layer in Layers)
        {
            if (layer.Layer.Kind == kind && layer.HoldsAt(Known.At) && (layer.Tally.Under(layer.Layer.Terms.Policy.Conflict) & Ruling.Outcomes & ~Outcomes.Silent) != 0) return layer.Layer;
        }

        return null;
    }

    /// <summary>What the layers say at an instant.</summary>
    /// <param name="ticks">The instant, in UTC ticks.</param>
    /// <param name="tallies">The layers' tallies at that instant; null for those of the instant asked about.</param>
    public Ruling Rule(long ticks, Tally[]? tallies)
    {
        var result = Outcomes.Silent;
        LayerKind? highest = null;
        LayerKind lowest = LayerKind.Exemption;
        for (LayerKind kind = LayerKind.Exemption; kind >= LayerKind.Licence && result.HasFlag(Outcomes.Silent); kind--)
        {
            var beside = Outcomes.Silent;
            for (int i = 0; i < Layers.Length; i++)
            {
                Layer layer = Layers[i].Layer;
                if (layer.Kind == kind && Layers[i].HoldsAt(ticks)) beside = beside.Beside((tallies?[i] ?? Layers[i].Tally).Under(layer.Terms.Policy.Conflict));
            }

            if (beside != Outcomes.Silent) highest ??= kind;
            result = result.Above(beside);
            lowest = kind;
        }

        return new Ruling(result, highest, lowest);
    }

    /// <summary>The verdict's name: where all are silent, whether anything would permit at another time.</summary>
    public Verdict Name(Ruling ruling) => ruling.Verdict ?? (Sometime is null ? Verdict.NotPermitted : Verdict.NotInForce);

    // The highest layer with a permission that holds, or may, at some time at which the layer does.
    private Layer? Sometime
    {
        get
        {
            if (!sometimeKnown) sometime = Layers.Where(l => Timeline.EverPermits(this, l)).MaxBy(l => l.Layer.Kind)?.Layer;
            sometimeKnown = true;
            return sometime;
        }
    }
}
