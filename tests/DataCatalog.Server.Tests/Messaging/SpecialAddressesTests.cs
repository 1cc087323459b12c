using System.Net;
using System.Net.Sockets;
using DataCatalog.Core.Compliance;
using DataCatalog.Core.Compliance.Messages;
using DataCatalog.Server.Messaging;
using Microsoft.Extensions.Options;

namespace DataCatalog.Server.Tests.Messaging;

/// <summary>No form of an inner address lets a webhook reach it.</summary>
public sealed class SpecialAddressesTests
{
    private static readonly string[] Loopback =
    [
        "127.0.0.1", "127.1", "127.0.1", "0x7f.0.0.1", "0x7f000001", "2130706433", "017700000001", "0177.0.0.1", "0177.0.0.01", "127.000.000.001", "127.255.255.254", "127.0.0.2",
        "0x7F.1", "0x7f.0.1", "127.0x0.0.1", "[::1]", "[0:0:0:0:0:0:0:1]", "[0000::0001]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::ffff:7f00:0001]", "[0:0:0:0:0:ffff:127.0.0.1]",
        "[::127.0.0.1]", "[::7f00:1]", "[64:ff9b::127.0.0.1]", "[64:ff9b::7f00:1]", "[64:ff9b:1::7f00:1]", "[2002:7f00:1::]", "[2002:7f00:0001::1]", "[2001:0:7f00:1::]", "[fe80::5efe:127.0.0.1]",
    ];

    private static readonly string[] Unspecified = ["0.0.0.0", "0", "0.0.0.1", "0.1.2.3", "0x0", "00", "[::]", "[::0]", "[0:0:0:0:0:0:0:0]", "[::ffff:0.0.0.0]", "[::ffff:0:0]", "[64:ff9b::0.0.0.0]"];

    private static readonly string[] Private =
    [
        "10.0.0.1", "10.255.255.255", "10.1", "0xa.0.0.1", "167772161", "012.0.0.1", "172.16.0.1", "172.31.255.255", "172.20.1", "0xac.16.0.1", "2886729729", "192.168.0.1", "192.168.255.254", "192.168.1",
        "0xc0a80001", "3232235521", "0300.0250.0.1", "[::ffff:10.0.0.1]", "[::ffff:a00:1]", "[::ffff:192.168.0.1]", "[::ffff:172.16.0.1]", "[64:ff9b::10.0.0.1]", "[64:ff9b::192.168.0.1]", "[2002:a00:1::]",
        "[2002:c0a8:1::1]", "[2002:ac10:1::1]", "[fc00::1]", "[fd00::1]", "[fd12:3456:789a::1]", "[fdff:ffff::1]", "[fec0::1]", "[feff::1]",
    ];

    private static readonly string[] LinkLocal =
    [
        "169.254.169.254", "169.254.0.1", "169.254.255.255", "169.254.43518", "0xa9.0xfe.0xa9.0xfe", "0xa9fea9fe", "2852039166", "0251.0376.0251.0376", "[::ffff:169.254.169.254]", "[::ffff:a9fe:a9fe]",
        "[64:ff9b::169.254.169.254]", "[2002:a9fe:a9fe::]", "[::169.254.169.254]", "[fe80::1]", "[fe80::a9fe:a9fe]", "[febf::1]", "[fd00:ec2::254]", "168.63.129.16", "[::ffff:168.63.129.16]", "192.0.0.192", "100.100.100.200",
    ];

    private static readonly string[] Shared =
    [
        "100.64.0.1", "100.127.255.254", "100.100.100.1", "0x64.0x40.0.1", "1681915905", "[::ffff:100.64.0.1]", "[64:ff9b::100.64.0.1]", "[2002:6440:1::]",
        "192.0.0.1", "192.0.0.8", "192.0.0.170", "192.0.2.1", "198.51.100.1", "203.0.113.1", "198.18.0.1", "198.19.255.255", "192.88.99.1", "192.31.196.1", "192.52.193.1", "192.175.48.1",
        "[2001:db8::1]", "[3fff::1]", "[3fff:fff::1]", "[2001::1]", "[2001:10::1]", "[2001:20::1]", "[2001:2::1]", "[2001:4:112::1]", "[2620:4f:8000::1]", "[100::1]", "[100:0:0:1::1]", "[5f00::1]",
        "[2002::1]", "[2002:808:808::1]", "[64:ff9b::8.8.8.8]", "[::ffff:8.8.8.8]", "[::8.8.8.8]",
    ];

    private static readonly string[] Multicast =
    [
        "224.0.0.1", "224.0.0.251", "239.255.255.250", "239.255.255.255", "0xe0000001", "240.0.0.1", "250.1.2.3", "255.255.255.254", "255.255.255.255", "0xffffffff", "4294967295",
        "[ff02::1]", "[ff01::1]", "[ff05::2]", "[ff0e::1]", "[ffff::1]", "[4000::1]", "[1::1]", "[::2]", "[e000::1]", "[::ffff:255.255.255.255]",
    ];

    private static readonly string[] Forms = [.. Loopback, .. Unspecified, .. Private, .. LinkLocal, .. Shared, .. Multicast];

    [Fact]
    public void Table_HasAtLeast150Forms() => Assert.True(Forms.Distinct().Count() >= 150, $"{Forms.Distinct().Count()}");

    [Fact]
    public async Task EveryForm_IsRefusedBeforeAnyConnection()
    {
        using var listener = new CountingListener();
        var options = new WebhookOptions { AllowInsecure = true };
        options.Ports.Add(listener.Port);
        using var channel = new WebhookChannel(Options.Create(options), GuardedHttp.SystemResolver, TimeProvider.System);
        var wrong = new List<string>();
        foreach (string form in Forms)
        {
            SendOutcome outcome = await channel.SendAsync(Given.Message($"http://{form}:{listener.Port}/", Channel.Webhook), TestContext.Current.CancellationToken);
            if (outcome is not { Final: true, Error: "The host of the address is not on the public internet." }) wrong.Add($"{form}: {outcome}");
        }

        Assert.Empty(wrong);
        Assert.Equal(0, listener.Connections);
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("LOCALHOST")]
    [InlineData("localhost.")]
    public async Task Names_AreJudgedByWhatTheyResolveTo(string name)
    {
        using var listener = new CountingListener();
        using WebhookChannel channel = Open(listener.Port, (_, _) => Task.FromResult(new[] { IPAddress.Loopback }));
        SendOutcome outcome = await channel.SendAsync(Given.Message($"http://{name}:{listener.Port}/", Channel.Webhook), TestContext.Current.CancellationToken);
        Assert.True(outcome.Final);
        Assert.Equal(0, listener.Connections);
    }

    [Fact]
    public async Task OneSpecialAddressAmongPublicOnes_Refused()
    {
        using WebhookChannel channel = Open(443, (_, _) => Task.FromResult(new[] { IPAddress.Parse("93.184.215.14"), IPAddress.Loopback }));
        Assert.True((await channel.SendAsync(Given.Message("https://rebind.example.org/", Channel.Webhook), TestContext.Current.CancellationToken)).Final);
    }

    [Fact]
    public async Task Rebinding_TheNameIsAskedOnceAndTheCheckedAddressIsUsed()
    {
        using var listener = new CountingListener();
        int asked = 0;
        using WebhookChannel channel = Open(listener.Port, (_, _) => Task.FromResult(new[] { Interlocked.Increment(ref asked) == 1 ? IPAddress.Parse("127.0.0.1") : IPAddress.Parse("93.184.215.14") }));
        SendOutcome outcome = await channel.SendAsync(Given.Message($"http://rebind.example.org:{listener.Port}/", Channel.Webhook), TestContext.Current.CancellationToken);
        Assert.Equal((true, 1, 0), (outcome.Final, asked, listener.Connections));
    }

    [Theory]
    [InlineData("http://example.org/")]
    [InlineData("https://example.org:22/")]
    [InlineData("https://example.org:6379/")]
    [InlineData("ftp://example.org/")]
    [InlineData("file:///etc/passwd")]
    public async Task OtherSchemesAndPorts_Refused(string address)
    {
        using var channel = new WebhookChannel(Options.Create(new WebhookOptions()), (_, _) => throw new InvalidOperationException("was resolved"), TimeProvider.System);
        Assert.True((await channel.SendAsync(Given.Message(address, Channel.Webhook), TestContext.Current.CancellationToken)).Final);
    }

    [Theory]
    [InlineData("8.8.8.8")]
    [InlineData("93.184.215.14")]
    [InlineData("172.32.0.1")]
    [InlineData("100.128.0.1")]
    [InlineData("2606:4700::1111")]
    [InlineData("2001:4860:4860::8888")]
    public void PublicAddresses_Pass(string address) => Assert.False(SpecialAddresses.Contains(IPAddress.Parse(address)));

    private static WebhookChannel Open(int port, HostResolver resolve)
    {
        var options = new WebhookOptions { AllowInsecure = true };
        options.Ports.Add(port);
        return new WebhookChannel(Options.Create(options), resolve, TimeProvider.System);
    }

    private sealed class CountingListener : IDisposable
    {
        private readonly TcpListener listener = new(IPAddress.IPv6Any, 0);
        private int connections;

        public CountingListener()
        {
            listener.Server.DualMode = true;
            listener.Start();
            _ = AcceptAsync();
        }

        public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

        public int Connections => Volatile.Read(ref connections) + (listener.Pending() ? 1 : 0);

        public void Dispose() => listener.Dispose();

        private async Task AcceptAsync()
        {
            while (true)
            {
                try
                {
                    using TcpClient client = await listener.AcceptTcpClientAsync();
                    Interlocked.Increment(ref connections);
                }
                catch (Exception closed) when (closed is SocketException or ObjectDisposedException)
                {
                    return;
                }
            }
        }
    }
}
