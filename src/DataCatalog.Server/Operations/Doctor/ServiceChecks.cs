using System.Net;
using System.Net.Sockets;
using DataCatalog.Core.Search;
using DataCatalog.Server.Messaging;
using MailKit.Net.Smtp;

namespace DataCatalog.Server.Operations.Doctor;

/// <summary>Looks at the service itself and at what it talks to.</summary>
internal sealed class ServiceChecks(IConfiguration configuration)
{
    /// <summary>Whether the port is free, or served by this service.</summary>
    public Check Port => new("port", PortAsync);

    /// <summary>Whether the search index answers and is of this release's definition.</summary>
    public Check Search(ISearchIndex index) => new("search index", async cancellation =>
    {
        SearchHealth health = await index.HealthAsync(cancellation);
        // The embedded index has one owner; where that is the running service, it is asked.
        if (health.State == SearchState.Unavailable && await ReadyAsync(cancellation) is { } running) health = running;
        return health.State switch
        {
            SearchState.Ready => Answer.Ok(health.Documents > 0 ? $"answers, {health.Documents} datasets" : "answers"),
            SearchState.NeedsRebuild => Answer.Warn($"must be built anew: {health.Detail}", "The service does so when it runs; or run 'reindex'."),
            _ => Answer.Warn($"does not answer: {health.Detail}", "The rest goes on without it. 'Search away' in docs/runbook.md."),
        };
    });

    /// <summary>Whether the mail server greets.</summary>
    public static Check Mail(SmtpOptions options) => new("mail server", async cancellation =>
    {
        if (options.Host is null) return Answer.Ok("none is configured (Smtp:Host); no e-mail is sent");
        using var client = new SmtpClient();
        try
        {
            await client.ConnectAsync(options.Host, options.Port, EmailChannel.Secure(options.Security), cancellation);
            if (options.User is not null) await client.AuthenticateAsync(options.User, options.Password ?? "", cancellation);
            await client.DisconnectAsync(quit: true, cancellation);
            return Answer.Ok($"{options.Host}:{options.Port} answers EHLO{(options.User is null ? "" : " and lets us in")}");
        }
        catch (Exception away) when (EmailChannel.IsFault(away))
        {
            // What a server says can hold anything, so only the kind of fault is told.
            return Answer.Warn($"{options.Host}:{options.Port}: {EmailChannel.Explain(away).Error}", "Check Smtp:Host, Port, Security, User and Password, and that a firewall lets this machine out. Deliveries wait meanwhile.");
        }
    });

    private async Task<Answer?> PortAsync(CancellationToken cancellation)
    {
        foreach (Uri address in ServiceAddress.Of(configuration))
        {
            (int status, string body) = await ServiceAddress.AskAsync(new Uri(address, "health/live"), TimeSpan.FromSeconds(4), cancellation);
            if (status == 200 && body.Contains("\"live\"", StringComparison.Ordinal)) continue;
            if (status != 0 || !IsFree(address)) return Answer.Fail($"{address.Authority} is taken by another program", "Stop it ('ss -ltnp' names it), or listen elsewhere with --urls.");
        }

        return Answer.Ok(string.Join(", ", ServiceAddress.Of(configuration).Select(a => a.Authority)) + " free, or served by this service");
    }

    private async Task<SearchHealth?> ReadyAsync(CancellationToken cancellation)
    {
        (int status, string body) = await ServiceAddress.AskAsync(new Uri(ServiceAddress.Of(configuration)[0], "health/ready"), TimeSpan.FromSeconds(4), cancellation);
        if (status != 200) return null;
        return body.Contains("\"search\":\"ready\"", StringComparison.Ordinal) ? new SearchHealth(SearchState.Ready, 0) : new SearchHealth(SearchState.NeedsRebuild, 0, "the running service says so");
    }

    private static bool IsFree(Uri address)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.TryParse(address.Host, out IPAddress? ip) ? ip : IPAddress.Loopback, address.Port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
