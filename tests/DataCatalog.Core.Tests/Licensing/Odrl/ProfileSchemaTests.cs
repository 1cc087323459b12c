using System.Text.Json;
using DataCatalog.Core.Licensing.Odrl;
using DataCatalog.Core.Licensing.Odrl.JsonLd;
using DataCatalog.Core.Tests.Support;

namespace DataCatalog.Core.Tests.Licensing.Odrl;

/// <summary>Holds <c>schemas/odrl</c> and the code's vocabulary together.</summary>
public sealed class ProfileSchemaTests
{
    private static readonly OdrlVocabulary Vocabulary = OdrlVocabulary.Default;

    [Fact]
    public void Vocabulary_SaysWhatTheCodeSays()
    {
        using JsonDocument file = JsonDocument.Parse(File.ReadAllText(ProfileFiles("vocabulary.jsonld")));
        IReadOnlyList<LdNode> nodes = LdReader.Read(file.RootElement, (path, why) => new InvalidOperationException($"{path}: {why}"));
        Assert.Equal(
            Vocabulary.Actions.Where(a => IsOurs(a.Iri)).Select(a => $"{a.Iri} < {string.Join(' ', a.IncludedIn)}").Order(StringComparer.Ordinal),
            Of(nodes, "Action").Select(n => $"{n.Iri} < {string.Join(' ', n.Values(Iris.Odrl + "includedIn").OfType<LdReference>().Select(r => r.Node.Iri))}").Order(StringComparer.Ordinal));
        Assert.Equal(
            Vocabulary.LeftOperands.Select(o => o.Iri).Where(IsOurs).Order(StringComparer.Ordinal), Of(nodes, "LeftOperand").Select(n => n.Iri!).Order(StringComparer.Ordinal));
        Assert.All(nodes.Where(n => IsOurs(n.Iri!)), n => Assert.Equal(["en", "ko"], n.Values("http://www.w3.org/2004/02/skos/core#prefLabel").OfType<LdLiteral>().Select(l => l.Language)));
    }

    [Fact]
    public void Context_NamesWhatTheCodeNames()
    {
        using JsonDocument file = JsonDocument.Parse(File.ReadAllText(ProfileFiles("context.jsonld")));
        foreach (JsonProperty name in file.RootElement.GetProperty("@context").EnumerateObject())
        {
            string written = name.Value.GetString()!;
            Assert.Equal(written.StartsWith("ai:", StringComparison.Ordinal) ? Iris.Profile + written[3..] : written, LdContexts.Default.Term(name.Name));
        }

        Assert.All(Vocabulary.Actions.Select(a => a.Iri).Where(IsOurs), iri => Assert.True(file.RootElement.GetProperty("@context").TryGetProperty(iri[Iris.Profile.Length..], out _)));
    }

    private static IEnumerable<LdNode> Of(IEnumerable<LdNode> nodes, string type) => nodes.Where(n => n.Types.Contains(Iris.Odrl + type));

    private static bool IsOurs(string iri) => iri.StartsWith(Iris.Profile, StringComparison.Ordinal);

    private static string ProfileFiles(string name) => ProjectFiles.Find("schemas/odrl/" + name);
}
