using DataCatalog.Core.Common;
using DataCatalog.Core.Import;
using DataCatalog.Interop.Rows;
using Microsoft.AspNetCore.Mvc;

namespace DataCatalog.Server.Api.Import;

/// <summary><c>POST /import/{format}</c>: rows in as they come, outcomes out as they are kept, nothing held whole.</summary>
public static class ImportEndpoint
{
    private const string OutcomesType = "application/x-ndjson";

    /// <summary>Adds what imports need.</summary>
    public static IServiceCollection AddImport(this IServiceCollection services) => services.AddScoped<ImportRecords>();

    /// <summary>Maps the address.</summary>
    public static IEndpointConventionBuilder MapImport(this IEndpointRouteBuilder endpoints) => endpoints
        .MapPost("/import/{format}", HandleAsync)
        .WithMetadata(new DisableRequestSizeLimitAttribute())
        .DisableRequestTimeout()
        .DisableAntiforgery();

    private static async Task HandleAsync(
        HttpContext context, string format, Actor actor, ImportRecords import, bool? dryRun, string? source, long? from)
    {
        actor.Require(Roles.DataOfficer | Roles.ProgrammeAdmin);
        IImportReader reader = ImportFormats.Reader(format) ?? throw new DomainException(CommonErrors.NotFound, "format", "format", format);
        var options = new ImportOptions
        {
            DryRun = dryRun ?? false,
            Source = Check.OptionalText(source, "source", 200),
            From = from is null or >= 1 ? from ?? 1 : throw new DomainException(CommonErrors.Invalid, "from", from, "line", "count from 1"),
        };
        IAsyncEnumerable<ImportRow> rows = reader.ReadAsync(context.Request.Body, context.RequestAborted);
        await AnswerAsync(context.Response, import.RunAsync(rows, options, context.RequestAborted), context.RequestAborted);
    }

    private static async Task AnswerAsync(HttpResponse response, IAsyncEnumerable<ImportOutcome> outcomes, CancellationToken cancellation)
    {
        var summary = new ImportSummary();
        await using var writer = new OutcomeWriter(response.BodyWriter);
        response.ContentType = OutcomesType;
        await foreach (ImportOutcome outcome in outcomes.WithCancellation(cancellation))
        {
            summary.Count(outcome);
            Measures.RowImported(outcome.Result.ToString());
            await writer.WriteAsync(outcome, cancellation);
        }

        await writer.WriteAsync(summary, cancellation);
    }
}
