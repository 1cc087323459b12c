using DataCatalog.Core.Common;

namespace DataCatalog.Core.Catalogue.Modalities;

/// <summary>What a version holds of sound. A fact that is not known is absent, never zero (domain rule 2).</summary>
public sealed record AudioDetails
{
    /// <summary>Hours of sound.</summary>
    public double? Hours { get; init; }

    /// <summary>Samples a second, in hertz.</summary>
    public int? SampleRate { get; init; }

    /// <summary>Channels: 1 is mono.</summary>
    public int? Channels { get; init; }

    /// <summary>Number of different speakers.</summary>
    public long? Speakers { get; init; }

    /// <summary>Hours that have a transcript.</summary>
    public double? TranscribedHours { get; init; }

    // Kept, so that details without a known fact are not taken for no details.
    private bool Present { get; init; } = true;

    /// <summary>Checks the facts.</summary>
    public AudioDetails Checked(string field)
    {
        Check.Finite(Hours, field + "/Hours");
        Check.NotNegative(SampleRate, field + "/SampleRate");
        Check.NotNegative(Channels, field + "/Channels");
        Check.NotNegative(Speakers, field + "/Speakers");
        Check.Finite(TranscribedHours, field + "/TranscribedHours");
        return this;
    }
}
