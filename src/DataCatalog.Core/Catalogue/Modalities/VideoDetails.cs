using DataCatalog.Core.Common;

namespace DataCatalog.Core.Catalogue.Modalities;

/// <summary>What a version holds of video. A fact that is not known is absent, never zero (domain rule 2).</summary>
public sealed record VideoDetails
{
    /// <summary>Hours of video.</summary>
    public double? Hours { get; init; }

    /// <summary>Number of clips.</summary>
    public long? Clips { get; init; }

    /// <summary>Height of the picture, in pixels.</summary>
    public int? Height { get; init; }

    /// <summary>Frames a second.</summary>
    public double? FramesPerSecond { get; init; }

    /// <summary>Whether sound is with it.</summary>
    public bool? HasAudio { get; init; }

    // Kept, so that details without a known fact are not taken for no details.
    private bool Present { get; init; } = true;

    /// <summary>Checks the facts.</summary>
    public VideoDetails Checked(string field)
    {
        Check.Finite(Hours, field + "/Hours");
        Check.NotNegative(Clips, field + "/Clips");
        Check.NotNegative(Height, field + "/Height");
        Check.Finite(FramesPerSecond, field + "/FramesPerSecond");
        return this;
    }
}
