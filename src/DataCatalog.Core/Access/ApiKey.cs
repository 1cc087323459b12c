using System.Security.Cryptography;
using System.Text;
using DataCatalog.Core.Common;

namespace DataCatalog.Core.Access;

/// <summary>A secret that lets its holder act in roles. Only its hash is kept.</summary>
public sealed class ApiKey : Entity
{
    /// <summary>What every key begins with, so that scanners for leaked secrets know it.</summary>
    public const string Mark = "dck_";

    /// <summary>How long a prefix is.</summary>
    public const int PrefixLength = 12;

    /// <summary>The longest secret that opens anything.</summary>
    public const int LongestSecret = 256;

    private ApiKey() { }

    /// <summary>Whose it is.</summary>
    public string Name { get; private set; } = null!;

    /// <summary>The key's first twelve characters, by which it is known and found.</summary>
    public string Prefix { get; private set; } = null!;

    /// <summary>SHA-256 of the whole key, lower-case hexadecimal.</summary>
    public string Hash { get; private set; } = null!;

    /// <summary>What its holder may do.</summary>
    public Roles Roles { get; private set; }

    /// <summary>The holder's consortium; set exactly for consortium members.</summary>
    public Guid? ConsortiumId { get; private set; }

    /// <summary>When it was made, UTC.</summary>
    public DateTime CreatedAt { get; private set; }

    /// <summary>From when on it no longer opens, UTC; null where it does not end.</summary>
    public DateTime? ExpiresAt { get; private set; }

    /// <summary>About when it was last used, UTC; null where never.</summary>
    public DateTime? LastUsedAt { get; private set; }

    /// <summary>When it was revoked, UTC, or null.</summary>
    public DateTime? RevokedAt { get; private set; }

    /// <summary>Makes a key; the secret is told here and never again.</summary>
    public static (ApiKey Key, string Secret) Issue(ApiKeyInput input, TimeProvider clock)
    {
        string secret = Mark + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        return (Of(secret, input, clock), secret);
    }

    /// <summary>Makes the key of a secret that was chosen elsewhere.</summary>
    /// <exception cref="DomainException">The secret is shorter than 32 characters, or the roles and the consortium do not fit.</exception>
    public static ApiKey Of(string secret, ApiKeyInput input, TimeProvider clock)
    {
        if (secret.Length is < 32 or > LongestSecret || secret.Any(c => c is < '!' or > '~'))
        {
            throw new DomainException(CommonErrors.Invalid, "Secret", "Secret", "key", "use 32 to 256 visible ASCII characters");
        }

        Roles roles = RoleNames.Parse(input.Roles, nameof(Roles));
        bool member = roles.HasFlag(Roles.ConsortiumMember);
        if (member != (input.ConsortiumId is not null)) throw new DomainException(AccessErrors.ConsortiumOfMember, nameof(ConsortiumId));
        if (member && roles != Roles.ConsortiumMember) throw new DomainException(AccessErrors.MemberAndStaff, nameof(Roles));
        DateTime now = clock.Instant();
        DateTime? end = Utc(input.ExpiresAt);
        if (end <= now) throw new DomainException(CommonErrors.Invalid, nameof(ExpiresAt), $"{end:O}", "time of expiry", "it lies in the past; choose a later one");
        return new ApiKey
        {
            Id = Ids.New(clock), Name = Check.Text(input.Name, nameof(Name), 200), Prefix = secret[..PrefixLength], Hash = HashOf(secret),
            Roles = roles, ConsortiumId = input.ConsortiumId, CreatedAt = now, ExpiresAt = end,
        };
    }

    // A time without a zone is taken for UTC, never for the machine's own.
    private static DateTime? Utc(DateTime? time) =>
        time is { Kind: DateTimeKind.Unspecified } bare ? DateTime.SpecifyKind(bare, DateTimeKind.Utc) : time?.ToUniversalTime();

    /// <summary>SHA-256 of a secret: enough for 256 random bits, which no dictionary holds.</summary>
    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>Whether the secret opens it now; takes the same time whatever the secret.</summary>
    public bool Opens(string secret, DateTime now) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(HashOf(secret)), Encoding.ASCII.GetBytes(Hash)) && IsLive(now);

    /// <summary>Whether it opens anything now: neither revoked nor ended.</summary>
    public bool IsLive(DateTime now) => RevokedAt is null && (ExpiresAt is null || ExpiresAt > now);

    /// <summary>Takes it back at once.</summary>
    public void Revoke(TimeProvider clock) => RevokedAt ??= clock.Instant();
}

/// <summary>What a caller says of a key.</summary>
public sealed record ApiKeyInput
{
    /// <summary>Whose it is.</summary>
    public string? Name { get; init; }

    /// <summary>What its holder may do, by name.</summary>
    public IReadOnlyList<string>? Roles { get; init; }

    /// <summary>The holder's consortium; for consortium members only.</summary>
    public Guid? ConsortiumId { get; init; }

    /// <summary>From when on it no longer opens.</summary>
    public DateTime? ExpiresAt { get; init; }
}

/// <summary>Errors of keys.</summary>
public static class AccessErrors
{
    /// <summary>Members have a consortium and others none.</summary>
    public static readonly ErrorCode ConsortiumOfMember = new("consortium-of-member", ErrorKind.Rule,
        "A consortium member's key names its consortium, and no other key does.", "컨소시엄 구성원의 키에만 컨소시엄을 지정하며, 반드시 지정해야 합니다.");

    /// <summary>A member who is staff too would see past the walls.</summary>
    public static readonly ErrorCode MemberAndStaff = new("member-and-staff", ErrorKind.Rule,
        "A consortium member's key cannot hold a staff role as well; issue two keys.", "컨소시엄 구성원의 키에 운영 역할을 함께 줄 수 없습니다. 키를 두 개 발급하세요.");

    /// <summary>Without it nobody could issue keys.</summary>
    public static readonly ErrorCode LastAdministrator = new("last-administrator", ErrorKind.Conflict,
        "It is the last programme administrator's key that opens; issue another before you revoke it.", "유효한 마지막 사업 관리자 키입니다. 회수하기 전에 다른 관리자 키를 발급하세요.");

    /// <summary>The secret chosen for the administrator belongs to a key that does not open as one.</summary>
    public static readonly ErrorCode SecretSpent = new("secret-spent", ErrorKind.Conflict,
        "The secret chosen for the administrator belongs to a key that was revoked, has ended or has other roles; choose a new secret.",
        "관리자용으로 정한 비밀 값이 회수되었거나 만료되었거나 역할이 다른 키의 것입니다. 새 비밀 값을 정하세요.");
}
