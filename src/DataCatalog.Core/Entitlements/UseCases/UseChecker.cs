using DataCatalog.Core.Common;
using DataCatalog.Core.Entitlements.UseChecks;
using DataCatalog.Core.Licensing.Published;
using DataCatalog.Core.Licensing.UseCheck;
using DataCatalog.Core.Licensing.UseCheck.Mix;

namespace DataCatalog.Core.Entitlements.UseCases;

/// <summary>What the use cases that ask the engine share: facts in, questions put, the mix decided.</summary>
/// <param name="cache">Compiled terms.</param>
/// <param name="licences">Licences as terms.</param>
/// <param name="calendar">The programme's days.</param>
public sealed class UseChecker(TermsCache cache, LicenceTerms licences, Calendar calendar)
{
    /// <summary>The programme's days.</summary>
    internal Calendar Calendar => calendar;

    /// <summary>Compiled terms.</summary>
    internal TermsCache Cache => cache;

    /// <summary>Reads the facts as the actor of the rows may see them, and decides.</summary>
    internal async Task<DecidedUse> DecideAsync(IRegistryDb db, UseCheckInput input, int mostDatasets, CancellationToken cancellation)
    {
        AskedUse asked = await new UseAsker(db, calendar).ResolveAsync(input, mostDatasets, cancellation);
        return Decide(asked, await new UseFactsReader(db).ReadAsync([asked.ConsortiumId], asked.Datasets, asked.KnownAt, cancellation));
    }

    /// <summary>Decides by facts that are read.</summary>
    internal DecidedUse Decide(AskedUse asked, UseFacts facts)
    {
        LayerFinder layers = Layers(facts);
        PutQuestion[] put = [.. new UseDecider(facts, layers).Put(asked)];
        Dictionary<string, string?> classes = Classes(asked, facts, layers);
        return new DecidedUse(asked, facts.Consortia[asked.ConsortiumId], put, classes, Decide(put, classes, asked.ReleaseLicence));
    }

    /// <summary>Finds layers in facts.</summary>
    internal LayerFinder Layers(UseFacts facts) => new(facts, cache, licences, calendar);

    /// <summary>Decides questions as a mix.</summary>
    internal static MixDecision Decide(IReadOnlyList<PutQuestion> put, IReadOnlyDictionary<string, string?> classes, string? release)
    {
        MixDecision mix = MixEngine.Decide(new MixQuestion
        {
            Items = [.. put.Select(p => p.ToItem(classes.GetValueOrDefault(p.Key)))],
            Compatible = classes.Count == 0 ? null : (one, other) => LicenceCompatibility.Compatible(one, other, release),
        });
        return mix with { Parts = [.. mix.Parts.Zip(put, (part, asked) => part with { Decision = WithoutOthers(part.Decision, asked.Question) })] };
    }

    // What an agreement grants another party, and its price, is nothing that an answer tells, whoever reads it later.
    private static Decision WithoutOthers(Decision decision, UseQuestion question)
    {
        if (decision.Reasons.All(r => r.Rule.Assignees.Count == 0)) return decision;
        return decision with
        {
            Reasons =
            [
                .. decision.Reasons.Where(r => !r.Rule.IsForOthers(question.Assignee, question.AssigneeIn))
                    .Select(r => r with { Rule = r.Rule.ToldTo(question.Assignee, question.AssigneeIn) }),
            ],
        };
    }

    // Licences meet in what is released: of each dataset the last action is asked about with its class, where a release is planned.
    private static Dictionary<string, string?> Classes(AskedUse asked, UseFacts facts, LayerFinder layers)
    {
        var classes = new Dictionary<string, string?>(StringComparer.Ordinal);
        if (!asked.Actions.Any(a => UseNames.Short(a) is "releaseWeights" or "offerService") && asked.ReleaseLicence is null) return classes;
        foreach (Guid id in asked.Datasets)
        {
            if (!facts.Datasets.TryGetValue(id, out DatasetFacts? data) || layers.ReleaseClass(asked.ConsortiumId, id) is not { } name) continue;
            classes[$"{data.Key}\n{asked.Actions[^1]}"] = name;
        }

        return classes;
    }
}
