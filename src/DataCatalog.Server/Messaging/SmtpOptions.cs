using System.ComponentModel.DataAnnotations;

namespace DataCatalog.Server.Messaging;

/// <summary>How the connection to the mail server is kept private.</summary>
public enum SmtpSecurity
{
    /// <summary>It is not.</summary>
    None,

    /// <summary>TLS after the greeting; refused where the server does not offer it.</summary>
    StartTls,

    /// <summary>TLS from the first byte.</summary>
    Tls,
}

/// <summary>The mail server; the section <c>Smtp</c>.</summary>
public sealed class SmtpOptions : IValidatableObject
{
    /// <value>Its host. Default: none, and no e-mail is sent.</value>
    public string? Host { get; set; }

    /// <value>Its port. Default: 587.</value>
    [Range(1, 65535)]
    public int Port { get; set; } = 587;

    /// <value>Who signs in. Default: nobody.</value>
    public string? User { get; set; }

    /// <value>With what. Default: nothing.</value>
    public string? Password { get; set; }

    /// <value>Whose mail it is, as in <c>DataCatalog &lt;catalogue@example.org&gt;</c>; needed with a host.</value>
    public string? From { get; set; }

    /// <value>How the connection is kept private. Default: StartTls.</value>
    public SmtpSecurity Security { get; set; } = SmtpSecurity.StartTls;

    /// <value>Longest time for one sending, in seconds. Default: 30.</value>
    [Range(1, 120)]
    public int TimeoutSeconds { get; set; } = 30;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Host is not null && !MimeKit.MailboxAddress.TryParse(From, out _)) yield return new ValidationResult("Smtp:From must be an e-mail address where Smtp:Host is set.", [nameof(From)]);
        if (User is not null && Security == SmtpSecurity.None) yield return new ValidationResult("Smtp:User would be sent in the clear; set Smtp:Security to StartTls or Tls.", [nameof(Security)]);
    }
}
