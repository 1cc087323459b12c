using System.Reflection;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.OData.Routing;
using Microsoft.AspNetCore.OData.Routing.Template;
using Microsoft.OData.Edm;

namespace DataCatalog.Server.Api.OpenApi;

/// <summary>An address of the OData service with one method, as one model knows it.</summary>
internal sealed class ODataRoad
{
    private ODataRoad(RouteEndpoint endpoint, string method, ControllerActionDescriptor action)
    {
        (Path, Method, Action, Controller) = ("/" + endpoint.RoutePattern.RawText!.Trim('/'), method, action.MethodInfo, action.ControllerName);
    }

    /// <summary>The path, with its parameters in braces.</summary>
    public string Path { get; }

    /// <summary>GET, POST, PATCH or DELETE.</summary>
    public string Method { get; }

    /// <summary>The method that answers.</summary>
    public MethodInfo Action { get; }

    /// <summary>Name of the controller that answers.</summary>
    public string Controller { get; }

    /// <summary>The set, or the part of a row, that is addressed last; null for the service's own documents.</summary>
    public string? Set { get; private set; }

    /// <summary>Type of its rows.</summary>
    public IEdmEntityType? Type { get; private set; }

    /// <summary>Whether it addresses rows rather than one row.</summary>
    public bool Many { get; private set; }

    /// <summary>Whether it ends in <c>$count</c>.</summary>
    public bool Count { get; private set; }

    /// <summary>The action or function that is called.</summary>
    public IEdmOperation? Operation { get; private set; }

    /// <summary>Parameters of the path, with their types.</summary>
    public List<(string Name, IEdmTypeReference Type)> Keys { get; } = [];

    /// <summary>The roads of an endpoint that a caller of that model has.</summary>
    public static IEnumerable<ODataRoad> Of(RouteEndpoint endpoint, IEdmModel model, bool staff)
    {
        if (endpoint.Metadata.GetMetadata<IODataRoutingMetadata>() is not { } routing || endpoint.Metadata.GetMetadata<ControllerActionDescriptor>() is not { } action) yield break;
        foreach (string method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"])
        {
            var road = new ODataRoad(endpoint, method, action);
            if (routing.Template.All(s => road.Walk(s, model)) && (staff || road.IsForMembers)) yield return road;
        }
    }

    // What members do not write is refused by the use case; what they may not know of is not in their model.
    private bool IsForMembers => Method == "GET" || Operation is not null || Set is null || SetRules.Of(Set).ByMembers;

    private bool Walk(ODataSegmentTemplate segment, IEdmModel model) => segment switch
    {
        EntitySetSegmentTemplate set => Enter(set.EntitySet.Name, model.EntityContainer.FindEntitySet(set.EntitySet.Name)?.EntityType, many: true),
        NavigationSegmentTemplate part => Type?.FindProperty(part.NavigationProperty.Name) is IEdmNavigationProperty property
            && Enter(property.Name, property.ToEntityType(), property.TargetMultiplicity() == EdmMultiplicity.Many),
        KeySegmentTemplate key => Enter(key),
        ActionSegmentTemplate action => Call(model, action.Action.Name),
        FunctionSegmentTemplate function => Call(model, function.Function.Name),
        ActionImportSegmentTemplate action => Import(model, action.ActionImport.Name),
        FunctionImportSegmentTemplate function => Import(model, function.FunctionImport.Name),
        CountSegmentTemplate => Count = true,
        _ => true,
    };

    private bool Enter(string set, IEdmEntityType? type, bool many)
    {
        (Set, Type, Many) = (set, type, many);
        return type is not null;
    }

    private bool Enter(KeySegmentTemplate key)
    {
        Many = false;
        foreach ((string property, string parameter) in key.KeyMappings) Keys.Add((parameter, Type!.FindProperty(property).Type));
        return true;
    }

    private bool Call(IEdmModel model, string name)
    {
        Operation = model.SchemaElements.OfType<IEdmOperation>().FirstOrDefault(o => o.Name == name && o.IsBound && IsOfType(o.Parameters.First().Type));
        return Operation is not null;
    }

    private bool IsOfType(IEdmTypeReference type) => (type.IsCollection() ? type.AsCollection().ElementType() : type).Definition == Type;

    private bool Import(IEdmModel model, string name)
    {
        Operation = model.EntityContainer.FindOperationImports(name).FirstOrDefault()?.Operation;
        return Operation is not null;
    }
}
