namespace DataCatalog.Core.Licensing.Sentences;

/// <summary>A language that terms and decisions are told in.</summary>
public enum Language
{
    /// <summary>English (UK).</summary>
    English,

    /// <summary>Korean.</summary>
    Korean,
}
