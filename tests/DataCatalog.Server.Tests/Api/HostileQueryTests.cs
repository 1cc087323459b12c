using System.Diagnostics;
using System.Text.Json;
using CsCheck;
using DataCatalog.Server.Api;
using DataCatalog.Server.Tests.Support;
using DataCatalog.Storage;
using DataCatalog.TestSupport;
using Microsoft.OData.Edm;

namespace DataCatalog.Server.Tests.Api;

/// <summary>Generated queries, from the model and then mutated: none breaks the service, and each answer is whole.</summary>
public sealed class HostileQueryTests(Worlds worlds, PostgresServer server) : ApiTests(StorageOptions.Sqlite, worlds, server)
{
    private const string Seed = "0000KoreanAI";
    private const int Queries = 20_000;
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(55);
    private static readonly string[] Noise = ["'", "(", ")", "/", " and ", " not ", "%00", "%F0%9F%98%80", ",", "$", "null", "-1", "9999999999999999999", "&$top=1", ";", "@p", "한", "*", "\\", "eq", "{", "]"];

    [Fact]
    public async Task Generated_AnsweredOrRefused()
    {
        var watch = Stopwatch.StartNew();
        int done = 0;
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {Seed}");
        var random = PCG.Parse(Seed);
        Gen<string> queries = QueryGen();
        await Parallel.ForEachAsync(Enumerable.Range(0, 4), TestContext.Current.CancellationToken, async (_, _) =>
        {
            while (Interlocked.Increment(ref done) <= Queries && watch.Elapsed < Most) await HoldAsync(Next());
        });
        TestContext.Current.TestOutputHelper?.WriteLine($"{Math.Min(done, Queries)} queries in {watch.Elapsed}");

        string Next()
        {
            lock (random) return queries.Generate(random, null, out Size _);
        }
    }

    private async Task HoldAsync(string query)
    {
        long from = Stopwatch.GetTimestamp();
        Answer answer = await Admin.GetAsync("/odata/" + query);
        Assert.True(Stopwatch.GetElapsedTime(from) < TimeSpan.FromSeconds(3), $"{query} took {Stopwatch.GetElapsedTime(from)}");
        Assert.True((int)answer.Status < 500, $"{query}: {(int)answer.Status} {answer.Text}");
        if (answer.Headers.TryGetValue("Content-Type", out string? type) && type.Contains("json", StringComparison.Ordinal)) Assert.NotEqual(JsonValueKind.Undefined, answer.Body.ValueKind);
    }

    private static Gen<string> QueryGen()
    {
        IEdmEntitySet[] sets = [.. EdmModels.Staff.EntityContainer.EntitySets()];
        Gen<string> valid = Gen.Int[0, sets.Length - 1].SelectMany(i => QueryOf(sets[i]));
        Gen<string> mutated = Gen.Select(valid, Gen.Int[0, 200], Gen.Int[0, Noise.Length - 1], Gen.Int[0, 6]).Select((query, at, noise, cut) =>
        {
            int place = Math.Min(query.Length, query.IndexOf('?', StringComparison.Ordinal) + 1 + at);
            return query[..place] + Noise[noise] + query[Math.Min(query.Length, place + cut)..];
        });
        return Gen.Frequency((1, valid), (3, mutated));
    }

    private static Gen<string> QueryOf(IEdmEntitySet set)
    {
        string[] names = [.. set.EntityType.StructuralProperties().Select(p => p.Name)];
        string[] parts = [.. set.EntityType.NavigationProperties().Select(p => p.Name), names[0]];
        Gen<string> name = Pick(names), part = Pick(parts);
        Gen<string> literal = Pick(["'a'", "1", "1.5", "null", "true", "2026-01-01", "2026-01-01T00:00:00Z", "01a20bdb-5c73-74aa-9fc2-b84a0bf066fe", "'한국어'", "'%25'"]);
        Gen<string> plain = Gen.Select(name, Pick(["eq", "ne", "gt", "le", "has", "in"]), literal).Select((n, o, l) => o == "in" ? $"{n} in ({l},{l})" : $"{n} {o} {l}");
        Gen<string> call = Gen.Select(Pick(["contains", "startswith", "endswith", "indexof", "concat"]), name, literal).Select((f, n, l) => f is "indexof" or "concat" ? $"{f}({n},{l}) eq {l}" : $"{f}({n},{l})");
        Gen<string> one = Gen.Select(Pick(["length", "tolower", "year", "day", "floor", "round", "date", "trim"]), name, literal).Select((f, n, l) => $"{f}({n}) eq {l}");
        Gen<string> any = Gen.Select(Gen.OneOf(part, name), Pick(["any", "all"]), literal).Select((p, a, l) => $"{p}/{a}(x: x eq {l})");
        Gen<string> sum = Gen.Select(name, Pick(["add", "sub", "mul", "div", "mod"]), literal).Select((n, o, l) => $"{n} {o} {l} gt 1");
        Gen<string> term = Gen.OneOf(plain, call, one, any, sum);
        Gen<string> filter = Gen.Select(term, Pick([" and ", " or ", " and not ", "#"]), term).Select((a, o, b) => o == "#" ? a : $"{a}{o}({b})");
        Gen<string> option = Gen.OneOf(
            filter.Select(f => "$filter=" + f),
            Gen.Select(name, Gen.Bool, name).Select((a, d, b) => $"$orderby={a}{(d ? " desc" : "")},{b}"),
            Gen.Select(name, part).Select((n, p) => $"$select={n}&$expand={p}($filter={n} ne null;$top=2)"),
            filter.Select(f => $"$apply=filter({f})/aggregate($count as N)"),
            Gen.Select(name, name).Select((a, b) => $"$apply=groupby(({a}),aggregate({b} with max as M))"),
            Gen.Select(name, literal).Select((n, l) => $"$compute={n} add {l} as X&$select=X"),
            Gen.Int[-5, 20_000].Select(n => $"$top={n}&$skip={n}&$count=true"),
            literal.Select(l => $"$search={l} OR x*"));
        return Gen.Select(option, Gen.Int[0, 5], filter).Select((o, extra, f) => $"{set.Name}{(extra == 1 ? "/$count" : "")}?{o}{(extra == 2 && !o.StartsWith("$filter", StringComparison.Ordinal) ? "&$filter=" + f : "")}".Replace("#", "%23", StringComparison.Ordinal));
    }

    private static Gen<string> Pick(string[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);
}
