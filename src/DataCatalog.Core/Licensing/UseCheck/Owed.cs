using DataCatalog.Core.Licensing.Odrl;

namespace DataCatalog.Core.Licensing.UseCheck;

/// <summary>Finds what is owed when a permission is used.</summary>
internal static class Owed
{
    /// <summary>Duties that follow the permissions which count, and obligations of their policies, once each; none where the answer is not yes.</summary>
    public static IReadOnlyList<OwedDuty> By(Case @case)
    {
        if (@case.Ruling.Outcomes != Outcomes.Permitted) return [];
        List<(CompiledDuty Duty, Layer Layer)>? owed = null;
        foreach (Heard layer in @case.Layers)
        {
            if (layer.Layer.Kind == @case.Ruling.Lowest && layer.Tally.Permissions > 0 && layer.HoldsAt(@case.Known.At)) Add(@case, layer, ref owed);
        }

        if (owed is null) return [];
        HashSet<(LayerKind, string, string)>? seen = owed.Count == 1 ? null : new(owed.Count);
        var once = new List<OwedDuty>(owed.Count);
        foreach ((CompiledDuty duty, Layer layer) in owed)
        {
            if (seen?.Add((layer.Kind, layer.Source, duty.Text)) != false) once.Add(new OwedDuty(duty.Rule, layer));
        }

        return once;
    }

    /// <summary>Each duty towards the same source once.</summary>
    public static List<OwedDuty> Once(IEnumerable<OwedDuty> owed)
    {
        var seen = new HashSet<(LayerKind, string, string)>();
        var texts = new Dictionary<Rule, string>(ReferenceEqualityComparer.Instance);
        return [.. owed.Where(d => seen.Add((d.Layer.Kind, d.Layer.Source, Text(d.Duty))))];
        string Text(Rule duty) => texts.TryGetValue(duty, out string? text) ? text : texts[duty] = DutyText.Of(duty);
    }

    private static void Add(Case @case, Heard layer, ref List<(CompiledDuty Duty, Layer Layer)>? owed)
    {
        for (int i = 0; i < layer.Rules.Length; i++)
        {
            if (!layer.Rules[i].IsPermission || layer.Outcomes[i] != Satisfaction.Yes) continue;
            foreach (CompiledDuty duty in layer.Rules[i].Follow)
            {
                if (duty.IsOwed(@case.Known)) (owed ??= []).Add((duty, layer.Layer));
            }
        }

        foreach (CompiledDuty duty in layer.Layer.Terms.Obligations.For(@case.Question))
        {
            if (duty.Binds(@case.Question, @case.Known)) (owed ??= []).Add((duty, layer.Layer));
        }
    }
}
