namespace DataCatalog.Core.Common;

/// <summary>The rows that belong to an entity and are stated anew at each change.</summary>
internal static class Parts
{
    /// <summary>
    /// Puts what is now stated in place of what was. A row that says the same as before stays the row it was, so that alerts and
    /// audit events that name it still do.
    /// </summary>
    /// <param name="rows">The entity's rows.</param>
    /// <param name="stated">The rows as now stated.</param>
    /// <param name="facts">What makes two rows the same.</param>
    /// <param name="restate">Takes over what may differ all the same, from the second to the first; null for nothing.</param>
    public static void Restate<T, TFacts>(this List<T> rows, IReadOnlyList<T> stated, Func<T, TFacts> facts, Action<T, T>? restate = null)
        where TFacts : notnull
    {
        Dictionary<TFacts, Queue<T>> before = rows.GroupBy(facts).ToDictionary(g => g.Key, g => new Queue<T>(g));
        rows.Clear();
        foreach (T row in stated)
        {
            if (!before.TryGetValue(facts(row), out Queue<T>? same) || !same.TryDequeue(out T? kept))
            {
                rows.Add(row);
                continue;
            }

            restate?.Invoke(kept, row);
            rows.Add(kept);
        }
    }
}
