using System.Text.Json;
using System.Text.Json.Serialization;
using DataCatalog.Core.Common;
using DataCatalog.Core.Compliance.Obligations;
using DataCatalog.Core.Entitlements.UseCases;
using DataCatalog.Core.Licensing;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Server.Pages.Agreements;

/// <summary>What the page of an agreement shows, as its viewer may see it.</summary>
public sealed class AgreementDetails
{
    /// <summary>Datasets, entitlements and obligations of a page.</summary>
    public const int PageSize = 25;

    private static readonly JsonSerializerOptions ReportForm = new() { Converters = { new JsonStringEnumConverter() } };

    private AgreementDetails(Agreement agreement) => Agreement = agreement;

    /// <summary>The agreement.</summary>
    public Agreement Agreement { get; }

    /// <summary>Its parties beside the licensor.</summary>
    public IReadOnlyList<PartyRow> Parties { get; private set; } = [];

    /// <summary>The number of what took its place, or null.</summary>
    public string? SupersededBy { get; private set; }

    /// <summary>Name of the budget line, for staff.</summary>
    public LocalizedText? BudgetLine { get; private set; }

    /// <summary>Datasets it covers, a page of them.</summary>
    public IReadOnlyList<DatasetRow> Datasets { get; private set; } = [];

    /// <summary>How many datasets there are.</summary>
    public int DatasetCount { get; private set; }

    /// <summary>Rights under it, a page of them.</summary>
    public IReadOnlyList<EntitlementRow> Entitlements { get; private set; } = [];

    /// <summary>How many rights there are.</summary>
    public int EntitlementCount { get; private set; }

    /// <summary>What is owed by it, what is due first.</summary>
    public IReadOnlyList<ObligationRow> Obligations { get; private set; } = [];

    /// <summary>How many obligations there are.</summary>
    public int ObligationCount { get; private set; }

    /// <summary>What actions were expected to touch, the latest first; staff only.</summary>
    public IReadOnlyList<KeptReport> Reports { get; private set; } = [];

    /// <summary>Reads them, one question after the other.</summary>
    /// <exception cref="DomainException">It is not there, or not the viewer's to see.</exception>
    public static async Task<AgreementDetails> ReadAsync(IRegistryDb db, Guid id, int datasetPage, int rightPage, CancellationToken cancellation)
    {
        Agreement agreement = await db.Agreements.AsNoTracking().AsSplitQuery().Include(a => a.Licensor).Include(a => a.Parties).Include(a => a.TermsVersions).Include(a => a.Payments).Include(a => a.Documents)
            .FirstOrDefaultAsync(a => a.Id == id, cancellation) ?? throw new DomainException(CommonErrors.NotFound, null, nameof(Agreement), id);
        AgreementDetails details = new(agreement);
        await details.ReadPartiesAsync(db, cancellation);
        await details.ReadDatasetsAsync(db, datasetPage, cancellation);
        await details.ReadRightsAsync(db, rightPage, cancellation);
        if (db.Actor.SeesEverything) await details.ReadReportsAsync(db, cancellation);
        return details;
    }

    private async Task ReadPartiesAsync(IRegistryDb db, CancellationToken cancellation)
    {
        Guid[] organisations = [.. Agreement.Parties.Select(p => p.OrganisationId).OfType<Guid>()], consortia = [.. Agreement.Parties.Select(p => p.ConsortiumId).OfType<Guid>()];
        var named = await db.Organisations.AsNoTracking().Where(o => organisations.Contains(o.Id)).Select(o => new { o.Id, o.Key, o.Name }).ToDictionaryAsync(o => o.Id, cancellation);
        var teams = await db.Consortia.AsNoTracking().Where(c => consortia.Contains(c.Id)).Select(c => new { c.Id, c.Key, c.Name }).ToDictionaryAsync(c => c.Id, cancellation);
        Parties =
        [
            .. Agreement.Parties.OrderBy(p => p.Role).Select(p => p.OrganisationId is { } o && named.TryGetValue(o, out var organisation) ? new PartyRow(p.Role, organisation.Name, $"/organisations/{organisation.Key}")
                : p.ConsortiumId is { } c && teams.TryGetValue(c, out var team) ? new PartyRow(p.Role, team.Name, $"/consortia/{team.Key}") : null).OfType<PartyRow>(),
        ];
        SupersededBy = Agreement.SupersededById is { } next ? await db.Agreements.Where(a => a.Id == next).Select(a => a.Number).FirstOrDefaultAsync(cancellation) : null;
        BudgetLine = Agreement.BudgetLineId is { } line ? (await db.BudgetLines.AsNoTracking().FirstOrDefaultAsync(b => b.Id == line, cancellation))?.Name : null;
    }

    private async Task ReadDatasetsAsync(IRegistryDb db, int page, CancellationToken cancellation)
    {
        IQueryable<AgreementDataset> covered = db.Agreements.Where(a => a.Id == Agreement.Id).SelectMany(a => a.Datasets);
        DatasetCount = await covered.CountAsync(cancellation);
        Datasets = await covered.OrderBy(d => d.Dataset!.Key).Skip((page - 1) * PageSize).Take(PageSize).Select(d => new DatasetRow(d.DatasetId, d.Dataset!.Key, d.Dataset.Title)).ToListAsync(cancellation);
    }

    private async Task ReadRightsAsync(IRegistryDb db, int page, CancellationToken cancellation)
    {
        var rights = db.Entitlements.AsNoTracking().Where(e => e.AgreementId == Agreement.Id);
        EntitlementCount = await rights.CountAsync(cancellation);
        Entitlements = await rights.OrderBy(e => e.Consortium!.Key).ThenBy(e => e.Dataset!.Key).ThenBy(e => e.StartsOn).ThenBy(e => e.Id).Skip((page - 1) * PageSize).Take(PageSize)
            .Select(e => new EntitlementRow(e.Id, e.Dataset!.Key, e.Dataset.Title, e.Consortium!.Key, e.Consortium.Name, e.StartsOn, e.EndsOn, e.RevokedOn, e.NeedsAcceptance, e.AcceptedSha256)).ToListAsync(cancellation);
        IQueryable<Obligation> owed = db.Obligations.AsNoTracking().Where(o => o.AgreementId == Agreement.Id);
        ObligationCount = await owed.CountAsync(cancellation);
        Obligations = await owed.OrderBy(o => o.Status == ObligationStatus.Open || o.Status == ObligationStatus.Submitted ? 0 : 1).ThenBy(o => o.DueOn == null).ThenBy(o => o.DueOn).ThenBy(o => o.Id).Take(PageSize)
            .Select(o => new ObligationRow(o.Id, o.Kind, o.Status, o.Consortium!.Name, o.Dataset == null ? null : o.Dataset.Title, o.DueOn, o.Clause)).ToListAsync(cancellation);
    }

    private async Task ReadReportsAsync(IRegistryDb db, CancellationToken cancellation)
    {
        var reports = await db.ImpactReports.AsNoTracking().Where(r => r.SubjectType == nameof(Agreement) && r.SubjectId == Agreement.Id).OrderByDescending(r => r.At).Take(10).ToListAsync(cancellation);
        Reports = [.. reports.Select(r => new KeptReport(r.Action, r.At, r.By, JsonSerializer.Deserialize<ImpactAnswer>(r.Report, ReportForm)!))];
    }
}

/// <summary>A party of an agreement.</summary>
public sealed record PartyRow(PartyRole Role, LocalizedText Name, string Address);

/// <summary>A dataset that an agreement covers.</summary>
public sealed record DatasetRow(Guid Id, string Key, LocalizedText Title);

/// <summary>A right under an agreement.</summary>
public sealed record EntitlementRow(
    Guid Id, string Dataset, LocalizedText Title, string Consortium, LocalizedText Name, DateOnly StartsOn, DateOnly? EndsOn, DateOnly? RevokedOn, bool NeedsAcceptance, string? AcceptedSha256);

/// <summary>Something owed by an agreement.</summary>
public sealed record ObligationRow(Guid Id, ObligationKind Kind, ObligationStatus Status, LocalizedText Consortium, LocalizedText? Dataset, DateOnly? DueOn, string? Clause);

/// <summary>What an action was expected to touch.</summary>
public sealed record KeptReport(string Action, DateTime At, string By, ImpactAnswer Impact);
