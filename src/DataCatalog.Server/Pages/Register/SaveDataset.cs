using System.Globalization;
using DataCatalog.Core.Catalogue;
using DataCatalog.Core.Catalogue.UseCases;
using DataCatalog.Core.Common;
using DataCatalog.Core.Licensing;
using DataCatalog.Core.Licensing.Published;
using DataCatalog.Core.Licensing.UseCases;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Server.Pages.Register;

/// <summary>Does what a dataset's form asks for by the registry's use cases, in one transaction: its provider and licences where they are new, itself, its version, its publication.</summary>
public sealed class SaveDataset(
    IRegistryDb db, RegisterOrganisation organisations, RegisterLicence licences, RegisterDataset datasets, ChangeDataset changes, DescribeVersion describe, ChangeVersion versions, PublishDataset publish)
{
    /// <summary>Keeps it.</summary>
    /// <param name="form">What is written.</param>
    /// <param name="known">The dataset as it was read; null for a new one.</param>
    /// <param name="draft">Whether what is no more than a draft stays one.</param>
    /// <param name="andPublish">Whether it shall become available.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The dataset's key.</returns>
    /// <exception cref="DomainException">Something cannot be read, a rule is broken, or it has changed since it was read.</exception>
    public Task<string> HandleAsync(DatasetForm form, Dataset? known, bool draft, bool andPublish, CancellationToken cancellation) => db.WriteAsync(
        async token =>
        {
            RequireBasics(form);
            DatasetInput current = known?.ToInput() ?? new();
            DatasetInput input = form.ToInput(current) with
            {
                Draft = draft && (known is null || known.Status == DatasetStatus.Draft),
                ProviderId = await ProviderAsync(form, token),
                Licences = await LicencesAsync(form, token),
            };
            DatasetVersionInput? version = form.DescribesVersion ? form.ToVersion() : null;
            Dataset kept = known is null ? await datasets.HandleAsync(input, version, token) : await ChangeAsync(known.Id, form, input, version, token);
            if (andPublish) await publish.HandleAsync(kept.Id, null, version?.Number, token);
            return kept.Key;
        },
        cancellation);

    // Several that are missing are told at once; of one alone the registry tells.
    private static void RequireBasics(DatasetForm form)
    {
        (bool Missing, string Field, string Ko, string En)[] basics =
        [
            (string.IsNullOrWhiteSpace(form.Key + form.TitleEn), "Key", "키", "Key"), (string.IsNullOrWhiteSpace(form.TitleKo + form.TitleEn), "Title", "제목", "Title"), (string.IsNullOrWhiteSpace(form.DescriptionKo + form.DescriptionEn), "Description", "설명", "Description"),
            (form.Modalities is null or [], "Modalities", "모달리티", "Modalities"), (form.NewProvider is not { IsBlank: false } && string.IsNullOrWhiteSpace(form.Provider), "Provider", "제공자", "Provider"),
        ];
        var missing = basics.Where(b => b.Missing).ToList();
        if (missing.Count < 2) return;
        throw new DomainException(CommonErrors.Required, missing[0].Field, LocalizedText.Of(string.Join(", ", missing.Select(m => m.Ko)), string.Join(", ", missing.Select(m => m.En)), missing[0].Field, 100));
    }

    private async Task<Dataset> ChangeAsync(Guid id, DatasetForm form, DatasetInput input, DatasetVersionInput? version, CancellationToken cancellation)
    {
        Dataset changed = await changes.HandleAsync(id, FormValue.Version(form.RowVersion), input, cancellation);
        if (version is null) return changed;
        if (Guid.TryParse(form.VersionId, out Guid open)) await versions.HandleAsync(open, FormValue.Version(form.VersionRowVersion), version, cancellation);
        else await describe.HandleAsync(id, null, version, cancellation);
        return changed;
    }

    private async Task<Guid?> ProviderAsync(DatasetForm form, CancellationToken cancellation)
    {
        if (form.NewProvider is { IsBlank: false } made) return (await organisations.HandleAsync(made.ToInput(), cancellation)).Id;
        if (string.IsNullOrWhiteSpace(form.Provider)) throw new DomainException(CommonErrors.Required, nameof(form.Provider), LocalizedText.Of("제공자", "Provider", nameof(form.Provider), 20));
        string named = form.Provider.Trim();
        Guid? found = await db.Organisations.Where(o => o.Key == named || o.Name.Ko == named || o.Name.En == named).OrderByDescending(o => o.Key == named).Select(o => (Guid?)o.Id).FirstOrDefaultAsync(cancellation);
        return found ?? throw FormValue.Unreadable(named, nameof(form.Provider), "기관", "organisation", "목록에서 고르거나 아래에서 새 기관을 등록하세요", "choose from the list, or register a new one below");
    }

    // As imports do: what the published lists know is taken from them.
    private async Task<IReadOnlyList<DatasetLicenceInput>> LicencesAsync(DatasetForm form, CancellationToken cancellation)
    {
        List<DatasetLicenceInput> stated = [];
        foreach (LicenceRow row in (form.Licences ?? []).Where(l => !l.IsBlank))
        {
            string named = row.Name!.Trim();
            LicenceInput? published = LicenceNormaliser.Find(named);
            string key = published?.Key ?? named;
            Guid? there = await db.Licences.Where(l => l.Key == key).Select(l => (Guid?)l.Id).FirstOrDefaultAsync(cancellation);
            Guid id = there ?? (published is null ? throw Unknown(named, stated.Count) : (await licences.HandleAsync(published, cancellation)).Id);
            string? asStated = string.IsNullOrWhiteSpace(row.AsStated) && key != named ? named : row.AsStated;
            stated.Add(new DatasetLicenceInput { LicenceId = id, AsStated = asStated, StatedAt = row.StatedAt, AddOn = row.AddOn, LimitedTo = row.LimitedTo });
        }

        return stated;
    }

    private static DomainException Unknown(string named, int at) => FormValue.Unreadable(
        named, $"Licences/{at}/Name", "라이선스", "licence", "SPDX 식별자나 공공누리 유형을 쓰세요. 예: CC-BY-4.0, KOGL-1", "write an SPDX identifier or a KOGL type, as in CC-BY-4.0 or KOGL-1");

    // A form that does not say at what it was read has read nothing.
}
