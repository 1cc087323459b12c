using DataCatalog.Core.Catalogue;
using DataCatalog.Core.Licensing;
using DataCatalog.Core.Licensing.UseCheck;

namespace DataCatalog.Core.Entitlements.UseChecks;

/// <summary>What the registry knows that answers questions of some consortia about some datasets, as known at an instant; read with a fixed number of queries.</summary>
internal sealed record UseFacts
{
    /// <summary>The consortia, by id.</summary>
    public required IReadOnlyDictionary<Guid, ConsortiumFacts> Consortia { get; init; }

    /// <summary>The datasets, by id.</summary>
    public required IReadOnlyDictionary<Guid, DatasetFacts> Datasets { get; init; }

    /// <summary>Entitlements, by consortium and dataset.</summary>
    public required ILookup<(Guid Consortium, Guid Dataset), GrantFacts> Grants { get; init; }

    /// <summary>Agreements that the entitlements rest on, by id.</summary>
    public required IReadOnlyDictionary<Guid, AgreementFacts> Agreements { get; init; }

    /// <summary>Licences, by dataset.</summary>
    public required ILookup<Guid, LicenceFacts> Licences { get; init; }

    /// <summary>Exemptions that benefit any of the consortia.</summary>
    public required IReadOnlyList<ExemptionFacts> Exemptions { get; init; }

    /// <summary>The same as if rights had been granted under agreements, for all that these permit.</summary>
    public UseFacts Granting(IEnumerable<(Guid Consortium, Guid Dataset, Guid Agreement)> grants, IReadOnlyDictionary<Guid, AgreementFacts> agreements)
    {
        var added = grants.Where(g => agreements.ContainsKey(g.Agreement)).Select(g => (Key: (g.Consortium, g.Dataset), Grant: new GrantFacts(Guid.Empty, g.Agreement, DateOnly.MinValue, null)));
        var known = new Dictionary<Guid, AgreementFacts>(Agreements);
        foreach ((Guid id, AgreementFacts agreement) in agreements) known[id] = agreement;
        return this with { Grants = Grants.SelectMany(g => g.Select(grant => (g.Key, Grant: grant))).Concat(added).ToLookup(g => g.Key, g => g.Grant), Agreements = known };
    }

    /// <summary>The same as if nothing had been granted yet.</summary>
    public UseFacts WithoutGrants() => this with { Grants = Array.Empty<GrantFacts>().ToLookup(_ => default((Guid Consortium, Guid Dataset))) };

    /// <summary>The same as if an agreement had no end.</summary>
    public UseFacts Unended(Guid agreement) => !Agreements.TryGetValue(agreement, out AgreementFacts? ending)
        ? this
        : this with { Agreements = new Dictionary<Guid, AgreementFacts>(Agreements) { [agreement] = ending with { LastDay = null } } };

    /// <summary>The same as if an agreement had one version of terms more.</summary>
    public UseFacts With(Guid agreement, VersionFacts version) => !Agreements.TryGetValue(agreement, out AgreementFacts? amended)
        ? this
        : this with { Agreements = new Dictionary<Guid, AgreementFacts>(Agreements) { [agreement] = amended with { Terms = [.. amended.Terms, version] } } };
}

/// <summary>A consortium.</summary>
internal sealed record ConsortiumFacts(Guid Id, string Key, Guid ProgrammeId, string ProgrammeKey, string LeadKey, DateOnly ActiveFrom, DateOnly? EndedOn);

/// <summary>A dataset.</summary>
internal sealed record DatasetFacts(Guid Id, string Key, DatasetStatus Status, IReadOnlyList<string> Modalities, IReadOnlyList<string> Languages);

/// <summary>An entitlement, as known then.</summary>
internal sealed record GrantFacts(Guid Id, Guid AgreementId, DateOnly StartsOn, DateOnly? LastDay)
{
    /// <summary>Short names of the actions that it is limited to; empty for all.</summary>
    public IReadOnlyList<string> Actions { get; init; } = [];

    /// <summary>The model that it is limited to, or null.</summary>
    public Guid? ModelId { get; init; }

    /// <summary>Whether the consortium must accept its conditions first.</summary>
    public bool NeedsAcceptance { get; init; }

    /// <summary>When it accepted which version of them, by SHA-256, UTC.</summary>
    public IReadOnlyDictionary<string, DateTime> Accepted { get; init; } = System.Collections.Immutable.ImmutableDictionary<string, DateTime>.Empty;

    /// <summary>Whether it is for that action and that model; unknown where it is for one model and none is named.</summary>
    public Satisfaction Covers(string action, Guid? model) =>
        Actions.Count > 0 && !Actions.Any(a => Licensing.Odrl.OdrlVocabulary.Default.Includes(UseNames.Action(a, nameof(Actions)), action)) ? Satisfaction.No
        : ModelId is null || ModelId == model ? Satisfaction.Yes
        : model is null ? Satisfaction.Unknown : Satisfaction.No;
}

/// <summary>A version of terms.</summary>
internal sealed record VersionFacts(int Version, DateOnly EffectiveFrom, string Odrl, string Sha256)
{
    /// <summary>The last day that this version gives its source, where the source's term goes by versions.</summary>
    public DateOnly? LastDay { get; init; }
}

/// <summary>An agreement, as known then, with the versions of its terms known then.</summary>
internal sealed record AgreementFacts(Guid Id, string Number, DateOnly? SignedOn, DateOnly StartsOn, DateOnly? LastDay, bool Superseded, IReadOnlyList<VersionFacts> Terms);

/// <summary>A licence stated for a dataset, with what officers said of how it is read.</summary>
internal sealed record LicenceFacts(Guid Id, string Key, bool AddOn, string? LimitedTo, IReadOnlyList<OfficerReading> Readings);

/// <summary>An exemption, with the versions of its terms known then.</summary>
internal sealed record ExemptionFacts(
    Guid Id, string Key, IReadOnlySet<Guid> Programmes, IReadOnlySet<Guid> Consortia, IReadOnlySet<Guid> Datasets, IReadOnlySet<Guid> Licences, IReadOnlyList<VersionFacts> Terms);
