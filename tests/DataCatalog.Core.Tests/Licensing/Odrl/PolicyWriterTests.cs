using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using DataCatalog.Core.Common;
using DataCatalog.Core.Licensing;
using DataCatalog.Core.Licensing.Odrl;
using DataCatalog.Core.Tests.Support;

namespace DataCatalog.Core.Tests.Licensing.Odrl;

public sealed class PolicyWriterTests
{
    [Fact]
    public void Write_IsCanonicalAndShort() => Assert.Equal(
        """{"@context":["http://www.w3.org/ns/odrl.jsonld",{"ai":"urn:datacatalog:odrl:"}],"@type":"Agreement","uid":"urn:p","conflict":"prohibit","dct:title":{"@language":"ko","@value":"뉴스 <b>"},"permission":[{"action":["ai:train","read"],"target":"urn:t","constraint":[{"leftOperand":"dateTime","operator":"lteq","rightOperand":{"@type":"xsd:date","@value":"2027-12-31"}},{"leftOperand":"spatial","operator":"odrl:neq","rightOperand":"KP"}],"ai:clause":{"ai:article":"3"}}]}""",
        Canonical("""
            {"permission":{"odrl:constraint":[{"operator":"neq","leftOperand":"odrl:spatial","rightOperand":["KP"]},{"leftOperand":"dateTime","operator":{"@id":"odrl:lteq"},"rightOperand":"2027-12-31"}],
              "action":["odrl:read","train"],"target":{"@id":"urn:t"},"clause":{"article":"3"}},"conflict":"prohibit","@id":"urn:p","type":"odrl:Agreement","dct:title":{"@value":"뉴스 <b>","@language":"ko"}}
            """));

    [Fact]
    public void Write_TheTestSuite_RoundTrips()
    {
        foreach (string file in TestSuite.Policies())
        {
            string json = File.ReadAllText(file);
            string once = PolicyWriter.Write(PolicyReader.Read(json, "", Strictness.Form));
            Assert.Equal(once, PolicyWriter.Write(PolicyReader.Read(once, "", Strictness.Form)));
            Assert.Equal(once, PolicyWriter.Write(PolicyReader.Read(Shuffled(json, 1), "", Strictness.Form)));
            Assert.Contains("\"dct:description\":", once, StringComparison.Ordinal);
        }
    }

    /// <summary>What is read from what was written is the same policy, member by member, but for the order of what has no order.</summary>
    [Fact]
    public void Write_GeneratedPolicies_RoundTrip() => AnyPolicy.All.Sample(policy =>
    {
        string once = PolicyWriter.Write(policy);
        Policy read = PolicyReader.Read(once);
        Assert.Equal(once, PolicyWriter.Write(read));
        Assert.Equal(Members.Of(policy), Members.Of(read));
    }, iter: 500);

    [Fact]
    public void Write_HowItWasSent_DoesNotMatter() => Gen.Select(AnyPolicy.All, Gen.Int[0, 1000]).Sample((policy, seed) =>
    {
        string once = PolicyWriter.Write(policy);
        Assert.Equal(PolicyWriter.Sha256(once), PolicyWriter.Sha256(PolicyReader.Read(Shuffled(once, seed))));
    }, iter: 500);

    [Fact]
    public void Read_AnyJson_AnswersOrRefuses() => AnyJson.Policies.Sample(json =>
    {
        using JsonDocument document = JsonDocument.Parse(json);
        try
        {
            (Policy _, string odrl) = TermsPolicy.Read(document.RootElement, "Odrl");
            return PolicyWriter.Write(PolicyReader.Read(odrl)) == odrl;
        }
        catch (DomainException refusal)
        {
            return (refusal.Error == LicensingErrors.OdrlInvalid || refusal.Error == LicensingErrors.TermsContradict) && refusal.Field!.StartsWith("Odrl", StringComparison.Ordinal);
        }
    }, iter: 10_000);

    private static string Canonical(string json) => PolicyWriter.Write(PolicyReader.Read(json));

    // Properties in another order, sets in another order; lists stay as they are.
    private static string Shuffled(string json, int seed)
    {
        var random = new Random(seed);
        return Mix(JsonNode.Parse(json, documentOptions: new JsonDocumentOptions { MaxDepth = 300 })!, random, keep: false)!.ToJsonString();
    }

    private static JsonNode? Mix(JsonNode? node, Random random, bool keep)
    {
        switch (node)
        {
            case JsonObject members:
                KeyValuePair<string, JsonNode?>[] pairs = [.. members];
                random.Shuffle(pairs);
                return new JsonObject(pairs.Select(p => KeyValuePair.Create(p.Key, Mix(p.Value, random, p.Key is "@list" or "@context"))));
            case JsonArray items:
                JsonNode?[] entries = [.. items];
                if (!keep) random.Shuffle(entries);
                return new JsonArray([.. entries.Select(e => Mix(e, random, keep))]);
            default: return node?.DeepClone();
        }
    }
}
