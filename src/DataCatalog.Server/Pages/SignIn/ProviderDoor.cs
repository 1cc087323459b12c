using DataCatalog.Server.Hosting.Auth;
using Microsoft.AspNetCore.Authentication;

namespace DataCatalog.Server.Pages.SignIn;

/// <summary><c>/sign-in/provider</c>: sends the reader to the OpenID Connect provider, which sends them back signed in.</summary>
public static class ProviderDoor
{
    /// <summary>Maps it.</summary>
    public static void MapProviderDoor(this IEndpointRouteBuilder endpoints) => endpoints.MapGet("/sign-in/provider", (People people, string? back) => people.Name is null
        ? Results.LocalRedirect("/sign-in")
        : Results.Challenge(new AuthenticationProperties { RedirectUri = Preferences.Local(back) }, [People.Scheme])).AllowAnonymous();
}
