using DataCatalog.Core.Catalogue;
using DataCatalog.Core.Licensing.Odrl;
using DataCatalog.Core.Licensing.Published;
using DataCatalog.Core.Licensing.Sentences;

namespace DataCatalog.Server.Pages.Datasets;

/// <summary>What the licences of a dataset mean together, in sentences, and what each is read from.</summary>
/// <param name="Sentences">What they permit and demand; empty where nobody has read any of them.</param>
/// <param name="Readings">Each licence with what it says and where.</param>
public sealed record LicenceText(IReadOnlyList<string> Sentences, IReadOnlyList<LicenceReading> Readings)
{
    /// <summary>Tells them as the use-check reads them.</summary>
    /// <param name="viewer">In whose words.</param>
    /// <param name="stated">The licences, with how officers read them.</param>
    /// <param name="programme">Key of the programme that limited grants are for.</param>
    public static LicenceText Of(Viewer viewer, IReadOnlyList<DatasetLicence> stated, string programme)
    {
        DatasetLicence[] ordered = [.. stated.OrderBy(l => l.Licence!.Key, StringComparer.Ordinal)];
        if (ReadyMadeTerms.Stated(ordered.Select(l => new StatedLicence(l.Licence!.Key, l.AddOn, l.LimitedTo is not null))) is not { } expression) return new LicenceText([], []);
        ReadingOverride[] overrides = [.. ordered.SelectMany(l => ReadingOverride.Counting(l.Licence!.Key, l.Licence.Readings))];
        Policy? policy = ReadyMadeTerms.Of(expression, overrides, Iris.Programme(programme));
        return new LicenceText(policy is null ? [] : PlainWords.Of(policy, viewer.Sentences, zone: viewer.Calendar.Zone), ReadyMadeTerms.Readings(expression, overrides));
    }

    /// <summary>What a feature is about.</summary>
    public static string Feature(Viewer viewer, LicenceFeature feature) => feature switch
    {
        LicenceFeature.Training => viewer.T("학습", "Training"),
        LicenceFeature.CommercialUse => viewer.T("영리 이용", "Commercial use"),
        LicenceFeature.ResearchOnly => viewer.T("연구·교육만", "Research or teaching only"),
        LicenceFeature.Attribution => viewer.T("출처 표시 의무", "Attribution owed"),
        LicenceFeature.ShareAlike => viewer.T("동일 조건 의무", "Share alike owed"),
        LicenceFeature.Derivatives => viewer.T("2차적저작물 공유", "Sharing adaptations"),
        LicenceFeature.Redistribution => viewer.T("사본 배포", "Passing copies on"),
        LicenceFeature.WeightsAdapt => viewer.T("가중치를 2차적저작물로 봄", "Weights count as an adaptation"),
        _ => viewer.T("서비스 제공을 공유로 봄", "A service counts as sharing"),
    };
}
