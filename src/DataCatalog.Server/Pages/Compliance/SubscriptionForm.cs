using DataCatalog.Core.Compliance;

namespace DataCatalog.Server.Pages.Compliance;

/// <summary>What is entered of a subscription.</summary>
public sealed class SubscriptionForm
{
    /// <summary>The one that is changed; none where one is made.</summary>
    public Guid? Id { get; set; }

    /// <summary>The version that was read.</summary>
    public long? Version { get; set; }

    /// <summary>What the owner calls it.</summary>
    public string? Name { get; set; }

    /// <summary>How to tell.</summary>
    public string? Channel { get; set; }

    /// <summary>E-mail address or webhook URL.</summary>
    public string? Target { get; set; }

    /// <summary>How often.</summary>
    public string? Pace { get; set; }

    /// <summary>Language of the messages.</summary>
    public string? Language { get; set; }

    /// <summary>1 for those who are told first.</summary>
    public string? Tier { get; set; }

    /// <summary>What there is, as a form.</summary>
    public static SubscriptionForm Of(Subscription subscription) => new()
    {
        Id = subscription.Id, Version = subscription.RowVersion, Name = subscription.Name, Channel = subscription.Channel.ToString(), Target = subscription.Target, Pace = subscription.Pace.ToString(),
        Language = subscription.Language, Tier = subscription.Tier.ToString(System.Globalization.CultureInfo.InvariantCulture),
    };

    /// <summary>What is to be kept.</summary>
    public SubscriptionInput ToInput(IReadOnlyList<string> kinds, IReadOnlyList<string> muted) => new()
    {
        Name = Name, Target = string.IsNullOrWhiteSpace(Target) ? null : Target.Trim(), Language = Language, Kinds = kinds, MutedKinds = muted,
        Channel = Enum.TryParse(Channel, out Channel channel) ? channel : Core.Compliance.Channel.InApp,
        Pace = Enum.TryParse(Pace, out Pace pace) ? pace : Core.Compliance.Pace.Immediate,
        Tier = int.TryParse(Tier, System.Globalization.CultureInfo.InvariantCulture, out int tier) ? tier : 0,
    };
}
