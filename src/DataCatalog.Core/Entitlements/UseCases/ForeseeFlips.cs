using DataCatalog.Core.Common;
using DataCatalog.Core.Entitlements.UseChecks;
using DataCatalog.Core.Licensing.UseCheck;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Core.Entitlements.UseCases;

/// <summary>Finds the dates on which the answer to a common question changes for those who hold entitlements (domain rule 19b): the very engine of the use-check, over time.</summary>
public sealed class ForeseeFlips(IRegistryDb db, UseChecker checker)
{
    private const int MostMonths = 60;
    private const int MostPairs = 50_000;

    /// <summary>The changes within some months, in their order; members see their own.</summary>
    /// <param name="months">How many; 12 where absent.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="DomainException">The number of months is not right, or there are too many entitlements.</exception>
    public async Task<IReadOnlyList<VerdictFlip>> HandleAsync(int? months, CancellationToken cancellation)
    {
        int ahead = months ?? 12;
        if (ahead is < 1 or > MostMonths) throw new DomainException(CommonErrors.Invalid, "Months", ahead, "number of months", $"use 1 to {MostMonths}");
        DateTimeOffset now = checker.Calendar.Now;
        DateTimeOffset end = checker.Calendar.StartOf(checker.Calendar.Today.AddMonths(ahead).AddDays(1));
        var grants = await db.Entitlements.AsNoTracking().Select(e => new { e.ConsortiumId, e.DatasetId, e.ModelId }).Distinct()
            .OrderBy(e => e.ConsortiumId).ThenBy(e => e.DatasetId).ThenBy(e => e.ModelId).Take(MostPairs + 1).ToListAsync(cancellation);
        if (grants.Count > MostPairs) throw new DomainException(CommonErrors.TooMany, null, nameof(Entitlement), MostPairs);
        UseFacts facts = await new UseFactsReader(db).ReadAsync([.. grants.Select(g => g.ConsortiumId).Distinct()], [.. grants.Select(g => g.DatasetId).Distinct()], now, cancellation);
        Guid[] ids = [.. grants.Select(g => g.ModelId).OfType<Guid>().Distinct()];
        Dictionary<Guid, FoundationModel> models = await db.FoundationModels.AsNoTracking().Where(m => ids.Contains(m.Id)).ToDictionaryAsync(m => m.Id, cancellation);
        var decider = new UseDecider(facts, checker.Layers(facts));
        List<VerdictFlip> flips = [];
        foreach (var grant in grants)
        {
            ConsortiumFacts consortium = facts.Consortia[grant.ConsortiumId];
            FoundationModel? model = grant.ModelId is { } id ? models.GetValueOrDefault(id) : null;
            foreach (PutQuestion put in decider.Put(CommonQuestions.Of(consortium, grant.DatasetId, model, now))) flips.AddRange(Of(consortium.Key, model?.Key, put, end));
        }

        return [.. flips.OrderBy(f => f.At).ThenBy(f => f.Consortium, StringComparer.Ordinal).ThenBy(f => f.Dataset, StringComparer.Ordinal).ThenBy(f => f.Model, StringComparer.Ordinal).ThenBy(f => f.Action, StringComparer.Ordinal)];
    }

    private IEnumerable<VerdictFlip> Of(string consortium, string? model, PutQuestion put, DateTimeOffset end)
    {
        DateTimeOffset before = put.Question.At;
        foreach (Flip flip in Flips.Within(put.Question, put.Layers, end))
        {
            yield return new VerdictFlip
            {
                Consortium = consortium, Model = model, Dataset = put.Dataset, Action = UseNames.Short(put.Action), On = checker.Calendar.DayOf(flip.At), At = flip.At,
                Before = flip.From, After = flip.To, SourceBefore = SourceOf(put, before), Source = SourceOf(put, flip.At),
            };
            before = flip.At;
        }
    }

    private static string? SourceOf(PutQuestion put, DateTimeOffset at) => UseCheckEngine.Decide(put.Question with { At = at }, put.Layers).DecidedBy?.Source;
}

/// <summary>A day on which an answer becomes another.</summary>
public sealed record VerdictFlip
{
    /// <summary>Key of the consortium.</summary>
    public string Consortium { get; init; } = "";

    /// <summary>Key of the model that the right is limited to, or null.</summary>
    public string? Model { get; init; }

    /// <summary>Key of the dataset.</summary>
    public string Dataset { get; init; } = "";

    /// <summary>Which action.</summary>
    public string Action { get; init; } = "";

    /// <summary>The day, in the programme's time zone.</summary>
    public DateOnly On { get; init; }

    /// <summary>The instant.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>The answer before.</summary>
    public Verdict Before { get; init; }

    /// <summary>The answer from then on.</summary>
    public Verdict After { get; init; }

    /// <summary>The licence, agreement or exemption that decides before, or null.</summary>
    public string? SourceBefore { get; init; }

    /// <summary>The licence, agreement or exemption that decides from then on, or null.</summary>
    public string? Source { get; init; }
}
