using DataCatalog.Core.Licensing.UseCheck.Constraints;

namespace DataCatalog.Core.Licensing.UseCheck;

/// <summary>A case as time goes on: at each instant at which a layer begins or ends or a constraint's date is reached, the rules that it touches are judged again.</summary>
internal static class Timeline
{
    // A rule with very many dates is judged again at each of them; past this many comparisons the answer is no longer looked for, but said to end at the next date.
    private const long MostWork = 5_000_000;

    /// <summary>First instant after the one asked about, in UTC ticks, at which the verdict is another; null where time alone never changes it.</summary>
    public static long? NextChange(Case @case)
    {
        List<Event>? events = Events(@case);
        if (events is null) return null;
        Verdict verdict = @case.Verdict;
        foreach ((long ticks, Verdict? then) in Run(@case, events))
        {
            if (then != verdict) return ticks;
        }

        return null;
    }

    /// <summary>The verdicts that follow one another after the instant asked about, each with its first tick, up to an instant (excluded); a null is one that was too much work to find.</summary>
    public static IEnumerable<(long Ticks, Verdict? Verdict)> Changes(Case @case, long before)
    {
        Verdict? verdict = @case.Verdict;
        foreach ((long ticks, Verdict? then) in Run(@case, Events(@case) ?? []))
        {
            if (ticks >= before) yield break;
            if (then == verdict) continue;
            verdict = then;
            yield return (ticks, then);
        }
    }

    /// <summary>Whether a layer has a permission that holds, or may, at some time at which the layer does.</summary>
    public static bool EverPermits(Case @case, Heard layer)
    {
        if (layer.From >= layer.Until) return false;
        long work = 0;
        for (int i = 0; i < layer.Rules.Length; i++)
        {
            CompiledRule rule = layer.Rules[i];
            if (!rule.IsPermission) continue;
            if (rule.Boundaries.Length == 0 ? layer.Outcomes[i] != Satisfaction.No : EverHolds(@case, layer, rule, ref work)) return true;
        }

        return false;
    }

    private static bool EverHolds(Case @case, Heard layer, CompiledRule rule, ref long work)
    {
        if (Holds(@case, layer, rule, Math.Max(layer.From, DateTime.MinValue.Ticks))) return true;
        foreach (long ticks in rule.Boundaries)
        {
            if (!layer.HoldsAt(ticks)) continue;
            if ((work += rule.Boundaries.Length) > MostWork || Holds(@case, layer, rule, ticks)) return true;
        }

        return false;
    }

    private static bool Holds(Case @case, Heard layer, CompiledRule rule, long ticks) =>
        layer.Judge(rule, @case.Question, new Known(@case.Question.Facts, ticks)) != Satisfaction.No;

    private static List<Event>? Events(Case @case)
    {
        List<Event>? events = null;
        long now = @case.Known.At;
        for (int l = 0; l < @case.Layers.Length; l++)
        {
            Heard layer = @case.Layers[l];
            if (layer.Rules.Length == 0 || layer.Until <= now) continue;
            if (layer.From > now) (events ??= []).Add(new Event(layer.From, l, -1));
            if (layer.Until < long.MaxValue) (events ??= []).Add(new Event(layer.Until, l, -1));
            for (int r = 0; r < layer.Rules.Length; r++)
            {
                foreach (long ticks in layer.Rules[r].Boundaries)
                {
                    if (ticks > now && ticks < layer.Until) (events ??= []).Add(new Event(ticks, l, r));
                }
            }
        }

        events?.Sort();
        return events;
    }

    private static IEnumerable<(long Ticks, Verdict? Verdict)> Run(Case @case, List<Event> events)
    {
        var tallies = Array.ConvertAll(@case.Layers, l => l.Tally);
        Satisfaction[][]? outcomes = null;
        long work = 0;
        for (int i = 0; i < events.Count;)
        {
            long ticks = events[i].Ticks;
            Known? known = null;
            for (; i < events.Count && events[i].Ticks == ticks; i++)
            {
                (_, int l, int r) = events[i];
                if (r < 0) continue;
                Heard layer = @case.Layers[l];
                work += layer.Rules[r].Boundaries.Length;
                outcomes ??= Array.ConvertAll(@case.Layers, h => (Satisfaction[])h.Outcomes.Clone());
                known ??= new Known(@case.Question.Facts, ticks);
                Satisfaction then = layer.Judge(layer.Rules[r], @case.Question, known);
                tallies[l] = tallies[l].With(layer.Rules[r], outcomes[l][r], -1).With(layer.Rules[r], then, 1);
                outcomes[l][r] = then;
            }

            if (work > MostWork)
            {
                yield return (ticks, null);
                yield break;
            }

            yield return (ticks, @case.Name(@case.Rule(ticks, tallies)));
        }
    }

    private readonly record struct Event(long Ticks, int Layer, int Rule) : IComparable<Event>
    {
        // Those of one instant are all taken before anything is said, so their order does not matter.
        public int CompareTo(Event other) => Ticks.CompareTo(other.Ticks);
    }
}
