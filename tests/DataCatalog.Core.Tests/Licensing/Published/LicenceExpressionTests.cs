using System.Diagnostics;
using System.Globalization;
using CsCheck;
using DataCatalog.Core.Common;
using DataCatalog.Core.Licensing.Published;

namespace DataCatalog.Core.Tests.Licensing.Published;

public sealed class LicenceExpressionTests
{
    private static readonly string[] Ids = [.. SpdxLicences.All.Select(l => l.Key!)];

    private static readonly Gen<LicenceExpression> Term = Gen.Select(Gen.OneOf([.. Ids.Where(i => !i.EndsWith('+')), "LicenseRef-KOGL-1", "DocumentRef-a.1:LicenseRef-b-2"]), Gen.Bool,
        Gen.OneOf<string?>(null, null, "Classpath-exception-2.0", "AdditionRef-KOGL-AI", "DocumentRef-d:AdditionRef-x"))
        .Select((id, later, with) => (LicenceExpression)new LicenceTerm(id, later && !id.Contains("LicenseRef", StringComparison.Ordinal), with));

    private static readonly Gen<LicenceExpression> Expression = Gen.Recursive<LicenceExpression>((depth, inner) => depth >= 4 ? Term : Gen.Frequency(
        (2, Term),
        (1, inner.Array[1, 3].Select(p => LicenceExpression.AllOf(p))),
        (1, inner.Array[1, 3].Select(p => LicenceExpression.AnyOf(p)))));

    [Fact]
    public void EveryIdentifierOfTheList_Parses()
    {
        Assert.Equal(727, Ids.Length);
        Assert.All(Ids, id =>
        {
            LicenceTerm term = Assert.IsType<LicenceTerm>(LicenceExpression.Parse(id));
            Assert.Equal(id, term.ToString());
            Assert.Equal(id, LicenceExpression.Parse(id.ToLowerInvariant()).ToString());
            Assert.Equal(id, LicenceExpression.Parse(id.ToUpperInvariant()).ToString());
        });
    }

    [Fact]
    public void EveryException_Parses() => Assert.All(SpdxExceptions.All, e => Assert.Equal("GPL-2.0-only WITH " + e, LicenceExpression.Parse("gpl-2.0-only with " + e.ToLowerInvariant()).ToString()));

    [Theory]
    [InlineData("MIT", "MIT")]
    [InlineData(" mit ", "MIT")]
    [InlineData("(MIT)", "MIT")]
    [InlineData("((MIT))", "MIT")]
    [InlineData("MIT AND (CC-BY-4.0 OR CC-BY-SA-4.0)", "MIT AND (CC-BY-4.0 OR CC-BY-SA-4.0)")]
    [InlineData("MIT and(cc-by-4.0\tor\ncc-by-sa-4.0)", "MIT AND (CC-BY-4.0 OR CC-BY-SA-4.0)")]
    [InlineData("MIT OR Apache-2.0 AND ISC", "MIT OR Apache-2.0 AND ISC")]
    [InlineData("MIT OR (Apache-2.0 AND ISC)", "MIT OR Apache-2.0 AND ISC")]
    [InlineData("(MIT OR Apache-2.0) AND ISC", "(MIT OR Apache-2.0) AND ISC")]
    [InlineData("(MIT AND ISC) AND 0BSD", "MIT AND ISC AND 0BSD")]
    [InlineData("GPL-2.0+", "GPL-2.0+")]
    [InlineData("Apache-2.0+ AND MIT", "Apache-2.0+ AND MIT")]
    [InlineData("GPL-2.0-or-later WITH Classpath-exception-2.0", "GPL-2.0-or-later WITH Classpath-exception-2.0")]
    [InlineData("GPL-3.0+ WITH GCC-exception-3.1 OR MIT", "GPL-3.0+ WITH GCC-exception-3.1 OR MIT")]
    [InlineData("LicenseRef-KOGL-1", "LicenseRef-KOGL-1")]
    [InlineData("DocumentRef-spdx-tool-1.2:LicenseRef-MIT-Style-2", "DocumentRef-spdx-tool-1.2:LicenseRef-MIT-Style-2")]
    [InlineData("LicenseRef-KOGL-3 WITH AdditionRef-KOGL-AI", "LicenseRef-KOGL-3 WITH AdditionRef-KOGL-AI")]
    [InlineData("LicenseRef-a WITH DocumentRef-b:AdditionRef-c", "LicenseRef-a WITH DocumentRef-b:AdditionRef-c")]
    public void Parse_WhatTheGrammarAllows(string text, string written) => Assert.Equal(written, LicenceExpression.Parse(text).ToString());

    [Theory]
    [InlineData("", "licence-expected", "1")]
    [InlineData("   ", "licence-expected", "4")]
    [InlineData("MIT AND", "licence-expected", "8")]
    [InlineData("AND MIT", "licence-expected", "1")]
    [InlineData("MIT OR OR ISC", "licence-expected", "8")]
    [InlineData("()", "licence-expected", "2")]
    [InlineData("+", "licence-expected", "1")]
    [InlineData("MIT ISC", "licence-operator-expected", "5")]
    [InlineData("MIT And ISC", "licence-operator-expected", "5")]
    [InlineData("GPL-2.0 +", "licence-operator-expected", "9")]
    [InlineData("GPL-2.0++", "licence-operator-expected", "9")]
    [InlineData("LicenseRef-a+", "licence-operator-expected", "13")]
    [InlineData("MIT (ISC)", "licence-operator-expected", "5")]
    [InlineData("(MIT) WITH Classpath-exception-2.0", "licence-operator-expected", "7")]
    [InlineData("(MIT", "licence-parenthesis-unmatched", "1")]
    [InlineData("MIT AND (ISC OR (0BSD)", "licence-parenthesis-unmatched", "9")]
    [InlineData("MIT)", "licence-parenthesis-unmatched", "4")]
    [InlineData("MIT/ISC", "licence-character", "4")]
    [InlineData("MIT, ISC", "licence-character", "4")]
    [InlineData("KOGL-1", "licence-unknown", "1")]
    [InlineData("MIT AND Unknown-1.0", "licence-unknown", "9")]
    [InlineData("licenseref-a", "licence-unknown", "1")]
    [InlineData("LicenseRef-", "licence-unknown", "1")]
    [InlineData("DocumentRef-:LicenseRef-a", "licence-unknown", "1")]
    [InlineData("DocumentRef-a:MIT", "licence-unknown", "1")]
    [InlineData("Classpath-exception-2.0", "licence-unknown", "1")]
    [InlineData("NOASSERTION", "licence-unknown", "1")]
    [InlineData("MIT WITH ISC", "licence-addition-unknown", "10")]
    [InlineData("MIT WITH LicenseRef-a", "licence-addition-unknown", "10")]
    [InlineData("MIT WITH", "licence-expected", "9")]
    [InlineData("MIT AND 공공누리", "licence-character", "9")]
    [InlineData("MIT AND \ud83d\ude00", "licence-character", "9")]
    [InlineData("MIT\u0000", "licence-character", "4")]
    public void Parse_WhatItDoesNot_RefusedWithPosition(string text, string code, string position)
    {
        DomainException refusal = Assert.Throws<DomainException>(() => LicenceExpression.Parse(text));
        Assert.Equal(code, refusal.Error.Code);
        Assert.Contains(position, refusal.Message, StringComparison.Ordinal);
        Assert.Contains(position, refusal.MessageIn(CultureInfo.GetCultureInfo("ko")), StringComparison.Ordinal);
        Assert.False(LicenceExpression.TryParse(text, out _));
    }

    [Fact]
    public void Text_ParsesBackToTheSame() => Expression.Sample(e => LicenceExpression.Parse(e.ToString()!).Equals(e), iter: 2000, threads: 1);

    [Fact]
    public void Canonical_SameWhateverTheOrder() => Gen.Select(Expression, Expression, Expression).Sample((a, b, c) =>
    {
        string one = LicenceExpression.AnyOf([LicenceExpression.AllOf([a, b]), c]).Canonical().ToString()!;
        string other = LicenceExpression.AnyOf([c, LicenceExpression.AllOf([b, a, b]), c]).Canonical().ToString()!;
        return one == other && LicenceExpression.Parse(one).Canonical().ToString() == one;
    }, iter: 1000, threads: 1);

    [Theory]
    [InlineData(50, true)]
    [InlineData(51, false)]
    public void Nesting_IsBounded(int depth, bool read)
    {
        string text = new string('(', depth) + "MIT" + new string(')', depth);
        if (read) Assert.Equal("MIT", LicenceExpression.Parse(text).ToString());
        else Assert.Equal("licence-expression-too-large", Assert.Throws<DomainException>(() => LicenceExpression.Parse(text)).Error.Code);
    }

    [Theory]
    [InlineData("(", 5000)]
    [InlineData("(", 1_000_000)]
    [InlineData("MIT AND ", 600)]
    [InlineData("MIT OR (", 500)]
    [InlineData("a", 1_000_000)]
    [InlineData(" ", 1_000_000)]
    public void Hostile_IsRefusedAtOnce(string piece, int times)
    {
        string text = string.Concat(Enumerable.Repeat(piece, times));
        long start = Stopwatch.GetTimestamp();
        DomainException refusal = Assert.Throws<DomainException>(() => LicenceExpression.Parse(text));
        Assert.True(refusal.Message.Length < 500);
        Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(1));
    }

    [Fact]
    public void Garbage_IsRefusedAndNothingElse() => Gen.String[Gen.Char["()+ -.:ANDORWITHandorwithMITLicenseRef가\u0000\ud800"], 0, 60].Sample(text =>
    {
        try
        {
            string written = LicenceExpression.Parse(text).ToString()!;
            return LicenceExpression.Parse(written).ToString() == written;
        }
        catch (DomainException refusal)
        {
            return refusal.Message.Length > 0;
        }
    }, iter: 20000, threads: 1);

    [Fact]
    public void Choices_AreBounded()
    {
        string[] alike = ["CC-BY-SA-4.0", "CC-BY-SA-3.0", "CC-BY-SA-2.0", "GPL-2.0-or-later", "GPL-3.0-or-later", "LGPL-2.1-or-later", "LGPL-3.0-or-later", "AGPL-3.0-or-later", "ODbL-1.0", "CC-BY-NC-SA-4.0"];
        string text = string.Join(" AND ", Enumerable.Range(0, 10).Select(i => $"({string.Join(" OR ", alike.Skip(i % 3))})"));
        long start = Stopwatch.GetTimestamp();
        try
        {
            ReadyMadeTerms.Of(text);
        }
        catch (DomainException refusal)
        {
            Assert.Equal("licence-expression-too-large", refusal.Error.Code);
        }

        Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(5));
    }
}
