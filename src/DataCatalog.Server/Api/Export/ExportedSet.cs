using System.Reflection;
using DataCatalog.Core.Common;
using DataCatalog.Core.Compliance;
using DataCatalog.Core.Compliance.Obligations;
using DataCatalog.Core.Entitlements;
using DataCatalog.Core.Entitlements.Runs;
using DataCatalog.Core.Entitlements.Spending;
using DataCatalog.Core.Licensing;
using DataCatalog.Server.Api.Compliance;
using DataCatalog.Server.Api.Entitlements;
using DataCatalog.Server.Api.Licensing;
using DataCatalog.Server.Api.Query;
using DataCatalog.Server.Api.Spending;
using DataCatalog.Server.Hosting.Errors;
using Microsoft.AspNetCore.OData.Extensions;
using Microsoft.OData.Edm;
using Microsoft.OData.UriParser;

namespace DataCatalog.Server.Api.Export;

/// <summary>A set that can be had as CSV: the rows and the columns that the caller's own model of it shows, filtered as it filters.</summary>
public abstract class ExportedSet
{
    private static readonly Dictionary<string, ExportedSet> All = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Agreements"] = new Of<Agreement, AgreementModel>("Agreements", db => db.Agreements),
        ["Alerts"] = new Of<Alert, AlertModel>("Alerts", db => db.Alerts),
        ["BudgetLines"] = new Of<BudgetLine, BudgetLineModel>("BudgetLines", db => db.BudgetLines),
        ["BudgetReservations"] = new Of<BudgetReservation, BudgetReservationModel>("BudgetReservations", db => db.BudgetReservations),
        ["DataCopies"] = new Of<DataCopy, DataCopyModel>("DataCopies", db => db.DataCopies),
        ["Entitlements"] = new Of<Entitlement, EntitlementModel>("Entitlements", db => db.Entitlements),
        ["ExchangeRates"] = new Of<ExchangeRate, ExchangeRateModel>("ExchangeRates", db => db.ExchangeRates),
        ["Obligations"] = new Of<Obligation, ObligationModel>("Obligations", db => db.Obligations),
        ["Payments"] = new Of<Payment, PaymentModel>("Payments", db => db.Agreements.SelectMany(a => a.Payments)),
        ["UsageRecords"] = new Of<UsageRecord, UsageRecordModel>("UsageRecords", db => db.UsageRecords),
    };

    /// <summary>Names of the sets.</summary>
    public static IEnumerable<string> Names => All.Keys;

    /// <summary>The set of that name, as the caller's model has it; null where it has none.</summary>
    public static ExportedSet? Find(string name, Actor actor) => All.TryGetValue(name, out ExportedSet? set) && EdmModels.For(actor).EntityContainer.FindEntitySet(set.Name) is not null ? set : null;

    /// <summary>Name of the set.</summary>
    public abstract string Name { get; }

    /// <summary>The columns asked for, and the rows page by page.</summary>
    /// <exception cref="DomainException"><c>bad-query</c> or <c>query-too-complex</c>.</exception>
    public abstract (IReadOnlyList<PropertyInfo> Columns, IAsyncEnumerable<IReadOnlyList<object>> Pages) Read(HttpContext context, IRegistryDb db, CancellationToken cancellation);

    private sealed class Of<TEntity, TModel>(string name, Func<IRegistryDb, IQueryable<TEntity>> rows) : ExportedSet
        where TEntity : class
        where TModel : class
    {
        public override string Name => name;

        public override (IReadOnlyList<PropertyInfo>, IAsyncEnumerable<IReadOnlyList<object>>) Read(HttpContext context, IRegistryDb db, CancellationToken cancellation)
        {
            HttpRequest request = context.Request;
            if (request.Query.Keys.FirstOrDefault(k => k is not ("$filter" or "$select")) is { } other) throw new DomainException(ApiErrors.BadQuery, other, "an export takes $filter and $select only.");
            IEdmModel model = EdmModels.For(db.Actor);
            IEdmEntitySet set = model.EntityContainer.FindEntitySet(name);
            (request.ODataFeature().Model, request.ODataFeature().RoutePrefix, request.ODataFeature().Path) = (model, "odata", new ODataPath(new EntitySetSegment(set)));
            return (Columns(set.EntityType, request.Query["$select"].ToString()), context.RequestServices.GetRequiredService<ReadPath>().PagesAsync<TEntity, TModel>(request, rows(db), cancellation));
        }

        private static PropertyInfo[] Columns(IEdmEntityType type, string select)
        {
            string[] known = [.. type.StructuralProperties().Select(p => p.Name)];
            string[] wanted = select.Length == 0 ? known : [.. select.Split(',').Select(s => s.Trim())];
            if (wanted.FirstOrDefault(w => !known.Contains(w, StringComparer.Ordinal)) is { } unknown) throw new DomainException(ApiErrors.BadQuery, "$select", $"there is no property '{(unknown.Length > 60 ? unknown[..60] : unknown)}'.");
            return [.. wanted.Select(w => typeof(TModel).GetProperty(w)!)];
        }
    }
}
