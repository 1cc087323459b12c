using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DataCatalog.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class UseCheck : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "revoked_at",
                table: "entitlements",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "agreement_standings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    agreement_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    signed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    starts_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    last_day = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    superseded = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agreement_standings", x => x.id);
                    table.ForeignKey(
                        name: "fk_agreement_standings_agreements_agreement_id",
                        column: x => x.agreement_id,
                        principalTable: "agreements",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "clearance_keys",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    key_id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    algorithm = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    public_key = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    made_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    retired_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    row_version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_clearance_keys", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "exemptions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    legal_basis = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    conditions = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: true),
                    starts_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ends_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    name_en = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    name_ko = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    row_version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_exemptions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "licence_readings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    licence_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    feature = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    value = table.Column<bool>(type: "INTEGER", nullable: true),
                    note = table.Column<string>(type: "TEXT", maxLength: 5000, nullable: false),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    recorded_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_licence_readings", x => x.id);
                    table.ForeignKey(
                        name: "fk_licence_readings_licences_licence_id",
                        column: x => x.licence_id,
                        principalTable: "licences",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "policy_texts",
                columns: table => new
                {
                    sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    odrl = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_policy_texts", x => x.sha256);
                });

            migrationBuilder.CreateTable(
                name: "recorded_decisions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    consortium_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    asked_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    model_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    dataset_key = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    dataset_count = table.Column<int>(type: "INTEGER", nullable: false),
                    verdict = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    holds_until = table.Column<DateTime>(type: "TEXT", nullable: true),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    known_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    question = table.Column<string>(type: "TEXT", nullable: false),
                    decision = table.Column<string>(type: "TEXT", nullable: false),
                    row_version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_recorded_decisions", x => x.id);
                    table.ForeignKey(
                        name: "fk_recorded_decisions_consortia_consortium_id",
                        column: x => x.consortium_id,
                        principalTable: "consortia",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_recorded_decisions_foundation_models_model_id",
                        column: x => x.model_id,
                        principalTable: "foundation_models",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "exemption_beneficiaries",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    exemption_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    programme_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    consortium_id = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_exemption_beneficiaries", x => x.id);
                    table.ForeignKey(
                        name: "fk_exemption_beneficiaries_consortia_consortium_id",
                        column: x => x.consortium_id,
                        principalTable: "consortia",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_exemption_beneficiaries_exemptions_exemption_id",
                        column: x => x.exemption_id,
                        principalTable: "exemptions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_exemption_beneficiaries_programmes_programme_id",
                        column: x => x.programme_id,
                        principalTable: "programmes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "exemption_covers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    exemption_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    dataset_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    licence_id = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_exemption_covers", x => x.id);
                    table.ForeignKey(
                        name: "fk_exemption_covers_datasets_dataset_id",
                        column: x => x.dataset_id,
                        principalTable: "datasets",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_exemption_covers_exemptions_exemption_id",
                        column: x => x.exemption_id,
                        principalTable: "exemptions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_exemption_covers_licences_licence_id",
                        column: x => x.licence_id,
                        principalTable: "licences",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "exemption_terms",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    exemption_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    effective_from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ends_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    recorded_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    odrl = table.Column<string>(type: "TEXT", nullable: false),
                    sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_exemption_terms", x => x.id);
                    table.ForeignKey(
                        name: "fk_exemption_terms_exemptions_exemption_id",
                        column: x => x.exemption_id,
                        principalTable: "exemptions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "clearances",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    consortium_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    model_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    decision_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    key_id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    issued_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    issued_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    envelope = table.Column<string>(type: "TEXT", nullable: false),
                    row_version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_clearances", x => x.id);
                    table.ForeignKey(
                        name: "fk_clearances_consortia_consortium_id",
                        column: x => x.consortium_id,
                        principalTable: "consortia",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_clearances_foundation_models_model_id",
                        column: x => x.model_id,
                        principalTable: "foundation_models",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_clearances_recorded_decisions_decision_id",
                        column: x => x.decision_id,
                        principalTable: "recorded_decisions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_agreement_standings_agreement_id_recorded_at",
                table: "agreement_standings",
                columns: new[] { "agreement_id", "recorded_at" });

            migrationBuilder.CreateIndex(
                name: "ix_clearance_keys_key_id",
                table: "clearance_keys",
                column: "key_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_clearances_consortium_id_id",
                table: "clearances",
                columns: new[] { "consortium_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_clearances_decision_id",
                table: "clearances",
                column: "decision_id");

            migrationBuilder.CreateIndex(
                name: "ix_clearances_model_id",
                table: "clearances",
                column: "model_id");

            migrationBuilder.CreateIndex(
                name: "ix_exemption_beneficiaries_consortium_id",
                table: "exemption_beneficiaries",
                column: "consortium_id");

            migrationBuilder.CreateIndex(
                name: "ix_exemption_beneficiaries_exemption_id",
                table: "exemption_beneficiaries",
                column: "exemption_id");

            migrationBuilder.CreateIndex(
                name: "ix_exemption_beneficiaries_programme_id",
                table: "exemption_beneficiaries",
                column: "programme_id");

            migrationBuilder.CreateIndex(
                name: "ix_exemption_covers_dataset_id",
                table: "exemption_covers",
                column: "dataset_id");

            migrationBuilder.CreateIndex(
                name: "ix_exemption_covers_exemption_id",
                table: "exemption_covers",
                column: "exemption_id");

            migrationBuilder.CreateIndex(
                name: "ix_exemption_covers_licence_id",
                table: "exemption_covers",
                column: "licence_id");

            migrationBuilder.CreateIndex(
                name: "ix_exemption_terms_exemption_id_version",
                table: "exemption_terms",
                columns: new[] { "exemption_id", "version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_exemptions_key",
                table: "exemptions",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_licence_readings_licence_id_version",
                table: "licence_readings",
                columns: new[] { "licence_id", "version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_recorded_decisions_consortium_id_id",
                table: "recorded_decisions",
                columns: new[] { "consortium_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_recorded_decisions_model_id",
                table: "recorded_decisions",
                column: "model_id");

            Storage.Common.Guards.AddUseCheckSqlite(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "agreement_standings");

            migrationBuilder.DropTable(
                name: "clearance_keys");

            migrationBuilder.DropTable(
                name: "clearances");

            migrationBuilder.DropTable(
                name: "exemption_beneficiaries");

            migrationBuilder.DropTable(
                name: "exemption_covers");

            migrationBuilder.DropTable(
                name: "exemption_terms");

            migrationBuilder.DropTable(
                name: "licence_readings");

            migrationBuilder.DropTable(
                name: "policy_texts");

            migrationBuilder.DropTable(
                name: "recorded_decisions");

            migrationBuilder.DropTable(
                name: "exemptions");

            migrationBuilder.DropColumn(
                name: "revoked_at",
                table: "entitlements");
        }
    }
}
