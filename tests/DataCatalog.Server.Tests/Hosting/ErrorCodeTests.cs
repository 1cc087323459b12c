using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using DataCatalog.Core.Common;
using DataCatalog.Server.Hosting.Errors;

namespace DataCatalog.Server.Tests.Hosting;

/// <summary>Every error of the rules and of the service's edge is unique, speaks both languages, and is in docs/errors.md.</summary>
public sealed partial class ErrorCodeTests
{
    private static readonly List<ErrorCode> All =
    [
        .. new[] { typeof(ErrorCode).Assembly, typeof(ApiErrors).Assembly }.SelectMany(a => a.GetTypes())
            .SelectMany(t => t.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(f => f.FieldType == typeof(ErrorCode))
            .Select(f => (ErrorCode)f.GetValue(null)!)
            .OrderBy(e => e.Code, StringComparer.Ordinal),
    ];

    public static TheoryData<string> Codes => [.. All.Select(e => e.Code)];

    [Fact]
    public void Codes_AreUniqueAndMany()
    {
        Assert.True(All.Count > 20);
        Assert.Equal(All.Count, All.Select(e => e.Code).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Sentence_BothLanguagesAlike(string code)
    {
        ErrorCode error = All.First(e => e.Code == code);
        Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*$", error.Code);
        Assert.Equal(Placeholders(error.En), Placeholders(error.Ko));
        Assert.Contains(error.Ko, c => c is >= '가' and <= '힣');
        Assert.DoesNotContain(error.En, c => c is >= '가' and <= '힣');
        Assert.True(error.En.EndsWith('.') || error.En.EndsWith('}'), "a sentence ends, or leaves the end to its last value");
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Sentence_IsFilledInBothLanguages(string code)
    {
        ErrorCode error = All.First(e => e.Code == code);
        var refusal = new DomainException(error, "Field", "a", "b{0}", "c", "d", "e", "f");
        Assert.DoesNotContain("{1}", refusal.Message + refusal.MessageIn(CultureInfo.GetCultureInfo("ko-KR")), StringComparison.Ordinal);
        Assert.NotEqual(refusal.Message, refusal.MessageIn(CultureInfo.GetCultureInfo("ko-KR")));
        Assert.Equal(refusal.Message, refusal.MessageIn(CultureInfo.GetCultureInfo("fr-FR")));
    }

    /// <summary>Run with UPDATE_DOCS=1 to write the page anew.</summary>
    [Fact]
    public void Page_ListsEveryError()
    {
        string? path = DocsPage();
        if (path is null) Assert.Skip("the sources are not beside the tests");
        string expected = Page();
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1") File.WriteAllText(path, expected);
        Assert.Equal(expected, File.ReadAllText(path));
    }

    private static string Page()
    {
        var page = new StringBuilder("# Errors\n\nEvery refusal of the service carries one of these codes. Codes are stable and never used again for another meaning. Those of the kind `Start` are told to an operator whose service does not start, and to no caller.\n"
            + "`{0}`, `{1}`, … stand for the values of the case. This page is written by a test from the code.\n\n| code | kind | English | 한국어 |\n| --- | --- | --- | --- |\n");
        foreach (ErrorCode e in All) page.Append(CultureInfo.InvariantCulture, $"| `{e.Code}` | {e.Kind} | {e.En} | {e.Ko} |\n");
        return page.ToString();
    }

    private static string? DocsPage()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "DataCatalog.sln"))) return Path.Combine(folder.FullName, "docs", "errors.md");
        }

        return null;
    }

    private static List<string> Placeholders(string sentence) => [.. Placeholder().Matches(sentence).Select(m => m.Value).Distinct().Order()];

    [GeneratedRegex(@"\{[0-9]\}")]
    private static partial Regex Placeholder();
}
