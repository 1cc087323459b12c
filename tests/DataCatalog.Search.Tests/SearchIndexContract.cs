using CsCheck;
using DataCatalog.Core.Search;
using DataCatalog.Search.Tests.Support;

namespace DataCatalog.Search.Tests;

/// <summary>What every search engine behind the port must do; a subclass says how to make an empty one.</summary>
public abstract class SearchIndexContract : IAsyncLifetime
{
    private ISearchIndex index = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>How many orders of operations are tried.</summary>
    protected virtual int RandomOrders => 10_000;

    /// <summary>Whether the engine has a dictionary of Korean.</summary>
    protected virtual bool KnowsMorphemes => false;

    /// <summary>Makes an engine whose index has not been built.</summary>
    protected abstract Task<ISearchIndex> MakeAsync();

    public async ValueTask InitializeAsync() => index = await MakeAsync();

    public abstract ValueTask DisposeAsync();

    [Theory]
    [InlineData("회원의 가입", "회원 가입", true)]
    [InlineData("회원의 가입", "회원가입", true)]
    [InlineData("가입", "회원가입", true)]
    [InlineData("회원가입", "회원 가입 안내", true)]
    [InlineData("회원가입", "회원의 가입", true)]
    [InlineData("\"회원 가입\"", "회원의 가입", true)]
    [InlineData("말뭉치", "뉴스말뭉치를 배포한다", true)]
    [InlineData("말뭉치를", "뉴스말뭉치", true)]
    [InlineData("학생", "대학 생활", false)]
    [InlineData("가입", "가족의 입양", false)]
    [InlineData("뭉치말", "말뭉치", false)]
    [InlineData("번역하는", "한영 번역 자료", true)]
    [InlineData("허브", "AI허브 개방", true)]
    [InlineData("AI허브", "AI 허브 개방", true)]
    [InlineData("gpt4", "GPT-4로 만든 대화", true)]
    [InlineData("20시간", "음성 20시간", true)]
    [InlineData("책", "책읽기", true)]
    [InlineData("책", "정책", false)]
    [InlineData("회원*", "회원가입", true)]
    [InlineData("가입*", "회원가입", false)]
    [InlineData("말*", "말뭉치", true)]
    [InlineData("ＡＩ", "AI 학습", true)]
    [InlineData("의료 -영상", "의료 문서", true)]
    [InlineData("의료 -영상", "의료 영상", false)]
    [InlineData("-영상", "의료 문서", true)]
    [InlineData("법률 OR 의료", "의료 문서", true)]
    [InlineData("(법률 OR 의료) 문서", "의료 영상", false)]
    [InlineData("trains", "Training corpus", true)]
    [InlineData("corpora", "Corpus", false)]
    [InlineData("train*", "Training corpus", true)]
    [InlineData("\"training corpus\"", "a training of the corpus", false)]
    [InlineData("\"training corpora\"", "corpora for training", false)]
    [InlineData("the corpus", "News corpus", true)]
    [InlineData("café", "Cafe dialogues", true)]
    [InlineData("言語", "多言語資料", true)]
    [InlineData("!!!", "anything", false)]
    [InlineData("c++ & corpus", "C corpus", true)]
    public async Task Search_Words(string question, string title, bool found)
    {
        await FillAsync(Given.Document(1, titleKo: title));
        Assert.Equal(found ? [1] : [], await FindAsync(Given.Question(question)));
    }

    /// <summary>Where engines differ: one compares syllables, the other looks morphemes up in a dictionary. These are the kinds of difference, and no others are known.</summary>
    [Theory]
    [InlineData("국어", "외국어 교육", true, false)]
    [InlineData("만들다", "만든 자료", false, true)]
    [InlineData("언어", "多言語資料", false, true)]
    [InlineData("\"한국어 말뭉치\"", "한국어 음성 말뭉치", false, true)]
    [InlineData("허브*", "AI허브", true, false)]
    public async Task Search_WordsByAnalysis(string question, string title, bool bySyllables, bool byMorphemes)
    {
        await FillAsync(Given.Document(1, titleKo: title));
        Assert.Equal((KnowsMorphemes ? byMorphemes : bySyllables) ? [1] : [], await FindAsync(Given.Question(question)));
    }

    [Fact]
    public async Task Search_DecomposedHangul()
    {
        await FillAsync(Given.Document(1, titleKo: "한국어 말뭉치".Normalize(System.Text.NormalizationForm.FormD)));
        Assert.Equal([1], await FindAsync(Given.Question("한국어말뭉치")));
        Assert.Equal([1], await FindAsync(Given.Question("말뭉치를".Normalize(System.Text.NormalizationForm.FormD))));
    }

    [Fact]
    public async Task Search_TitleBeforeNamesBeforeDescription()
    {
        await FillAsync(
            Given.Document(1, "뉴스", descriptionKo: "의료 자료"), Given.Document(2, "뉴스") with { ProviderNames = "의료 재단" }, Given.Document(3, "의료 뉴스"),
            Given.Document(4, "News", descriptionEn: "speech"), Given.Document(5, titleEn: "Speech of news"));
        Assert.Equal([3, 2, 1], await FindAsync(Given.Question("의료")));
        Assert.Equal([5, 4], await FindAsync(Given.Question("speech")));
    }

    [Fact]
    public async Task Search_PhraseInTitleFirst()
    {
        await FillAsync(Given.Document(1, "뉴스", descriptionKo: "한국어 말뭉치"), Given.Document(2, "한국어 말뭉치"));
        Assert.Equal([2, 1], await FindAsync(Given.Question("\"한국어 말뭉치\"")));
    }

    [Fact]
    public async Task Search_ExactFormFirst()
    {
        await FillAsync(Given.Document(1, titleEn: "Universe data"), Given.Document(2, titleEn: "University data"));
        Assert.Equal([2, 1], await FindAsync(Given.Question("university")));
    }

    [Fact]
    public async Task Search_TiesById()
    {
        await FillAsync([.. Enumerable.Range(1, 50).Reverse().Select(n => Given.Document(n, "말뭉치"))]);
        Assert.Equal(Enumerable.Range(1, 50), await FindAsync(Given.Question("말뭉치")));
        Assert.Equal(Enumerable.Range(11, 10), await FindAsync(Given.Question("말뭉치") with { Skip = 10, Take = 10 }));
        Assert.Equal(Enumerable.Range(1, 50), await FindAsync(Given.Question() with { Order = SearchOrder.Key }));
        Assert.Equal(Enumerable.Range(1, 50).Reverse(), await FindAsync(Given.Question() with { Order = SearchOrder.Newest }));
    }

    [Fact]
    public async Task Search_NoneTaken_TotalAndFacets()
    {
        await FillAsync(Given.Document(1, "뉴스") with { Modalities = ["text"] });
        SearchResult result = await index.SearchAsync(Given.Question() with { Take = 0, Facets = [SearchFacet.Modality] }, Cancellation);
        Assert.Empty(result.Hits);
        Assert.Equal(1, result.Total);
        Assert.Equal([new FacetCount("text", 1)], result.Facets[SearchFacet.Modality]);
    }

    [Fact]
    public async Task Facets_OwnFilterDoesNotNarrow()
    {
        await FillAsync(
            Given.Document(1) with { Modalities = ["text", "audio"], Languages = ["ko"] },
            Given.Document(2) with { Modalities = ["audio"], Languages = ["en"] },
            Given.Document(3) with { Modalities = ["text"], Languages = ["en"] });
        SearchQuery question = Given.Question() with
        {
            Facets = [SearchFacet.Modality, SearchFacet.Language],
            Filters = new Dictionary<SearchFacet, IReadOnlyList<string>> { [SearchFacet.Modality] = ["text"], [SearchFacet.Language] = ["en"] },
        };
        SearchResult result = await index.SearchAsync(question, Cancellation);
        Assert.Equal(1, result.Total);
        Assert.Equal([new FacetCount("audio", 1), new FacetCount("text", 1)], result.Facets[SearchFacet.Modality]);
        Assert.Equal([new FacetCount("en", 1), new FacetCount("ko", 1)], result.Facets[SearchFacet.Language]);
    }

    [Fact]
    public async Task Facets_RightsOfStaffAndOfConsortium()
    {
        await FillAsync(Given.Document(1) with
        {
            Rights =
            [
                new DocumentRight(null, ["train", "evaluate"], Given.Today.AddDays(60)), new DocumentRight(Given.ConsortiumA, ["train"], Given.Today),
                new DocumentRight(Given.ConsortiumB, ["evaluate"], Given.Today.AddDays(-1)),
            ],
        });
        Assert.Equal(["evaluate:1", "train:1"], await CountAsync(SearchFacet.PermittedAction, null));
        Assert.Equal(["train:1"], await CountAsync(SearchFacet.PermittedAction, Given.ConsortiumA));
        Assert.Empty(await CountAsync(SearchFacet.PermittedAction, Given.ConsortiumB));
        Assert.Equal(["180:1", "30:1", "365:1", "90:1"], await CountAsync(SearchFacet.EndsWithin, null));
        Assert.Empty(await CountAsync(SearchFacet.EndsWithin, Given.ConsortiumB));
    }

    [Theory]
    [InlineData(0, "30", true)]
    [InlineData(30, "30", true)]
    [InlineData(31, "30", false)]
    [InlineData(31, "90", true)]
    [InlineData(365, "365", true)]
    [InlineData(366, "365", false)]
    [InlineData(-1, "365", false)]
    public async Task Filter_EndsWithin(int days, string within, bool found)
    {
        await FillAsync(Given.Document(1) with { Rights = [new DocumentRight(null, [], Given.Today.AddDays(days))] });
        Assert.Equal(found ? [1] : [], await FindAsync(Given.Question() with { Filters = Given.Filter(SearchFacet.EndsWithin, within) }));
    }

    [Fact]
    public async Task Filter_Only()
    {
        await FillAsync(Given.Document(1), Given.Document(2), Given.Document(3));
        Assert.Equal([2], await FindAsync(Given.Question() with { Only = new HashSet<Guid> { Given.Number(2), Given.Number(9) } }));
        Assert.Empty(await FindAsync(Given.Question() with { Only = new HashSet<Guid>() }));
    }

    [Theory]
    [InlineData("Available", false, true)]
    [InlineData("Registered", false, false)]
    [InlineData("Suspended", true, true)]
    [InlineData("Withdrawn", true, true)]
    [InlineData("Draft", true, false)]
    public async Task Viewer_Consortium(string status, bool entitled, bool seen)
    {
        await FillAsync(Given.Document(1, "뉴스") with { Status = status, Consortia = entitled ? [Given.ConsortiumA] : [Given.ConsortiumB] });
        Assert.Equal(seen ? [1] : [], await FindAsync(Given.Question() with { Viewer = Given.ConsortiumA }));
        Assert.Equal(seen ? [1] : [], await FindAsync(Given.Question("뉴스") with { Viewer = Given.ConsortiumA }));
        Assert.Equal([1], await FindAsync(Given.Question()));
        Assert.Equal(status == "Available" ? [1] : [], await FindAsync(Given.Question() with { Viewer = Guid.Empty }));
    }

    [Fact]
    public async Task Viewer_AnswerTellsNothingOfOthersDocuments()
    {
        DatasetDocument[] own = [.. Enumerable.Range(1, 20).Select(n => Given.Document(n, n % 3 == 0 ? "의료 말뭉치" : "뉴스 말뭉치", descriptionEn: "medical speech"))];
        SearchQuery question = Given.Question("의료 OR speech") with { Viewer = Given.ConsortiumA, Facets = Enum.GetValues<SearchFacet>(), Highlight = true };
        await FillAsync(own);
        string alone = System.Text.Json.JsonSerializer.Serialize(await index.SearchAsync(question, Cancellation));
        DatasetDocument[] others = [.. Enumerable.Range(100, 200).Select(n =>
            Given.Document(n, "의료 의료 의료", descriptionEn: "speech") with { Status = "Suspended", Consortia = [Given.ConsortiumB], Domains = ["secret"] })];
        await index.ApplyAsync(others, Cancellation);
        Assert.Equal(alone, System.Text.Json.JsonSerializer.Serialize(await index.SearchAsync(question, Cancellation)));
    }

    [Theory]
    [InlineData("말뭉치", "<b>뉴스</b> 말뭉치를 \"쓴다\"", "&lt;b&gt;뉴스&lt;/b&gt; <em>말뭉치</em>를 &quot;쓴다&quot;")]
    [InlineData("회원가입", "회원 가입", "<em>회원 가입</em>")]
    [InlineData("script", "<script>alert(1)</script>", "&lt;<em>script</em>&gt;alert(1)&lt;/<em>script</em>&gt;")]
    [InlineData("train*", "Training & trains", "<em>Training</em> &amp; <em>trains</em>")]
    [InlineData("뉴스 -의료", "뉴스 자료", "<em>뉴스</em> 자료")]
    public async Task Highlight_Marks(string question, string title, string marked)
    {
        await FillAsync(Given.Document(1, titleKo: title));
        SearchResult result = await index.SearchAsync(Given.Question(question) with { Highlight = true }, Cancellation);
        Assert.Equal(marked, result.Hits[0].Highlights["TitleKo"]);
    }

    [Fact]
    public async Task Highlight_BestPassageOfLongText()
    {
        string description = string.Concat(Enumerable.Repeat("The quick brown fox. ", 50)) + "Here the Korean speech corpus of Korean radio begins. " + string.Concat(Enumerable.Repeat("More text. ", 90));
        await FillAsync(Given.Document(1, descriptionEn: description));
        SearchResult result = await index.SearchAsync(Given.Question("korean speech") with { Highlight = true }, Cancellation);
        string passage = result.Hits[0].Highlights["DescriptionEn"];
        Assert.Contains("<em>Korean</em> <em>speech</em> corpus of <em>Korean</em> radio", passage, StringComparison.Ordinal);
        Assert.InRange(passage.Length, 100, 300);
    }

    [Fact]
    public async Task Apply_OlderPassedOver_TombstoneStays()
    {
        await FillAsync();
        await index.ApplyAsync([Given.Document(1, "새 제목") with { Version = 5 }], Cancellation);
        await index.ApplyAsync([Given.Document(1, "옛 제목") with { Version = 4 }], Cancellation);
        Assert.Equal([1], await FindAsync(Given.Question("새")));
        await index.ApplyAsync([new DatasetDocument { Id = Given.Number(1), Version = 6, Deleted = true }], Cancellation);
        await index.ApplyAsync([Given.Document(1, "새 제목") with { Version = 5 }], Cancellation);
        Assert.Empty(await FindAsync(Given.Question()));
        Assert.Equal(0, (await index.HealthAsync(Cancellation)).Documents);
    }

    [Fact]
    public async Task Apply_SameVersion_LaterWins()
    {
        await FillAsync(Given.Document(1) with { Consortia = [Given.ConsortiumA], Status = "Suspended" });
        await index.ApplyAsync([Given.Document(1) with { Consortia = [], Status = "Suspended" }], Cancellation);
        Assert.Empty(await FindAsync(Given.Question() with { Viewer = Given.ConsortiumA }));
    }

    [Fact]
    public async Task Apply_RandomOrders_EndAsTheModel()
    {
        // Orders of operations with repetitions and gaps, each on three datasets of its own; applied side by side in large batches.
        Gen<(int Dataset, int Version)[]> order = Gen.Select(Gen.Int[0, 2], Gen.Int[1, 6]).Array[1, 8];
        await order.Array[RandomOrders].SampleAsync(EndsAsTheModelAsync, iter: 1, threads: 1);
    }

    [Fact]
    public async Task Search_BeforeFirstBuild_Unavailable()
    {
        Assert.Equal(SearchState.NeedsRebuild, (await index.HealthAsync(Cancellation)).State);
        await Assert.ThrowsAsync<SearchUnavailableException>(() => index.SearchAsync(Given.Question(), Cancellation));
        await Assert.ThrowsAsync<SearchUnavailableException>(() => index.ApplyAsync([Given.Document(1)], Cancellation));
    }

    [Fact]
    public async Task Rebuild_WhileWritesGoOn_NothingMissingDoubledOrResurrected()
    {
        await FillAsync([.. Enumerable.Range(1, 300).Select(n => Given.Document(n))]);
        await index.RebuildAsync(WhileReading(), Cancellation);
        int[] expected = [.. Enumerable.Range(1, 300).Where(n => n % 10 != 0), 1001];
        Assert.Equal(expected, await FindAsync(Given.Question()));
        Assert.Equal(expected.Length, (await index.HealthAsync(Cancellation)).Documents);
    }

    [Fact]
    public async Task Rebuild_GivenUp_OldIndexStays()
    {
        await FillAsync(Given.Document(1));
        await Assert.ThrowsAsync<InvalidOperationException>(() => index.RebuildAsync(Failing(), Cancellation));
        Assert.Equal([1], await FindAsync(Given.Question()));
        await index.ApplyAsync([Given.Document(3)], Cancellation);
        Assert.Equal([1, 3], await FindAsync(Given.Question()));
    }

    /// <summary>Builds the index with these documents.</summary>
    protected Task FillAsync(params DatasetDocument[] documents) => index.RebuildAsync(Given.Stream(documents), Cancellation);

    private async Task EndsAsTheModelAsync((int Dataset, int Version)[][] orders)
    {
        await FillAsync();
        var model = new Dictionary<int, int>();
        for (int round = 0; round < 8; round++)
        {
            List<DatasetDocument> batch = [];
            for (int i = 0; i < orders.Length; i++)
            {
                if (round >= orders[i].Length) continue;
                (int dataset, int version) = ((i * 3) + orders[i][round].Dataset, orders[i][round].Version);
                batch.Add(Given.Document(dataset, $"v{version}") with { Version = version, Deleted = IsDeleted(version) });
                model[dataset] = Math.Max(version, model.GetValueOrDefault(dataset));
            }

            await index.ApplyAsync(batch, Cancellation);
        }

        Assert.Equal(model.Count(m => !IsDeleted(m.Value)), (await index.HealthAsync(Cancellation)).Documents);
        for (int version = 1; version <= 6; version++)
        {
            long expected = IsDeleted(version) ? 0 : model.Count(m => m.Value == version);
            Assert.Equal(expected, (await index.SearchAsync(Given.Question($"v{version}"), Cancellation)).Total);
        }
    }

    private static bool IsDeleted(int version) => version % 3 == 0;

    // Every tenth dataset is deleted while its page has been read and is on its way.
    private async IAsyncEnumerable<DatasetDocument> WhileReading()
    {
        foreach (int number in Enumerable.Range(1, 300))
        {
            if (number % 10 == 0) await index.ApplyAsync([new DatasetDocument { Id = Given.Number(number), Version = 2, Deleted = true }], Cancellation);
            if (number == 150) await index.ApplyAsync([Given.Document(1001), Given.Document(7) with { Version = 2 }], Cancellation);
            yield return Given.Document(number);
        }

        Assert.Equal(271, (await index.SearchAsync(Given.Question(), Cancellation)).Total);
    }

    private static async IAsyncEnumerable<DatasetDocument> Failing()
    {
        await Task.Yield();
        yield return Given.Document(2);
        throw new InvalidOperationException("The database went away.");
    }

    private async Task<IEnumerable<int>> FindAsync(SearchQuery question)
    {
        SearchResult result = await index.SearchAsync(question, Cancellation);
        Assert.True(result.Total >= result.Hits.Count);
        return result.Hits.Select(h => Convert.ToInt32(h.Id.ToString("N")[24..], 16));
    }

    private async Task<IEnumerable<string>> CountAsync(SearchFacet facet, Guid? viewer)
    {
        SearchResult result = await index.SearchAsync(Given.Question() with { Facets = [facet], Viewer = viewer }, Cancellation);
        return result.Facets[facet].Select(c => $"{c.Value}:{c.Count}").Order(StringComparer.Ordinal);
    }
}
