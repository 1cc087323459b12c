using DataCatalog.Core.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace DataCatalog.Storage;

/// <summary>
/// The keys with which instances seal links for one another, kept in PostgreSQL. They are secrets of the service and no rows of the
/// registry, so they go neither through the audit log nor through anyone's sight. Not asynchronous, for who asks for them is not.
/// </summary>
public sealed class ServiceKeys(RegistryDbFactory registry)
{
    /// <summary>All of them.</summary>
    public IReadOnlyList<string> Read()
    {
        using RegistryDb db = registry.Create(Actor.Registry);
        return db.Database.SqlQuery<string>($"SELECT xml AS \"Value\" FROM service_keys ORDER BY id").ToList();
    }

    /// <summary>Adds one; a second time changes nothing.</summary>
    public void Add(string name, string xml)
    {
        using RegistryDb db = registry.Create(Actor.Registry);
        using IDbContextTransaction transaction = db.Database.BeginTransaction();
        db.Database.ExecuteSql($"INSERT INTO service_keys (name, xml) VALUES ({name}, {xml}) ON CONFLICT (name) DO NOTHING");
        transaction.Commit();
    }
}
