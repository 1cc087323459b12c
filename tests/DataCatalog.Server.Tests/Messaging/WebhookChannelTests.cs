using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DataCatalog.Core.Compliance.Messages;
using DataCatalog.Server.Messaging;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Channel = DataCatalog.Core.Compliance.Channel;

namespace DataCatalog.Server.Tests.Messaging;

/// <summary>Webhooks to a real receiver.</summary>
public sealed class WebhookChannelTests : IAsyncLifetime
{
    private readonly ConcurrentQueue<Received> received = new();
    private readonly WebhookOptions options = new() { AllowInsecure = true, AllowPrivate = true };
    private WebApplication receiver = null!;
    private Func<HttpContext, Task> answer = _ => Task.CompletedTask;
    private string address = "";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        receiver = builder.Build();
        receiver.Run(async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            received.Enqueue(new Received(context.Request.Path, context.Request.Headers.ToDictionary(h => h.Key.ToLowerInvariant(), h => h.Value.ToString()), body.ToArray()));
            await answer(context);
        });
        await receiver.StartAsync(Cancellation);
        address = receiver.Urls.Single() + "/hook";
    }

    public async ValueTask DisposeAsync() => await receiver.DisposeAsync();

    [Fact]
    public void Signature_KnownAnswerOfStandardWebhooks() =>
        Assert.Equal("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
            WebhookSignature.Of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, "{\"test\": 2432232314}"u8));

    [Fact]
    public async Task Send_SignedSoThatAReceiverCanVerify()
    {
        Message message = Given.Message(address, Channel.Webhook);
        Assert.Null((await SendAsync(message)).Error);
        Received one = Assert.Single(received);
        Assert.Equal($"msg_{message.DeliveryId:N}", one.Headers["webhook-id"]);
        Assert.True(Verifies(one));
        Assert.False(Verifies(one with { Body = [.. one.Body, 32] }));
        Assert.Equal("application/json", one.Headers["content-type"]);
        using JsonDocument body = JsonDocument.Parse(one.Body);
        JsonElement alert = body.RootElement.GetProperty("data").GetProperty("alerts")[0];
        Assert.Equal("alert.raised", body.RootElement.GetProperty("type").GetString());
        Assert.Equal("뉴스 <b>말뭉치</b> & \"AI\"", alert.GetProperty("subject").GetProperty("ko").GetString());
        Assert.Equal(("EntitlementEnd", "2026-12-01", 7), (alert.GetProperty("kind").GetString(), alert.GetProperty("date").GetString(), alert.GetProperty("window").GetInt32()));
    }

    [Fact]
    public async Task Send_Again_SameIdAndBody()
    {
        Message message = Given.Message(address, Channel.Webhook);
        await SendAsync(message);
        await SendAsync(message);
        Assert.Single(received.Select(r => r.Headers["webhook-id"]).Distinct());
        Assert.Single(received.Select(r => Convert.ToHexString(r.Body)).Distinct());
    }

    [Fact]
    public async Task Send_LongDigest_LessThan20KilobytesWithTheNumberOfAll()
    {
        await SendAsync(Given.Digest(address, 100));
        Received one = Assert.Single(received);
        Assert.InRange(one.Body.Length, 10_000, WebhookEvent.MostBytes - 1);
        using JsonDocument body = JsonDocument.Parse(one.Body);
        Assert.Equal(107, body.RootElement.GetProperty("data").GetProperty("total").GetInt32());
    }

    [Theory]
    [InlineData(503, "120", 120)]
    [InlineData(503, null, null)]
    [InlineData(429, null, 300)]
    [InlineData(502, null, 300)]
    [InlineData(504, null, 300)]
    [InlineData(429, "9999999", 86400)]
    [InlineData(500, "soon", null)]
    [InlineData(404, null, null)]
    public async Task Send_Refused_WaitsAsLongAsTheReceiverAsks(int status, string? retryAfter, int? seconds)
    {
        Answer(status, retryAfter);
        SendOutcome outcome = await SendAsync(Given.Message(address, Channel.Webhook));
        Assert.Equal((false, false, seconds), (outcome.Final, outcome.Gone, (int?)outcome.RetryAfter?.TotalSeconds));
        Assert.Contains(status.ToString(CultureInfo.InvariantCulture), outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_Gone_Disables()
    {
        Answer(410);
        Assert.True((await SendAsync(Given.Message(address, Channel.Webhook))).Gone);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task Send_Redirect_IsFailureAndNotFollowed(int status)
    {
        answer = context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Location = "/elsewhere";
            return Task.CompletedTask;
        };
        Assert.NotNull((await SendAsync(Given.Message(address, Channel.Webhook))).Error);
        Assert.Equal("/hook", Assert.Single(received).Path);
    }

    [Fact]
    public async Task Send_TheBodyOfTheAnswerIsNotShown()
    {
        answer = async context =>
        {
            context.Response.StatusCode = 500;
            await context.Response.WriteAsync("inner secret", Cancellation);
        };
        Assert.DoesNotContain("secret", (await SendAsync(Given.Message(address, Channel.Webhook))).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_EndlessAnswer_IsNotRead()
    {
        answer = async context =>
        {
            byte[] block = new byte[65536];
            while (!context.RequestAborted.IsCancellationRequested) await context.Response.Body.WriteAsync(block, context.RequestAborted);
        };
        Assert.Null((await SendAsync(Given.Message(address, Channel.Webhook))).Error);
    }

    [Fact]
    public async Task Send_NoAnswer_TimesOut()
    {
        options.TimeoutSeconds = 1;
        answer = async context => await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        Assert.Contains("within 1 seconds", (await SendAsync(Given.Message(address, Channel.Webhook))).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_NobodyThere_IsTriedAgain()
    {
        await receiver.StopAsync(Cancellation);
        SendOutcome outcome = await SendAsync(Given.Message(address, Channel.Webhook));
        Assert.Equal(("the receiver could not be reached", false), (outcome.Error, outcome.Final));
    }

    // Written from the specification, not with the sender's code.
    private static bool Verifies(Received one)
    {
        byte[] key = Convert.FromBase64String(Given.Secret["whsec_".Length..]);
        byte[] signed = [.. Encoding.ASCII.GetBytes($"{one.Headers["webhook-id"]}.{one.Headers["webhook-timestamp"]}."), .. one.Body];
        return one.Headers["webhook-signature"].Split(' ').Any(s => s == "v1," + Convert.ToBase64String(HMACSHA256.HashData(key, signed)));
    }

    private void Answer(int status, string? retryAfter = null) => answer = context =>
    {
        context.Response.StatusCode = status;
        if (retryAfter is not null) context.Response.Headers.RetryAfter = retryAfter;
        return Task.CompletedTask;
    };

    private async Task<SendOutcome> SendAsync(Message message)
    {
        using var channel = new WebhookChannel(Options.Create(options), GuardedHttp.SystemResolver, TimeProvider.System);
        return await channel.SendAsync(message, Cancellation);
    }

    private sealed record Received(string Path, Dictionary<string, string> Headers, byte[] Body);
}
