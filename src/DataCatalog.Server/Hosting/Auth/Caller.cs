using DataCatalog.Core.Common;

namespace DataCatalog.Server.Hosting.Auth;

/// <summary>On whose behalf a scope acts: nobody, until the sign-in of its request or the job that made it says so.</summary>
public sealed class Caller
{
    /// <summary>Who acts.</summary>
    public Actor Actor { get; set; } = Actor.Nobody;
}

/// <summary>Opens scopes that act for someone.</summary>
public static class CallerScopes
{
    /// <summary>A scope whose use cases act for the actor.</summary>
    public static AsyncServiceScope CreateScope(this IServiceScopeFactory scopes, Actor actor)
    {
        AsyncServiceScope scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Caller>().Actor = actor;
        return scope;
    }
}
