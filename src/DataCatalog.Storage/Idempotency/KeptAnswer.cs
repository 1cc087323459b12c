using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataCatalog.Storage.Idempotency;

/// <summary>The answer to a write, kept for whoever sends it again with the same key; bookkeeping, so not part of the audit log.</summary>
public sealed class KeptAnswer
{
    private KeptAnswer() { }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>Whose key.</summary>
    public Guid OwnerId { get; private set; }

    /// <summary>The key.</summary>
    public string Key { get; private set; } = null!;

    /// <summary>SHA-256 of the request that it was first sent with.</summary>
    public string Sha256 { get; private set; } = null!;

    /// <summary>When, UTC.</summary>
    public DateTime MadeAt { get; private set; }

    /// <summary>Status of the answer; 0 while it is being made, which nobody but its own transaction sees.</summary>
    public int Status { get; private set; }

    /// <summary>Headers of the answer, as JSON; null while it is being made.</summary>
    public string? Headers { get; private set; }

    /// <summary>Its body, sealed by the caller; null while it is being made.</summary>
    public byte[]? Body { get; private set; }
}

internal sealed class KeptAnswerConfiguration : IEntityTypeConfiguration<KeptAnswer>
{
    public void Configure(EntityTypeBuilder<KeptAnswer> builder)
    {
        builder.ToTable("idempotency_keys");
        builder.Property(k => k.Key).HasMaxLength(255);
        builder.Property(k => k.Sha256).HasMaxLength(64);
        builder.HasIndex(k => new { k.OwnerId, k.Key }).IsUnique();
        builder.HasIndex(k => k.MadeAt);
    }
}
