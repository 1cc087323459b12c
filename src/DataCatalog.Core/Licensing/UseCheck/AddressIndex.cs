namespace DataCatalog.Core.Licensing.UseCheck;

/// <summary>What is about some assets and for some parties.</summary>
internal interface IAddressed
{
    /// <summary>IRIs of its targets; null where any asset may be meant.</summary>
    IReadOnlyCollection<string>? TargetKeys { get; }

    /// <summary>IRIs of its assignees; null where anyone may be meant.</summary>
    IReadOnlyCollection<string>? AssigneeKeys { get; }

    /// <summary>Whether the dataset and the party asked about may be meant, by name.</summary>
    bool MayConcern(UseQuestion question);
}

/// <summary>Finds what may concern a question. Of few, all do, so that an answer also tells of rules for others; of many, only those that name the target and the party asked about, or none.</summary>
/// <typeparam name="T">What is found.</typeparam>
internal sealed class AddressIndex<T>
    where T : IAddressed
{
    /// <summary>Up to so many are not told apart.</summary>
    public const int Few = 64;

    private readonly T[] all;
    private readonly Directory? byTarget;
    private readonly Directory? byAssignee;

    public AddressIndex(T[] all)
    {
        this.all = all;
        if (all.Length <= Few) return;
        byTarget = new Directory(all, i => i.TargetKeys);
        byAssignee = new Directory(all, i => i.AssigneeKeys);
    }

    /// <summary>Those that may concern a question, in their order.</summary>
    public T[] For(UseQuestion question)
    {
        if (byTarget is null || byAssignee is null) return all;
        List<int> targets = byTarget.Find(question.Target, question.TargetIn);
        List<int> parties = byAssignee.Find(question.Assignee, question.AssigneeIn);
        return [.. (targets.Count < parties.Count ? targets : parties).Order().Distinct().Select(i => all[i]).Where(i => i.MayConcern(question))];
    }

    private sealed class Directory
    {
        private readonly Dictionary<string, List<int>> named = new(StringComparer.Ordinal);
        private readonly List<int> unnamed = [];

        public Directory(T[] all, Func<T, IReadOnlyCollection<string>?> keys)
        {
            for (int i = 0; i < all.Length; i++)
            {
                if (keys(all[i]) is not { } found) unnamed.Add(i);
                else foreach (string key in found) Add(key, i);
            }
        }

        public List<int> Find(string asked, IReadOnlyCollection<string> collections)
        {
            List<int> found = [.. unnamed, .. named.GetValueOrDefault(asked, [])];
            foreach (string collection in collections) found.AddRange(named.GetValueOrDefault(collection, []));
            return found;
        }

        private void Add(string key, int at)
        {
            if (!named.TryGetValue(key, out List<int>? places)) named.Add(key, places = []);
            places.Add(at);
        }
    }
}
