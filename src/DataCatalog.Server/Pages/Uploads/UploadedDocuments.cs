using DataCatalog.Core.Common;
using DataCatalog.Core.Compliance;
using DataCatalog.Core.Compliance.Obligations;
using DataCatalog.Core.Compliance.UseCases;
using DataCatalog.Server.Hosting.Errors;
using DataCatalog.Server.Hosting.Options;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace DataCatalog.Server.Pages.Uploads;

/// <summary>
/// Reads forms with documents for pages that take them (<see cref="TakesDocumentsAttribute"/>): each document goes as a stream to where documents
/// are kept, never as a whole through memory or a second file, and the page gets an ordinary form in which its field holds the document's SHA-256 and
/// the field's name with <c>Name</c> after it the file's name.
/// </summary>
public sealed class UploadedDocuments(RequestDelegate next, IOptions<CatalogOptions> options)
{
    private const int FieldBytes = 64 * 1024;
    private const int MostSections = 200;
    private const int MostName = 300;
    private const int MostDocuments = 5;

    /// <summary>Runs the request.</summary>
    public async Task InvokeAsync(HttpContext context, IAntiforgery forgery)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<TakesDocumentsAttribute>() is not null
            && HttpMethods.IsPost(context.Request.Method) && MediaTypeHeaderValue.TryParse(context.Request.ContentType, out MediaTypeHeaderValue? type)
            && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
        {
            Dictionary<string, StringValues> fields = await ReadAsync(context, forgery, HeaderUtilities.RemoveQuotes(type.Boundary).Value ?? "");
            context.Features.Set<IFormFeature>(new FormFeature(new FormCollection(fields)));
        }

        await next(context);
    }

    private async Task<Dictionary<string, StringValues>> ReadAsync(HttpContext context, IAntiforgery forgery, string boundary)
    {
        long most = options.Value.Limits.DocumentBytes;
        if (context.Request.ContentLength > most + (MostSections * FieldBytes)) throw new DomainException(ComplianceErrors.DocumentTooLarge, null, most);
        if (boundary.Length is 0 or > 100) throw new DomainException(ApiErrors.UnsupportedMediaType);
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = null;
        context.Features.Get<IHttpRequestTimeoutFeature>()?.DisableTimeout();
        MultipartReader reader = new(boundary, context.Request.Body);
        Dictionary<string, StringValues> fields = new(StringComparer.Ordinal);
        int documents = 0;
        for (int i = 0; i < MostSections && await NextAsync(reader, context.RequestAborted) is { } section; i++)
        {
            if (section.GetContentDispositionHeader() is not { } header || HeaderUtilities.RemoveQuotes(header.Name).Value is not { Length: > 0 } name) continue;
            if (header.IsFileDisposition())
            {
                if (++documents > MostDocuments) throw Malformed("a form can bring at most five documents.");
                await KeepAsync(context, forgery, fields, name, FileName(header), section.Body);
            }
            else fields[name] = StringValues.Concat(fields.GetValueOrDefault(name), await TextAsync(section, context.RequestAborted));
        }

        return fields;
    }

    // The form's token stands before its documents: nothing of a form that another site sent is kept.
    private static async Task KeepAsync(HttpContext context, IAntiforgery forgery, Dictionary<string, StringValues> fields, string field, string file, Stream content)
    {
        if (file.Length == 0) return;
        context.Features.Set<IFormFeature>(new FormFeature(new FormCollection(fields)));
        if (!await forgery.IsRequestValidAsync(context)) throw Malformed("the form’s token is missing or stands after its documents.");
        StoredDocument kept = await context.RequestServices.GetRequiredService<KeepDocument>().HandleAsync(content, context.RequestAborted);
        (fields[field], fields[field + "Name"]) = (kept.Sha256, file);
    }

    private static async Task<MultipartSection?> NextAsync(MultipartReader reader, CancellationToken cancellation)
    {
        try
        {
            return await reader.ReadNextSectionAsync(cancellation);
        }
        catch (Exception broken) when (broken is (IOException or InvalidDataException) and not BadHttpRequestException)
        {
            throw Malformed("the form ends early or has headers that are too long.");
        }
    }

    private static DomainException Malformed(string why) => new(ApiErrors.BadQuery, null, why);

    private static async Task<string> TextAsync(MultipartSection section, CancellationToken cancellation)
    {
        byte[] text = new byte[FieldBytes];
        int length = await section.Body.ReadAtLeastAsync(text, FieldBytes, throwOnEndOfStream: false, cancellation);
        return length < FieldBytes ? System.Text.Encoding.UTF8.GetString(text, 0, length) : throw Malformed("a field of the form is too long.");
    }

    // Some browsers send the whole path.
    private static string FileName(ContentDispositionHeaderValue header)
    {
        string name = HeaderUtilities.RemoveQuotes(header.FileNameStar.HasValue ? header.FileNameStar : header.FileName).Value ?? "";
        name = name[(name.LastIndexOfAny(['/', '\\']) + 1)..].Trim();
        return name.Length <= MostName ? name : name[^MostName..];
    }
}
