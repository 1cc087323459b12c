using System.Net.Sockets;
using DataCatalog.Core.Compliance;
using DataCatalog.Core.Compliance.Messages;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;

namespace DataCatalog.Server.Messaging;

/// <summary>Sends e-mail: plain text and HTML, UTF-8, with a Message-Id that stays the same at each attempt.</summary>
internal sealed class EmailChannel(IOptions<SmtpOptions> options, TimeProvider clock) : IMessageChannel
{
    private readonly SmtpOptions options = options.Value;

    /// <inheritdoc/>
    public Channel Kind => Channel.Email;

    /// <inheritdoc/>
    public async Task<SendOutcome> SendAsync(Message message, CancellationToken cancellation)
    {
        if (options.Host is null) return SendOutcome.Failed("no mail server is configured (Smtp:Host)");
        if (!MailboxAddress.TryParse(message.Target, out MailboxAddress? to) || to.Address != message.Target) return SendOutcome.Refused("the e-mail address is not valid");
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(options.TimeoutSeconds), clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellation);
        try
        {
            await SendAsync(Compose(message, to), either.Token);
            return SendOutcome.Delivered;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return SendOutcome.Failed($"the mail server did not answer within {options.TimeoutSeconds} seconds");
        }
        catch (Exception failure) when (IsFault(failure))
        {
            return Explain(failure);
        }
    }

    private async Task SendAsync(MimeMessage mail, CancellationToken cancellation)
    {
        using var client = new SmtpClient();
        await client.ConnectAsync(options.Host!, options.Port, Secure(options.Security), cancellation);
        if (options.User is { } user) await client.AuthenticateAsync(user, options.Password ?? "", cancellation);
        await client.SendAsync(mail, cancellation);
        await LeaveAsync(client, cancellation);
    }

    // The server has taken the mail: an ill-mannered farewell must not have it sent twice.
    private static async Task LeaveAsync(SmtpClient client, CancellationToken cancellation)
    {
        try
        {
            await client.DisconnectAsync(quit: true, cancellation);
        }
        catch (Exception farewell) when (farewell is IOException or SocketException or ProtocolException or SmtpCommandException or OperationCanceledException)
        {
            // Nothing is lost.
        }
    }

    private MimeMessage Compose(Message message, MailboxAddress to)
    {
        MailboxAddress from = MailboxAddress.Parse(options.From!);
        var mail = new MimeMessage
        {
            Subject = message.Subject,
            Date = clock.GetUtcNow(),
            MessageId = $"{message.DeliveryId:N}@{(from.Domain is { Length: > 0 } domain ? domain : "datacatalog.invalid")}",
            Body = new MultipartAlternative(new TextPart("plain") { Text = message.Text }, new TextPart("html") { Text = message.Html }),
        };
        mail.From.Add(from);
        mail.To.Add(to);
        mail.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        mail.Headers.Add(HeaderId.ContentLanguage, message.Language);
        return mail;
    }

    /// <summary>What the setting is to the library.</summary>
    internal static SecureSocketOptions Secure(SmtpSecurity security) => security switch
    {
        SmtpSecurity.None => SecureSocketOptions.None,
        SmtpSecurity.Tls => SecureSocketOptions.SslOnConnect,
        _ => SecureSocketOptions.StartTls,
    };

    /// <summary>Whether it is the mail server's doing, or the way's to it.</summary>
    internal static bool IsFault(Exception failure) =>
        failure is SocketException or IOException or ProtocolException or SmtpCommandException or AuthenticationException or SslHandshakeException or NotSupportedException;

    /// <summary>What went wrong. What a server says can hold anything; its number says enough.</summary>
    internal static SendOutcome Explain(Exception failure) => failure switch
    {
        SmtpCommandException { ErrorCode: SmtpErrorCode.RecipientNotAccepted } refused when (int)refused.StatusCode >= 500 =>
            SendOutcome.Refused($"the mail server refused the recipient ({(int)refused.StatusCode})"),
        SmtpCommandException refused => SendOutcome.Failed($"the mail server answered {(int)refused.StatusCode}"),
        AuthenticationException => SendOutcome.Failed("the mail server refused the sign-in (Smtp:User, Smtp:Password)"),
        SslHandshakeException or NotSupportedException => SendOutcome.Failed("no private connection to the mail server could be made (Smtp:Security)"),
        _ => SendOutcome.Failed("the mail server could not be reached"),
    };
}
