using System.ComponentModel.DataAnnotations;

namespace DataCatalog.Server.Messaging;

/// <summary>How webhooks are sent; the section <c>Webhooks</c>.</summary>
public sealed class WebhookOptions
{
    /// <summary>The ports to which webhooks go where none are set.</summary>
    public static readonly IReadOnlyList<int> UsualPorts = [443, 8443];

    /// <value>Whether http without TLS is allowed too. Default: false.</value>
    public bool AllowInsecure { get; set; }

    /// <value>Whether private, loopback and other special addresses, and all ports, are allowed. Default: false.</value>
    public bool AllowPrivate { get; set; }

    /// <value>Ports allowed. Default: 443 and 8443, and with <see cref="AllowInsecure"/> 80 and 8080.</value>
    public IList<int> Ports { get; } = [];

    /// <value>Longest time for one sending, in seconds. Default: 20.</value>
    [Range(1, 60)]
    public int TimeoutSeconds { get; set; } = 20;

    /// <summary>Whether a receiver may listen on the port.</summary>
    internal bool Allows(int port) =>
        AllowPrivate || (Ports.Count > 0 ? Ports.Contains(port) : UsualPorts.Contains(port) || (AllowInsecure && port is 80 or 8080));
}
