namespace DataCatalog.Core.Licensing.Published;

/// <summary>The licences under which what is adapted from a licensed work may be released: a closed list, or any but some.</summary>
/// <remarks>Its text form is a release class: keys joined by <c>|</c>, after <c>!</c> where any but those will do.</remarks>
internal sealed class ReleaseSet : IEquatable<ReleaseSet>
{
    private readonly SortedSet<string> keys;

    private ReleaseSet(bool allBut, IEnumerable<string> keys) => (AllBut, this.keys) = (allBut, new SortedSet<string>(keys, StringComparer.Ordinal));

    /// <summary>Any licence.</summary>
    public static ReleaseSet Any { get; } = new(true, []);

    /// <summary>Whether <see cref="Keys"/> are those that will not do.</summary>
    public bool AllBut { get; }

    /// <summary>The keys, sorted.</summary>
    public IReadOnlyCollection<string> Keys => keys;

    /// <summary>Whether none will do.</summary>
    public bool IsEmpty => !AllBut && keys.Count == 0;

    /// <summary>Whether any will do.</summary>
    public bool IsAny => AllBut && keys.Count == 0;

    /// <summary>These and no others.</summary>
    public static ReleaseSet Only(IEnumerable<string> keys) => new(false, keys);

    /// <summary>Any but these.</summary>
    public static ReleaseSet Except(IEnumerable<string> keys) => new(true, keys);

    /// <summary>Reads a release class; null is any.</summary>
    public static ReleaseSet Of(string? releaseClass)
    {
        if (releaseClass is null) return Any;
        bool allBut = releaseClass.StartsWith('!');
        return new ReleaseSet(allBut, releaseClass[(allBut ? 1 : 0)..].Split('|', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>Whether a licence will do.</summary>
    public bool Allows(string key) => keys.Contains(key) != AllBut;

    /// <summary>What both allow.</summary>
    public ReleaseSet And(ReleaseSet other) => (AllBut, other.AllBut) switch
    {
        (true, true) => new ReleaseSet(true, keys.Concat(other.keys)),
        (false, _) => new ReleaseSet(false, keys.Where(other.Allows)),
        _ => new ReleaseSet(false, other.keys.Where(Allows)),
    };

    /// <summary>What either allows.</summary>
    public ReleaseSet Or(ReleaseSet other) => (AllBut, other.AllBut) switch
    {
        (false, false) => new ReleaseSet(false, keys.Concat(other.keys)),
        (true, _) => new ReleaseSet(true, keys.Where(k => !other.Allows(k))),
        _ => new ReleaseSet(true, other.keys.Where(k => !Allows(k))),
    };

    /// <summary>Whether it allows all that another does.</summary>
    public bool Covers(ReleaseSet other) => And(other).Equals(other);

    /// <inheritdoc/>
    public bool Equals(ReleaseSet? other) => other is not null && AllBut == other.AllBut && keys.SetEquals(other.keys);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ReleaseSet);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(ToString());

    /// <inheritdoc/>
    public override string ToString() => (AllBut ? "!" : "") + string.Join('|', keys);
}
