using DataCatalog.Core.Catalogue;
using DataCatalog.Core.Entitlements;
using DataCatalog.Core.Licensing;

namespace DataCatalog.Core.Import;

/// <summary>Whether two rows say the same, whatever their ids, versions and times.</summary>
internal static class Same
{
    public static bool Facts(Organisation a, Organisation b) =>
        a.Name == b.Name && a.Kind == b.Kind && a.Country == b.Country && a.HomePage == b.HomePage;

    public static bool Facts(Licence a, Licence b) =>
        a.Name == b.Name && a.Kind == b.Kind && a.Address == b.Address
        && (a.Attribution, a.CommercialUse, a.Derivatives, a.ShareAlike) == (b.Attribution, b.CommercialUse, b.Derivatives, b.ShareAlike);

    public static bool Facts(Dataset a, Dataset b) =>
        a.Title == b.Title && a.Description == b.Description && a.ProviderId == b.ProviderId
        && (a.Sensitivity, a.Acquisition, a.CollectedFrom, a.CollectedUntil) == (b.Sensitivity, b.Acquisition, b.CollectedFrom, b.CollectedUntil)
        && (a.PersonalData, a.SensitiveData, a.OptOutMeasures) == (b.PersonalData, b.SensitiveData, b.OptOutMeasures)
        && a.Modalities.SequenceEqual(b.Modalities) && a.Languages.SequenceEqual(b.Languages) && a.Domains.SequenceEqual(b.Domains)
        && a.Tasks.SequenceEqual(b.Tasks) && a.Links.SequenceEqual(b.Links) && a.Volumes.SequenceEqual(b.Volumes)
        && Alike(a.Licences, b.Licences, l => (l.LicenceId, l.AsStated, l.StatedAt, l.AddOn, l.LimitedTo));

    public static bool Facts(DatasetVersion a, DatasetVersion b) =>
        a.Notes == b.Notes && a.Text == b.Text && a.Image == b.Image && a.Audio == b.Audio && a.Video == b.Video
        && Alike(a.Distributions, b.Distributions, d => (d.Name, d.Location, d.MediaType, d.Bytes, d.Sha256));

    public static bool Facts(Programme a, Programme b) =>
        a.Name == b.Name && a.FunderId == b.FunderId && a.TimeZone == b.TimeZone && a.SelectedOn == b.SelectedOn && a.Budget == b.Budget
        && a.PhaseTeams.SequenceEqual(b.PhaseTeams) && a.AlertWindows.SequenceEqual(b.AlertWindows);

    public static bool Facts(Consortium a, Consortium b) =>
        a.Name == b.Name && a.ProgrammeId == b.ProgrammeId && a.LeadId == b.LeadId && a.ActiveFrom == b.ActiveFrom
        && Alike(a.Members, b.Members, m => (m.OrganisationId, m.Role));

    public static bool Facts(FoundationModel a, FoundationModel b) =>
        a.ConsortiumId == b.ConsortiumId && a.Name == b.Name && a.Modalities.SequenceEqual(b.Modalities)
        && (a.ParametersFrom, a.ParametersTo, a.Status, a.ReleasePlan) == (b.ParametersFrom, b.ParametersTo, b.Status, b.ReleasePlan);

    public static bool Facts(Agreement a, Agreement b) =>
        a.Title == b.Title && (a.SignedOn, a.StartsOn) == (b.SignedOn, b.StartsOn) && a.Periods.Any(p => p.EndsOn == b.EndsOn)
        && (a.Renewal, a.RenewalPeriod, a.NoticePeriod) == (b.Renewal, b.RenewalPeriod, b.NoticePeriod)
        && a.Price == b.Price && a.Sample == b.Sample && a.AlertWindows.SequenceEqual(b.AlertWindows)
        && Alike(a.Parties, b.Parties, p => (p.Role, p.OrganisationId, p.ConsortiumId))
        && Alike(a.Datasets, b.Datasets, d => d.DatasetId)
        && Alike(a.Payments, b.Payments, p => (p.DueOn, p.Amount, p.PaidOn))
        && Alike(a.Documents, b.Documents, d => (d.Name, d.MediaType, d.Bytes, d.Sha256));

    // The database gives parts in an order of its own.
    private static bool Alike<T, TFacts>(IReadOnlyList<T> a, IReadOnlyList<T> b, Func<T, TFacts> facts)
        where TFacts : notnull =>
        a.Count == b.Count && a.Select(facts).ToHashSet().SetEquals(b.Select(facts));
}
