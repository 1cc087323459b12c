using System.Globalization;
using System.Text.Json;

namespace DataCatalog.Bench;

/// <summary>Makes rows of an import, the same at every run.</summary>
internal sealed class Rows(Func<IEnumerable<object>> make)
{
    // A client that sends whole bodies before it reads must send pieces: an answer that nobody reads holds up the rows behind it.
    private const int PieceRows = 5_000;
    private const int Providers = 50;
    private const int Contracts = 20;

    // Five rules about training, four facts among them, as in the check in process.
    private const string Terms = """
        {
          "@context": ["http://www.w3.org/ns/odrl.jsonld", {"dc": "urn:datacatalog:odrl:"}], "@type": "Set", "uid": "urn:bench:terms", "conflict": "prohibit",
          "permission": [
            {"action": "dc:train", "constraint": [{"leftOperand": "purpose", "operator": "isAnyOf", "rightOperand": ["research", "education"]}, {"leftOperand": "spatial", "operator": "isPartOf", "rightOperand": "KR"}], "duty": [{"action": "attribute"}]},
            {"action": "use", "constraint": [{"leftOperand": "language", "operator": "isAnyOf", "rightOperand": ["ko", "en"]}]},
            {"action": "dc:train", "constraint": [{"leftOperand": "dc:modelSize", "operator": "lteq", "rightOperand": 7000000000}]}],
          "prohibition": [
            {"action": "dc:train", "constraint": [{"leftOperand": "purpose", "operator": "eq", "rightOperand": "sale"}]},
            {"action": "use", "constraint": [{"leftOperand": "spatial", "operator": "isNoneOf", "rightOperand": ["KR", "US"]}]}]
        }
        """;

    private static readonly string[] Korean = ["신문", "방송", "법률", "의료", "금융", "교육", "문학", "특허", "역사", "과학", "여행", "음식", "대화", "고객 상담", "판결문", "논문"];
    private static readonly string[] English = ["newspaper", "broadcast", "legal", "medical", "finance", "education", "literature", "patent", "history", "science", "travel", "food", "dialogue", "support", "rulings", "papers"];
    private static readonly string[] Acquisitions = ["licensed", "public", "crawled", "synthetic"];
    private static readonly string[] Sensitivities = ["public", "restricted", "confidential"];
    private static readonly string[][] Modalities = [["text"], ["text", "image"], ["audio"], ["video"]];

    /// <summary>Datasets, with their providers before them.</summary>
    public static Rows Datasets(int count) => new(() => [.. Enumerable.Range(0, Providers).Select(Provider), .. Enumerable.Range(0, count).Select(Dataset)]);

    /// <summary>Agreements, each with an end, a day of notice and a payment to watch.</summary>
    public static Rows Agreements(int count, DateOnly today) => new(() => Enumerable.Range(0, Providers).Select(Provider).Concat(Enumerable.Range(0, count).Select(i => Agreement(i, today))));

    /// <summary>Datasets that one consortium is entitled to, under twenty agreements whose terms have five rules each.</summary>
    public static Rows Entitled(int count, DateOnly today) => new(() =>
    [
        .. Enumerable.Range(0, Providers).Select(Provider),
        new { kind = "programme", key = "programme", nameKo = "사업", nameEn = "Programme" },
        new { kind = "consortium", key = "consortium", programme = "programme", nameKo = "컨소시엄", nameEn = "Consortium", lead = "provider-0", activeFrom = Day(today.AddDays(-400)) },
        .. Enumerable.Range(0, count).Select(Dataset),
        .. Enumerable.Range(0, Contracts).Select(i => Contract(i, count, today)),
        .. Enumerable.Range(0, count).Select(i => new { kind = "entitlement", consortium = "consortium", dataset = Key(i), agreement = $"T-{i % Contracts}", startsOn = Day(today.AddDays(-30)) }),
    ]);

    /// <summary>The bodies of the requests that send them, each made when it is asked for.</summary>
    public IEnumerable<HttpContent> Pieces() => make().Chunk(PieceRows).Select(piece => new StringContent(string.Join('\n', piece.Select(row => JsonSerializer.Serialize(row)))));

    private static object Provider(int i) => new { kind = "organisation", key = $"provider-{i}", nameKo = $"제공 기관 {i}", nameEn = $"Provider {i}", organisationKind = "company" };

    private static object Dataset(int i) => new
    {
        kind = "dataset",
        key = Key(i),
        titleKo = $"{Korean[i % 16]} {Korean[i / 16 % 16]} 말뭉치 {i}",
        titleEn = $"{English[i % 16]} {English[i / 16 % 16]} corpus {i}",
        descriptionKo = $"{Korean[i / 7 % 16]} 분야의 자료를 모아 정제하고 검수한 학습용 데이터입니다. 권: {i % 97}.",
        descriptionEn = $"Training data of the field {English[i / 7 % 16]}, cleaned and reviewed; volume {i % 97}.",
        modalities = Modalities[i % 4],
        languages = i % 3 == 0 ? new[] { "ko", "en" } : ["ko"],
        domains = new[] { English[i % 16] },
        provider = $"provider-{i % Providers}",
        acquisition = Acquisitions[i / 3 % 4],
        sensitivity = Sensitivities[i / 5 % 3],
        publish = "1.0",
        versions = new[] { new { number = "1.0", notes = "첫 배포본", distributions = new[] { new { name = "data.jsonl", location = $"bench/{i}/data.jsonl", mediaType = "application/x-ndjson", bytes = 1000L + i, sha256 = i.ToString("x64", CultureInfo.InvariantCulture) } } } },
    };

    private static object Agreement(int i, DateOnly today) => new
    {
        kind = "agreement",
        number = $"B-{i}",
        titleKo = $"이용허락 계약 {i}",
        licensor = $"provider-{i % Providers}",
        startsOn = Day(today.AddDays(-400)),
        endsOn = Day(today.AddDays((i % 1000) - 20)),
        noticePeriod = "P30D",
        payments = new[] { new { dueOn = Day(today.AddDays((i % 700) - 10)), amount = 1_000_000, currency = "KRW" } },
    };

    private static object Contract(int i, int datasets, DateOnly today) => new
    {
        kind = "agreement",
        number = $"T-{i}",
        titleKo = $"이용허락 계약 {i}",
        licensor = "provider-0",
        signedOn = Day(today.AddDays(-60)),
        startsOn = Day(today.AddDays(-60)),
        endsOn = Day(today.AddDays(400 + i)),
        datasets = Enumerable.Range(0, datasets).Where(d => d % Contracts == i).Select(Key),
        terms = JsonDocument.Parse(Terms).RootElement,
    };

    private static string Key(int i) => string.Create(CultureInfo.InvariantCulture, $"dataset-{i:D7}");

    private static string Day(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}
