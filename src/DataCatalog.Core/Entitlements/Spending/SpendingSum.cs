using DataCatalog.Core.Common;

namespace DataCatalog.Core.Entitlements.Spending;

/// <summary>What was spent on or for one thing.</summary>
public sealed record SpendingSum
{
    /// <summary>Key or id of what the sum is of; null for what belongs to none.</summary>
    public string? Key { get; init; }

    /// <summary>Its Korean name, or null.</summary>
    public string? NameKo { get; init; }

    /// <summary>Its English name, or null.</summary>
    public string? NameEn { get; init; }

    /// <summary>The programme's currency.</summary>
    public string Currency { get; init; } = "";

    /// <summary>What is committed; null where no part of it has a rate.</summary>
    public decimal? Committed { get; init; }

    /// <summary>What was paid; null where no part of it has a rate.</summary>
    public decimal? Paid { get; init; }

    /// <summary>Payments that are open; null where no part of it has a rate.</summary>
    public decimal? Due { get; init; }

    /// <summary>Commitments that are not in the sums, because a rate is missing, as in <c>100 USD</c>.</summary>
    public IReadOnlyList<string> Unconverted { get; init; } = [];
}

/// <summary>Adds spending lines up by one of their columns. Pure.</summary>
internal static class SpendingSums
{
    /// <summary>What can be added up by.</summary>
    public static readonly IReadOnlyList<string> Columns = ["consortium", "modality", "provider", "budgetLine", "phase", "dataset"];

    /// <summary>The sums, in the order of their keys.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="by">One of <see cref="Columns"/>.</param>
    /// <param name="currency">The programme's currency.</param>
    /// <param name="names">Keys and names of rows, by id.</param>
    public static IReadOnlyList<SpendingSum> Of(IEnumerable<SpendingLine> lines, string by, string currency, IReadOnlyDictionary<Guid, RowName> names) =>
    [
        .. lines.GroupBy(line => ValueOf(line, by)).Select(group => Name(Sum([.. group], currency), group.Key, names)).OrderBy(s => s.Key is null).ThenBy(s => s.Key, StringComparer.Ordinal),
    ];

    private static SpendingSum Name(SpendingSum sum, object? value, IReadOnlyDictionary<Guid, RowName> names) => value switch
    {
        Guid id when names.TryGetValue(id, out RowName? name) => sum with { Key = name.Key, NameKo = name.Name?.Ko, NameEn = name.Name?.En },
        null => sum,
        _ => sum with { Key = FormattableString.Invariant($"{value}") },
    };

    private static SpendingSum Sum(SpendingLine[] lines, string currency) => new()
    {
        Currency = currency, Committed = Known(lines, l => l.Committed), Paid = Known(lines, l => l.Paid), Due = Known(lines, l => l.Due),
        Unconverted = Summed.Texts(lines.Where(l => l.Committed is null).GroupBy(l => l.OwnCurrency).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => KeyValuePair.Create(g.Key, g.Sum(l => l.OwnCommitted)))),
    };

    private static decimal? Known(SpendingLine[] lines, Func<SpendingLine, decimal?> column) => Array.TrueForAll(lines, l => column(l) is null) ? null : lines.Sum(column);

    private static object? ValueOf(SpendingLine line, string by) => by switch
    {
        "consortium" => line.ConsortiumId,
        "modality" => line.Modality,
        "provider" => line.ProviderId,
        "budgetLine" => line.BudgetLineId,
        "phase" => line.Phase,
        _ => line.DatasetId,
    };
}

/// <summary>How a row is called.</summary>
internal sealed record RowName(string Key, LocalizedText? Name);
