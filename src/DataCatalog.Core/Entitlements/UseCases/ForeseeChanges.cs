using DataCatalog.Core.Common;
using DataCatalog.Core.Entitlements.UseChecks;
using DataCatalog.Core.Licensing;
using DataCatalog.Core.Licensing.Odrl;
using DataCatalog.Core.Licensing.UseCheck;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Core.Entitlements.UseCases;

/// <summary>Foresees what changes for whom if an agreement's terms change or it ends: the same engine, before and after, nothing written.</summary>
public sealed class ForeseeChanges(IRegistryDb db, UseChecker checker, TimeProvider clock)
{
    private const int MostPairs = 50_000;

    /// <summary>What stops being permitted if an agreement ends on a day.</summary>
    /// <param name="agreementId">The agreement.</param>
    /// <param name="lastDay">Its last day; the one it has where absent.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="DomainException">It is not there, or the caller's roles do not allow it.</exception>
    public async Task<ImpactAnswer> EndAsync(Guid agreementId, DateOnly? lastDay, CancellationToken cancellation)
    {
        (Agreement agreement, List<PutFor> put) = await PutAsync(agreementId, checker.Calendar.Now, f => f.Unended(agreementId), cancellation);
        DateOnly? last = Check.Day(lastDay, "EndsOn") ?? agreement.LastDay;
        if (checker.Calendar.EndOf(last) is not { } end) return Of(agreement, put, null, []);
        ImpactQuestion[] questions = [.. put.Select((p, i) => new ImpactQuestion(i.ToString(System.Globalization.CultureInfo.InvariantCulture), p.Put.Question, p.Put.Layers))];
        IReadOnlyList<ImpactEntry> entries = ExpiryImpact.Of(questions, l => l.Kind == LayerKind.Agreement && l.SourceId == agreement.Id, end);
        return Of(agreement, put, last, [.. entries.Select(e => Change(put[int.Parse(e.Key, System.Globalization.CultureInfo.InvariantCulture)], e.Stops, e.Before, e.After))]);
    }

    /// <summary>What new terms would change for whom on the day they take effect, or today if that is later.</summary>
    /// <exception cref="DomainException">The agreement is not there, the rules are not valid, the day lies outside the term, or the caller's roles do not allow it.</exception>
    public async Task<(ImpactAnswer Impact, Licensing.Terms Draft)> AmendAsync(Guid agreementId, TermsInput input, CancellationToken cancellation)
    {
        Agreement draft = await db.Agreements.AsNoTracking().Include(a => a.TermsVersions).GetAsync(agreementId, null, cancellation);
        Licensing.Terms terms = draft.Amend(input, db.Actor, clock);
        var added = new VersionFacts(terms.Version, terms.EffectiveFrom, terms.Odrl, terms.Sha256);
        DateTimeOffset from = checker.Calendar.StartOf(terms.EffectiveFrom);
        DateTimeOffset now = checker.Calendar.Now;
        DateTimeOffset at = from > now ? from : now;
        (Agreement agreement, List<PutFor> before) = await PutAsync(agreementId, at, f => f, cancellation);
        (_, List<PutFor> after) = await PutAsync(agreementId, at, f => f.With(agreementId, added), cancellation);
        List<ChangeAnswer> changes = [];
        for (int i = 0; i < before.Count; i++)
        {
            Decision was = UseCheckEngine.Decide(before[i].Put.Question, before[i].Put.Layers);
            Decision then = UseCheckEngine.Decide(after[i].Put.Question, after[i].Put.Layers);
            bool same = was.Verdict == then.Verdict && was.HoldsUntil == then.HoldsUntil;
            if (!same || Conditions(was) != Conditions(then)) changes.Add(Change(before[i], at, was, then) with { ConditionsOnly = same });
        }

        return (Of(agreement, before, agreement.LastDay, changes), terms);
    }

    // What leads to a yes, and what a yes obliges to.
    private static string Conditions(Decision decision)
    {
        DatasetAnswer told = Answers.Of("", "", decision);
        return Answers.Text(new { Ways = told.Ways.Select(w => w.Premises), told.Duties });
    }

    private async Task<(Agreement Agreement, List<PutFor> Put)> PutAsync(Guid agreementId, DateTimeOffset at, Func<UseFacts, UseFacts> change, CancellationToken cancellation)
    {
        db.Actor.Require(Roles.DataOfficer | Roles.ProgrammeAdmin | Roles.Compliance | Roles.Auditor);
        Agreement agreement = await db.Agreements.AsNoTracking().GetAsync(agreementId, null, cancellation);
        var grants = await db.Entitlements.AsNoTracking().Where(e => e.AgreementId == agreementId).Select(e => new { e.ConsortiumId, e.DatasetId }).Distinct()
            .OrderBy(e => e.ConsortiumId).ThenBy(e => e.DatasetId).Take(MostPairs + 1).ToListAsync(cancellation);
        if (grants.Count > MostPairs) throw new DomainException(CommonErrors.TooMany, null, nameof(Entitlement), MostPairs);
        Guid[] consortia = [.. grants.Select(g => g.ConsortiumId).Distinct()];
        UseFacts facts = change(await new UseFactsReader(db).ReadAsync(consortia, [.. grants.Select(g => g.DatasetId).Distinct()], checker.Calendar.Now, cancellation));
        List<FoundationModel> models = await db.FoundationModels.AsNoTracking().Where(m => consortia.Contains(m.ConsortiumId)).OrderBy(m => m.Key).ToListAsync(cancellation);
        ILookup<Guid, FoundationModel> built = models.ToLookup(m => m.ConsortiumId);
        var decider = new UseDecider(facts, checker.Layers(facts));
        List<PutFor> put = [];
        foreach (var grant in grants)
        {
            foreach (FoundationModel? model in built[grant.ConsortiumId].DefaultIfEmpty<FoundationModel?>(null))
            {
                put.AddRange(decider.Put(CommonQuestions.Of(facts.Consortia[grant.ConsortiumId], grant.DatasetId, model, at)).Select(p => new PutFor(facts.Consortia[grant.ConsortiumId].Key, model?.Key, p)));
            }
        }

        return (agreement, put);
    }

    private static ImpactAnswer Of(Agreement agreement, List<PutFor> put, DateOnly? lastDay, IReadOnlyList<ChangeAnswer> changes) => new()
    {
        Agreement = agreement.Number, LastDay = lastDay,
        Consortia = [.. put.Select(p => p.Consortium).Distinct(StringComparer.Ordinal)], Datasets = [.. put.Select(p => p.Put.Dataset).Distinct(StringComparer.Ordinal)],
        Models = [.. put.Select(p => p.Model).OfType<string>().Distinct(StringComparer.Ordinal)], Changes = changes,
    };

    private static ChangeAnswer Change(PutFor put, DateTimeOffset at, Decision before, Decision after) => new()
    {
        Consortium = put.Consortium, Dataset = put.Put.Dataset, Model = put.Model, Action = UseNames.Short(put.Put.Action), At = at,
        Before = before.Verdict, After = after.Verdict, HeldUntil = before.HoldsUntil, HoldsUntil = after.HoldsUntil,
        Source = after.DecidedBy?.Source, Layer = after.DecidedBy?.Kind,
    };

    private sealed record PutFor(string Consortium, string? Model, PutQuestion Put);
}

/// <summary>Whom and what an agreement touches, and what would change for them.</summary>
public sealed record ImpactAnswer
{
    /// <summary>The agreement's number, or null where it is not about one.</summary>
    public string? Agreement { get; init; }

    /// <summary>Key of the consortium that leaves, or null.</summary>
    public string? Consortium { get; init; }

    /// <summary>Key of the dataset that is halted, or null.</summary>
    public string? Dataset { get; init; }

    /// <summary>How many entitlements end with it.</summary>
    public int Entitlements { get; init; }

    /// <summary>How many requests it closes.</summary>
    public int Requests { get; init; }

    /// <summary>How many runs consumed what it concerns.</summary>
    public int Runs { get; init; }

    /// <summary>Keys of the models that learnt from what it concerns.</summary>
    public IReadOnlyList<string> Taught { get; init; } = [];

    /// <summary>What becomes owed.</summary>
    public IReadOnlyList<OwedAnswer> Obligations { get; init; } = [];

    /// <summary>Committed, paid and open sums that it concerns, and reservations that it releases; one entry for each currency.</summary>
    public IReadOnlyList<MoneyAnswer> Money { get; init; } = [];

    /// <summary>The last day reckoned with; null where it has none.</summary>
    public DateOnly? LastDay { get; init; }

    /// <summary>Keys of consortia with entitlements under it.</summary>
    public IReadOnlyList<string> Consortia { get; init; } = [];

    /// <summary>Keys of the datasets they are entitled to.</summary>
    public IReadOnlyList<string> Datasets { get; init; } = [];

    /// <summary>Keys of their models.</summary>
    public IReadOnlyList<string> Models { get; init; } = [];

    /// <summary>What changes.</summary>
    public IReadOnlyList<ChangeAnswer> Changes { get; init; } = [];
}

/// <summary>Something that becomes owed.</summary>
public sealed record OwedAnswer
{
    /// <summary>What.</summary>
    public string Kind { get; init; } = "";

    /// <summary>By which consortium.</summary>
    public string Consortium { get; init; } = "";

    /// <summary>By which agreement.</summary>
    public string Agreement { get; init; } = "";

    /// <summary>Concerning which dataset, or null.</summary>
    public string? Dataset { get; init; }

    /// <summary>By when, or null.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>The clause, or null.</summary>
    public string? Clause { get; init; }
}

/// <summary>Sums in one currency.</summary>
public sealed record MoneyAnswer
{
    /// <summary>ISO 4217 code.</summary>
    public string Currency { get; init; } = "";

    /// <summary>What the agreements cost.</summary>
    public decimal Committed { get; init; }

    /// <summary>What of it is paid.</summary>
    public decimal Paid { get; init; }

    /// <summary>What is yet to be paid by their schedules.</summary>
    public decimal Due { get; init; }

    /// <summary>What was reserved and is released.</summary>
    public decimal Released { get; init; }
}

/// <summary>An answer that becomes another.</summary>
public sealed record ChangeAnswer
{
    /// <summary>For which consortium.</summary>
    public string Consortium { get; init; } = "";

    /// <summary>Of which dataset.</summary>
    public string Dataset { get; init; } = "";

    /// <summary>For which model, or null where it has none.</summary>
    public string? Model { get; init; }

    /// <summary>Which action.</summary>
    public string Action { get; init; } = "";

    /// <summary>From when on.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>The answer before.</summary>
    public Verdict Before { get; init; }

    /// <summary>The answer after.</summary>
    public Verdict After { get; init; }

    /// <summary>Whether the answer stays and only what it depends on, or obliges to, changes.</summary>
    public bool ConditionsOnly { get; init; }

    /// <summary>Until when it held before.</summary>
    public DateTimeOffset? HeldUntil { get; init; }

    /// <summary>Until when it holds after.</summary>
    public DateTimeOffset? HoldsUntil { get; init; }

    /// <summary>The kind of terms that decides then.</summary>
    public LayerKind? Layer { get; init; }

    /// <summary>The licence, agreement or exemption that decides then.</summary>
    public string? Source { get; init; }
}
