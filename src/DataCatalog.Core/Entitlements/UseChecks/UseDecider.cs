using DataCatalog.Core.Licensing.Odrl;
using DataCatalog.Core.Licensing.UseCheck;
using DataCatalog.Core.Licensing.UseCheck.Mix;

namespace DataCatalog.Core.Entitlements.UseChecks;

/// <summary>Puts a resolved question to the engine, dataset by dataset and action by action.</summary>
internal sealed class UseDecider(UseFacts facts, LayerFinder layers)
{
    /// <summary>One question for each dataset and action, with its layers.</summary>
    public IEnumerable<PutQuestion> Put(AskedUse asked)
    {
        ConsortiumFacts asker = facts.Consortia[asked.ConsortiumId];
        string[] assigneeIn = [Iris.Programme(asker.ProgrammeKey), Iris.Organisation(asker.LeadKey)];
        foreach (Guid id in asked.Datasets)
        {
            if (!facts.Datasets.TryGetValue(id, out DatasetFacts? data)) continue;
            IReadOnlyList<Layer> covering = layers.Of(asker.Id, id, asked.At);
            IReadOnlyList<string> targetIn = layers.Collections(asker.Id, id);
            FactSet known = Of(data, asked.Facts);
            GrantFacts[] limited = [.. facts.Grants[(asker.Id, id)].Where(g => g.Actions.Count > 0 || g.ModelId is not null)];
            foreach (string action in asked.Actions)
            {
                yield return new PutQuestion(data.Key, action, Within(covering, limited, action, asked.Model?.Id), new UseQuestion
                {
                    Assignee = Iris.Consortium(asker.Key), AssigneeIn = assigneeIn, Action = action, Target = Iris.Dataset(data.Key), TargetIn = targetIn, At = asked.At, Facts = known,
                });
            }
        }
    }

    // A right that was granted for some actions or one model permits no others (domain rule 12); what its agreement prohibits stays prohibited.
    private static IReadOnlyList<Layer> Within(IReadOnlyList<Layer> covering, GrantFacts[] limited, string action, Guid? model) => limited.Length == 0
        ? covering
        : [.. covering.Select(l => l.EntitlementId is { } id && Array.Find(limited, g => g.Id == id) is { } grant ? l with { Granted = grant.Covers(action, model) } : l)];

    /// <summary>What a dataset tells of itself: all of it, or the part of it that the question says is meant.</summary>
    private static FactSet Of(DatasetFacts data, FactSet given) => With(With(given, UseNames.Media, data.Modalities), UseNames.Language, data.Languages);

    private static FactSet With(FactSet given, string operand, IReadOnlyList<string> own)
    {
        if (own.Count == 0) return given;
        Value[] meant = [.. (given[operand] ?? []).Where(v => own.Any(o => IsPart(v.Text, o)))];
        return given.With(operand, meant.Length > 0 ? meant : [.. own.Select(Value.OfText)]);
    }

    // ko-KR is a part of ko, audio/wav of audio.
    private static bool IsPart(string text, string whole) =>
        text.StartsWith(whole, StringComparison.OrdinalIgnoreCase) && (text.Length == whole.Length || text[whole.Length] is '-' or '/');
}

/// <summary>A question of one action with one dataset.</summary>
internal sealed record PutQuestion(string Dataset, string Action, IReadOnlyList<Layer> Layers, UseQuestion Question)
{
    /// <summary>Names it among others.</summary>
    public string Key => $"{Dataset}\n{Action}";

    /// <summary>As a part of a mix.</summary>
    public MixItem ToItem(string? releaseClass) => new() { Key = Key, Question = Question, Layers = Layers, ReleaseClass = releaseClass };
}
