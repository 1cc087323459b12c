using System.Text.Json;
using DataCatalog.Core.Catalogue;
using DataCatalog.Core.Common;
using DataCatalog.Core.Entitlements;
using DataCatalog.Core.Import;
using DataCatalog.Interop.Rows;

namespace DataCatalog.Interop.Programme;

/// <summary>A programme's file.</summary>
internal sealed record ProgrammeFile(ProgrammeFile.ProgrammePart? Programme, IReadOnlyList<ProgrammeFile.ConsortiumPart>? Consortia)
{
    /// <summary>What it asks for: organisations first, then the programme, its consortia, their models.</summary>
    /// <exception cref="JsonException">It names no programme.</exception>
    public IReadOnlyList<ImportItem> Items()
    {
        ProgrammePart programme = Programme ?? throw new JsonException("it has no 'programme'");
        IReadOnlyList<ConsortiumPart> consortia = Consortia ?? [];
        IEnumerable<ImportItem> organisations = consortia.SelectMany(c => (c.Members ?? []).Select(m => m.Organisation()).Prepend(c.Lead?.Organisation()))
            .Prepend(programme.Funder?.Organisation(OrganisationKind.PublicBody))
            .OfType<OrganisationInput>().DistinctBy(o => o.Key).Select(o => new OrganisationItem(o));
        return [.. organisations, programme.Item(), .. consortia.Select(c => c.Item(programme)), .. consortia.SelectMany(c => c.ModelItems())];
    }

    /// <summary>The programme.</summary>
    internal sealed record ProgrammePart(
        string? Key, string? NameKo, string? NameEn, OrganisationPart? Funder, DateOnly? SelectedOn, BudgetPart? Budget, string? TimeZone,
        IReadOnlyList<PhasePart>? Phases)
    {
        public ImportItem Item() => new ProgrammeItem(
            new ProgrammeInput
            {
                Key = Key, NameKo = NameKo, NameEn = NameEn, SelectedOn = SelectedOn, TimeZone = TimeZone, BudgetAmount = Budget?.Amount,
                BudgetCurrency = Budget?.Currency, PhaseTeams = [.. (Phases ?? []).Select(p => p.Teams)],
            },
            Funder?.Organisation().Key);
    }

    /// <summary>What it has in all.</summary>
    internal sealed record BudgetPart(decimal? Amount, string? Currency);

    /// <summary>A phase.</summary>
    internal sealed record PhasePart(int Teams);

    /// <summary>An organisation, with its role where it is a member.</summary>
    internal sealed record OrganisationPart(string? NameKo, string? NameEn, string? Role)
    {
        public OrganisationInput Organisation() => Organisation(Role == "academic" ? OrganisationKind.Academic : OrganisationKind.Company);

        public OrganisationInput Organisation(OrganisationKind kind) =>
            new() { Key = Slug.Of(NameEn ?? NameKo ?? throw new JsonException("an organisation has no name")), NameKo = NameKo, NameEn = NameEn, Kind = kind };
    }

    /// <summary>A consortium.</summary>
    internal sealed record ConsortiumPart(string? Key, OrganisationPart? Lead, IReadOnlyList<OrganisationPart>? Members, IReadOnlyList<ModelPart>? Models)
    {
        public ImportItem Item(ProgrammePart programme) => new ConsortiumItem(
            new ConsortiumInput
            {
                Key = Key, ActiveFrom = programme.SelectedOn,
                NameEn = Lead?.NameEn is { } en ? en + " consortium" : null, NameKo = Lead?.NameKo is { } ko ? ko + " 컨소시엄" : null,
            },
            programme.Key, Lead?.Organisation().Key, [.. (Members ?? []).Select(m => new MemberReference(m.Organisation().Key, m.Role))]);

        public IEnumerable<ImportItem> ModelItems() => (Models ?? []).Select(m => m.Item(Key));
    }

    /// <summary>A model.</summary>
    internal sealed record ModelPart(string? Name, IReadOnlyList<string>? Modalities, long? ParametersFrom, long? ParametersTo, string? ReleasePlan, string? Status)
    {
        public ImportItem Item(string? consortium) => new ModelItem(
            new FoundationModelInput
            {
                Key = Slug.Of(Name ?? throw new JsonException("a model has no name")), Name = Name, Modalities = Modalities, ParametersFrom = ParametersFrom,
                ParametersTo = ParametersTo, ReleasePlan = ReleasePlan, Status = Status == "planned" ? ModelStatus.Planned : ModelStatus.InDevelopment,
            },
            consortium);
    }
}
