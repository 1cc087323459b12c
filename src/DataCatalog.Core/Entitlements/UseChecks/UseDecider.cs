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
            foreach (string action in asked.Actions)
            {
                yield return new PutQuestion(data.Key, action, covering, new UseQuestion
                {
                    Assignee = Iris.Consortium(asker.Key), AssigneeIn = assigneeIn, Action = action, Target = Iris.Dataset(data.Key), TargetIn = targetIn, At = asked.At, Facts = known,
                });
            }
        }
    }

    /// <summary>What a dataset tells of itself, where the question does not say which part of it is meant.</summary>
    private static FactSet Of(DatasetFacts data, FactSet given)
    {
        FactSet all = given;
        if (all[UseNames.Media] is null && data.Modalities.Count > 0) all = all.With(UseNames.Media, [.. data.Modalities.Select(Value.OfText)]);
        if (all[UseNames.Language] is null && data.Languages.Count > 0) all = all.With(UseNames.Language, [.. data.Languages.Select(Value.OfText)]);
        return all;
    }
}

/// <summary>A question of one action with one dataset.</summary>
internal sealed record PutQuestion(string Dataset, string Action, IReadOnlyList<Layer> Layers, UseQuestion Question)
{
    /// <summary>Names it among others.</summary>
    public string Key => $"{Dataset}\n{Action}";

    /// <summary>As a part of a mix.</summary>
    public MixItem ToItem(string? releaseClass) => new() { Key = Key, Question = Question, Layers = Layers, ReleaseClass = releaseClass };
}
