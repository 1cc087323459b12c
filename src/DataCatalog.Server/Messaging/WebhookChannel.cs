using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Authentication;
using DataCatalog.Core.Compliance;
using DataCatalog.Core.Compliance.Messages;
using Microsoft.Extensions.Options;

namespace DataCatalog.Server.Messaging;

/// <summary>Sends webhooks as Standard Webhooks says: signed, at least once, the same id at each attempt.</summary>
internal sealed class WebhookChannel(IOptions<WebhookOptions> options, HostResolver resolve, TimeProvider clock) : IMessageChannel, IDisposable
{
    private static readonly TimeSpan SlowDown = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);
    private static readonly ProductInfoHeaderValue Agent = new("DataCatalog", "1");

    private readonly WebhookOptions options = options.Value;
    private readonly HttpMessageInvoker http = new(GuardedHttp.Handler(options.Value.AllowPrivate, resolve));

    /// <inheritdoc/>
    public Channel Kind => Channel.Webhook;

    /// <inheritdoc/>
    public async Task<SendOutcome> SendAsync(Message message, CancellationToken cancellation)
    {
        var target = new Uri(message.Target);
        if (target.Scheme != Uri.UriSchemeHttps && !options.AllowInsecure) return SendOutcome.Refused("the address must begin with https://");
        if (!options.Allows(target.Port)) return SendOutcome.Refused($"port {target.Port} is not one to which webhooks are sent");
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(options.TimeoutSeconds), clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellation);
        try
        {
            using HttpRequestMessage request = Request(message, target);
            using HttpResponseMessage response = await http.SendAsync(request, either.Token);
            return Judge(response);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return SendOutcome.Failed($"the receiver did not answer within {options.TimeoutSeconds} seconds");
        }
        catch (HttpRequestException failure)
        {
            return Explain(failure);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    private HttpRequestMessage Request(Message message, Uri target)
    {
        byte[] body = WebhookEvent.Write(message);
        string id = $"msg_{message.DeliveryId:N}";
        long timestamp = clock.GetUtcNow().ToUnixTimeSeconds();
        var request = new HttpRequestMessage(HttpMethod.Post, target) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue(Agent.Product!));
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", timestamp.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("webhook-signature", WebhookSignature.Of(message.Secret!, id, timestamp, body));
        return request;
    }

    // The body of the answer is neither kept nor shown: it may come from a place that the asker should not see.
    private SendOutcome Judge(HttpResponseMessage response)
    {
        int status = (int)response.StatusCode;
        if (status is >= 200 and < 300) return SendOutcome.Delivered;
        if (status is >= 300 and < 400) return SendOutcome.Failed($"the receiver answered {status}; redirects are not followed, subscribe with the final address");
        if (response.StatusCode == HttpStatusCode.Gone) return SendOutcome.Disabled("the receiver answered 410 Gone");
        return SendOutcome.Failed($"the receiver answered {status}", RetryAfter(response) ?? (status is 429 or 502 or 504 ? SlowDown : null));
    }

    private TimeSpan? RetryAfter(HttpResponseMessage response)
    {
        RetryConditionHeaderValue? header = response.Headers.RetryAfter;
        TimeSpan? wait = header?.Delta ?? (header?.Date is { } date ? date - clock.GetUtcNow() : null);
        return wait > LongestWait ? LongestWait : wait;
    }

    private static SendOutcome Explain(HttpRequestException failure) => failure switch
    {
        { InnerException: ForbiddenTargetException forbidden } => SendOutcome.Refused(forbidden.Message),
        { InnerException: AuthenticationException } => SendOutcome.Failed("the receiver's certificate is not trusted"),
        { HttpRequestError: HttpRequestError.NameResolutionError } => SendOutcome.Failed("the receiver's host name is not known"),
        _ => SendOutcome.Failed("the receiver could not be reached"),
    };
}
