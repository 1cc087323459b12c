using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace DataCatalog.Server.Tests.Support;

/// <summary>An OpenID Connect provider (OpenIddict) with one client and a page that asks who signs in.</summary>
public sealed class IdentityProvider : IAsyncDisposable
{
    public const string Client = "datacatalog", Secret = "a-secret-of-the-client";

    private readonly WebApplication app;
    private readonly Dictionary<string, Claim[]> people;

    private IdentityProvider(WebApplication app, Dictionary<string, Claim[]> people) => (this.app, this.people) = (app, people);

    public string Authority => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    /// <summary>Starts it with people and what it says of each.</summary>
    public static async Task<IdentityProvider> StartAsync(Dictionary<string, Claim[]> people)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddOpenIddict().AddServer(server =>
        {
            server.SetAuthorizationEndpointUris("authorize").SetTokenEndpointUris("token");
            server.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange();
            server.RegisterScopes(Scopes.OpenId, Scopes.Profile);
            server.AddEphemeralEncryptionKey().AddEphemeralSigningKey();
            // Without stores of its own: who the client is stands here.
            server.EnableDegradedMode();
            server.UseAspNetCore().DisableTransportSecurityRequirement().EnableAuthorizationEndpointPassthrough();
            server.AddEventHandler<ValidateAuthorizationRequestContext>(handler => handler.UseInlineHandler(context =>
            {
                if (context.ClientId != Client || context.RedirectUri?.EndsWith("/sign-in/callback", StringComparison.Ordinal) != true) context.Reject(Errors.InvalidClient);
                return default;
            }));
            server.AddEventHandler<ValidateTokenRequestContext>(handler => handler.UseInlineHandler(context =>
            {
                if (context.ClientId != Client || context.ClientSecret != Secret) context.Reject(Errors.InvalidClient);
                return default;
            }));
        });
        WebApplication app = builder.Build();
        var provider = new IdentityProvider(app, people);
        app.MapGet("/authorize", provider.Authorize);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return provider;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private IResult Authorize(HttpContext context)
    {
        string? who = context.Request.Query["who"];
        if (who is null || !people.TryGetValue(who, out Claim[]? said))
        {
            string kept = string.Concat(context.Request.Query.Select(q => $"<input type=\"hidden\" name=\"{HtmlEncoder.Default.Encode(q.Key)}\" value=\"{HtmlEncoder.Default.Encode(q.Value!)}\">"));
            return Results.Content($"<!doctype html><title>Provider</title><form>{kept}<label>Who are you? <input name=\"who\"></label><button>Go on</button></form>", "text/html; charset=utf-8");
        }

        OpenIddictRequest request = context.GetOpenIddictServerRequest()!;
        var identity = new ClaimsIdentity(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme, Claims.Name, Claims.Role);
        identity.AddClaim(new Claim(Claims.Subject, "subject-of-" + who));
        identity.AddClaim(new Claim(Claims.Name, who));
        identity.AddClaims(said);
        identity.SetScopes(request.GetScopes());
        identity.SetDestinations(_ => [Destinations.IdentityToken]);
        return Results.SignIn(new ClaimsPrincipal(identity), null, OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }
}
