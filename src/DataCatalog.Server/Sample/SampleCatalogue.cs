using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using DataCatalog.Core.Common;
using DataCatalog.Core.Import;
using DataCatalog.Core.Licensing;
using DataCatalog.Core.Licensing.UseCases;
using DataCatalog.Interop.Rows;
using Microsoft.EntityFrameworkCore;
using Calendar = DataCatalog.Core.Common.Calendar;

namespace DataCatalog.Server.Sample;

/// <summary>A catalogue to look at: real datasets as facts, made-up agreements marked as samples. It comes in by the same door as any import.</summary>
public static partial class SampleCatalogue
{
    private static readonly (string File, string Format)[] Files =
    [
        ("organisations.jsonl", "jsonl"), ("licences.jsonl", "jsonl"), ("programme.json", "programme"), ("datasets.jsonl", "jsonl"), ("agreements.jsonl", "jsonl"),
        ("entitlements.jsonl", "jsonl"),
    ];

    /// <summary>Loads the sample unless the registry holds any dataset or agreement already; its dates count from today.</summary>
    /// <param name="db">The registry, on behalf of one who may import.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="calendar">The programme's days.</param>
    /// <param name="cancellation">Gives up; nothing is loaded then.</param>
    /// <returns>The numbers, or null where nothing was loaded.</returns>
    /// <exception cref="InvalidOperationException">The registry refused a row of the sample.</exception>
    public static Task<ImportSummary?> LoadAsync(IRegistryDb db, TimeProvider clock, Calendar calendar, CancellationToken cancellation) => db.WriteAsync(
        async token =>
        {
            if (await db.Datasets.AnyAsync(token) || await db.Agreements.AnyAsync(token)) return (ImportSummary?)null;
            var summary = new ImportSummary();
            foreach ((string file, string format) in Files) await LoadAsync(db, clock, file, format, calendar.Today, summary, token);
            await ExemptAsync(db, clock, calendar.Today, token);
            return summary;
        },
        cancellation);

    private static async Task LoadAsync(
        IRegistryDb db, TimeProvider clock, string file, string format, DateOnly today, ImportSummary summary, CancellationToken cancellation)
    {
        using Stream body = Open(file, today);
        IAsyncEnumerable<ImportRow> rows = ImportFormats.Reader(format)!.ReadAsync(body, cancellation);
        await foreach (ImportOutcome outcome in new ImportRecords(db, clock).RunAsync(rows, new ImportOptions { Source = "sample catalogue" }, cancellation))
        {
            if (outcome.Error is { } error) throw new InvalidOperationException($"{file}, line {outcome.Line}: {error.Field} {error.En}");
            summary.Count(outcome);
        }
    }

    // No import format has exemptions: there are few, and each is written by hand.
    private static async Task ExemptAsync(IRegistryDb db, TimeProvider clock, DateOnly today, CancellationToken cancellation)
    {
        Guid programme = await db.Programmes.Select(p => p.Id).SingleAsync(cancellation);
        List<Guid> licences = await db.Licences.Where(l => l.Key == "LicenseRef-KOGL-1" || l.Key == "LicenseRef-KOGL-3").Select(l => l.Id).ToListAsync(cancellation);
        var input = new ExemptionInput
        {
            Key = "sample-public-works", NameKo = "표본: 공공저작물 학습 특례", NameEn = "Sample: public works for training", LegalBasis = "규제특례 의결(표본) / A regulatory sandbox decision (sample)",
            Conditions = "출처를 간이 표시하고, 이용 사실을 알리고, 책임보험에 가입한다. / Simplified attribution, notice of use, liability insurance.",
            StartsOn = today.AddDays(-60), EndsOn = today.AddDays(670), ProgrammeIds = [programme], LicenceIds = licences,
        };
        var terms = new TermsInput { Short = "permit train, evaluate provided attribute, inform" };
        await new RegisterExemption(db, clock).HandleAsync(input, terms, cancellation);
    }

    private static MemoryStream Open(string file, DateOnly today)
    {
        using Stream resource = typeof(SampleCatalogue).Assembly.GetManifestResourceStream($"DataCatalog.Server.Sample.{file}")!;
        using var reader = new StreamReader(resource);
        string text = RelativeDay().Replace(reader.ReadToEnd(), match => Day(match, today));
        return new MemoryStream(Encoding.UTF8.GetBytes(text));
    }

    private static string Day(Match match, DateOnly today) =>
        $"\"{today.AddDays(int.Parse(match.Groups[1].ValueSpan, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}\"";

    [GeneratedRegex("\"@([+-][0-9]{1,4})\"", RegexOptions.NonBacktracking)]
    private static partial Regex RelativeDay();
}
