using System.Net;
using System.Text.Json;
using DataCatalog.Server.Tests.Support;
using DataCatalog.Storage;
using DataCatalog.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Server.Tests.Api;

/// <summary>Reads of every set, on both databases.</summary>
public abstract class ReadTests(string provider, Worlds worlds, PostgresServer server) : ApiTests(provider, worlds, server)
{
    public static TheoryData<string> Sets { get; } =
    [
        "Organisations", "Datasets", "Licences", "Agreements", "Programmes", "BudgetLines", "Consortia", "FoundationModels", "Entitlements", "Alerts", "Subscriptions", "Deliveries", "ApiKeys",
    ];

    [Theory]
    [MemberData(nameof(Sets))]
    public async Task Set_ReadInEveryWay(string set)
    {
        if (set == "Subscriptions") await SubscribedAsync();
        Answer list = await Admin.GetAsync($"/odata/{set}?$count=true&$top=3");
        Assert.Equal($"{World.Service.Address}odata/$metadata#{set}", list["@odata.context"].GetString());
        Assert.True(int.Parse((await Admin.GetAsync($"/odata/{set}/$count")).OfStatus(HttpStatusCode.OK).Text, System.Globalization.CultureInfo.InvariantCulture) >= list.Rows.Count);
        if (set == "Deliveries") return;
        string id = list.Rows[0].GetProperty("Id").GetString()!;
        Answer byKey = (await Admin.GetAsync($"/odata/{set}({id})")).OfStatus(HttpStatusCode.OK);
        Assert.Equal(id, byKey.Id);
        Assert.Equal($"W/\"{byKey["RowVersion"]}\"", byKey.ETag);
        Assert.Equal(byKey.Text, (await Admin.GetAsync($"/odata/{set}/{id}")).Text);
        (await Admin.GetAsync($"/odata/{set}(00000000-0000-0000-0000-000000000009)")).OfStatus(HttpStatusCode.NotFound);
        (await Admin.GetAsync($"/odata/{set}(rubbish)")).OfStatus(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task AuditEvents_ReadBySequence()
    {
        Answer list = await World.Roles["auditor"].GetAsync("/odata/AuditEvents?$orderby=Sequence desc&$top=2&$filter=Action eq 'dataset.registered'");
        Assert.Equal(2, list.Rows.Count);
        long sequence = list.Rows[0].GetProperty("Sequence").GetInt64();
        Assert.Equal(sequence, (await World.Roles["auditor"].GetAsync($"/odata/AuditEvents({sequence})"))["Sequence"].GetInt64());
    }

    [Theory]
    [InlineData("Key eq 'shared-corpus'")]
    [InlineData("Key in ('shared-corpus','nothing')")]
    [InlineData("Modalities/any(m: m eq 'audio') and Modalities/any(m: m eq 'text')")]
    [InlineData("Licences/any(l: l/Key eq 'LicenseRef-world')")]
    [InlineData("Licences/any(l: l/AsStated eq 'as stated')")]
    [InlineData("Licences/any() and Provider/Key eq 'hanbit'")]
    [InlineData("Versions/any(v: v/Text/Tokens gt 4) and startswith(Key,'shared')")]
    [InlineData("contains(Key,'red-cor') and year(RegisteredAt) gt 2020")]
    [InlineData("tolower(Key) eq 'shared-corpus' and length(Key) eq 13")]
    [InlineData("endswith(Key,'corpus') and not startswith(Key,'hidden')")]
    [InlineData("indexof(Key,'corpus') eq 7 and substring(Key,0,6) eq 'shared'")]
    [InlineData("concat(Key,'!') eq 'shared-corpus!' and trim(Key) eq 'shared-corpus'")]
    [InlineData("date(RegisteredAt) gt 2020-01-01 and toupper(Key) eq 'SHARED-CORPUS'")]
    [InlineData("TitleKo eq '한국어 뉴스 말뭉치' and Key eq 'shared-corpus' and CollectedFrom eq null")]
    [InlineData("Modalities/all(m: m ne 'video') and Key eq 'shared-corpus'")]
    public async Task Filter_FindsTheOne(string filter) =>
        Assert.Equal(["shared-corpus"], (await Admin.GetAsync($"/odata/Datasets?$filter={Uri.EscapeDataString(filter)}&$select=Key")).Column("Key"));

    [Theory]
    [InlineData("TitleEn")]
    [InlineData("TitleEn desc")]
    [InlineData("CollectedFrom,Key desc")]
    [InlineData("CollectedFrom desc,TitleEn")]
    [InlineData("DescriptionEn desc,RegisteredAt")]
    public async Task OrderBy_NullsFirst_LikeInMemory(string order)
    {
        Answer answer = await Admin.GetAsync($"/odata/Datasets?$orderby={order}&$filter=contains(TitleKo,'음성')&$select=Key,{order.Replace(" desc", "", StringComparison.Ordinal)}");
        string[] keys = order.Split(',');
        IOrderedEnumerable<JsonElement>? expected = null;
        foreach (string key in keys)
        {
            string name = key.Split(' ')[0];
            string? Value(JsonElement row) => row.GetProperty(name).GetString();
            bool descending = key.EndsWith("desc", StringComparison.Ordinal);
            expected = expected is null
                ? descending ? answer.Rows.OrderByDescending(Value, StringComparer.Ordinal) : answer.Rows.OrderBy(Value, StringComparer.Ordinal)
                : descending ? expected.ThenByDescending(Value, StringComparer.Ordinal) : expected.ThenBy(Value, StringComparer.Ordinal);
        }

        string Shown(JsonElement row) => string.Join('|', keys.Select(k => row.GetProperty(k.Split(' ')[0]).ToString()));
        Assert.Equal(expected!.Select(Shown), answer.Rows.Select(Shown));
        Assert.Equal(12, answer.Rows.Count);
    }

    [Fact]
    public async Task Select_ShowsOnlyThose()
    {
        JsonElement row = (await Admin.GetAsync("/odata/Datasets?$select=Key,Status&$top=1")).Rows.Single();
        Assert.Equal(["Key", "Status"], row.EnumerateObject().Select(p => p.Name).Where(n => !n.StartsWith('@')).Order());
    }

    [Fact]
    public async Task Expand_NestedOptions_LikeTheDatabase()
    {
        Answer answer = await Admin.GetAsync("/odata/Agreements?$filter=Number eq 'AGREEMENT-A'&$expand=Licensor($select=Key),Datasets($select=Key;$filter=Status eq 'Available';$orderby=Key desc;$top=5),Payments,Terms($select=Version),Parties,Documents");
        JsonElement agreement = answer.Rows.Single();
        Assert.Equal("hanbit", agreement.GetProperty("Licensor").GetProperty("Key").GetString());
        Assert.Equal(["shared-corpus"], agreement.GetProperty("Datasets").EnumerateArray().Select(d => d.GetProperty("Key").GetString()));
        Assert.Equal(await World.Service.ReadAsync(db => db.Agreements.Where(a => a.Number == "AGREEMENT-A").SelectMany(a => a.Payments).CountAsync(TestContext.Current.CancellationToken)), agreement.GetProperty("Payments").GetArrayLength());
        Assert.Equal(1, agreement.GetProperty("Terms")[0].GetProperty("Version").GetInt32());
    }

    [Fact]
    public async Task Expand_ThreeDeep_Whole()
    {
        Answer answer = await Admin.GetAsync("/odata/Datasets?$filter=Key eq 'shared-corpus'&$expand=Provider,Versions($expand=Distributions($filter=Bytes eq 5)),Licences($expand=Licence)");
        JsonElement dataset = answer.Rows.Single();
        Assert.Equal("a.zip", dataset.GetProperty("Versions")[0].GetProperty("Distributions")[0].GetProperty("Name").GetString());
        Assert.Equal("LicenseRef-world", dataset.GetProperty("Licences")[0].GetProperty("Licence").GetProperty("Key").GetString());
    }

    [Fact]
    public async Task Expand_NestedCount_IsOfTheFiltered()
    {
        JsonElement dataset = (await Admin.GetAsync("/odata/Datasets?$filter=Key eq 'shared-corpus'&$expand=Versions($count=true;$top=0)")).Rows.Single();
        Assert.Equal(1, dataset.GetProperty("Versions@odata.count").GetInt32());
        Assert.Equal(0, dataset.GetProperty("Versions").GetArrayLength());
    }

    [Fact]
    public async Task TopSkipCount_Agree()
    {
        const string Of = "/odata/Datasets?$filter=contains(TitleKo,'음성')&$orderby=Key&$select=Key";
        List<string?> all = (await Admin.GetAsync(Of)).Column("Key");
        Answer part = await Admin.GetAsync($"{Of}&$skip=3&$top=4&$count=true");
        Assert.Equal(all.Skip(3).Take(4), part.Column("Key"));
        Assert.Equal(12, part["@odata.count"].GetInt32());
        Assert.Empty((await Admin.GetAsync($"{Of}&$top=0")).Rows);
    }

    [Fact]
    public async Task Compute_AddsAColumn()
    {
        JsonElement row = (await Admin.GetAsync("/odata/Datasets?$compute=length(Key) as Long&$select=Key,Long&$filter=Key eq 'shared-corpus'")).Rows.Single();
        Assert.Equal(13, row.GetProperty("Long").GetInt32());
    }

    [Theory]
    [InlineData("Datasets?$apply=filter(contains(TitleKo,'음성'))/groupby((Acquisition),aggregate($count as N))", "Acquisition")]
    [InlineData("Datasets?$apply=filter(contains(TitleKo,'음성'))/groupby((Acquisition),aggregate($count as N,RegisteredAt with max as Last))", "Acquisition")]
    [InlineData("Agreements?$apply=groupby((PriceCurrency),aggregate(PriceAmount with sum as N))", "PriceCurrency")]
    [InlineData("Entitlements?$apply=groupby((ConsortiumId),aggregate($count as N))", "ConsortiumId")]
    [InlineData("Alerts?$apply=groupby((Kind),aggregate($count as N))", "Kind")]
    public async Task Apply_Groups(string query, string key)
    {
        List<JsonElement> groups = (await Admin.GetAsync("/odata/" + query)).Rows;
        Assert.NotEmpty(groups);
        Assert.Equal(groups.Count, groups.Select(g => g.GetProperty(key).ToString()).Distinct().Count());
        Assert.All(groups, g => Assert.True(g.GetProperty("N").GetDecimal() > 0));
    }

    [Fact]
    public async Task Apply_SumIsTheDatabases()
    {
        decimal sum = (await Admin.GetAsync($"/odata/Agreements({World.AgreementA})/Payments?$apply=groupby((Currency),aggregate(Amount with sum as Total))")).Rows.Single().GetProperty("Total").GetDecimal();
        Assert.Equal(5m, sum);
        Answer counted = await Admin.GetAsync("/odata/Datasets?$apply=filter(contains(TitleKo,'음성'))/aggregate($count as N,Acquisition with countdistinct as Kinds)");
        Assert.Equal((12, 2), (counted.Rows[0].GetProperty("N").GetInt32(), counted.Rows[0].GetProperty("Kinds").GetInt32()));
    }

    [Theory]
    [InlineData("Datasets?$apply=groupby((Key))")]
    [InlineData("Datasets?$apply=expand(Versions,filter(Number eq '1'))")]
    [InlineData("Organisations?$apply=aggregate($count as N)")]
    [InlineData("Datasets?$apply=aggregate(Versions($count as N))")]
    [InlineData("Datasets?$apply=topcount(1,RegisteredAt)")]
    [InlineData("Datasets?$apply=identity")]
    [InlineData("Datasets?$apply=compute(length(Key) as L)")]
    public async Task Apply_OutsideTheGrammar_Refused(string query) => (await Admin.GetAsync("/odata/" + query)).OfStatus(HttpStatusCode.BadRequest);

    [Theory]
    [InlineData("$filter=1")]
    [InlineData("$filter=Key")]
    [InlineData("$filter=Nothing eq 1")]
    [InlineData("$filter=Key eq 1")]
    [InlineData("$filter=matchesPattern(Key,'a')")]
    [InlineData("$filter=Status has 'Available'")]
    [InlineData("EndsWithin=91")]
    [InlineData("Modality=smell")]
    [InlineData("Status=available")]
    [InlineData("$deltatoken=rubbish")]
    [InlineData("$filter=Key eq 'a")]
    [InlineData("$filter=RegisteredAt gt 9999999999999999")]
    [InlineData("$filter=1 div 0 eq 1")]
    [InlineData("$filter=Status eq 'Nonsense'")]
    [InlineData("$orderby=Status")]
    [InlineData("$orderby=Provider/Key")]
    [InlineData("$orderby=Modalities")]
    [InlineData("$top=-1")]
    [InlineData("$top=x")]
    [InlineData("$skip=-1")]
    [InlineData("$skip=99999999999999999999")]
    [InlineData("$count=maybe")]
    [InlineData("$select=Nothing")]
    [InlineData("$expand=Nothing")]
    [InlineData("$expand=*")]
    [InlineData("$expand=Provider/$ref")]
    [InlineData("$levels=max")]
    [InlineData("$foo=1")]
    [InlineData("filter=1")]
    [InlineData("$Filter=Key eq 'a'")]
    [InlineData("$filter=Key eq 'a'&$filter=Key eq 'b'")]
    [InlineData("$skiptoken=rubbish")]
    [InlineData("$compute=Nothing as X")]
    [InlineData("$format=xml")]
    public async Task BadQuery_Refused(string query)
    {
        Answer answer = await Admin.GetAsync("/odata/Datasets?" + query);
        Assert.True((int)answer.Status is 400 or 406 or 415, $"{query}: {(int)answer.Status} {answer.Text}");
    }

    [Fact]
    public async Task OneRow_TakesSelectAndExpandOnly() =>
        (await Admin.GetAsync($"/odata/Datasets({World.Shared})?$filter=Key eq 'a'")).Refused(400, "bad-query");

    private async Task SubscribedAsync() =>
        (await Admin.PostAsync("/odata/Subscriptions", new { Name = "me", Channel = "InApp", Pace = "Immediate", Language = "en" })).OfStatus(HttpStatusCode.Created);
}

public sealed class SqliteReadTests(Worlds worlds, PostgresServer server) : ReadTests(StorageOptions.Sqlite, worlds, server);

public sealed class PostgresReadTests(Worlds worlds, PostgresServer server) : ReadTests(StorageOptions.Postgres, worlds, server);
