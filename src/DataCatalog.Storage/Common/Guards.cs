using Microsoft.EntityFrameworkCore.Migrations;

namespace DataCatalog.Storage.Common;

/// <summary>What the databases enforce and the model cannot say: rows that are only ever added, and indexes over expressions and parts of values.</summary>
internal static class Guards
{
    private static readonly string[] AppendOnly = ["audit_events", "terms"];

    private static readonly (string Name, string On)[] Sorted =
    [
        ("ix_datasets_title_en_id", "datasets (title_en, id)"), ("ix_datasets_title_ko_id", "datasets (title_ko, id)"),
        ("ix_agreements_title_en_id", "agreements (title_en, id)"), ("ix_agreements_title_ko_id", "agreements (title_ko, id)"),
    ];

    /// <summary>The indexes, which both databases write alike.</summary>
    public static void AddIndexes(MigrationBuilder migration)
    {
        migration.Sql($"CREATE UNIQUE INDEX {UniqueRules.LicenceKey} ON licences (lower(key));");
        foreach ((string name, string on) in Sorted) migration.Sql($"CREATE INDEX {name} ON {on};");
    }

    /// <summary>Takes SQLite's guards away.</summary>
    public static void RemoveSqlite(MigrationBuilder migration)
    {
        DropIndexes(migration);
        foreach (string table in AppendOnly) migration.Sql($"DROP TRIGGER {table}_no_update; DROP TRIGGER {table}_no_delete;");
    }

    /// <summary>Takes PostgreSQL's guards away.</summary>
    public static void RemovePostgres(MigrationBuilder migration)
    {
        DropIndexes(migration);
        migration.Sql("DROP FUNCTION refuse_change() CASCADE;");
    }

    /// <summary>SQLite's triggers.</summary>
    public static void AddSqliteTriggers(MigrationBuilder migration)
    {
        foreach (string table in AppendOnly)
        {
            foreach (string verb in (string[])["UPDATE", "DELETE"])
            {
                migration.Sql($"CREATE TRIGGER {table}_no_{verb.ToLowerInvariant()} BEFORE {verb} ON {table} BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END;");
            }
        }
    }

    /// <summary>PostgreSQL's triggers.</summary>
    public static void AddPostgresTriggers(MigrationBuilder migration)
    {
        migration.Sql("CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$;");
        foreach (string table in AppendOnly)
        {
            migration.Sql($"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION refuse_change();");
            migration.Sql($"CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();");
        }
    }

    private static void DropIndexes(MigrationBuilder migration)
    {
        migration.Sql($"DROP INDEX {UniqueRules.LicenceKey};");
        foreach ((string name, _) in Sorted) migration.Sql($"DROP INDEX {name};");
    }
}
