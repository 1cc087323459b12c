using DataCatalog.Core.Catalogue;
using DataCatalog.Core.Common;
using DataCatalog.Core.Entitlements;
using DataCatalog.Core.Entitlements.UseCases;
using DataCatalog.Core.Entitlements.UseChecks;
using DataCatalog.Core.Licensing;
using DataCatalog.Core.Licensing.UseCheck;
using DataCatalog.Core.Search;
using DataCatalog.Storage;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Search.Tests.Indexing;

/// <summary>The search's answer to "what may they do on that day" is the use-check's, on catalogues made at random.</summary>
public sealed class RightsTests : RegistryFixture
{
    private static readonly DateOnly First = new(2026, 11, 24);
    private static readonly string[] Actions = ["train", "evaluate", "retrieve", "generateSynthetic", "distil", "releaseWeights", "offerService", "shareWithConsortium"];
    private static readonly string[] Keys = ["CC-BY-4.0", "CC-BY-NC-4.0", "CC-BY-ND-4.0", "CC0-1.0", "LicenseRef-KOGL-1", "LicenseRef-KOGL-4", "LicenseRef-unread"];
    private int numbers;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task IndexAndEngine_AgreeOnRandomCatalogues(int seed)
    {
        var random = new Random(seed);
        (List<Dataset> datasets, List<Consortium> consortia) = await FillAsync(random);
        while (await Indexer.RunBatchAsync(Cancellation) > 0)
        {
        }

        await CompareAsync(random, datasets, consortia);
        await ChangeAsync(random, datasets);
        while (await Indexer.RunBatchAsync(Cancellation) > 0)
        {
        }

        await CompareAsync(random, datasets, consortia);
        Clock.Advance(TimeSpan.FromDays(40));
        await CompareAsync(random, datasets, consortia);
    }

    private async Task CompareAsync(Random random, List<Dataset> datasets, List<Consortium> consortia)
    {
        int yes = 0;
        for (int i = 0; i < 12; i++)
        {
            Consortium asker = consortia[random.Next(consortia.Count)];
            DateOnly on = Calendar.Today.AddDays(i == 0 ? 0 : random.Next(500));
            string[] actions = [.. random.GetItems(Actions, random.Next(1, 3)).Distinct()];
            SearchResult found = await Index.SearchAsync(
                new SearchQuery { May = new SearchMay(asker.Id, on, actions), Facets = [SearchFacet.May], Take = 1000, Today = Calendar.Today }, Cancellation);
            Dictionary<string, HashSet<Guid>> permitted = await EngineAsync(datasets, asker, on);
            HashSet<Guid> all = [.. datasets.Select(d => d.Id).Where(id => actions.All(a => permitted[a].Contains(id)))];
            Assert.Equal(all.Order(), found.Hits.Select(h => h.Id).Order());
            Assert.Equal(Actions.Select(a => (a, (long)permitted[a].Count(all.Contains))).Where(x => x.Item2 > 0).Order(), found.Facets[SearchFacet.May].Select(f => (f.Value, f.Count)).Order());
            yes += all.Count;
        }

        Assert.NotEqual(0, yes);
    }

    private async Task<Dictionary<string, HashSet<Guid>>> EngineAsync(List<Dataset> datasets, Consortium asker, DateOnly on)
    {
        await using RegistryDb db = Open(Actor.Registry);
        var check = new CheckMix(db, Checker, new RecordDecision(db, Clock));
        Dictionary<string, Guid> ids = datasets.ToDictionary(d => d.Key, d => d.Id);
        MixAnswer answer = await check.HandleAsync(
            new UseCheckInput { Consortium = asker.Key, Datasets = [.. ids.Keys], Actions = Actions, Territory = "KR", At = on.ToString("O", System.Globalization.CultureInfo.InvariantCulture) }, Cancellation);
        return Actions.ToDictionary(a => a, a => answer.Parts.Where(p => p.Action == a && p.Verdict == Verdict.Permitted).Select(p => ids[p.Dataset]).ToHashSet());
    }

    private async Task<(List<Dataset> Datasets, List<Consortium> Consortia)> FillAsync(Random random)
    {
        List<Licence> licences = [.. Keys.Select(k => Licence.Register(new LicenceInput { Key = k, NameEn = k }, Clock))];
        await SaveAsync([.. licences]);
        List<Consortium> consortia = [await ConsortiumAsync("alpha"), await ConsortiumAsync("beta")];
        List<Dataset> datasets = [.. Enumerable.Range(0, 30).Select(i => Licensed(random, licences, i))];
        await SaveAsync([.. datasets]);
        for (int i = 0; i < 12; i++) await AgreeAsync(random, datasets, consortia);
        for (int i = 0; i < 3; i++)
        {
            var exemption = Exemption.Register(
                new ExemptionInput
                {
                    Key = $"exemption-{i}", NameEn = "Exemption", LegalBasis = "law", StartsOn = First.AddDays(random.Next(-100, 100)), EndsOn = random.Next(2) == 0 ? null : First.AddDays(random.Next(100, 400)),
                    ConsortiumIds = [consortia[random.Next(2)].Id], DatasetIds = [datasets[random.Next(30)].Id], LicenceIds = [licences[random.Next(licences.Count)].Id],
                },
                Clock);
            exemption.Amend(new TermsInput { Short = Terms(random) }, Actor.Registry, Clock);
            await SaveAsync(exemption);
        }

        return (datasets, consortia);
    }

    private Dataset Licensed(Random random, List<Licence> licences, int number)
    {
        Licence[] chosen = [.. random.GetItems(licences.ToArray(), random.Next(3)).Distinct()];
        Dataset dataset = Dataset.Register(
            new DatasetInput
            {
                Key = $"dataset-{number}", TitleEn = "Dataset", DescriptionEn = "Data", Modalities = [random.Next(2) == 0 ? "text" : "audio"], Languages = ["ko"], ProviderId = Provider.Id, Acquisition = AcquisitionClass.Public,
                Links = ["https://example.org/d"],
                Licences = [.. chosen.Select(l => new DatasetLicenceInput { LicenceId = l.Id })],
            },
            Clock);
        dataset.Offer(Clock);
        return dataset;
    }

    private async Task AgreeAsync(Random random, List<Dataset> datasets, List<Consortium> consortia)
    {
        Dataset[] covered = [.. random.GetItems(datasets.ToArray(), 4).Distinct()];
        DateOnly start = First.AddDays(random.Next(-200, 100));
        Agreement agreement = Agreement.Register(
            new AgreementInput
            {
                Number = $"R-{++numbers}", TitleEn = "Agreement", LicensorId = Provider.Id, SignedOn = start, StartsOn = start, EndsOn = random.Next(3) == 0 ? null : start.AddDays(random.Next(210, 600)),
                DatasetIds = [.. covered.Select(d => d.Id)],
            },
            Clock);
        agreement.Amend(new TermsInput { Short = Terms(random) }, Actor.Registry, Clock);
        if (random.Next(2) == 0) agreement.Amend(new TermsInput { Short = Terms(random), EffectiveFrom = start.AddDays(random.Next(200)) }, Actor.Registry, Clock);
        Entitlement[] granted =
        [
            .. covered.Where(_ => random.Next(4) > 0).Select(d => Entitlement.Grant(
                d, consortia[random.Next(2)], agreement, new EntitlementInput { EndsOn = random.Next(3) == 0 ? start.AddDays(random.Next(1, 200)) : null }, Actor.Registry, Clock)),
        ];
        await SaveAsync([agreement, .. granted]);
    }

    private async Task ChangeAsync(Random random, List<Dataset> datasets)
    {
        await using RegistryDb db = Open(Actor.Registry);
        await WriteAsync(db, () =>
        {
            foreach (Agreement agreement in db.Agreements.Include(a => a.TermsVersions).OrderBy(a => a.Number).Take(4).ToList())
            {
                agreement.Amend(new TermsInput { Short = Terms(random), EffectiveFrom = agreement.StartsOn.AddDays(100) }, Actor.Registry, Clock);
            }

            foreach (Entitlement right in db.Entitlements.OrderBy(e => e.Id).Take(3).ToList()) right.Revoke("breach", First.AddDays(random.Next(100)), Clock);
            Licence licence = db.Licences.Include(l => l.Readings).Single(l => l.Key == "CC-BY-4.0");
            licence.Read(new OfficerReadingInput { Feature = "Training", Value = false, Note = "a case" }, Actor.Registry, Clock);
            Exemption exemption = db.Exemptions.Include(e => e.Beneficiaries).Include(e => e.Covers).Include(e => e.TermsVersions).OrderBy(e => e.Key).First();
            exemption.Change(exemption.ToInput() with { DatasetIds = [datasets[random.Next(30)].Id], LicenceIds = [], EndsOn = First.AddDays(200) }, Actor.Registry, Clock);
        });
    }

    private static string Terms(Random random)
    {
        string[] statements =
        [
            .. Enumerable.Range(0, random.Next(1, 4)).Select(_ =>
            {
                string until = random.Next(2) == 0 ? "" : $" until {First.AddDays(random.Next(-30, 400)):yyyy-MM-dd}";
                return $"permit {string.Join(", ", random.GetItems(Actions[..5], 2).Distinct())}{(random.Next(3) == 0 ? " in KR" : "")}{until}";
            }),
        ];
        string forbid = random.Next(2) == 0 ? "" : $"; forbid {Actions[5 + random.Next(3)]}";
        return string.Join("; ", statements) + forbid;
    }
}
