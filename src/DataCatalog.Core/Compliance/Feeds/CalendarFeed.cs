using System.Security.Cryptography;
using System.Text;
using DataCatalog.Core.Common;

namespace DataCatalog.Core.Compliance.Feeds;

/// <summary>A calendar's address by which someone's watched dates can be read without signing in, until it is revoked.</summary>
public sealed class CalendarFeed : Entity
{
    private CalendarFeed() { }

    /// <summary>The key that made it.</summary>
    public Guid OwnerId { get; private set; }

    /// <summary>What the owner calls it.</summary>
    public string Name { get; private set; } = null!;

    /// <summary>The owner's consortium: the feed tells its dates only; null for staff.</summary>
    public Guid? ConsortiumId { get; private set; }

    /// <summary>Language of the entries: <c>ko</c> or <c>en</c>.</summary>
    public string Language { get; private set; } = "ko";

    /// <summary>SHA-256 of the token, lower-case hexadecimal; the token itself is told once.</summary>
    public string TokenSha256 { get; private set; } = null!;

    /// <summary>When it was made, UTC.</summary>
    public DateTime CreatedAt { get; private set; }

    /// <summary>When it was revoked, UTC, or null.</summary>
    public DateTime? RevokedAt { get; private set; }

    /// <summary>Makes a feed of the actor's own, with its token.</summary>
    public static (CalendarFeed Feed, string Token) Make(string? name, string? language, Actor owner, TimeProvider clock)
    {
        string token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        var feed = new CalendarFeed
        {
            Id = Ids.New(clock), OwnerId = owner.Id, ConsortiumId = owner.SeesEverything ? null : owner.ConsortiumId, Name = Check.Text(name, nameof(Name), 200), TokenSha256 = HashOf(token), CreatedAt = clock.Instant(),
            Language = (language ?? "ko") is "ko" or "en" ? language ?? "ko" : throw new DomainException(CommonErrors.Invalid, nameof(Language), language ?? "", "language", "use ko or en"),
        };
        return (feed, token);
    }

    /// <summary>Revokes it; a second time changes nothing.</summary>
    public void Revoke(TimeProvider clock) => RevokedAt ??= clock.Instant();

    /// <summary>The hash by which a token is looked up.</summary>
    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
