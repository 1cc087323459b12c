namespace DataCatalog.Core.Licensing.UseCheck;

/// <summary>Finds what is owed when a permission is used.</summary>
internal static class Owed
{
    /// <summary>Duties that follow the permissions which count, and obligations of their policies; none where the answer is not yes.</summary>
    public static IReadOnlyList<OwedDuty> By(Case @case)
    {
        if (@case.Ruling.Outcomes != Outcomes.Permitted) return [];
        List<OwedDuty>? owed = null;
        foreach (Heard layer in @case.Layers)
        {
            if (layer.Layer.Kind != @case.Ruling.Lowest || layer.Tally.Permissions == 0 || !layer.HoldsAt(@case.Known.At)) continue;
            for (int i = 0; i < layer.Rules.Length; i++)
            {
                if (!layer.Rules[i].IsPermission || layer.Outcomes[i] != Satisfaction.Yes) continue;
                foreach (CompiledDuty duty in layer.Rules[i].Follow)
                {
                    if (duty.IsOwed(@case.Known)) (owed ??= []).Add(new OwedDuty(duty.Rule, layer.Layer));
                }
            }

            foreach (CompiledDuty duty in layer.Layer.Terms.Obligations.For(@case.Question))
            {
                if (duty.Binds(@case.Question, @case.Known)) (owed ??= []).Add(new OwedDuty(duty.Rule, layer.Layer));
            }
        }

        return owed ?? (IReadOnlyList<OwedDuty>)[];
    }
}
