using DataCatalog.Server.Api.Batch;
using DataCatalog.Server.Api.Catalogue;
using DataCatalog.Server.Api.Query;
using DataCatalog.Server.Hosting.Options;
using Microsoft.AspNetCore.OData;
using Microsoft.AspNetCore.OData.Abstracts;
using Microsoft.AspNetCore.OData.Batch;
using Microsoft.AspNetCore.OData.Formatter.Serialization;
using Microsoft.AspNetCore.OData.Routing.Conventions;
using Microsoft.OData;

namespace DataCatalog.Server.Api;

/// <summary>Registers the OData service.</summary>
public static class ApiSetup
{
    /// <summary>Adds it.</summary>
    public static IServiceCollection AddApi(this IServiceCollection services, CatalogOptions options)
    {
        services.AddAutoMapper(mapping =>
        {
            mapping.LicenseKey = options.AutoMapperLicenseKey;
            mapping.AddMaps(typeof(ApiSetup).Assembly);
        });
        services.AddScoped<ReadPath>().AddScoped<ChangeFeed>().AddScoped<DeltaPath>().AddScoped<DatasetSearch>().AddSingleton<PageTokens>();
        services.Configure<Microsoft.AspNetCore.Mvc.MvcOptions>(mvc => mvc.AllowEmptyInputInBodyModelBinding = true);
        services.AddControllers().AddOData(odata => Configure(odata, options.Limits));
        return services;
    }

    private static void Configure(ODataOptions odata, LimitOptions limits)
    {
        odata.TimeZone = TimeZoneInfo.Utc;
        odata.RouteOptions.EnableControllerNameCaseInsensitive = true;
        odata.Select().Filter().OrderBy().Expand().Count().SkipToken().SetMaxTop(null);
        odata.Conventions.Clear();
        odata.Conventions.Add(new MetadataRoutingConvention());
        odata.Conventions.Add(new AttributeRoutingConvention(
            Microsoft.Extensions.Logging.Abstractions.NullLogger<AttributeRoutingConvention>.Instance,
            new Microsoft.AspNetCore.OData.Routing.Parser.DefaultODataPathTemplateParser()));
        odata.AddRouteComponents("odata", EdmModels.Staff, route =>
        {
            route.AddSingleton<IETagHandler, RowETag>();
            route.AddSingleton<ODataResourceSerializer, SearchHitWriter>();
            route.AddSingleton<ODataBatchHandler>(new RegistryBatchHandler(limits));
            route.AddScoped(_ => new ODataMessageWriterSettings
            {
                EnableMessageStreamDisposal = false,
                MessageQuotas = new ODataMessageQuotas { MaxReceivedMessageSize = long.MaxValue },
                ShouldIncludeAnnotation = name => name.StartsWith("search.", StringComparison.Ordinal),
            });
        });
    }
}
