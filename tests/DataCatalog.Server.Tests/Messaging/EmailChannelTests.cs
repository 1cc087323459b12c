using DataCatalog.Core.Compliance.Messages;
using DataCatalog.Server.Messaging;
using Microsoft.Extensions.Options;
using MimeKit;

namespace DataCatalog.Server.Tests.Messaging;

/// <summary>E-mail through a real SMTP server.</summary>
public sealed class EmailChannelTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Send_KoreanSubjectTextAndHtml()
    {
        await using SmtpServer server = await SmtpServer.StartedAsync(Cancellation);
        Message message = Given.Message("officer@example.org");
        Assert.Null((await SendAsync(server.Port, message)).Error);
        MimeMessage mail = Assert.Single(server.Mails());
        Assert.Equal("[DataCatalog] D-7 이용권 종료 2026-12-01 (화): 뉴스 <b>말뭉치</b> & \"AI\"", mail.Subject);
        Assert.Equal(("officer@example.org", "catalogue@example.org"), (mail.To.Mailboxes.Single().Address, mail.From.Mailboxes.Single().Address));
        Assert.Equal($"{message.DeliveryId:N}@example.org", mail.MessageId);
        Assert.Equal("auto-generated", mail.Headers[HeaderId.AutoSubmitted]);
        Assert.Contains("알파 컨소시엄", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("7일 남음 (D-7)", mail.HtmlBody, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", mail.HtmlBody, StringComparison.Ordinal);
        Assert.Equal("multipart/alternative", mail.Body!.ContentType.MimeType);
    }

    [Fact]
    public async Task Send_ServerDownThenUp_FailsThenArrivesOnceWithTheSameId()
    {
        await using SmtpServer server = SmtpServer.OnFreePort();
        Message message = Given.Message("officer@example.org");
        SendOutcome down = await SendAsync(server.Port, message);
        Assert.Equal(("the mail server could not be reached", false), (down.Error, down.Final));
        await server.StartAsync(Cancellation);
        Assert.Null((await SendAsync(server.Port, message)).Error);
        Assert.StartsWith(message.DeliveryId.ToString("N"), Assert.Single(server.Mails()).MessageId, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("title\r\nBcc: thief@example.org")]
    [InlineData("title\nBcc: thief@example.org")]
    [InlineData("title\r\n\r\n<script>alert(1)</script>")]
    [InlineData("title\u2028Bcc: thief@example.org")]
    public async Task Send_LineEndsInATitle_AddNoHeader(string title)
    {
        await using SmtpServer server = await SmtpServer.StartedAsync(Cancellation);
        Assert.Null((await SendAsync(server.Port, Given.Message("officer@example.org", facts: Given.Facts(title)))).Error);
        MimeMessage mail = Assert.Single(server.Mails());
        Assert.Empty(mail.Bcc);
        Assert.Null(mail.Headers[HeaderId.Bcc]);
        Assert.Single(mail.To);
        Assert.DoesNotContain("<script", mail.HtmlBody, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("officer@example.org\r\nBcc: thief@example.org")]
    [InlineData("officer@example.org, thief@example.org")]
    [InlineData("Officer <officer@example.org>")]
    [InlineData("\"a\r\nDATA\"@example.org")]
    [InlineData("")]
    public async Task Send_TargetThatIsMoreThanAnAddress_Refused(string target) =>
        Assert.True((await SendAsync(1, Given.Message(target))).Final);

    [Fact]
    public async Task Send_NoServerConfigured_IsTriedAgain()
    {
        SendOutcome outcome = await new EmailChannel(Options.Create(new SmtpOptions()), TimeProvider.System).SendAsync(Given.Message("officer@example.org"), Cancellation);
        Assert.Equal((false, "no mail server is configured (Smtp:Host)"), (outcome.Final, outcome.Error));
    }

    [Fact]
    public async Task Send_ServerWithoutStartTls_IsNotSentInTheClear()
    {
        await using SmtpServer server = await SmtpServer.StartedAsync(Cancellation);
        SendOutcome outcome = await SendAsync(server.Port, Given.Message("officer@example.org"), SmtpSecurity.StartTls);
        Assert.Equal("no private connection to the mail server could be made (Smtp:Security)", outcome.Error);
        Assert.Empty(server.Mails());
    }

    private static Task<SendOutcome> SendAsync(int port, Message message, SmtpSecurity security = SmtpSecurity.None)
    {
        var options = new SmtpOptions { Host = "127.0.0.1", Port = port, From = "DataCatalog <catalogue@example.org>", Security = security };
        return new EmailChannel(Options.Create(options), TimeProvider.System).SendAsync(message, Cancellation);
    }
}
