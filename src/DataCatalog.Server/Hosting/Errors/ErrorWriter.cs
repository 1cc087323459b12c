using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using DataCatalog.Core.Common;
using DataCatalog.Server.Hosting.Auth;
using DataCatalog.Server.Pages;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DataCatalog.Server.Hosting.Errors;

/// <summary>Writes a refusal: a page to who reads pages, the OData error object on OData roads, RFC 9457 problem details on the others; the same code on all.</summary>
public static class ErrorWriter
{
    /// <summary>The status of a refusal.</summary>
    public static int StatusOf(DomainException error) => ErrorMapper.StatusOf(error.Error);

    /// <summary>The refusal that an exception comes to.</summary>
    public static DomainException RefusalOf(Exception exception) => ErrorMapper.Map(exception).Error;

    /// <summary>Writes the refusal as the whole answer, with its own status.</summary>
    public static Task WriteAsync(HttpContext context, DomainException error) => WriteAsync(context, ErrorMapper.StatusOf(error.Error), error);

    /// <summary>Writes the refusal as the whole answer.</summary>
    public static async Task WriteAsync(HttpContext context, int status, DomainException error)
    {
        HttpResponse response = context.Response;
        response.Clear();
        response.StatusCode = status;
        response.Headers.CacheControl = "no-store";
        if (status is StatusCodes.Status503ServiceUnavailable or StatusCodes.Status429TooManyRequests) response.Headers.RetryAfter = status == 429 ? "1" : "2";
        if (error.Error == ApiErrors.IdempotencyInProgress) response.Headers.RetryAfter = "1";
        if (status == StatusCodes.Status401Unauthorized) response.Headers.WWWAuthenticate = "Basic realm=\"DataCatalog\", charset=\"UTF-8\"";
        CultureInfo culture = Language.Of(context.Request);
        response.Headers.ContentLanguage = culture.TwoLetterISOLanguageName;
        bool odata = context.Request.Path.StartsWithSegments("/odata", StringComparison.OrdinalIgnoreCase);
        response.ContentType = odata ? "application/json; charset=utf-8" : "application/problem+json; charset=utf-8";
        if (odata) response.Headers["OData-Version"] = "4.0";
        if (HttpMethods.IsHead(context.Request.Method)) return;
        if (PagePaths.ReadsPages(context.Request))
        {
            await WritePageAsync(context, status, error);
            return;
        }

        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            if (odata) WriteODataError(writer, error, error.MessageIn(culture), context.TraceIdentifier);
            else WriteProblem(writer, status, error, error.MessageIn(culture), context.TraceIdentifier);
        }

        response.ContentLength = buffer.Length;
        await response.Body.WriteAsync(buffer.GetBuffer().AsMemory(0, (int)buffer.Length), CancellationToken.None);
    }

    // A page may have been begun, and its parts cannot begin anew: the refusal is drawn in a scope of its own.
    private static async Task WritePageAsync(HttpContext context, int status, DomainException error)
    {
        context.Response.Headers.Remove("WWW-Authenticate");
        IServiceProvider begun = context.RequestServices;
        await using AsyncServiceScope scope = begun.GetRequiredService<IServiceScopeFactory>().CreateScope(begun.GetRequiredService<Caller>().Actor);
        context.RequestServices = scope.ServiceProvider;
        try
        {
            await new RazorComponentResult<RefusedDocument>(new { Error = error, Status = status, RequestId = context.TraceIdentifier }) { StatusCode = status }.ExecuteAsync(context);
        }
        finally
        {
            context.RequestServices = begun;
        }
    }

    // OData JSON Format 4.01, section 21.1.
    private static void WriteODataError(Utf8JsonWriter writer, DomainException error, string message, string requestId)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("error");
        writer.WriteString("code", error.Error.Code);
        writer.WriteString("message", message);
        if (error.Field is not null) writer.WriteString("target", error.Field);
        writer.WriteStartObject("innererror");
        writer.WriteString("requestId", requestId);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteProblem(Utf8JsonWriter writer, int status, DomainException error, string message, string requestId)
    {
        writer.WriteStartObject();
        writer.WriteString("type", $"urn:datacatalog:error:{error.Error.Code}");
        writer.WriteString("title", error.Error.Code.Replace('-', ' '));
        writer.WriteNumber("status", status);
        writer.WriteString("detail", message);
        writer.WriteString("code", error.Error.Code);
        if (error.Field is not null) writer.WriteString("field", error.Field);
        writer.WriteString("requestId", requestId);
        writer.WriteEndObject();
    }
}
