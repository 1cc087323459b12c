using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text;
using System.Text.Encodings.Web;
using DataCatalog.Core.Common;
using DataCatalog.Server.Hosting.Errors;
using DataCatalog.Server.Hosting.Health;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace DataCatalog.Server.Hosting.Auth;

/// <summary>Signs callers in by API key: <c>X-Api-Key</c>, <c>Authorization: Bearer</c>, or <c>Basic</c> with the key as password.</summary>
public sealed class ApiKeyAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, KeyDoor door)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    /// <summary>Name of the scheme.</summary>
    public const string SchemeName = "ApiKey";

    /// <inheritdoc/>
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (SecretOf(Request) is not { Length: > 0 } secret) return AuthenticateResult.NoResult();
        Actor? actor;
        try
        {
            actor = await door.OpenAsync(secret, Context.RequestAborted);
        }
        catch (Exception away) when (away is not OperationCanceledException && Request.Path.StartsWithSegments(HealthSetup.Path, StringComparison.OrdinalIgnoreCase))
        {
            // A probe that carries a key is answered like any other: that keys cannot be looked up is what it asks.
            return AuthenticateResult.NoResult();
        }

        if (actor is null) return AuthenticateResult.Fail("The key does not open.");
        Context.RequestServices.GetRequiredService<Caller>().Actor = actor with { RequestId = Context.TraceIdentifier };
        var identity = new ClaimsIdentity(RoleNames.Of(actor.Roles).Select(r => new Claim(ClaimTypes.Role, r)), Scheme.Name);
        identity.AddClaim(new Claim(ClaimTypes.Name, actor.Name));
        identity.AddClaim(new Claim(ClaimTypes.NameIdentifier, actor.Id.ToString()));
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme.Name));
    }

    /// <inheritdoc/>
    protected override Task HandleChallengeAsync(AuthenticationProperties properties) =>
        ErrorWriter.WriteAsync(Context, StatusCodes.Status401Unauthorized, new DomainException(ApiErrors.Unauthorized));

    private static string? SecretOf(HttpRequest request)
    {
        if (request.Headers["X-Api-Key"] is { Count: 1 } header) return header[0];
        if (!AuthenticationHeaderValue.TryParse(request.Headers.Authorization, out AuthenticationHeaderValue? authorization)) return null;
        if (authorization.Scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase)) return authorization.Parameter;
        return authorization.Scheme.Equals("Basic", StringComparison.OrdinalIgnoreCase) ? Password(authorization.Parameter) : null;
    }

    private static string? Password(string? parameter)
    {
        Span<byte> bytes = stackalloc byte[512];
        if (parameter is null || !Convert.TryFromBase64String(parameter, bytes, out int length)) return null;
        string pair = Encoding.UTF8.GetString(bytes[..length]);
        return pair.IndexOf(':', StringComparison.Ordinal) is >= 0 and var colon ? pair[(colon + 1)..] : null;
    }
}
