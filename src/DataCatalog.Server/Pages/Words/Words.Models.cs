using DataCatalog.Core.Entitlements;

namespace DataCatalog.Server.Pages;

/// <summary>Models in words.</summary>
internal static partial class Words
{
    /// <summary>How far a model has come.</summary>
    public static string Of(Viewer viewer, ModelStatus status) => status switch
    {
        ModelStatus.Planned => viewer.T("계획", "planned"),
        ModelStatus.InDevelopment => viewer.T("개발 중", "in development"),
        ModelStatus.Released => viewer.T("공개됨", "released"),
        _ => viewer.T("철회됨", "withdrawn"),
    };

    /// <summary>The tone of its badge.</summary>
    public static string Tone(ModelStatus status) => status switch { ModelStatus.Released => "good", ModelStatus.InDevelopment => "info", ModelStatus.Withdrawn => "bad", _ => "" };

    /// <summary>How large a model is or shall be.</summary>
    public static string Size(Viewer viewer, long? from, long? to) => (from, to) switch
    {
        (null, null) => "–",
        ({ } least, { } most) when least != most => $"{viewer.Count(least)} – {viewer.Count(most)}",
        var (least, most) => viewer.Count((least ?? most)!.Value),
    };
}
