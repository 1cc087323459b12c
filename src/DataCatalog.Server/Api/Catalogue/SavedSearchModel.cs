namespace DataCatalog.Server.Api.Catalogue;

/// <summary>A question to the catalogue that someone asks again and again; they alone see it.</summary>
public sealed class SavedSearchModel : IRowModel
{
    /// <summary>Identity.</summary>
    public Guid Id { get; set; }

    /// <summary>State of the row; its ETag.</summary>
    public long RowVersion { get; set; }

    /// <summary>What the owner calls it.</summary>
    public string Name { get; set; } = "";

    /// <summary>The words, as in $search; null where there are none.</summary>
    public string? Text { get; set; }

    /// <summary>Facets narrowed by, as Modality=audio.</summary>
    public IList<string> Facets { get; set; } = [];

    /// <summary>Actions that must be permitted to the owner's consortium.</summary>
    public IList<string> May { get; set; } = [];

    /// <summary>Whether the owner is told of new hits, by an alert of the kind SearchHits.</summary>
    public bool Notify { get; set; }

    /// <summary>When it was saved.</summary>
    public DateTime CreatedAt { get; set; }

    /// <summary>What was published until then has been looked at.</summary>
    public DateTime CheckedAt { get; set; }
}
