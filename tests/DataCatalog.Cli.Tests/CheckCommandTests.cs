using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace DataCatalog.Cli.Tests;

public sealed class CheckCommandTests : IDisposable
{
    private const string Type = "application/vnd.in-toto+json";

    private const string Statement = """
        {"_type":"https://in-toto.io/Statement/v1","subject":[{"name":"urn:dataset:a/1/a.zip","digest":{"sha256":"00"}}],"predicateType":"urn:datacatalog:clearance:v1",
        "predicate":{"verdict":"Permitted","model":"urn:model:m","consortium":"urn:consortium:c","at":"2026-11-24T00:00:00Z","audit":{"count":3,"hash":"ab"}}}
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("cli").FullName;
    private readonly StringWriter output = new();
    private readonly StringWriter errors = new();
    private readonly ECDsa pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public void Dispose()
    {
        pair.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("Permitted", ExitCodes.Done)]
    [InlineData("Prohibited", ExitCodes.No)]
    [InlineData("Undetermined", ExitCodes.No)]
    public async Task Check_SaysByItsExitCode(string verdict, int code)
    {
        await using FakeService service = await FakeService.StartAsync((_, _) =>
            $$"""{"Verdict":"{{verdict}}","HoldsUntil":null,"DecisionId":null,"MissingFacts":["spatial"],"Answers":[{"Dataset":"ko-news","Action":"train","Verdict":"{{verdict}}","Source":"A-1","HoldsUntil":null,"Sentences":["It is\u001b so."]}]}""");
        Assert.Equal(code, await RunAsync("check", "ko-news", "--action", "train", "--consortium", "upstage", "--territory", "KR", "--fact", "industry=education", "--open-weights", "--url", service.Url));
        JsonElement asked = JsonElement.Parse(service.Requests[0].Body);
        Assert.Equal("ko-news", asked.GetProperty("Datasets")[0].GetString());
        Assert.True(asked.GetProperty("OpenWeights").GetBoolean());
        Assert.Equal("education", asked.GetProperty("Facts")[0].GetProperty("Values")[0].GetString());
        Assert.Contains("ko-news\ttrain\t" + verdict + "\tA-1", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("It is  so.", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_Mix_ReadsKeysFromAFileAndSaysWhatToLeaveOut()
    {
        await using FakeService service = await FakeService.StartAsync((_, _) =>
            """{"Verdict":"Prohibited","HoldsUntil":null,"MissingFacts":[],"LeaveOut":["b"],"Conflicts":[],"Parts":[{"Dataset":"a","Action":"train","Verdict":"Permitted"},{"Dataset":"b","Action":"train","Verdict":"Prohibited"}]}""");
        Assert.Equal(ExitCodes.No, await RunAsync("check", "--mix", "--from-file", Write("keys", "a\n\n b \n"), "--action", "train", "--url", service.Url));
        Assert.StartsWith("/odata/CheckMix", service.Requests[0].Path, StringComparison.Ordinal);
        Assert.Equal(["a", "b"], JsonElement.Parse(service.Requests[0].Body).GetProperty("Datasets").EnumerateArray().Select(d => d.GetString()));
        Assert.Contains("leave out\tb", output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("check", "--action", "train")]
    [InlineData("check", "a", "--fact", "industry")]
    [InlineData("check", "--from-file", "nowhere")]
    [InlineData("verify", "nowhere.json", "--key", "nowhere.pem")]
    [InlineData("verify", "nowhere.json")]
    public async Task WrongCommandLine_IsUsage(params string[] arguments) => Assert.Equal(ExitCodes.Usage, await RunAsync(arguments));

    [Fact]
    public async Task Verify_Offline_HoldsForTheRightKeyOnly()
    {
        string key = Write("key.pem", pair.ExportSubjectPublicKeyInfoPem());
        using var stranger = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        string other = Write("other.pem", stranger.ExportSubjectPublicKeyInfoPem());
        string file = Write("clearance.json", Envelope(Statement, Statement));
        Assert.Equal(ExitCodes.Done, await RunAsync("verify", file, "--key", key));
        Assert.Contains("VALID: Permitted for urn:model:m", output.ToString(), StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Done, await RunAsync("verify", file, "--key", other, "--key", key));
        Assert.Equal(ExitCodes.No, await RunAsync("verify", file, "--key", other));
        Assert.Equal(ExitCodes.Usage, await RunAsync("verify", file, "--key", file));
    }

    [Fact]
    public async Task Verify_Tampered_IsRefused()
    {
        string key = Write("key.pem", pair.ExportSubjectPublicKeyInfoPem());
        string good = Envelope(Statement, Statement);
        string[] bad =
        [
            Envelope(Statement, Statement.Replace("urn:model:m", "urn:model:n", StringComparison.Ordinal)),
            good.Replace(Type, "application/json", StringComparison.Ordinal),
            Envelope("{}", "{}"),
            Envelope(Statement.Replace("clearance:v1", "clearance:v2", StringComparison.Ordinal), Statement.Replace("clearance:v1", "clearance:v2", StringComparison.Ordinal)),
            """{"payloadType":"application/vnd.in-toto+json","payload":"e30=","signatures":[]}""",
            "[]", "not json", "",
        ];
        foreach (string envelope in bad) Assert.Equal(ExitCodes.No, await RunAsync("verify", Write("bad.json", envelope), "--key", key));
    }

    [Fact]
    public async Task Keys_WritesEachToItsFile()
    {
        string id = new('a', 64);
        await using FakeService service = await FakeService.StartAsync((_, _) => $$"""{"value":[{"KeyId":"{{id}}","PublicKey":"-----BEGIN PUBLIC KEY-----","RetiredAt":null}]}""");
        Assert.Equal(ExitCodes.Done, await RunAsync("keys", "--out", folder, "--url", service.Url));
        Assert.StartsWith("-----BEGIN", File.ReadAllText(Path.Combine(folder, id + ".pem")), StringComparison.Ordinal);
        await using FakeService hostile = await FakeService.StartAsync((_, _) => """{"value":[{"KeyId":"../../evil","PublicKey":"x","RetiredAt":null}]}""");
        Assert.Equal(ExitCodes.Unreachable, await RunAsync("keys", "--out", folder, "--url", hostile.Url));
    }

    private string Envelope(string signed, string sent)
    {
        byte[] payload = Encoding.UTF8.GetBytes(signed);
        byte[] encoded = [.. Encoding.UTF8.GetBytes($"DSSEv1 {Type.Length} {Type} {payload.Length} "), .. payload];
        string signature = Convert.ToBase64String(pair.SignData(encoded, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
        return $$"""{"payloadType":"{{Type}}","payload":"{{Convert.ToBase64String(Encoding.UTF8.GetBytes(sent))}}","signatures":[{"keyid":"k","sig":"{{signature}}"}]}""";
    }

    private Task<int> RunAsync(params string[] arguments) => CatalogCommand.RunAsync(arguments, output, errors, TestContext.Current.CancellationToken);

    private string Write(string name, string text)
    {
        string file = Path.Combine(folder, name);
        File.WriteAllText(file, text);
        return file;
    }
}
