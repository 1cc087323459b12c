using DataCatalog.Core.Catalogue;
using DataCatalog.Core.Common;
using DataCatalog.Core.Licensing;
using DataCatalog.Core.Licensing.UseCheck;

namespace DataCatalog.Core.Entitlements.UseChecks;

/// <summary>
/// Finds the layers of rights that cover a dataset for a consortium: licences, agreements through entitlements, exemptions. Versions of terms
/// that others have replaced by the instant asked about are left out; those that will take effect later are in, so that the answer says until when it holds.
/// </summary>
internal sealed class LayerFinder(UseFacts facts, TermsCache cache, LicenceTerms licenceTerms, Calendar calendar)
{
    /// <summary>The layers.</summary>
    public IReadOnlyList<Layer> Of(Guid consortium, Guid dataset, DateTimeOffset at)
    {
        ConsortiumFacts asker = facts.Consortia[consortium];
        DatasetFacts data = facts.Datasets[dataset];
        DateTimeOffset? halted = Halt(data, at);
        List<Layer> layers = [.. Licences(asker, data, halted)];
        foreach (GrantFacts grant in facts.Grants[(consortium, dataset)]) layers.AddRange(Agreements(asker, grant, at, halted));
        foreach (ExemptionFacts exemption in facts.Exemptions.Where(e => Benefits(e, asker) && Covers(e, dataset))) layers.AddRange(Exemptions(asker, exemption, at, halted));
        return layers;
    }

    /// <summary>What the dataset's licences demand of a release; null where nothing.</summary>
    public string? ReleaseClass(Guid consortium, Guid dataset) =>
        facts.Licences[dataset].ToArray() is { Length: > 0 } stated ? licenceTerms.Of(stated, facts.Consortia[consortium])?.ReleaseClass : null;

    /// <summary>The collections that a dataset is a part of.</summary>
    public IReadOnlyList<string> Collections(Guid consortium, Guid dataset)
    {
        IEnumerable<string> agreements = facts.Grants[(consortium, dataset)].Select(g => facts.Agreements.GetValueOrDefault(g.AgreementId)?.Number).OfType<string>().Select(Licensing.Odrl.Iris.Agreement);
        return [.. agreements.Concat(facts.Licences[dataset].Select(l => Licensing.Odrl.Iris.Licence(l.Key))).Distinct()];
    }

    // What is suspended or withdrawn gives nothing from the day on which that is known; what was done before stays judged by the terms.
    private DateTimeOffset? Halt(DatasetFacts data, DateTimeOffset at)
    {
        if (data.Status is not (DatasetStatus.Suspended or DatasetStatus.Withdrawn)) return null;
        DateTimeOffset today = calendar.StartOf(calendar.Today);
        return at >= today ? today : null;
    }

    private IEnumerable<Layer> Licences(ConsortiumFacts asker, DatasetFacts data, DateTimeOffset? halted)
    {
        LicenceFacts[] stated = [.. facts.Licences[data.Id]];
        if (stated.Length == 0 || licenceTerms.Of(stated, asker) is not { } terms) yield break;
        yield return new Layer
        {
            Kind = LayerKind.Licence, Source = terms.Name, SourceId = stated[0].Id, Version = 1 + stated.Sum(l => l.Readings.Count), Sha256 = terms.Sha256, Terms = terms.Compiled, Until = halted,
        };
    }

    private IEnumerable<Layer> Agreements(ConsortiumFacts asker, GrantFacts grant, DateTimeOffset at, DateTimeOffset? halted)
    {
        if (!facts.Agreements.TryGetValue(grant.AgreementId, out AgreementFacts? agreement)) yield break;
        DateOnly? first = Days.Latest<DateOnly>(grant.StartsOn, agreement.StartsOn, agreement.SignedOn, asker.ActiveFrom);
        DateOnly? last = Days.Earliest(grant.LastDay, agreement.LastDay, asker.EndedOn);
        bool never = agreement.SignedOn is null || (agreement.Superseded && agreement.LastDay is null);
        foreach ((VersionFacts version, DateOnly? next) in Relevant(agreement.Terms, at))
        {
            Layer layer = Of(LayerKind.Agreement, agreement.Number, agreement.Id, version) with { EntitlementId = grant.Id };
            DateOnly? accepted = grant.Accepted.TryGetValue(version.Sha256, out DateTime then) ? calendar.DayOf(then) : null;
            yield return never || (grant.NeedsAcceptance && accepted is null)
                ? layer with { Until = DateTimeOffset.MinValue }
                : Within(layer, Days.Latest(first, version.EffectiveFrom, accepted)!.Value, last, next, halted);
        }
    }

    private IEnumerable<Layer> Exemptions(ConsortiumFacts asker, ExemptionFacts exemption, DateTimeOffset at, DateTimeOffset? halted)
    {
        foreach ((VersionFacts version, DateOnly? next) in Relevant(exemption.Terms, at))
        {
            Layer layer = Of(LayerKind.Exemption, exemption.Key, exemption.Id, version);
            yield return Within(layer, Days.Latest<DateOnly>(version.EffectiveFrom, asker.ActiveFrom)!.Value, Days.Earliest(version.LastDay, asker.EndedOn), next, halted);
        }
    }

    private Layer Of(LayerKind kind, string source, Guid id, VersionFacts version) => new()
    {
        Kind = kind, Source = source, SourceId = id, Version = version.Version, Sha256 = version.Sha256, Terms = cache.Of(version.Sha256, () => version.Odrl),
    };

    private Layer Within(Layer layer, DateOnly first, DateOnly? last, DateOnly? next, DateTimeOffset? halted) =>
        layer with { From = calendar.StartOf(first), Until = Days.Earliest(calendar.EndOf(last), next is { } day ? calendar.StartOf(day) : null, halted) };

    /// <summary>The version in effect on the day and those after it, each with the day on which the next takes its place. Of two from one day the one recorded last counts.</summary>
    private IEnumerable<(VersionFacts Version, DateOnly? Next)> Relevant(IReadOnlyList<VersionFacts> versions, DateTimeOffset at)
    {
        DateOnly day = calendar.DayOf(at);
        VersionFacts[] inOrder = [.. versions.GroupBy(v => v.EffectiveFrom).Select(g => g.MaxBy(v => v.Version)!).OrderBy(v => v.EffectiveFrom)];
        for (int i = 0; i < inOrder.Length; i++)
        {
            DateOnly? next = i + 1 < inOrder.Length ? inOrder[i + 1].EffectiveFrom : null;
            if (next is null || next > day) yield return (inOrder[i], next);
        }
    }

    private static bool Benefits(ExemptionFacts exemption, ConsortiumFacts asker) => exemption.Consortia.Contains(asker.Id) || exemption.Programmes.Contains(asker.ProgrammeId);

    private bool Covers(ExemptionFacts exemption, Guid dataset) =>
        exemption.Datasets.Contains(dataset) || facts.Licences[dataset].Any(l => exemption.Licences.Contains(l.Id));
}
