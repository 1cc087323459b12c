using System.Globalization;
using DataCatalog.Core.Catalogue;
using DataCatalog.Core.Common;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Server.Pages.Register;

/// <summary>The form of a dataset: written in pieces, kept as a draft, published in the end.</summary>
public sealed partial class DatasetEditor
{
    private const int MostSuggestions = 500;

    private Dataset? Known;
    private DatasetVersion? Open;
    private DatasetVersion? Last;
    private DatasetGaps? Gaps;
    private LicencesRead Licences = new(null, [], []);
    private IReadOnlyList<(string Key, string Name)> Organisations = [];
    private IReadOnlyList<(string Key, string Name)> KnownLicences = [];

    /// <summary>Key of the dataset; absent for a new one.</summary>
    [Parameter]
    public string? Key { get; set; }

    /// <summary>What is written.</summary>
    [SupplyParameterFromForm(FormName = "dataset")]
    public DatasetForm? Form { get; set; }

    private string Here => Key is null ? "/register/dataset" : $"/register/dataset/{Key}";

    private string Title => Known is null ? T("데이터셋 등록", "Register a dataset") : T($"{Viewer.Text(Known.Title)} 고치기", $"Edit {Viewer.Text(Known.Title)}");

    private bool IsStale => Refusal?.Error == CommonErrors.Stale;

    private bool CanPublish => Known is null || Known.Status != DatasetStatus.Available || Form!.DescribesVersion || Last is not null;

    private string SaveText => Known is null or { Status: DatasetStatus.Draft } ? T("작성 중으로 저장", "Save as draft") : T("저장", "Save");

    private IEnumerable<(string Id, string Text)> Sections =>
    [
        ("names", T("이름과 내용", "Names and content")), ("origin", T("출처", "Origin")), ("licences", T("라이선스", "Licences")), ("version", T("버전", "Version")), ("files", T("배포본", "Distributions")),
    ];

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        if (Key is not null) await LoadAsync(Key);
        Organisations = await NamedAsync(Db.Organisations.OrderBy(o => o.Key).Take(MostSuggestions).Select(o => new Pair(o.Key, o.Name)));
        KnownLicences = await NamedAsync(Db.Licences.OrderBy(l => l.Key).Take(MostSuggestions).Select(l => new Pair(l.Key, l.Name)));
        bool posted = Form is not null;
        Form ??= Known is null ? new DatasetForm { Distributions = [new()], Licences = [new()] } : DatasetForm.Of(Known, Open, Last);
        if (Form.Licences is null or []) Form.Licences = [new()];
        if (Form.Distributions is null or []) Form.Distributions = [new()];
        if (!posted) Licences = await LicencesRead.OfAsync(Db, Form.Licences, Viewer, Cancellation);
    }

    private async Task SubmitAsync()
    {
        string[] act = (Form!.Act ?? "save").Split(':');
        int at = act.Length > 1 && int.TryParse(act[1], CultureInfo.InvariantCulture, out int index) ? index : -1;
        switch (act[0])
        {
            case "add-licence": Form.Licences!.Add(new()); break;
            case "remove-licence" when at >= 0 && at < Form.Licences!.Count: Form.Licences.RemoveAt(at); break;
            case "add-distribution": Form.Distributions!.Add(new()); break;
            case "remove-distribution" when at >= 0 && at < Form.Distributions!.Count: Form.Distributions.RemoveAt(at); break;
            case "over": await SaveAsync("save", over: true); break;
            case "save" or "register" or "publish": await SaveAsync(act[0], over: false); break;
            default: break;
        }

        Licences = await LicencesRead.OfAsync(Db, Form.Licences, Viewer, Cancellation);
    }

    private async Task SaveAsync(string act, bool over)
    {
        if (over && Form!.Seen?.Split('/') is [var dataset, var version]) (Form.RowVersion, Form.VersionRowVersion) = (dataset, version);
        bool publish = act == "publish";
        string key = "";
        await TryAsync(
            async () => key = await Saving.HandleAsync(Form!, Known, draft: act == "save", publish, Cancellation),
            () => publish ? $"/datasets/{key}" : $"/register/dataset/{key}",
            publish ? T("공개했습니다.", "Published.") : T("저장했습니다.", "Saved."));
        if (IsStale) Form!.Seen = string.Create(CultureInfo.InvariantCulture, $"{Known?.RowVersion}/{Open?.RowVersion}");
    }

    private async Task LoadAsync(string key)
    {
        Known = await Db.Datasets.AsNoTracking().Include(d => d.Provider).Include(d => d.Licences).ThenInclude(l => l.Licence).AsSplitQuery().FirstOrDefaultAsync(d => d.Key == key, Cancellation)
            ?? throw NotFound("dataset", key);
        IQueryable<DatasetVersion> versions = Db.DatasetVersions.AsNoTracking().Where(v => v.DatasetId == Known.Id);
        Open = await versions.Include(v => v.Distributions).Where(v => v.PublishedAt == null).OrderByDescending(v => v.Id).FirstOrDefaultAsync(Cancellation);
        Last = await versions.Where(v => v.PublishedAt != null).OrderByDescending(v => v.PublishedAt).FirstOrDefaultAsync(Cancellation);
        Gaps = DatasetGaps.Of(Viewer, new DatasetFacts
        {
            Title = Known.Title, Acquisition = Known.Acquisition, Sensitivity = Known.Sensitivity, HasLicence = Known.Licences.Count > 0, HasLanguages = Known.Languages.Count > 0,
            IsOffered = Known.Acquisition == AcquisitionClass.Public && Known.Links.Count > 0, HasVersions = Open is not null || Last is not null,
            HasCompleteForm = Last is not null || (Open?.Distributions.Any(d => d.Bytes is not null && d.Sha256 is not null) ?? false),
        });
    }

    private async Task<IReadOnlyList<(string Key, string Name)>> NamedAsync(IQueryable<Pair> rows) =>
        [.. (await rows.AsNoTracking().ToListAsync(Cancellation)).Select(r => (r.Key, Viewer.Text(r.Name)))];

    private sealed record Pair(string Key, LocalizedText Name);
}
