using DataCatalog.Core.Catalogue;

namespace DataCatalog.Server.Pages.Datasets;

/// <summary>What a version holds, modality by modality; what is not known is left out.</summary>
public static class VersionFacts
{
    /// <summary>Names and values.</summary>
    public static IReadOnlyList<(string Name, string Value)> Of(Viewer viewer, DatasetVersion version)
    {
        (string Name, string? Value)[] all =
        [
            (viewer.T("토큰", "Tokens"), Count(version.Text?.Tokens) is { } tokens ? tokens + (version.Text!.Tokenizer is { } by ? $" ({by})" : "") : null),
            (viewer.T("문서", "Documents"), Count(version.Text?.Documents)),
            (viewer.T("글자", "Characters"), Count(version.Text?.Characters)),
            (viewer.T("텍스트 크기", "Size of text"), version.Text?.Bytes is { } bytes ? viewer.Bytes(bytes) : null),
            (viewer.T("이미지", "Images"), Count(version.Image?.Images)),
            (viewer.T("가장 작은 짧은 변", "Smallest shorter side"), Pixels(version.Image?.MinimumSide)),
            (viewer.T("짧은 변의 중앙값", "Median shorter side"), Pixels(version.Image?.MedianSide)),
            (viewer.T("주석", "Annotations"), version.Image?.Annotations),
            (viewer.T("음성 길이", "Sound"), Hours(version.Audio?.Hours)),
            (viewer.T("전사된 길이", "Transcribed"), Hours(version.Audio?.TranscribedHours)),
            (viewer.T("화자", "Speakers"), Count(version.Audio?.Speakers)),
            (viewer.T("표본화율", "Sample rate"), version.Audio?.SampleRate is { } rate ? $"{viewer.Number(rate)} Hz" : null),
            (viewer.T("채널", "Channels"), Count(version.Audio?.Channels)),
            (viewer.T("영상 길이", "Video"), Hours(version.Video?.Hours)),
            (viewer.T("클립", "Clips"), Count(version.Video?.Clips)),
            (viewer.T("화면 높이", "Height"), Pixels(version.Video?.Height)),
            (viewer.T("초당 프레임", "Frames a second"), version.Video?.FramesPerSecond is { } frames ? viewer.Number((decimal)frames) : null),
            (viewer.T("소리 포함", "With sound"), version.Video?.HasAudio is { } sound ? Words.Known(viewer, sound) : null),
        ];
        return [.. all.Where(f => f.Value is not null).Select(f => (f.Name, f.Value!))];

        string? Count(long? number) => number is { } n ? viewer.Count(n) : null;
        string? Hours(double? hours) => hours is { } h ? Words.Amount(viewer, (decimal)h, "hours") : null;
        string? Pixels(int? pixels) => pixels is { } p ? viewer.T($"{viewer.Number(p)}픽셀", $"{viewer.Number(p)} pixels") : null;
    }
}
