using System.ComponentModel.DataAnnotations;

namespace DataCatalog.Server.Hosting.Options;

/// <summary>Sign-in through an OpenID Connect provider: section <c>DataCatalog:SignIn</c>; off where no authority is named.</summary>
public sealed class SignInOptions
{
    /// <summary>The provider's issuer address.</summary>
    [Url]
    public string? Authority { get; set; }

    /// <summary>The service's name at the provider.</summary>
    public string? ClientId { get; set; }

    /// <summary>The secret shared with the provider; best as a file.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>What the provider is called on the button.</summary>
    /// <value><c>SSO</c>.</value>
    [Required]
    public string Name { get; set; } = "SSO";

    /// <summary>Scopes asked for.</summary>
    /// <value><c>openid profile</c>.</value>
    [Required]
    public string Scopes { get; set; } = "openid profile";

    /// <summary>Claim that holds a person's roles or groups.</summary>
    /// <value><c>roles</c>.</value>
    [Required]
    public string RolesClaim { get; set; } = "roles";

    /// <summary>Claim that holds the key of a member's consortium.</summary>
    /// <value><c>consortium</c>.</value>
    [Required]
    public string ConsortiumClaim { get; set; } = "consortium";

    /// <summary>What the provider calls a role, and which role it is; where empty, the roles' own names are read.</summary>
    public Dictionary<string, string> Roles { get; } = [];

    /// <summary>Whether it is on.</summary>
    public bool IsOn => Authority is not null;

    /// <summary>What is wrong with the settings together.</summary>
    public IEnumerable<string> Faults()
    {
        if (Authority is null) yield break;
        if (string.IsNullOrWhiteSpace(ClientId)) yield return "DataCatalog:SignIn:ClientId is needed with an authority.";
        if (!Uri.TryCreate(Authority, UriKind.Absolute, out Uri? address) || (address.Scheme != Uri.UriSchemeHttps && !address.IsLoopback)) yield return "DataCatalog:SignIn:Authority must be an https address.";
        foreach ((string name, string role) in Roles)
        {
            if (!Core.Common.RoleNames.Of((Core.Common.Roles)~0).Contains(role)) yield return $"DataCatalog:SignIn:Roles:{name} is '{role}', which is not a role of the registry.";
        }
    }
}
