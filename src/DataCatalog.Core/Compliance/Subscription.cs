using System.Security.Cryptography;
using DataCatalog.Core.Common;

namespace DataCatalog.Core.Compliance;

/// <summary>How someone is told.</summary>
public enum Channel
{
    /// <summary>On the pages and in the Alerts set.</summary>
    InApp,

    /// <summary>By e-mail.</summary>
    Email,

    /// <summary>By a signed call (Standard Webhooks).</summary>
    Webhook,
}

/// <summary>How often.</summary>
public enum Pace
{
    /// <summary>Each alert by itself, at once.</summary>
    Immediate,

    /// <summary>One message a day with all that is new.</summary>
    Daily,

    /// <summary>One message a week, on Mondays, with all that is new.</summary>
    Weekly,
}

/// <summary>Someone's wish to be told of alerts.</summary>
public sealed class Subscription : Entity
{
    /// <summary>Why a subscription that its owner ended is disabled.</summary>
    public const string Ended = "unsubscribed";

    private Subscription() { }

    /// <summary>The key that made it; its holder and programme administrators see it.</summary>
    public Guid OwnerId { get; private set; }

    /// <summary>The owner's consortium: it is told of that consortium's alerts only; null for staff.</summary>
    public Guid? ConsortiumId { get; private set; }

    /// <summary>What the owner calls it.</summary>
    public string Name { get; private set; } = null!;

    /// <summary>How to tell.</summary>
    public Channel Channel { get; private set; }

    /// <summary>E-mail address or webhook URL; null in-app.</summary>
    public string? Target { get; private set; }

    /// <summary>Secret that signs webhooks, <c>whsec_…</c>; told once, when made; null on other channels.</summary>
    public string? Secret { get; private set; }

    /// <summary>How often; a digest is for e-mail and webhook.</summary>
    public Pace Pace { get; private set; }

    /// <summary>Language of the messages: <c>ko</c> or <c>en</c>.</summary>
    public string Language { get; private set; } = "ko";

    /// <summary>Kinds of date to be told of; empty for all.</summary>
    public List<string> Kinds { get; private set; } = [];

    /// <summary>Kinds of date not to be told of, whatever <see cref="Kinds"/> says.</summary>
    public List<string> MutedKinds { get; private set; } = [];

    /// <summary>1 is told first; 2 and more are told where those before them took no notice in time.</summary>
    public int Tier { get; private set; } = 1;

    /// <summary>Why nothing is sent any more, or null while it is.</summary>
    public string? DisabledReason { get; private set; }

    /// <summary>When it was made, UTC: older alerts are not sent.</summary>
    public DateTime CreatedAt { get; private set; }

    /// <summary>Makes a subscription of the actor's own.</summary>
    public static Subscription Subscribe(SubscriptionInput input, Actor owner, TimeProvider clock)
    {
        var subscription = new Subscription { Id = Ids.New(clock), OwnerId = owner.Id, ConsortiumId = owner.ConsortiumId, CreatedAt = clock.Instant() };
        subscription.Change(input);
        return subscription;
    }

    /// <summary>Changes it; enables it again.</summary>
    public void Change(SubscriptionInput input)
    {
        Name = Check.Text(input.Name, nameof(Name), 200);
        Channel = input.Channel;
        Pace = input.Channel == Channel.InApp ? Pace.Immediate : input.Pace;
        Target = input.Channel switch
        {
            Channel.Email => EmailAddress(input.Target),
            Channel.Webhook => Check.OptionalWebAddress(input.Target, nameof(Target)) ?? throw new DomainException(CommonErrors.Required, nameof(Target), nameof(Target)),
            _ => null,
        };
        Secret = Channel == Channel.Webhook ? Secret ?? NewSecret() : null;
        Language = input.Language is "ko" or "en" ? input.Language : throw new DomainException(CommonErrors.Invalid, nameof(Language), input.Language ?? "", "language of messages", "use ko or en");
        Kinds = Vocabulary.Each(input.Kinds, nameof(Kinds), Kind);
        MutedKinds = Vocabulary.Each(input.MutedKinds, nameof(MutedKinds), Kind);
        Tier = input.Tier is >= 1 and <= 9 ? input.Tier : throw new DomainException(CommonErrors.Invalid, nameof(Tier), input.Tier, "tier", "use 1 for those who are told first, up to 9");
        DisabledReason = null;
    }

    /// <summary>What is said of it now, as a caller would say it.</summary>
    public SubscriptionInput ToInput() => new() { Name = Name, Channel = Channel, Target = Target, Pace = Pace, Language = Language, Kinds = Kinds, MutedKinds = MutedKinds, Tier = Tier };

    /// <summary>Whether it is to be told of the alert: staff of every one, a consortium of its own, each only of the kinds chosen, and once it has been passed on so far.</summary>
    public bool Wants(Alert alert) => Tier <= alert.Tier && Concerns(alert);

    /// <summary>Whether it is to be told of the alert once that has been passed on so far.</summary>
    public bool Concerns(Alert alert) =>
        DisabledReason is null && alert.RaisedAt >= CreatedAt && Sees(alert)
        && (Kinds.Count == 0 || Kinds.Contains(alert.Kind.ToString())) && !MutedKinds.Contains(alert.Kind.ToString());

    /// <summary>Whether its owner may see the alert.</summary>
    public bool Sees(Alert alert) => (alert.OwnerId is null || alert.OwnerId == OwnerId) && (ConsortiumId is null || alert.ConsortiumId == ConsortiumId);

    /// <summary>Stops sending, as after 410 Gone.</summary>
    public void Disable(string reason) => DisabledReason = reason;

    private static string Kind(string? value, string field) => Enum.GetNames<SubjectKind>().Contains(value, StringComparer.Ordinal)
        ? value!
        : throw new DomainException(CommonErrors.Invalid, field, value ?? "", "kind of date", $"use one of {string.Join(", ", Enum.GetNames<SubjectKind>())}");

    private static string NewSecret() => "whsec_" + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    private static string EmailAddress(string? value)
    {
        string text = Check.Text(value, nameof(Target), 254);
        int at = text.IndexOf('@', StringComparison.Ordinal);
        bool plain = text.All(c => char.IsLetterOrDigit(c) || c is '@' or '.' or '-' or '_' or '+');
        return plain && at is > 0 and <= 64 && at == text.LastIndexOf('@') && at < text.Length - 1 && !text.Contains("..", StringComparison.Ordinal)
            ? text
            : throw new DomainException(CommonErrors.Invalid, nameof(Target), text, "e-mail address", "write it as name@example.org");
    }
}

/// <summary>What a caller says of a subscription.</summary>
public sealed record SubscriptionInput
{
    /// <summary>What the owner calls it.</summary>
    public string? Name { get; init; }

    /// <summary>How to tell.</summary>
    public Channel Channel { get; init; }

    /// <summary>E-mail address or webhook URL.</summary>
    public string? Target { get; init; }

    /// <summary>How often.</summary>
    public Pace Pace { get; init; }

    /// <summary>ko or en.</summary>
    public string? Language { get; init; } = "ko";

    /// <summary>Kinds of date to be told of; empty for all.</summary>
    public IReadOnlyList<string>? Kinds { get; init; }

    /// <summary>Kinds of date not to be told of.</summary>
    public IReadOnlyList<string>? MutedKinds { get; init; }

    /// <summary>1 is told first; 2 to 9 where those before took no notice in time.</summary>
    public int Tier { get; init; } = 1;
}
