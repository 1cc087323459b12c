using System.Globalization;
using System.Reflection;
using DataCatalog.Core.Common;
using DataCatalog.Core.Entitlements.UseCases;
using DataCatalog.Server.Api.Query;
using DataCatalog.Server.Hosting.Errors;

namespace DataCatalog.Server.Api.Export;

/// <summary><c>GET /export/{name}.csv</c>: a set or a report for spreadsheets.</summary>
public static class ExportEndpoint
{
    /// <summary>Names of the reports.</summary>
    public static IReadOnlyList<string> Reports { get; } = ["spending", "spending-lines", "unit-prices", "paid-unused", "bought-twice", "budget-standing", "exposure", "verdict-flips"];

    /// <summary>Maps the address.</summary>
    public static IEndpointConventionBuilder MapExport(this IEndpointRouteBuilder endpoints) => endpoints.MapGet("/export/{name}.csv", HandleAsync).DisableRequestTimeout();

    private static async Task HandleAsync(HttpContext context, string name, IRegistryDb db, CancellationToken cancellation)
    {
        if (ExportedSet.Find(name, db.Actor) is { } set) await SetAsync(context, set, db, cancellation);
        else await ReportAsync(context, name, cancellation);
    }

    // The first page is read before the answer begins, so that a query that cannot be answered is refused as elsewhere.
    private static async Task SetAsync(HttpContext context, ExportedSet set, IRegistryDb db, CancellationToken cancellation)
    {
        (IReadOnlyList<PropertyInfo> columns, IAsyncEnumerable<IReadOnlyList<object>> pages) = set.Read(context, db, cancellation);
        await using IAsyncEnumerator<IReadOnlyList<object>> page = pages.GetAsyncEnumerator(cancellation);
        bool more = await QueryFaults.AskAsync(context.Request, () => page.MoveNextAsync().AsTask());
        CsvWriter writer = await BeginAsync(context, set.Name, columns, cancellation);
        for (; more; more = await page.MoveNextAsync()) await writer.WriteAsync(page.Current, cancellation);
    }

    private static async Task ReportAsync(HttpContext context, string name, CancellationToken cancellation)
    {
        AskSpending spending = context.RequestServices.GetRequiredService<AskSpending>();
        Func<Task>? report = name.ToLowerInvariant() switch
        {
            "spending" => async () => await WriteAsync(await spending.ByAsync(Option("by"), cancellation)),
            "spending-lines" => async () => await WriteAsync(await spending.LinesAsync(cancellation)),
            "unit-prices" => async () => await WriteAsync(await spending.UnitPricesAsync(cancellation)),
            "paid-unused" => async () => await WriteAsync(await spending.PaidUnusedAsync(cancellation)),
            "bought-twice" => async () => await WriteAsync(await spending.BoughtTwiceAsync(cancellation)),
            "budget-standing" => async () => await WriteAsync(await spending.StandingAsync(cancellation)),
            "exposure" => async () => await WriteAsync((await spending.ExposureAsync(Day(Option("until")), context.RequestServices.GetRequiredService<TimeProvider>(), cancellation)).Periods),
            "verdict-flips" => async () => await WriteAsync(await context.RequestServices.GetRequiredService<ForeseeFlips>().HandleAsync(Number(Option("months")), cancellation)),
            _ => null,
        };
        if (report is null) throw new DomainException(ApiErrors.NoSuchAddress);
        await report();

        string? Option(string option) => context.Request.Query[option] is { Count: > 0 } values ? values[0] : null;

        async Task WriteAsync<T>(IReadOnlyList<T> rows)
            where T : class =>
            await (await BeginAsync(context, name, typeof(T).GetProperties(), cancellation)).WriteAsync(rows, cancellation);
    }

    private static async Task<CsvWriter> BeginAsync(HttpContext context, string name, IReadOnlyList<PropertyInfo> columns, CancellationToken cancellation)
    {
        context.Response.ContentType = "text/csv; charset=utf-8";
        context.Response.Headers.ContentDisposition = $"attachment; filename={name}.csv";
        var writer = new CsvWriter(context.Response.Body, columns);
        await writer.BeginAsync(cancellation);
        return writer;
    }

    private static DateOnly? Day(string? text) => text is null ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day
        : throw new DomainException(ApiErrors.BadQuery, "until", "write the day as 2026-12-31.");

    private static int? Number(string? text) => text is null ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number
        : throw new DomainException(ApiErrors.BadQuery, "months", "write a whole number.");
}
