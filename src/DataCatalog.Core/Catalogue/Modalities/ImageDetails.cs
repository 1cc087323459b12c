using DataCatalog.Core.Common;

namespace DataCatalog.Core.Catalogue.Modalities;

/// <summary>What a version holds of images. A fact that is not known is absent, never zero (domain rule 2).</summary>
public sealed record ImageDetails
{
    /// <summary>Number of images.</summary>
    public long? Images { get; init; }

    /// <summary>Smallest shorter side, in pixels.</summary>
    public int? MinimumSide { get; init; }

    /// <summary>Median shorter side, in pixels.</summary>
    public int? MedianSide { get; init; }

    /// <summary>Kinds of annotation, comma-separated, as in <c>bounding-box, caption</c>.</summary>
    public string? Annotations { get; init; }

    // Kept, so that details without a known fact are not taken for no details.
    private bool Present { get; init; } = true;

    /// <summary>Checks the facts.</summary>
    public ImageDetails Checked(string field)
    {
        Check.NotNegative(Images, field + "/Images");
        Check.NotNegative(MinimumSide, field + "/MinimumSide");
        Check.NotNegative(MedianSide, field + "/MedianSide");
        return this with { Annotations = Check.OptionalText(Annotations, field + "/Annotations", 500) };
    }
}
