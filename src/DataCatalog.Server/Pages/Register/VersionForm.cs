using System.Globalization;
using DataCatalog.Core.Catalogue;
using DataCatalog.Core.Catalogue.Modalities;

namespace DataCatalog.Server.Pages.Register;

/// <summary>A fact of a version that a form asks for.</summary>
/// <param name="Modality">text, image, audio or video.</param>
/// <param name="Name">Its name, as in <c>Tokens</c>.</param>
/// <param name="Ko">What it is, in Korean.</param>
/// <param name="En">What it is, in English.</param>
/// <param name="Kind"><c>number</c>, <c>text</c> or <c>answer</c>.</param>
public sealed record VersionFact(string Modality, string Name, string Ko, string En, string Kind = "number")
{
    /// <summary>Its place among the facts of a form.</summary>
    public string Key => Modality + Name;
}

/// <summary>What a version can say of each modality, and how it stands in a form.</summary>
public static class VersionForm
{
    /// <summary>All of them, in the order they are asked for.</summary>
    public static IReadOnlyList<VersionFact> All { get; } =
    [
        new("text", "Documents", "문서 수", "Documents"), new("text", "Tokens", "토큰 수", "Tokens"), new("text", "Tokenizer", "토큰을 센 토크나이저", "Tokenizer that counted", "text"),
        new("text", "Characters", "글자 수", "Characters"), new("text", "Bytes", "UTF-8 바이트 수", "Bytes of UTF-8"),
        new("image", "Images", "이미지 수", "Images"), new("image", "MinimumSide", "가장 작은 짧은 변(픽셀)", "Smallest shorter side (pixels)"), new("image", "MedianSide", "짧은 변 중앙값(픽셀)", "Median shorter side (pixels)"),
        new("image", "Annotations", "주석 종류(쉼표로 구분)", "Kinds of annotation (commas between)", "text"),
        new("audio", "Hours", "시간 분량(시간)", "Hours"), new("audio", "SampleRate", "표본율(Hz)", "Samples a second (Hz)"), new("audio", "Channels", "채널 수", "Channels"),
        new("audio", "Speakers", "화자 수", "Speakers"), new("audio", "TranscribedHours", "전사된 분량(시간)", "Hours with a transcript"),
        new("video", "Hours", "시간 분량(시간)", "Hours"), new("video", "Clips", "클립 수", "Clips"), new("video", "Height", "화면 높이(픽셀)", "Height of the picture (pixels)"),
        new("video", "FramesPerSecond", "초당 프레임", "Frames a second"), new("video", "HasAudio", "소리 포함", "With sound", "answer"),
    ];

    /// <summary>The facts of a version as a form holds them.</summary>
    public static Dictionary<string, string?> Of(DatasetVersion? version)
    {
        object?[] details = [version?.Text, version?.Image, version?.Audio, version?.Video];
        var facts = new Dictionary<string, string?>();
        foreach (VersionFact fact in All)
        {
            object? value = details[ModalityNames.All.ToList().IndexOf(fact.Modality)] is { } detail ? detail.GetType().GetProperty(fact.Name)!.GetValue(detail) : null;
            facts[fact.Key] = value switch { null => null, true => "yes", false => "no", _ => Convert.ToString(value, CultureInfo.InvariantCulture) };
        }

        return facts;
    }

    /// <summary>A version with what a form says of the chosen modalities.</summary>
    /// <exception cref="Core.Common.DomainException">A number cannot be read.</exception>
    public static DatasetVersionInput Into(DatasetVersionInput version, Dictionary<string, string?> facts, IReadOnlyCollection<string> modalities)
    {
        return version with
        {
            Text = !modalities.Contains("text") ? null : new TextDetails
            {
                Documents = Whole("textDocuments"), Tokens = Whole("textTokens"), Tokenizer = Said("textTokenizer"), Characters = Whole("textCharacters"), Bytes = Whole("textBytes"),
            },
            Image = !modalities.Contains("image") ? null : new ImageDetails
            {
                Images = Whole("imageImages"), MinimumSide = Small("imageMinimumSide"), MedianSide = Small("imageMedianSide"), Annotations = Said("imageAnnotations"),
            },
            Audio = !modalities.Contains("audio") ? null : new AudioDetails
            {
                Hours = Number("audioHours"), SampleRate = Small("audioSampleRate"), Channels = Small("audioChannels"), Speakers = Whole("audioSpeakers"), TranscribedHours = Number("audioTranscribedHours"),
            },
            Video = !modalities.Contains("video") ? null : new VideoDetails
            {
                Hours = Number("videoHours"), Clips = Whole("videoClips"), Height = Small("videoHeight"), FramesPerSecond = Number("videoFramesPerSecond"), HasAudio = FormValue.Answer(Said("videoHasAudio")),
            },
        };

        string? Said(string key) => facts.GetValueOrDefault(key);
        long? Whole(string key) => FormValue.Whole(Said(key), $"Facts/{key}");
        int? Small(string key) => FormValue.Small(Said(key), $"Facts/{key}");
        double? Number(string key) => (double?)FormValue.Number(Said(key), $"Facts/{key}");
    }
}
