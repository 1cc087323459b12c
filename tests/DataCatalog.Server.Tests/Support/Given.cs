namespace DataCatalog.Server.Tests.Support;

/// <summary>Makes rows through the API, as an officer would; texts are made up.</summary>
public sealed class Given(ApiClient client)
{
    private static int numbers;

    public static string Unique(string stem) => $"{stem}-{Interlocked.Increment(ref numbers)}";

    /// <summary>The programme's day, some days from today.</summary>
    public static string Day(int fromToday) =>
        DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().AddHours(9).AddDays(fromToday).DateTime).ToString("O", System.Globalization.CultureInfo.InvariantCulture);

    public async Task<Answer> OrganisationAsync(string? key = null) =>
        await MadeAsync("Organisations", new { Key = key ?? Unique("org"), NameKo = "한빛 방송", NameEn = "Hanbit Broadcasting", Kind = "Company", Country = "KR" });

    public async Task<Answer> LicenceAsync(string? key = null) => await MadeAsync("Licences", new { Key = key ?? Unique("LicenseRef-x"), NameEn = "Made-up licence", NameKo = "가상 라이선스" });

    public async Task<Answer> ProgrammeAsync(string? key = null) =>
        await MadeAsync("Programmes", new { Key = key ?? Unique("programme"), NameEn = "Sovereign model", BudgetAmount = 1000, BudgetCurrency = "KRW" });

    public async Task<Answer> BudgetLineAsync(string programme) =>
        await MadeAsync("BudgetLines", new { ProgrammeId = programme, NameEn = "Data", Category = "Data", Phase = 1, Amount = 500, Currency = "KRW" });

    public async Task<Answer> ConsortiumAsync(string programme, string lead, string? key = null) =>
        await MadeAsync("Consortia", new { Key = key ?? Unique("consortium"), ProgrammeId = programme, NameEn = "Consortium", LeadId = lead, ActiveFrom = "2025-08-04", Members = new[] { new { OrganisationId = lead, Role = "data" } } });

    public async Task<Answer> ModelAsync(string consortium, string? key = null) =>
        await MadeAsync("FoundationModels", new { Key = key ?? Unique("model"), ConsortiumId = consortium, Name = "Model", Modalities = new[] { "text" }, Status = "InDevelopment" });

    /// <summary>A draft, with whatever else is laid over it.</summary>
    public async Task<Answer> DatasetAsync(string provider, object? more = null, string? key = null) => await MadeAsync("Datasets", Laid(Dataset(provider, key), more));

    /// <summary>A dataset that consortia can find.</summary>
    public async Task<Answer> AvailableAsync(string provider, object? more = null, string? key = null)
    {
        Answer made = await DatasetAsync(provider, Laid(new() { ["Version"] = Version() }, more), key);
        return (await client.PostAsync($"/odata/Datasets({made.Id})/Publish", new { Version = "1.0.0" })).OfStatus(System.Net.HttpStatusCode.OK);
    }

    public async Task<Answer> AgreementAsync(string licensor, string[] datasets, object? more = null) => await MadeAsync("Agreements", Laid(
        new()
        {
            ["Number"] = Unique("A"), ["TitleEn"] = "Supply of data", ["LicensorId"] = licensor, ["SignedOn"] = "2025-12-01", ["StartsOn"] = "2026-01-01", ["EndsOn"] = Day(365),
            ["NoticePeriod"] = "P30D", ["PriceAmount"] = 1000.5, ["PriceCurrency"] = "KRW", ["DatasetIds"] = datasets,
            ["Payments"] = new[] { new { DueOn = "2026-12-01", Amount = 5, Currency = "KRW" } }, ["Terms"] = new { Odrl = Odrl },
        },
        more));

    public async Task<Answer> EntitlementAsync(string dataset, string consortium, string agreement) =>
        await MadeAsync("Entitlements", new { DatasetId = dataset, ConsortiumId = consortium, AgreementId = agreement });

    public async Task<string> KeyAsync(string role, string? consortium = null, object? more = null) =>
        (await MadeAsync("ApiKeys", Laid(new() { ["Name"] = role, ["Roles"] = role.Split(','), ["ConsortiumId"] = consortium }, more)))["Secret"].GetString()!;

    public static Dictionary<string, object?> Dataset(string provider, string? key = null) => new()
    {
        ["Key"] = key ?? Unique("dataset"), ["TitleKo"] = "한국어 뉴스 말뭉치", ["TitleEn"] = "Korean news corpus", ["DescriptionKo"] = "신문 기사 모음", ["Modalities"] = new[] { "text" },
        ["Languages"] = new[] { "ko" }, ["Domains"] = new[] { "news" }, ["ProviderId"] = provider, ["Acquisition"] = "Licensed", ["Supply"] = new { BuiltUnder = "hidden-supply" },
    };

    public static Dictionary<string, object?> Version(string number = "1.0.0") => new()
    {
        ["Number"] = number, ["Text"] = new { Tokens = 5 },
        ["Distributions"] = new[] { new { Name = "a.zip", Location = "/store/a.zip", MediaType = "application/zip", Bytes = 5, Sha256 = new string('a', 64) } },
    };

    public static object Odrl { get; } = new Dictionary<string, object>
    {
        ["@context"] = "http://www.w3.org/ns/odrl.jsonld", ["@type"] = "Agreement", ["uid"] = "urn:example:terms", ["permission"] = new[] { new { action = "use", target = "urn:example:data" } },
    };

    /// <summary>One object over another, property by property.</summary>
    public static Dictionary<string, object?> Laid(Dictionary<string, object?> under, object? over)
    {
        Dictionary<string, object?> whole = new(under);
        IEnumerable<KeyValuePair<string, object?>> properties = over as Dictionary<string, object?> ?? over?.GetType().GetProperties().ToDictionary(p => p.Name, p => p.GetValue(over)) ?? [];
        foreach ((string name, object? value) in properties) whole[name] = value;
        return whole;
    }

    private async Task<Answer> MadeAsync(string set, object body) => (await client.PostAsync($"/odata/{set}", body)).OfStatus(System.Net.HttpStatusCode.Created);
}
