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

    private static readonly string[] OfTheUseCheck = ["agreement_standings", "licence_readings", "exemption_terms", "policy_texts", "recorded_decisions", "clearances"];

    private static readonly string[] OfTheUse = ["access_request_steps", "entitlement_acceptances", "training_runs", "usage_records", "obligation_evidence", "exchange_rates", "impact_reports"];

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
    public static void AddSqliteTriggers(MigrationBuilder migration) => RefuseInSqlite(migration, AppendOnly);

    /// <summary>Guards what the use-check keeps, and says of agreements that are there already that their dates were always known so.</summary>
    public static void AddUseCheckSqlite(MigrationBuilder migration)
    {
        SeedStandings(migration, "'1970-01-01 00:00:00'");
        RefuseInSqlite(migration, OfTheUseCheck);
    }

    /// <summary>The same for PostgreSQL.</summary>
    public static void AddUseCheckPostgres(MigrationBuilder migration)
    {
        SeedStandings(migration, "TIMESTAMPTZ '1970-01-01 00:00:00Z'");
        RefuseInPostgres(migration, OfTheUseCheck);
    }

    /// <summary>Guards what is kept of use and money, and gives each agreement that is there its initial period.</summary>
    public static void AddUseSqlite(MigrationBuilder migration)
    {
        SeedPeriods(migration, "'1970-01-01 00:00:00'");
        RefuseInSqlite(migration, OfTheUse);
    }

    /// <summary>The same for PostgreSQL.</summary>
    public static void AddUsePostgres(MigrationBuilder migration)
    {
        SeedPeriods(migration, "TIMESTAMPTZ '1970-01-01 00:00:00Z'");
        RefuseInPostgres(migration, OfTheUse);
    }

    /// <summary>Takes SQLite's guards of use and money away.</summary>
    public static void RemoveUseSqlite(MigrationBuilder migration)
    {
        foreach (string table in OfTheUse) migration.Sql($"DROP TRIGGER {table}_no_update; DROP TRIGGER {table}_no_delete;");
    }

    /// <summary>The same for PostgreSQL.</summary>
    public static void RemoveUsePostgres(MigrationBuilder migration)
    {
        foreach (string table in OfTheUse) migration.Sql($"DROP TRIGGER {table}_append_only ON {table}; DROP TRIGGER {table}_no_truncate ON {table};");
    }

    private static void SeedPeriods(MigrationBuilder migration, string always) => migration.Sql(
        "INSERT INTO agreement_periods (id, agreement_id, ordinal, kind, starts_on, ends_on, notice_reckoned, notice_deadline, recorded_at, recorded_by) SELECT id, id, 0, 'Initial', starts_on, ends_on, notice_deadline, notice_deadline, "
        + always + ", 'registry' FROM agreements;");

    private static void SeedStandings(MigrationBuilder migration, string always) => migration.Sql(
        "INSERT INTO agreement_standings (id, agreement_id, recorded_at, signed_on, starts_on, last_day, superseded) SELECT id, id, " + always
        + ", signed_on, starts_on, CASE WHEN ends_on IS NULL OR terminated_on < ends_on THEN COALESCE(terminated_on, ends_on) ELSE ends_on END, superseded_by_id IS NOT NULL FROM agreements;");

    private static void RefuseInSqlite(MigrationBuilder migration, string[] tables)
    {
        foreach (string table in tables)
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
        RefuseInPostgres(migration, AppendOnly);
    }

    private static void RefuseInPostgres(MigrationBuilder migration, string[] tables)
    {
        foreach (string table in tables)
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
