namespace DataCatalog.Core.Licensing.UseCheck.Mix;

/// <summary>The permitted parts of a mix by release class, and which classes conflict.</summary>
internal sealed class ReleaseClasses
{
    private readonly string[] names;
    private readonly List<string>[] keys;
    private readonly bool[] alone;
    private readonly List<(int A, int B)> edges = [];

    private ReleaseClasses(SortedDictionary<string, List<string>> classes, Func<string, string, bool> compatible)
    {
        names = [.. classes.Keys];
        keys = [.. classes.Values];
        alone = new bool[names.Length];
        var conflicts = new List<MixConflict>();
        for (int a = 0; a < names.Length; a++)
        {
            for (int b = a; b < names.Length; b++)
            {
                if ((a == b && keys[a].Count == 1) || (compatible(names[a], names[b]) && compatible(names[b], names[a]))) continue;
                conflicts.Add(new MixConflict(names[a], names[b], keys[a], keys[b]));
                if (a == b) alone[a] = true;
                else edges.Add((a, b));
            }
        }

        Conflicts = conflicts;
    }

    /// <summary>Pairs of classes that conflict, in ordinal order.</summary>
    public IReadOnlyList<MixConflict> Conflicts { get; }

    /// <summary>Sorts the parts that a licence permits into classes; where an agreement or exemption permits, what the licence asks of a release does not bind.</summary>
    public static ReleaseClasses Of(MixQuestion question, MixPart[] parts)
    {
        var classes = new SortedDictionary<string, List<string>>(StringComparer.Ordinal);
        for (int i = 0; i < parts.Length && question.Compatible is not null; i++)
        {
            if (question.Items[i].ReleaseClass is not { } name || parts[i].Decision is not { Verdict: Verdict.Permitted, DecidedBy.Kind: LayerKind.Licence }) continue;
            if (!classes.TryGetValue(name, out List<string>? members)) classes.Add(name, members = []);
            members.Add(parts[i].Key);
        }

        return new ReleaseClasses(classes, question.Compatible ?? ((_, _) => true));
    }

    /// <summary>Keys of the fewest parts to leave out for the rest to be free of conflicts, and whether they are proved to be fewest.</summary>
    public (HashSet<string> Keys, bool Proved) Smallest()
    {
        // Of a class whose works cannot be combined one work can stay.
        int[] weights = [.. keys.Select((k, i) => alone[i] ? 1 : k.Count)];
        (bool[] kept, bool proved) = IndependentSet.Heaviest(weights, edges);
        var left = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < names.Length; i++) left.UnionWith(kept[i] ? keys[i].Skip(weights[i]) : keys[i]);
        return (left, proved);
    }
}
