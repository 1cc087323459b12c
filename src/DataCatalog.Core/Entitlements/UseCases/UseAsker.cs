using DataCatalog.Core.Catalogue;
using DataCatalog.Core.Common;
using DataCatalog.Core.Entitlements.UseChecks;
using DataCatalog.Core.Licensing.UseCheck;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Core.Entitlements.UseCases;

/// <summary>Resolves what a caller asks; a member asks for its own consortium only, and about what it may see only.</summary>
internal sealed class UseAsker(IRegistryDb db, Calendar calendar)
{
    private const int MostActions = 20;

    /// <summary>Resolves it.</summary>
    /// <exception cref="DomainException">A name is unknown or not the caller's to ask about, or a value cannot be read.</exception>
    public async Task<AskedUse> ResolveAsync(UseCheckInput input, int mostDatasets, CancellationToken cancellation)
    {
        IReadOnlyList<string> datasets = Named(input, mostDatasets);
        IReadOnlyList<string> actions = Actions(input);
        DateTimeOffset at = AskedInstant.Read(input.At, nameof(input.At), calendar);
        DateTimeOffset known = AskedInstant.ReadKnown(input.KnownAt, nameof(input.KnownAt), calendar);
        Consortium consortium = await ConsortiumAsync(input.Consortium, cancellation);
        FoundationModel? model = await ModelAsync(input.Model, consortium, cancellation);
        return new AskedUse
        {
            ConsortiumId = consortium.Id,
            Actions = actions,
            Datasets = await DatasetsAsync(datasets, input.Dataset is not null, cancellation),
            Model = model,
            Facts = Facts(input, consortium, model),
            ReleaseLicence = Check.OptionalText(input.ReleaseLicence, nameof(input.ReleaseLicence), 150),
            At = at,
            KnownAt = known,
        };
    }

    private static IReadOnlyList<string> Named(UseCheckInput input, int most)
    {
        IReadOnlyList<string> many = input.Datasets ?? [];
        if (many.Count > most) throw new DomainException(CommonErrors.TooMany, nameof(input.Datasets), nameof(input.Datasets), most);
        IReadOnlyList<string> names = input.Dataset is { } one ? [one, .. many] : many;
        return names.Count > 0 ? names : throw new DomainException(CommonErrors.Required, nameof(input.Dataset), nameof(input.Dataset));
    }

    private static IReadOnlyList<string> Actions(UseCheckInput input)
    {
        IReadOnlyList<string> given = input.Actions ?? [];
        if (given.Count > MostActions) throw new DomainException(CommonErrors.TooMany, nameof(input.Actions), nameof(input.Actions), MostActions);
        List<string> actions = [.. given.Select((a, i) => UseNames.Action(a, $"{nameof(input.Actions)}/{i}"))];
        if (input.OpenWeights) actions.Add(UseNames.Action("releaseWeights", nameof(input.OpenWeights)));
        if (input.Service) actions.Add(UseNames.Action("offerService", nameof(input.Service)));
        return actions.Count > 0 ? [.. actions.Distinct(StringComparer.Ordinal)] : throw new DomainException(CommonErrors.Required, nameof(input.Actions), nameof(input.Actions));
    }

    /// <summary>The consortium that is asked for.</summary>
    /// <exception cref="DomainException">It is not there, or not the caller's to ask for.</exception>
    public async Task<Consortium> ConsortiumAsync(string? name, CancellationToken cancellation)
    {
        bool own = !db.Actor.SeesEverything;
        if (own) db.Actor.Require(Roles.ConsortiumMember);
        IQueryable<Consortium> rows = db.Consortia.AsNoTracking();
        if (string.IsNullOrWhiteSpace(name))
        {
            if (db.Actor.ConsortiumId is not { } mine) throw new DomainException(CommonErrors.Required, nameof(UseCheckInput.Consortium), nameof(UseCheckInput.Consortium));
            return await rows.GetAsync(mine, null, cancellation);
        }

        Consortium? found = Guid.TryParse(name, out Guid id) ? await rows.FirstOrDefaultAsync(c => c.Id == id, cancellation) : await rows.FirstOrDefaultAsync(c => c.Key == name, cancellation);
        if (own && found?.Id != db.Actor.ConsortiumId) throw new DomainException(UseCheckErrors.NotYourConsortium, nameof(UseCheckInput.Consortium));
        return found ?? throw Unknown<Consortium>(nameof(UseCheckInput.Consortium), name);
    }

    // Of another consortium's model nobody learns by asking whether it exists.
    private async Task<FoundationModel?> ModelAsync(string? name, Consortium consortium, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(name)) return null;
        IQueryable<FoundationModel> rows = db.FoundationModels.AsNoTracking().Where(m => m.ConsortiumId == consortium.Id);
        return (Guid.TryParse(name, out Guid id) ? await rows.FirstOrDefaultAsync(m => m.Id == id, cancellation) : await rows.FirstOrDefaultAsync(m => m.Key == name, cancellation))
            ?? throw Unknown<FoundationModel>(nameof(UseCheckInput.Model), name);
    }

    private async Task<IReadOnlyList<Guid>> DatasetsAsync(IReadOnlyList<string> names, bool first, CancellationToken cancellation)
    {
        string[] keys = [.. names.Where(n => n is not null && !Guid.TryParse(n, out _)).Distinct(StringComparer.Ordinal)];
        Guid[] ids = [.. names.Select(n => Guid.TryParse(n, out Guid id) ? id : (Guid?)null).OfType<Guid>().Distinct()];
        var found = await db.Datasets.AsNoTracking().Where(d => keys.Contains(d.Key) || ids.Contains(d.Id)).Select(d => new { d.Id, d.Key }).ToListAsync(cancellation);
        var byName = new Dictionary<string, Guid>(StringComparer.Ordinal);
        foreach (var row in found) (byName[row.Key], byName[row.Id.ToString()]) = (row.Id, row.Id);
        var result = new List<Guid>(names.Count);
        for (int i = 0; i < names.Count; i++)
        {
            string name = names[i] ?? "";
            string field = first && i == 0 ? nameof(UseCheckInput.Dataset) : $"{nameof(UseCheckInput.Datasets)}/{(first ? i - 1 : i)}";
            result.Add(byName.TryGetValue(Guid.TryParse(name, out Guid id) ? id.ToString() : name, out Guid known) ? known : throw Unknown<Dataset>(field, name));
        }

        return [.. result.Distinct()];
    }

    // What rows tell cannot be told otherwise by who asks, and nothing twice.
    private static FactSet Facts(UseCheckInput input, Consortium consortium, FoundationModel? model)
    {
        FactSet facts = FactSet.Empty.With(UseNames.Consortium, Licensing.Odrl.Value.OfIri(Licensing.Odrl.Iris.Consortium(consortium.Key)));
        if (model is not null) facts = facts.With(UseNames.Product, Licensing.Odrl.Value.OfIri(Licensing.Odrl.Iris.Model(model.Key)));
        if ((model?.ParametersTo ?? model?.ParametersFrom) is { } size) facts = facts.With(UseNames.ModelSize, Licensing.Odrl.Value.Of(size));
        facts = With(facts, UseNames.Purpose, input.Purpose, nameof(input.Purpose));
        facts = With(facts, UseNames.Spatial, input.Territory, nameof(input.Territory));
        facts = With(facts, UseNames.ReleaseLicence, input.ReleaseLicence, nameof(input.ReleaseLicence));
        foreach ((FactInput fact, int place) in Check.Entries(input.Facts, nameof(input.Facts), (f, path) => f, 100).Select((f, i) => (f, i)))
        {
            string path = $"{nameof(input.Facts)}/{place}";
            string operand = UseNames.Operand(fact.Name, path + "/Name");
            if (operand == UseNames.Consortium || facts[operand] is not null) throw new DomainException(UseCheckErrors.FactKnown, path + "/Name", UseNames.Short(operand));
            facts = facts.With(operand, [.. Check.Entries(fact.Values, path + "/Values", (v, p) => new[] { UseNames.Value(operand, v, p) }, 100).Select(v => v[0])]);
        }

        foreach (string duty in input.DutiesDone ?? []) facts = facts.WithDone(UseNames.Action(duty, nameof(input.DutiesDone)));
        return facts;
    }

    private static FactSet With(FactSet facts, string operand, string? value, string field) =>
        Check.OptionalText(value, field, 2000) is { } text ? facts.With(operand, UseNames.Value(operand, text, field)) : facts;

    private static DomainException Unknown<T>(string field, string name) => new(CommonErrors.NotFound, field, typeof(T).Name, name.Length > 120 ? name[..120] : name);
}
