using System.Globalization;
using DataCatalog.Core.Common;

namespace DataCatalog.Core.Search;

/// <summary>A question to the catalogue that someone asks again and again; they alone see it.</summary>
public sealed class SavedSearch : Entity
{
    /// <summary>Most values of facets and actions.</summary>
    public const int MostChoices = 100;

    private SavedSearch() { }

    /// <summary>Whose it is.</summary>
    public Guid OwnerId { get; private set; }

    /// <summary>What the owner may do: new hits are looked for as they would see them.</summary>
    public Roles OwnerRoles { get; private set; }

    /// <summary>The owner's consortium; null for staff.</summary>
    public Guid? ConsortiumId { get; private set; }

    /// <summary>What the owner calls it.</summary>
    public string Name { get; private set; } = null!;

    /// <summary>The words, or null.</summary>
    public string? Text { get; private set; }

    /// <summary>Facets narrowed by, as <c>Modality=audio</c>.</summary>
    public List<string> Facets { get; private set; } = [];

    /// <summary>Actions that must be permitted to the owner's consortium, by their short names.</summary>
    public List<string> May { get; private set; } = [];

    /// <summary>Whether the owner is told of new hits.</summary>
    public bool Notify { get; private set; }

    /// <summary>When it was saved, UTC.</summary>
    public DateTime CreatedAt { get; private set; }

    /// <summary>What was published until then has been looked at, UTC.</summary>
    public DateTime CheckedAt { get; private set; }

    /// <summary>Saves a search of the actor's own.</summary>
    /// <exception cref="DomainException">It asks for nothing, a facet or its value is none, it is too long, or rights are asked for without a consortium.</exception>
    public static SavedSearch Save(SavedSearchInput input, Actor owner, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(input);
        DateTime now = clock.Instant();
        var saved = new SavedSearch
        {
            Id = Ids.New(clock), OwnerId = owner.Id, OwnerRoles = owner.Roles, ConsortiumId = owner.SeesEverything ? null : owner.ConsortiumId, Name = Check.Text(input.Name, nameof(Name), 200),
            Text = Check.OptionalText(input.Text, nameof(Text), SearchLimits.Characters), Facets = [.. input.Facets ?? []], May = [.. input.May ?? []], Notify = input.Notify, CreatedAt = now, CheckedAt = now,
        };
        SearchText.Parse(saved.Text);
        if (saved.Facets.Count + saved.May.Count > MostChoices) throw new DomainException(CommonErrors.Invalid, nameof(Facets), saved.Facets.Count + saved.May.Count, "number of choices", $"use {MostChoices} at most");
        if (saved.Text is null && saved.Facets.Count == 0 && saved.May.Count == 0) throw new DomainException(CommonErrors.Required, nameof(Text), nameof(Text));
        if (saved.May.Count > 0 && saved.ConsortiumId is null) throw new DomainException(CommonErrors.Invalid, nameof(May), saved.May[0], "choice", "only a consortium's member can save a search by its rights");
        saved.Filters();
        return saved;
    }

    /// <summary>The facets narrowed by.</summary>
    /// <exception cref="DomainException">One is no facet with a value.</exception>
    public IReadOnlyDictionary<SearchFacet, IReadOnlyList<string>> Filters() => Facets.Select(Narrowed).GroupBy(f => f.Facet).ToDictionary(g => g.Key, g => (IReadOnlyList<string>)[.. g.Select(f => f.Value)]);

    private static (SearchFacet Facet, string Value) Narrowed(string choice)
    {
        string[] halves = choice.Split('=', 2);
        bool known = halves.Length == 2 && halves[1].Length is > 0 and <= 200 && Enum.TryParse(halves[0], out SearchFacet facet) && facet != SearchFacet.May && Enum.GetNames<SearchFacet>().Contains(halves[0]);
        return known ? (Enum.Parse<SearchFacet>(halves[0]), halves[1]) : throw new DomainException(CommonErrors.Invalid, nameof(Facets), choice.Length > 80 ? choice[..80] : choice, "facet", "write it as Modality=audio");
    }

    /// <summary>What a message calls the hits that are new.</summary>
    internal LocalizedText Told(int count) => LocalizedText.Of(
        string.Create(CultureInfo.InvariantCulture, $"{Name}: 새 데이터셋 {count}개"), string.Create(CultureInfo.InvariantCulture, $"{Name}: {count} new {(count == 1 ? "dataset" : "datasets")}"), nameof(Name), 300);
}

/// <summary>What a caller says of a saved search.</summary>
public sealed record SavedSearchInput
{
    /// <summary>What the owner calls it.</summary>
    public string? Name { get; init; }

    /// <summary>The words.</summary>
    public string? Text { get; init; }

    /// <summary>Facets to narrow by, as <c>Modality=audio</c>.</summary>
    public IReadOnlyList<string>? Facets { get; init; }

    /// <summary>Actions that must be permitted to the owner's consortium.</summary>
    public IReadOnlyList<string>? May { get; init; }

    /// <summary>Whether to tell of new hits.</summary>
    public bool Notify { get; init; }
}
