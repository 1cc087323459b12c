namespace DataCatalog.Core.Licensing.Periods;

/// <summary>What becomes of a deadline that falls on a day on which offices do not work.</summary>
public enum BusinessDayRule
{
    /// <summary>It stays where it falls.</summary>
    None,

    /// <summary>The last business day before it.</summary>
    Preceding,

    /// <summary>The first business day after it (as Article 161 of the Korean Civil Act has it for periods).</summary>
    Following,
}
