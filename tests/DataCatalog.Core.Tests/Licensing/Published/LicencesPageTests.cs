using System.Globalization;
using System.Text;
using DataCatalog.Core.Licensing.Odrl;
using DataCatalog.Core.Licensing.Published;

namespace DataCatalog.Core.Tests.Licensing.Published;

/// <summary>The table of docs/licences.md is made from the readings.</summary>
public sealed class LicencesPageTests
{
    private const string Begin = "<!-- begin: written by a test from the readings -->\n";
    private const string End = "<!-- end -->\n";

    /// <summary>Run with UPDATE_DOCS=1 to write the table anew.</summary>
    [Fact]
    public void Page_ListsEveryReading()
    {
        string? path = Page();
        if (path is null) Assert.Skip("the sources are not beside the tests");
        string page = File.ReadAllText(path);
        string expected = page[..(page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length)] + Table() + page[page.IndexOf(End, StringComparison.Ordinal)..];
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1") File.WriteAllText(path, page = expected);
        Assert.Equal(expected, page);
    }

    private static string Table()
    {
        var table = new StringBuilder("| licences | train | commercial | attribution | share-alike | derivatives | pass on | weights adapt | terms: train / serve / release / distribute |\n| --- | --- | --- | --- | --- | --- | --- | --- | --- |\n");
        foreach (IGrouping<string, LicenceReading> like in LicenceReadings.All.Where(r => !r.Key.StartsWith("LicenseRef-dpc-custom-", StringComparison.Ordinal) && !r.Key.StartsWith("LicenseRef-dpc-various-", StringComparison.Ordinal)).GroupBy(Row))
        {
            table.Append(CultureInfo.InvariantCulture, $"| {string.Join(", ", like.Select(r => r.Key))} {like.Key}\n");
        }

        return table.ToString();
    }

    private static string Row(LicenceReading reading)
    {
        LicenceFeature[] features = [LicenceFeature.Training, LicenceFeature.CommercialUse, LicenceFeature.Attribution, LicenceFeature.ShareAlike, LicenceFeature.Derivatives, LicenceFeature.Redistribution, LicenceFeature.WeightsAdapt];
        IEnumerable<string> cells = features.Select(f => reading[f]!).Select(f => (f.Value switch { true => "yes", false => "no", _ => "open" }) + (f.Interpretation ? "*" : ""));
        Policy policy = ReadyMadeTerms.Of(reading.Key)!;
        return $"| {string.Join(" | ", cells)} | {string.Join(" / ", new[] { "train", "offerService", "releaseWeights", "distribute" }.Select(a => Terms(policy, a)))} |";
    }

    private static string Terms(Policy policy, string action)
    {
        Rule[] about = [.. policy.Rules.Where(r => r.Actions.Any(a => a.Iri == LicenceActions.Iri(action)))];
        if (about.Any(r => r.Kind == RuleKind.Prohibition && r.Constraints.Count == 0)) return "no";
        Rule? permit = about.FirstOrDefault(r => r.Kind == RuleKind.Permission);
        if (permit is null) return "unsaid";
        IEnumerable<string> limits = permit.Constraints.Cast<Comparison>().Select(c =>
            !c.LeftOperand.EndsWith("purpose", StringComparison.Ordinal) ? "some releases" : c.Right.Count == Purposes.AllAcademic.Count ? "research" : "non-commercial");
        return string.Join(", ", limits.DefaultIfEmpty("yes"));
    }

    private static string? Page()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "DataCatalog.sln"))) return Path.Combine(folder.FullName, "docs", "licences.md");
        }

        return null;
    }
}
