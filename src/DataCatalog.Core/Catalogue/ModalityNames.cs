using DataCatalog.Core.Common;

namespace DataCatalog.Core.Catalogue;

/// <summary>The four modalities.</summary>
public static class ModalityNames
{
    /// <summary>Their names, in the order they are shown.</summary>
    public static readonly IReadOnlyList<string> All = ["text", "image", "audio", "video"];

    /// <summary>Checks one name.</summary>
    public static string Check(string? value, string field) =>
        value is not null && All.Contains(value, StringComparer.Ordinal)
            ? value
            : throw new DomainException(CommonErrors.Invalid, field, value ?? "", "modality", "use text, image, audio or video");
}
