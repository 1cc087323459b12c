using System.Buffers.Binary;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using DataCatalog.Core.Common;
using DataCatalog.Server.Hosting.Errors;
using DataCatalog.Server.Hosting.Options;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace DataCatalog.Server.Hosting.Auth;

/// <summary>People that an OpenID Connect provider vouches for: who they are here, by what it says of them.</summary>
public sealed class People(IOptions<CatalogOptions> options, IRegistryDbFactory dbs, Calendar calendar)
{
    /// <summary>Name of the scheme.</summary>
    public const string Scheme = "Provider";

    private const string Subject = "sub", Issuer = "iss";

    private readonly SignInOptions settings = options.Value.SignIn;

    /// <summary>What the provider is called, or null where there is none.</summary>
    public string? Name => settings.IsOn ? settings.Name : null;

    /// <summary>Who a person is here; null where nothing is theirs to see.</summary>
    public async Task<Actor?> ActorAsync(ClaimsPrincipal person, CancellationToken cancellation)
    {
        if (person.FindFirstValue(Subject) is not { } subject || person.FindFirstValue(Issuer) is not { } issuer || !settings.IsOn) return null;
        Roles roles = person.FindAll(settings.RolesClaim).Aggregate(Roles.None, (held, claim) => held | RoleOf(claim.Value));
        var actor = new Actor(IdOf(issuer, subject), person.FindFirstValue("name") is { Length: > 0 } name ? name[..Math.Min(name.Length, 200)] : subject, roles);
        // A member who is staff too would see past the walls between consortia; so would one of no consortium.
        if (!roles.HasFlag(Roles.ConsortiumMember)) return roles == Roles.None ? null : actor;
        if (roles != Roles.ConsortiumMember || person.FindFirstValue(settings.ConsortiumClaim) is not { } key) return null;
        var consortium = await dbs.UseAsync(db => db.Consortia.AsNoTracking().Where(c => c.Key == key).Select(c => new { c.Id, c.EndedOn }).FirstOrDefaultAsync(cancellation));
        return consortium is null ? null : actor with { ConsortiumId = consortium.Id, Former = consortium.EndedOn < calendar.Today };
    }

    /// <summary>Sets the provider up.</summary>
    public static void Configure(OpenIdConnectOptions provider, SignInOptions settings)
    {
        provider.SignInScheme = Session.Scheme;
        provider.Authority = settings.Authority;
        provider.ClientId = settings.ClientId;
        provider.ClientSecret = settings.ClientSecret;
        provider.ResponseType = "code";
        // The answer comes as a link and not as a form of another site, whose cookies a browser would keep back.
        provider.ResponseMode = "query";
        provider.RequireHttpsMetadata = !new Uri(settings.Authority!).IsLoopback;
        provider.MapInboundClaims = false;
        provider.TokenValidationParameters.NameClaimType = "name";
        provider.TokenValidationParameters.RoleClaimType = settings.RolesClaim;
        provider.GetClaimsFromUserInfoEndpoint = false;
        provider.SaveTokens = false;
        // What is kept of a person is chosen below; the usual choice would drop the issuer, without which a subject is nobody.
        provider.ClaimActions.Clear();
        provider.CallbackPath = "/sign-in/callback";
        provider.NonceCookie.SameSite = provider.CorrelationCookie.SameSite = SameSiteMode.Lax;
        provider.NonceCookie.SecurePolicy = provider.CorrelationCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        provider.Scope.Clear();
        foreach (string scope in settings.Scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries)) provider.Scope.Add(scope);
        provider.Events.OnTokenValidated = context => VouchedAsync(context, settings);
        provider.Events.OnRemoteFailure = context =>
        {
            context.HttpContext.RequestServices.GetRequiredService<ILogger<People>>().LogWarning("The provider's sign-in failed: {Reason}", context.Failure?.Message);
            context.Response.Redirect("/sign-in?problem=failed");
            context.HandleResponse();
            return Task.CompletedTask;
        };
    }

    private static async Task VouchedAsync(TokenValidatedContext context, SignInOptions settings)
    {
        People people = context.HttpContext.RequestServices.GetRequiredService<People>();
        string[] kept = [Subject, Issuer, "name", settings.RolesClaim, settings.ConsortiumClaim];
        var person = new ClaimsPrincipal(new ClaimsIdentity(context.Principal!.Claims.Where(c => kept.Contains(c.Type)).Select(c => new Claim(c.Type, c.Value)), Session.Scheme, "name", settings.RolesClaim));
        if (await people.ActorAsync(person, context.HttpContext.RequestAborted) is null)
        {
            context.Response.Redirect("/sign-in?problem=no-role");
            context.HandleResponse();
            return;
        }

        context.Principal = person;
    }

    private Roles RoleOf(string name)
    {
        string? role = settings.Roles.Count == 0 ? name : settings.Roles.GetValueOrDefault(name);
        return role is not null && RoleNames.Of((Roles)~0).Contains(role) ? RoleNames.Parse([role], settings.RolesClaim) : Roles.None;
    }

    // RFC 9562, section 5.8: an id of our own form, the same for the same person for ever.
    private static Guid IdOf(string issuer, string subject)
    {
        Span<byte> hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{issuer}\n{subject}")).AsSpan(0, 16);
        BinaryPrimitives.WriteUInt16BigEndian(hash[6..], (ushort)((BinaryPrimitives.ReadUInt16BigEndian(hash[6..]) & 0x0fff) | 0x8000));
        hash[8] = (byte)((hash[8] & 0x3f) | 0x80);
        return new Guid(hash, bigEndian: true);
    }
}
