using System.Threading.RateLimiting;
using DataCatalog.Core.Common;
using DataCatalog.Server.Hosting.Errors;
using DataCatalog.Server.Hosting.Options;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace DataCatalog.Server.Hosting.Auth;

/// <summary>Registers sign-in: by key, by session, through a provider; closed by default, with each caller's rate limited.</summary>
public static class AuthSetup
{
    /// <summary>Policy of what only programme administrators may open.</summary>
    public const string Administrators = "programme-admin";

    private const string Either = "Caller";

    /// <summary>Adds it.</summary>
    public static IServiceCollection AddSignIn(this IServiceCollection services, SignInOptions settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        services.AddScoped<Caller>();
        services.AddScoped(provider => provider.GetRequiredService<Caller>().Actor);
        services.AddSingleton<KeyDoor>();
        services.AddSingleton<People>();
        AuthenticationBuilder schemes = services.AddAuthentication(Either)
            .AddPolicyScheme(Either, null, either => either.ForwardDefaultSelector = context => Session.Concerns(context.Request) ? Session.Scheme : ApiKeyAuthentication.SchemeName)
            .AddScheme<AuthenticationSchemeOptions, ApiKeyAuthentication>(ApiKeyAuthentication.SchemeName, null)
            .AddCookie(Session.Scheme, Session.Configure);
        if (settings.IsOn) schemes.AddOpenIdConnect(People.Scheme, provider => People.Configure(provider, settings));
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build())
            .AddPolicy(Administrators, policy => policy.RequireRole("programme-admin"));
        services.AddRateLimiter(_ => { });
        services.AddOptions<Microsoft.AspNetCore.RateLimiting.RateLimiterOptions>().Configure<IOptions<CatalogOptions>>((limiter, options) => Limit(limiter, options.Value.Limits));
        return services;
    }

    private static void Limit(Microsoft.AspNetCore.RateLimiting.RateLimiterOptions limiter, LimitOptions limits)
    {
        limiter.OnRejected = (rejected, _) => new ValueTask(ErrorWriter.WriteAsync(rejected.HttpContext, StatusCodes.Status429TooManyRequests, new DomainException(ApiErrors.TooManyRequests)));
        limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
            RateLimitPartition.GetTokenBucketLimiter(PartitionOf(context), _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = limits.Burst,
                TokensPerPeriod = Math.Max(1, limits.RequestsPerSecond / 10),
                ReplenishmentPeriod = TimeSpan.FromMilliseconds(100),
                QueueLimit = 0,
            }));
    }

    // Without a key, the address: guesses of keys are limited too.
    private static string PartitionOf(HttpContext context) =>
        context.RequestServices.GetRequiredService<Caller>().Actor is { Id: var id } && id != Guid.Empty
            ? id.ToString()
            : context.Connection.RemoteIpAddress?.ToString() ?? "";
}
