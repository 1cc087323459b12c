using DataCatalog.Core.Catalogue;

namespace DataCatalog.Server.Pages.Register;

/// <summary>What a dataset still lacks before it is published.</summary>
/// <param name="Needed">Without these the registry does not publish it.</param>
/// <param name="Advised">It can be published without these, but those who look for data miss them.</param>
public sealed record DatasetGaps(IReadOnlyList<string> Needed, IReadOnlyList<string> Advised)
{
    /// <summary>Reads them out of what is known.</summary>
    public static DatasetGaps Of(Viewer viewer, DatasetFacts facts)
    {
        List<string> needed = [], advised = [];
        if (!facts.HasCompleteForm && !(facts.IsOffered && !facts.HasVersions))
        {
            needed.Add(facts.HasVersions
                ? viewer.T("크기와 SHA-256이 있는 배포본", "a distribution with its size and SHA-256")
                : viewer.T("배포본이 있는 버전(공개 데이터는 주소만으로도 됩니다)", "a version with a distribution (public data can do with a link)"));
        }

        if (facts.Title.Ko is null || facts.Title.En is null) advised.Add(facts.Title.Ko is null ? viewer.T("한국어 제목", "a Korean title") : viewer.T("영어 제목", "an English title"));
        if (facts.Acquisition == AcquisitionClass.Unknown) advised.Add(viewer.T("확보 방법", "how it was had"));
        if (facts.Sensitivity == Sensitivity.Unknown) advised.Add(viewer.T("민감도", "its sensitivity"));
        if (!facts.HasLicence) advised.Add(viewer.T("라이선스(또는 계약)", "a licence (or an agreement)"));
        if (!facts.HasLanguages) advised.Add(viewer.T("언어", "languages"));
        return new DatasetGaps(needed, advised);
    }
}

/// <summary>What of a dataset tells whether it is ready.</summary>
public sealed record DatasetFacts
{
    /// <summary>Its title.</summary>
    public required Core.Common.LocalizedText Title { get; init; }

    /// <summary>How it was had.</summary>
    public required AcquisitionClass Acquisition { get; init; }

    /// <summary>How carefully it must be kept.</summary>
    public required Sensitivity Sensitivity { get; init; }

    /// <summary>Whether it names a licence.</summary>
    public required bool HasLicence { get; init; }

    /// <summary>Whether it names languages.</summary>
    public required bool HasLanguages { get; init; }

    /// <summary>Whether it is public data with a link.</summary>
    public required bool IsOffered { get; init; }

    /// <summary>Whether it has versions.</summary>
    public required bool HasVersions { get; init; }

    /// <summary>Whether a version has a form with size and checksum.</summary>
    public required bool HasCompleteForm { get; init; }
}
