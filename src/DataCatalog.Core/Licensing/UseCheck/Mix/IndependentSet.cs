using System.Numerics;

namespace DataCatalog.Core.Licensing.UseCheck.Mix;

/// <summary>Finds the heaviest set of vertices of which no two are joined.</summary>
internal sealed class IndependentSet
{
    /// <summary>The most joined vertices for which it is searched to the end.</summary>
    public const int MostVertices = 64;

    private const int MostSteps = 2_000_000;

    private readonly int[] weights;
    private readonly ulong[] joined;
    private int steps;
    private ulong best;
    private int bestWeight;

    private IndependentSet(int[] weights, ulong[] joined) => (this.weights, this.joined) = (weights, joined);

    /// <summary>The heaviest set, and whether it is proved to be: past <see cref="MostVertices"/> in one web of edges, or too many steps, it is only good.</summary>
    /// <param name="weights">Weight of each vertex, above 0.</param>
    /// <param name="edges">Which are joined.</param>
    public static (bool[] Chosen, bool Proved) Heaviest(int[] weights, IReadOnlyList<(int A, int B)> edges)
    {
        HashSet<int>[] near = [.. weights.Select(_ => new HashSet<int>())];
        foreach ((int a, int b) in edges)
        {
            near[a].Add(b);
            near[b].Add(a);
        }

        var chosen = new bool[weights.Length];
        bool proved = true;
        foreach (List<int> web in Webs(near)) proved &= Solve(web, weights, near, chosen);
        return (chosen, proved);
    }

    // What is not joined, even through others, can be solved apart.
    private static IEnumerable<List<int>> Webs(HashSet<int>[] near)
    {
        var seen = new bool[near.Length];
        for (int start = 0; start < near.Length; start++)
        {
            if (seen[start]) continue;
            var web = new List<int> { start };
            seen[start] = true;
            for (int i = 0; i < web.Count; i++)
            {
                foreach (int next in near[web[i]].Where(n => !seen[n]).Order())
                {
                    seen[next] = true;
                    web.Add(next);
                }
            }

            web.Sort();
            yield return web;
        }
    }

    private static bool Solve(List<int> web, int[] weights, HashSet<int>[] near, bool[] chosen)
    {
        Greedy(web, weights, near, chosen);
        if (web.Count > MostVertices) return false;
        var joined = new ulong[web.Count];
        for (int i = 0; i < web.Count; i++)
        {
            for (int j = 0; j < web.Count; j++)
            {
                if (near[web[i]].Contains(web[j])) joined[i] |= 1UL << j;
            }
        }

        var search = new IndependentSet([.. web.Select(v => weights[v])], joined) { bestWeight = web.Where(v => chosen[v]).Sum(v => weights[v]) };
        search.Search(web.Count == MostVertices ? ulong.MaxValue : (1UL << web.Count) - 1, 0, 0);
        for (int i = 0; i < web.Count && search.best != 0; i++) chosen[web[i]] = (search.best & (1UL << i)) != 0;
        return search.steps <= MostSteps;
    }

    // A start, so that the search can cut off early; and the answer where there is no time for a search.
    private static void Greedy(List<int> web, int[] weights, HashSet<int>[] near, bool[] chosen)
    {
        foreach (int vertex in web.OrderByDescending(v => (double)weights[v] / (near[v].Count + 1)).ThenBy(v => v))
        {
            chosen[vertex] = !near[vertex].Any(n => chosen[n]);
        }
    }

    private void Search(ulong open, ulong taken, int weight)
    {
        if (++steps > MostSteps) return;
        if (weight > bestWeight) (best, bestWeight) = (taken, weight);
        if (open == 0 || weight + Bound(open) <= bestWeight) return;
        int vertex = MostJoined(open);
        ulong bit = 1UL << vertex;
        Search(open & ~bit & ~joined[vertex], taken | bit, weight + weights[vertex]);
        if ((joined[vertex] & open) != 0) Search(open & ~bit, taken, weight);
    }

    // Of vertices that are all joined to one another only one can be taken: the heaviest of each such group bounds what is left.
    private int Bound(ulong open)
    {
        int bound = 0;
        while (open != 0)
        {
            int first = BitOperations.TrailingZeroCount(open);
            int heaviest = weights[first];
            ulong group = 1UL << first;
            for (ulong rest = open & joined[first]; rest != 0;)
            {
                int next = BitOperations.TrailingZeroCount(rest);
                heaviest = Math.Max(heaviest, weights[next]);
                group |= 1UL << next;
                rest &= joined[next];
            }

            bound += heaviest;
            open &= ~group;
        }

        return bound;
    }

    private int MostJoined(ulong open)
    {
        int most = -1;
        int found = 0;
        for (ulong rest = open; rest != 0; rest &= rest - 1)
        {
            int vertex = BitOperations.TrailingZeroCount(rest);
            int count = BitOperations.PopCount(joined[vertex] & open);
            if (count > most) (most, found) = (count, vertex);
        }

        return found;
    }
}
