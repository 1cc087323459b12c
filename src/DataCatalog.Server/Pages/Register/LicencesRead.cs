using DataCatalog.Core.Common;
using DataCatalog.Core.Licensing;
using DataCatalog.Core.Licensing.Odrl;
using DataCatalog.Core.Licensing.Published;
using DataCatalog.Core.Licensing.Sentences;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Server.Pages.Register;

/// <summary>What licences that are written in a form mean together, in sentences.</summary>
/// <param name="Expression">The licences as one expression; null where none is written.</param>
/// <param name="Sentences">What follows from them, and whether it is a reading rather than their own words.</param>
/// <param name="Unread">Those that nobody has read: nothing follows from them.</param>
public sealed record LicencesRead(string? Expression, IReadOnlyList<(string Text, bool Interpretation)> Sentences, IReadOnlyList<string> Unread)
{
    /// <summary>Reads them, as officers of this registry do where they have said so.</summary>
    public static async Task<LicencesRead> OfAsync(IRegistryDb db, IReadOnlyList<LicenceRow>? rows, Viewer viewer, CancellationToken cancellation)
    {
        LicenceRow[] written = [.. (rows ?? []).Where(r => !r.IsBlank)];
        StatedLicence[] stated = [.. written.Select(r => new StatedLicence(KeyOf(r), r.AddOn, !string.IsNullOrWhiteSpace(r.LimitedTo)))];
        if (ReadyMadeTerms.Stated(stated) is not { } expression) return new LicencesRead(null, [], []);
        string[] keys = [.. stated.Select(s => s.Key).Distinct()];
        var readings = await db.Licences.AsNoTracking().Where(l => keys.Contains(l.Key)).SelectMany(l => l.Readings, (l, r) => new { l.Key, Reading = r }).ToListAsync(cancellation);
        ReadingOverride[] overrides = [.. readings.GroupBy(r => (r.Key, r.Reading.Feature)).Select(g => g.MaxBy(r => r.Reading.Version)!).SelectMany(r => Override(r.Key, r.Reading))];
        Policy? policy = ReadyMadeTerms.Of(expression, overrides, Limited(stated));
        return new LicencesRead(
            expression.ToString(),
            [.. (policy?.Rules ?? []).Select(rule => (string.Join(" ", PlainWords.Of(rule, viewer.Sentences, zone: viewer.Calendar.Zone)), ReadingMarks.IsInterpretation(rule)))],
            [.. keys.Where(k => LicenceReadings.Of(k) is null)]);
    }

    private static string KeyOf(LicenceRow row) => LicenceNormaliser.Find(row.Name)?.Key ?? row.Name!.Trim();

    // A grant that is limited is for some programme: which, the dataset does not say.
    private static string? Limited(StatedLicence[] stated) => stated.Any(s => s.Limited) ? Iris.Programme("programme") : null;

    private static IEnumerable<ReadingOverride> Override(string key, OfficerReading reading)
    {
        if (Enum.TryParse(reading.Feature, out LicenceFeature feature) && LicenceReadings.Of(key)?.IsOpenTo(feature) == true) yield return new ReadingOverride(key, feature, reading.Value, reading.Note);
    }
}
