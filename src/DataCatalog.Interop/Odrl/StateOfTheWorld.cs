using DataCatalog.Core.Licensing.Odrl;

namespace DataCatalog.Interop.Odrl;

/// <summary>What is so when a policy is evaluated; what is not said here is not so.</summary>
/// <param name="CurrentTime">The time.</param>
/// <param name="Parts">For each party or asset, what it is directly a part or a member of.</param>
/// <param name="Wider">The same, with what is wider than a value or what it is an instance of.</param>
/// <param name="Duties">Reports on duties, by the duty's IRI.</param>
/// <param name="Facts">Values of left operands that it states.</param>
internal sealed record StateOfTheWorld(DateTimeOffset CurrentTime, Memberships Parts, Memberships Wider, IReadOnlyDictionary<string, KnownDuty> Duties, IReadOnlyList<Constraint> Facts);

/// <summary>What is already reported of a duty.</summary>
/// <param name="Report">IRI of the report.</param>
/// <param name="Attempt">Local name of the attempt state, or null.</param>
/// <param name="Performance">Local name of the performance state, or null.</param>
/// <param name="Deontic">Local name of the deontic state, or null.</param>
internal sealed record KnownDuty(string? Report, string? Attempt, string? Performance, string? Deontic);

/// <summary>What is a part or an instance of what.</summary>
internal sealed class Memberships
{
    private readonly Dictionary<string, HashSet<string>> direct = new(StringComparer.Ordinal);

    /// <summary>All that are in something.</summary>
    public IEnumerable<(string Member, IReadOnlyCollection<string> Wholes)> All => direct.Select(d => (d.Key, (IReadOnlyCollection<string>)d.Value));

    /// <summary>Adds that one is in another.</summary>
    public void Add(string member, string whole)
    {
        if (!direct.TryGetValue(member, out HashSet<string>? wholes)) direct[member] = wholes = new HashSet<string>(StringComparer.Ordinal);
        wholes.Add(whole);
    }

    /// <summary>Whether one is in another, itself or through others. A circle ends where it began.</summary>
    public bool IsIn(string member, string whole)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { member };
        var open = new Stack<string>(seen);
        while (open.TryPop(out string? next))
        {
            foreach (string above in direct.GetValueOrDefault(next, []))
            {
                if (above == whole) return true;
                if (seen.Add(above)) open.Push(above);
            }
        }

        return false;
    }
}
