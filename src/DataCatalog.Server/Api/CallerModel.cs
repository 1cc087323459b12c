using DataCatalog.Core.Common;
using DataCatalog.Server.Api.Query;
using DataCatalog.Server.Hosting.Errors;
using DataCatalog.Server.Hosting.Options;
using Microsoft.AspNetCore.OData.Abstracts;
using Microsoft.AspNetCore.OData.Extensions;
using Microsoft.Extensions.Options;
using Microsoft.OData;
using Microsoft.OData.Edm;
using Microsoft.OData.UriParser;

namespace DataCatalog.Server.Api;

/// <summary>
/// Lets a request be read and answered by the model of its caller. Routes are made from the staff's; a consortium member's
/// address is read again by the members' model, where what members may not know of does not exist.
/// </summary>
public sealed class CallerModel(RequestDelegate next, IOptions<CatalogOptions> options)
{
    private static readonly Uri Root = new("http://service/odata/");

    /// <summary>Runs the request.</summary>
    public Task InvokeAsync(HttpContext context, Actor actor)
    {
        if (context.ODataFeature() is { Path: not null } feature) Fit(feature, EdmModels.For(actor), context.Request);
        return next(context);
    }

    private void Fit(IODataFeature feature, IEdmModel model, HttpRequest request)
    {
        feature.BaseAddress = Links.Root(request, options.Value.PublicUrl) + "/odata/";
        if (feature.Model == model) return;
        feature.Model = model;
        feature.Path = Read(model, request.Path) ?? throw new DomainException(ApiErrors.NoSuchAddress);
    }

    private static ODataPath? Read(IEdmModel model, PathString address)
    {
        if (!address.StartsWithSegments("/odata", StringComparison.OrdinalIgnoreCase, out PathString rest)) return null;
        try
        {
            string relative = rest.ToUriComponent().TrimStart('/');
            return new ODataUriParser(model, Root, new Uri(Root, relative)) { Resolver = new UnqualifiedODataUriResolver { EnableCaseInsensitive = true }, UrlKeyDelimiter = ODataUrlKeyDelimiter.Slash }.ParsePath();
        }
        catch (ODataException)
        {
            return null;
        }
    }
}
