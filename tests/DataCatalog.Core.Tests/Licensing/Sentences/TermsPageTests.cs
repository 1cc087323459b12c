using System.Text.RegularExpressions;
using DataCatalog.Core.Licensing.Odrl;
using DataCatalog.Core.Licensing.Sentences;
using DataCatalog.Core.Licensing.ShortForm;
using DataCatalog.Core.Licensing.UseCheck;
using DataCatalog.Core.Tests.Licensing.ShortForm;
using DataCatalog.Core.Tests.Support;

namespace DataCatalog.Core.Tests.Licensing.Sentences;

/// <summary>Runs the examples of <c>docs/terms.md</c>, so that they stay true. With UPDATE_DOCS=1 the sentences are written anew.</summary>
public sealed partial class TermsPageTests
{
    private const string Programme = "urn:programme:independent-ai-foundation-model";

    private static readonly Dictionary<string, (string En, string Ko)> Names = new(StringComparer.Ordinal)
    {
        ["urn:consortium:naver-cloud"] = ("Naver Cloud", "네이버클라우드"),
        ["urn:consortium:upstage"] = ("Upstage", "업스테이지"),
        ["urn:consortium:nc-ai"] = ("NC AI", "NC AI"),
        ["urn:organisation:sample-broadcaster"] = ("Sample Broadcaster", "표본방송"),
        [Programme] = ("Independent AI Foundation Model", "독자 AI 파운데이션 모델"),
        ["urn:dataset:ko-dialogue-speech"] = ("Korean dialogue speech", "한국어 대화 음성"),
    };

    private static string Page => File.ReadAllText(ProjectFiles.Find("docs/terms.md"));

    [Fact]
    public void Sentences_AreThePages()
    {
        string page = Page;
        string expected = Example().Replace(page, match =>
        {
            Policy policy = Policy(match.Groups["terms"].Value);
            return $"```terms\n{match.Groups["terms"].Value}```\n\n```en\n{Told(policy, Language.English)}```\n\n```ko\n{Told(policy, Language.Korean)}```\n";
        });
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1") File.WriteAllText(ProjectFiles.Find("docs/terms.md"), expected);
        Assert.True(Example().Count(page) >= 4);
        Assert.Equal(expected, page);
    }

    [Fact]
    public void Answers_AreThePages()
    {
        int asked = 0;
        foreach (Match example in ExampleWithQuestions().Matches(Page))
        {
            Policy policy = Policy(example.Groups["terms"].Value);
            foreach (string row in example.Groups["rows"].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                string[] cells = [.. row.Trim('|').Split('|').Select(c => c.Trim())];
                Assert.Equal((row, cells[4]), (row, Ask(policy, cells).Verdict.ToString()));
                asked++;
            }
        }

        Assert.True(asked >= 20);
    }

    [Fact]
    public void Examples_CanBeWrittenBack()
    {
        foreach (Match example in Example().Matches(Page))
        {
            Policy policy = Policy(example.Groups["terms"].Value);
            Assert.Equal(PolicyDump.Of(policy), PolicyDump.Of(Policy(ShortTerms.Write(policy)!)));
        }
    }

    [Fact]
    public void Json_SaysTheSameAsTheText()
    {
        Policy json = ShortTerms.Read(Given.Json(JsonExample().Match(Page).Groups["json"].Value), "urn:test:p", RandomPolicies.Seoul);
        Policy text = Policy(Example().Match(Page).Groups["terms"].Value.Split('\n')[0]);
        Assert.Equal(PolicyDump.Of(text), PolicyDump.Of(json));
    }

    private static Decision Ask(Policy policy, string[] cells)
    {
        string[] known = cells[3].Split(';', StringSplitOptions.TrimEntries);
        FactSet facts = FactSet.Empty;
        foreach (Comparison fact in Policy($"permit use {known[0]}").Rules[0].Constraints.Cast<Comparison>()) facts = facts.With(fact.LeftOperand, fact.Right);
        foreach (string done in known.Where(k => k.StartsWith("done ", StringComparison.Ordinal))) facts = facts.WithDone(Iris.Odrl + done[5..]);
        string action = Policy($"permit {cells[1]}").Rules[0].Actions[0].Iri;
        string dataset = policy.Rules.SelectMany(r => r.Targets).Select(t => t.Iri).FirstOrDefault(i => i!.StartsWith("urn:dataset:", StringComparison.Ordinal)) ?? "urn:dataset:any";
        var question = new UseQuestion
        {
            Assignee = Iris.Consortium(cells[0]), AssigneeIn = [Programme], Action = action, Target = dataset, TargetIn = [Iris.Agreement("NEWS-2026-01")],
            At = new DateTimeOffset(DateOnly.ParseExact(cells[2], "yyyy-MM-dd"), new TimeOnly(12, 0), TimeSpan.FromHours(9)), Facts = facts,
        };
        return UseCheckEngine.Decide(question, [new Layer { Kind = LayerKind.Agreement, Source = "A-1", Sha256 = "", Terms = CompiledTerms.Compile(policy) }]);
    }

    private static string Told(Policy policy, Language language) =>
        string.Concat(PlainWords.Of(policy, language, iri => Names.TryGetValue(iri, out var name) ? language == Language.Korean ? name.Ko : name.En : null, RandomPolicies.Seoul).Select(s => s + "\n"));

    private static Policy Policy(string terms) => ShortTerms.Parse(terms, "urn:test:p", RandomPolicies.Seoul);

    [GeneratedRegex("```terms\n(?<terms>[^`]+)```\n\n```en\n[^`]*```\n\n```ko\n[^`]*```\n")]
    private static partial Regex Example();

    [GeneratedRegex("```terms\n(?<terms>[^`]+)```\n\n```en\n[^`]*```\n\n```ko\n[^`]*```\n\n\\| who [^\n]*\n\\|[^\n]*\n(?<rows>(\\|[^\n]*\n)+)")]
    private static partial Regex ExampleWithQuestions();

    [GeneratedRegex("```json\n(?<json>[^`]+)```")]
    private static partial Regex JsonExample();
}
