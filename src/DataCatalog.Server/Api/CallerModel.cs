using DataCatalog.Core.Common;
using Microsoft.AspNetCore.OData.Extensions;
using Microsoft.OData;
using Microsoft.OData.Edm;
using Microsoft.OData.UriParser;

namespace DataCatalog.Server.Api;

/// <summary>
/// Lets a request be read and answered by the model of its caller. Routes are made from the staff's; a consortium member's
/// address is read again by the members' model, where what members may not know of does not exist.
/// </summary>
public sealed class CallerModel(RequestDelegate next)
{
    private static readonly Uri Root = new("http://service/odata/");

    /// <summary>Runs the request.</summary>
    public Task InvokeAsync(HttpContext context, Actor actor)
    {
        IEdmModel model = EdmModels.For(actor);
        if (context.ODataFeature() is { Path: not null } feature && feature.Model != model)
        {
            feature.Model = model;
            if (Read(model, context.Request.Path) is not { } path) throw new DomainException(Hosting.Errors.ApiErrors.NoSuchAddress);
            feature.Path = path;
        }

        return next(context);
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
