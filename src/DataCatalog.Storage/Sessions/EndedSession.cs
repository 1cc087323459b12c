using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataCatalog.Storage.Sessions;

/// <summary>A browser's session that was signed out of before it ran out; bookkeeping, so not part of the audit log.</summary>
public sealed class EndedSession
{
    private EndedSession() { }

    /// <summary>The session.</summary>
    public Guid Id { get; private set; }

    /// <summary>When it would have run out, UTC: by then nobody need remember it.</summary>
    public DateTime RunsOutAt { get; private set; }
}

internal sealed class EndedSessionConfiguration : IEntityTypeConfiguration<EndedSession>
{
    public void Configure(EntityTypeBuilder<EndedSession> builder)
    {
        builder.ToTable("ended_sessions");
        builder.HasIndex(s => s.RunsOutAt);
    }
}
