using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DataCatalog.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Use : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<List<string>>(
                name: "muted_kinds",
                table: "subscriptions",
                type: "text[]",
                nullable: false,
                defaultValueSql: "'{}'");

            migrationBuilder.AddColumn<int>(
                name: "tier",
                table: "subscriptions",
                type: "integer",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<DateTime>(
                name: "accepted_at",
                table: "entitlements",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "accepted_by",
                table: "entitlements",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "accepted_sha256",
                table: "entitlements",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<List<string>>(
                name: "actions",
                table: "entitlements",
                type: "text[]",
                nullable: false,
                defaultValueSql: "'{}'");

            migrationBuilder.AddColumn<Guid>(
                name: "model_id",
                table: "entitlements",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "needs_acceptance",
                table: "entitlements",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<Guid>(
                name: "request_id",
                table: "entitlements",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ended_reason",
                table: "consortia",
                type: "character varying(2000)",
                maxLength: 2000,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<DateTime>(
                name: "escalated_at",
                table: "alerts",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "snoozed_by",
                table: "alerts",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<DateOnly>(
                name: "snoozed_until",
                table: "alerts",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "tier",
                table: "alerts",
                type: "integer",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<string>(
                name: "notice_day_rule",
                table: "agreements",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "None",
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "notice_given_by",
                table: "agreements",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<DateOnly>(
                name: "notice_given_on",
                table: "agreements",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "renewal_price_amount",
                table: "agreements",
                type: "numeric(19,4)",
                precision: 19,
                scale: 4,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "renewal_price_currency",
                table: "agreements",
                type: "character varying(3)",
                maxLength: 3,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "terminated_by",
                table: "agreements",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "termination_reason",
                table: "agreements",
                type: "character varying(2000)",
                maxLength: 2000,
                nullable: true,
                collation: "C");

            migrationBuilder.CreateTable(
                name: "access_requests",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    consortium_id = table.Column<Guid>(type: "uuid", nullable: false),
                    model_id = table.Column<Guid>(type: "uuid", nullable: true),
                    purpose = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false, collation: "C"),
                    actions = table.Column<List<string>>(type: "text[]", nullable: false),
                    starts_on = table.Column<DateOnly>(type: "date", nullable: true),
                    ends_on = table.Column<DateOnly>(type: "date", nullable: true),
                    release_plan = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true, collation: "C"),
                    release_licence = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: true, collation: "C"),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    decision_id = table.Column<Guid>(type: "uuid", nullable: true),
                    requested_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    requested_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    row_version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_access_requests", x => x.id);
                    table.ForeignKey(
                        name: "fk_access_requests_consortia_consortium_id",
                        column: x => x.consortium_id,
                        principalTable: "consortia",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_access_requests_foundation_models_model_id",
                        column: x => x.model_id,
                        principalTable: "foundation_models",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_access_requests_recorded_decisions_decision_id",
                        column: x => x.decision_id,
                        principalTable: "recorded_decisions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "agreement_periods",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    agreement_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    starts_on = table.Column<DateOnly>(type: "date", nullable: false),
                    ends_on = table.Column<DateOnly>(type: "date", nullable: true),
                    notice_reckoned = table.Column<DateOnly>(type: "date", nullable: true),
                    notice_deadline = table.Column<DateOnly>(type: "date", nullable: true),
                    recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    cost_amount = table.Column<decimal>(type: "numeric(19,4)", precision: 19, scale: 4, nullable: true),
                    cost_currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agreement_periods", x => x.id);
                    table.ForeignKey(
                        name: "fk_agreement_periods_agreements_agreement_id",
                        column: x => x.agreement_id,
                        principalTable: "agreements",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "budget_reservations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    budget_line_id = table.Column<Guid>(type: "uuid", nullable: false),
                    consortium_id = table.Column<Guid>(type: "uuid", nullable: false),
                    purpose = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false, collation: "C"),
                    reserved_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    reserved_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    released_on = table.Column<DateOnly>(type: "date", nullable: true),
                    released_reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true, collation: "C"),
                    amount_amount = table.Column<decimal>(type: "numeric(19,4)", precision: 19, scale: 4, nullable: false),
                    amount_currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false, collation: "C"),
                    row_version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_budget_reservations", x => x.id);
                    table.ForeignKey(
                        name: "fk_budget_reservations_budget_lines_budget_line_id",
                        column: x => x.budget_line_id,
                        principalTable: "budget_lines",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_budget_reservations_consortia_consortium_id",
                        column: x => x.consortium_id,
                        principalTable: "consortia",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "calendar_feeds",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    consortium_id = table.Column<Guid>(type: "uuid", nullable: true),
                    language = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false, collation: "C"),
                    token_sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    revoked_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    row_version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_calendar_feeds", x => x.id);
                    table.ForeignKey(
                        name: "fk_calendar_feeds_consortia_consortium_id",
                        column: x => x.consortium_id,
                        principalTable: "consortia",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "data_copies",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    consortium_id = table.Column<Guid>(type: "uuid", nullable: false),
                    dataset_id = table.Column<Guid>(type: "uuid", nullable: false),
                    dataset_version_id = table.Column<Guid>(type: "uuid", nullable: false),
                    place = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false, collation: "C"),
                    made_on = table.Column<DateOnly>(type: "date", nullable: false),
                    recorded_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    deleted_on = table.Column<DateOnly>(type: "date", nullable: true),
                    deleted_how = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true, collation: "C"),
                    deletion_recorded_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    certificate_sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true, collation: "C"),
                    row_version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_data_copies", x => x.id);
                    table.ForeignKey(
                        name: "fk_data_copies_consortia_consortium_id",
                        column: x => x.consortium_id,
                        principalTable: "consortia",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_data_copies_dataset_versions_dataset_version_id",
                        column: x => x.dataset_version_id,
                        principalTable: "dataset_versions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_data_copies_datasets_dataset_id",
                        column: x => x.dataset_id,
                        principalTable: "datasets",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "entitlement_acceptances",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    entitlement_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    accepted_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    accepted_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_entitlement_acceptances", x => x.id);
                    table.ForeignKey(
                        name: "fk_entitlement_acceptances_entitlements_entitlement_id",
                        column: x => x.entitlement_id,
                        principalTable: "entitlements",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "exchange_rates",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false, collation: "C"),
                    into = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false, collation: "C"),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    rate = table.Column<decimal>(type: "numeric(19,8)", precision: 19, scale: 8, nullable: false),
                    source = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false, collation: "C"),
                    recorded_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    row_version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_exchange_rates", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "idempotency_keys",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false, collation: "C"),
                    sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    made_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    status = table.Column<int>(type: "integer", nullable: false),
                    headers = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    body = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_idempotency_keys", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "impact_reports",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    action = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    subject_type = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    report = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    row_version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_impact_reports", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "obligations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    cause = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    consortium_id = table.Column<Guid>(type: "uuid", nullable: false),
                    agreement_id = table.Column<Guid>(type: "uuid", nullable: false),
                    dataset_id = table.Column<Guid>(type: "uuid", nullable: true),
                    model_id = table.Column<Guid>(type: "uuid", nullable: true),
                    since = table.Column<DateOnly>(type: "date", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    clause = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true, collation: "C"),
                    terms_version = table.Column<int>(type: "integer", nullable: false),
                    sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    raised_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    settled_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    settled_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true, collation: "C"),
                    text_en = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true, collation: "C"),
                    text_ko = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true, collation: "C"),
                    row_version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_obligations", x => x.id);
                    table.ForeignKey(
                        name: "fk_obligations_agreements_agreement_id",
                        column: x => x.agreement_id,
                        principalTable: "agreements",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_obligations_consortia_consortium_id",
                        column: x => x.consortium_id,
                        principalTable: "consortia",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_obligations_datasets_dataset_id",
                        column: x => x.dataset_id,
                        principalTable: "datasets",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_obligations_foundation_models_model_id",
                        column: x => x.model_id,
                        principalTable: "foundation_models",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "training_runs",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    consortium_id = table.Column<Guid>(type: "uuid", nullable: false),
                    run_id = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    model_id = table.Column<Guid>(type: "uuid", nullable: false),
                    action = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    started_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    note = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true, collation: "C"),
                    registered_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    registered_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    verdict = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    version_count = table.Column<int>(type: "integer", nullable: false),
                    sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    row_version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_training_runs", x => x.id);
                    table.ForeignKey(
                        name: "fk_training_runs_consortia_consortium_id",
                        column: x => x.consortium_id,
                        principalTable: "consortia",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_training_runs_foundation_models_model_id",
                        column: x => x.model_id,
                        principalTable: "foundation_models",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "access_request_items",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    request_id = table.Column<Guid>(type: "uuid", nullable: false),
                    dataset_id = table.Column<Guid>(type: "uuid", nullable: false),
                    if_granted = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    agreement_id = table.Column<Guid>(type: "uuid", nullable: true),
                    entitlement_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_access_request_items", x => x.id);
                    table.ForeignKey(
                        name: "fk_access_request_items_access_requests_request_id",
                        column: x => x.request_id,
                        principalTable: "access_requests",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_access_request_items_agreements_agreement_id",
                        column: x => x.agreement_id,
                        principalTable: "agreements",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_access_request_items_datasets_dataset_id",
                        column: x => x.dataset_id,
                        principalTable: "datasets",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_access_request_items_entitlements_entitlement_id",
                        column: x => x.entitlement_id,
                        principalTable: "entitlements",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "access_request_steps",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    request_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    text = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true, collation: "C"),
                    by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_access_request_steps", x => x.id);
                    table.ForeignKey(
                        name: "fk_access_request_steps_access_requests_request_id",
                        column: x => x.request_id,
                        principalTable: "access_requests",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "obligation_evidence",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    obligation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    statement = table.Column<string>(type: "character varying(5000)", maxLength: 5000, nullable: true, collation: "C"),
                    name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true, collation: "C"),
                    sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true, collation: "C"),
                    bytes = table.Column<long>(type: "bigint", nullable: true),
                    given_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    given_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_obligation_evidence", x => x.id);
                    table.ForeignKey(
                        name: "fk_obligation_evidence_obligations_obligation_id",
                        column: x => x.obligation_id,
                        principalTable: "obligations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "usage_records",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    training_run_id = table.Column<Guid>(type: "uuid", nullable: false),
                    consortium_id = table.Column<Guid>(type: "uuid", nullable: false),
                    model_id = table.Column<Guid>(type: "uuid", nullable: false),
                    dataset_id = table.Column<Guid>(type: "uuid", nullable: false),
                    dataset_version_id = table.Column<Guid>(type: "uuid", nullable: false),
                    used_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    verdict = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    layer = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    source = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true, collation: "C"),
                    agreement_id = table.Column<Guid>(type: "uuid", nullable: true),
                    entitlement_id = table.Column<Guid>(type: "uuid", nullable: true),
                    terms_version = table.Column<int>(type: "integer", nullable: true),
                    terms_sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_usage_records", x => x.id);
                    table.ForeignKey(
                        name: "fk_usage_records_agreements_agreement_id",
                        column: x => x.agreement_id,
                        principalTable: "agreements",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_usage_records_consortia_consortium_id",
                        column: x => x.consortium_id,
                        principalTable: "consortia",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_usage_records_dataset_versions_dataset_version_id",
                        column: x => x.dataset_version_id,
                        principalTable: "dataset_versions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_usage_records_datasets_dataset_id",
                        column: x => x.dataset_id,
                        principalTable: "datasets",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_usage_records_entitlements_entitlement_id",
                        column: x => x.entitlement_id,
                        principalTable: "entitlements",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_usage_records_foundation_models_model_id",
                        column: x => x.model_id,
                        principalTable: "foundation_models",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_usage_records_training_runs_training_run_id",
                        column: x => x.training_run_id,
                        principalTable: "training_runs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_entitlements_model_id",
                table: "entitlements",
                column: "model_id");

            migrationBuilder.CreateIndex(
                name: "ix_entitlements_request_id",
                table: "entitlements",
                column: "request_id");

            migrationBuilder.CreateIndex(
                name: "ix_access_request_items_agreement_id",
                table: "access_request_items",
                column: "agreement_id");

            migrationBuilder.CreateIndex(
                name: "ix_access_request_items_dataset_id",
                table: "access_request_items",
                column: "dataset_id");

            migrationBuilder.CreateIndex(
                name: "ix_access_request_items_entitlement_id",
                table: "access_request_items",
                column: "entitlement_id");

            migrationBuilder.CreateIndex(
                name: "ix_access_request_items_request_id_dataset_id",
                table: "access_request_items",
                columns: new[] { "request_id", "dataset_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_access_request_steps_request_id_id",
                table: "access_request_steps",
                columns: new[] { "request_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_access_requests_consortium_id_status",
                table: "access_requests",
                columns: new[] { "consortium_id", "status" });

            migrationBuilder.CreateIndex(
                name: "ix_access_requests_decision_id",
                table: "access_requests",
                column: "decision_id");

            migrationBuilder.CreateIndex(
                name: "ix_access_requests_model_id",
                table: "access_requests",
                column: "model_id");

            migrationBuilder.CreateIndex(
                name: "ix_access_requests_status_requested_at",
                table: "access_requests",
                columns: new[] { "status", "requested_at" });

            migrationBuilder.CreateIndex(
                name: "ix_agreement_periods_agreement_id_ordinal",
                table: "agreement_periods",
                columns: new[] { "agreement_id", "ordinal" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_budget_reservations_budget_line_id",
                table: "budget_reservations",
                column: "budget_line_id");

            migrationBuilder.CreateIndex(
                name: "ix_budget_reservations_consortium_id",
                table: "budget_reservations",
                column: "consortium_id");

            migrationBuilder.CreateIndex(
                name: "ix_calendar_feeds_consortium_id",
                table: "calendar_feeds",
                column: "consortium_id");

            migrationBuilder.CreateIndex(
                name: "ix_calendar_feeds_owner_id",
                table: "calendar_feeds",
                column: "owner_id");

            migrationBuilder.CreateIndex(
                name: "ix_calendar_feeds_token_sha256",
                table: "calendar_feeds",
                column: "token_sha256",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_data_copies_consortium_id_dataset_id",
                table: "data_copies",
                columns: new[] { "consortium_id", "dataset_id" });

            migrationBuilder.CreateIndex(
                name: "ix_data_copies_dataset_id",
                table: "data_copies",
                column: "dataset_id");

            migrationBuilder.CreateIndex(
                name: "ix_data_copies_dataset_version_id",
                table: "data_copies",
                column: "dataset_version_id");

            migrationBuilder.CreateIndex(
                name: "ix_entitlement_acceptances_entitlement_id_id",
                table: "entitlement_acceptances",
                columns: new[] { "entitlement_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_exchange_rates_currency_into_on",
                table: "exchange_rates",
                columns: new[] { "currency", "into", "on" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_idempotency_keys_made_at",
                table: "idempotency_keys",
                column: "made_at");

            migrationBuilder.CreateIndex(
                name: "ix_idempotency_keys_owner_id_key",
                table: "idempotency_keys",
                columns: new[] { "owner_id", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_impact_reports_subject_id_at",
                table: "impact_reports",
                columns: new[] { "subject_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_obligation_evidence_obligation_id",
                table: "obligation_evidence",
                column: "obligation_id");

            migrationBuilder.CreateIndex(
                name: "ix_obligation_evidence_sha256",
                table: "obligation_evidence",
                column: "sha256");

            migrationBuilder.CreateIndex(
                name: "ix_obligations_agreement_id",
                table: "obligations",
                column: "agreement_id");

            migrationBuilder.CreateIndex(
                name: "ix_obligations_consortium_id_status",
                table: "obligations",
                columns: new[] { "consortium_id", "status" });

            migrationBuilder.CreateIndex(
                name: "ix_obligations_dataset_id",
                table: "obligations",
                column: "dataset_id");

            migrationBuilder.CreateIndex(
                name: "ix_obligations_due_on_id",
                table: "obligations",
                columns: new[] { "due_on", "id" },
                filter: "status IN ('Open', 'Submitted')");

            migrationBuilder.CreateIndex(
                name: "ix_obligations_model_id",
                table: "obligations",
                column: "model_id");

            migrationBuilder.CreateIndex(
                name: "ix_obligations_sha256",
                table: "obligations",
                column: "sha256",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_training_runs_consortium_id_run_id",
                table: "training_runs",
                columns: new[] { "consortium_id", "run_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_training_runs_model_id",
                table: "training_runs",
                column: "model_id");

            migrationBuilder.CreateIndex(
                name: "ix_training_runs_started_at_id",
                table: "training_runs",
                columns: new[] { "started_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_usage_records_agreement_id_consortium_id_dataset_id",
                table: "usage_records",
                columns: new[] { "agreement_id", "consortium_id", "dataset_id" });

            migrationBuilder.CreateIndex(
                name: "ix_usage_records_consortium_id",
                table: "usage_records",
                column: "consortium_id");

            migrationBuilder.CreateIndex(
                name: "ix_usage_records_dataset_id_consortium_id",
                table: "usage_records",
                columns: new[] { "dataset_id", "consortium_id" });

            migrationBuilder.CreateIndex(
                name: "ix_usage_records_dataset_version_id",
                table: "usage_records",
                column: "dataset_version_id");

            migrationBuilder.CreateIndex(
                name: "ix_usage_records_entitlement_id",
                table: "usage_records",
                column: "entitlement_id");

            migrationBuilder.CreateIndex(
                name: "ix_usage_records_model_id_dataset_id",
                table: "usage_records",
                columns: new[] { "model_id", "dataset_id" });

            migrationBuilder.CreateIndex(
                name: "ix_usage_records_training_run_id_id",
                table: "usage_records",
                columns: new[] { "training_run_id", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "access_request_items");

            migrationBuilder.DropTable(
                name: "access_request_steps");

            migrationBuilder.DropTable(
                name: "agreement_periods");

            migrationBuilder.DropTable(
                name: "budget_reservations");

            migrationBuilder.DropTable(
                name: "calendar_feeds");

            migrationBuilder.DropTable(
                name: "data_copies");

            migrationBuilder.DropTable(
                name: "entitlement_acceptances");

            migrationBuilder.DropTable(
                name: "exchange_rates");

            migrationBuilder.DropTable(
                name: "idempotency_keys");

            migrationBuilder.DropTable(
                name: "impact_reports");

            migrationBuilder.DropTable(
                name: "obligation_evidence");

            migrationBuilder.DropTable(
                name: "usage_records");

            migrationBuilder.DropTable(
                name: "access_requests");

            migrationBuilder.DropTable(
                name: "obligations");

            migrationBuilder.DropTable(
                name: "training_runs");

            migrationBuilder.DropIndex(
                name: "ix_entitlements_model_id",
                table: "entitlements");

            migrationBuilder.DropIndex(
                name: "ix_entitlements_request_id",
                table: "entitlements");

            migrationBuilder.DropColumn(
                name: "muted_kinds",
                table: "subscriptions");

            migrationBuilder.DropColumn(
                name: "tier",
                table: "subscriptions");

            migrationBuilder.DropColumn(
                name: "accepted_at",
                table: "entitlements");

            migrationBuilder.DropColumn(
                name: "accepted_by",
                table: "entitlements");

            migrationBuilder.DropColumn(
                name: "accepted_sha256",
                table: "entitlements");

            migrationBuilder.DropColumn(
                name: "actions",
                table: "entitlements");

            migrationBuilder.DropColumn(
                name: "model_id",
                table: "entitlements");

            migrationBuilder.DropColumn(
                name: "needs_acceptance",
                table: "entitlements");

            migrationBuilder.DropColumn(
                name: "request_id",
                table: "entitlements");

            migrationBuilder.DropColumn(
                name: "ended_reason",
                table: "consortia");

            migrationBuilder.DropColumn(
                name: "escalated_at",
                table: "alerts");

            migrationBuilder.DropColumn(
                name: "snoozed_by",
                table: "alerts");

            migrationBuilder.DropColumn(
                name: "snoozed_until",
                table: "alerts");

            migrationBuilder.DropColumn(
                name: "tier",
                table: "alerts");

            migrationBuilder.DropColumn(
                name: "notice_day_rule",
                table: "agreements");

            migrationBuilder.DropColumn(
                name: "notice_given_by",
                table: "agreements");

            migrationBuilder.DropColumn(
                name: "notice_given_on",
                table: "agreements");

            migrationBuilder.DropColumn(
                name: "renewal_price_amount",
                table: "agreements");

            migrationBuilder.DropColumn(
                name: "renewal_price_currency",
                table: "agreements");

            migrationBuilder.DropColumn(
                name: "terminated_by",
                table: "agreements");

            migrationBuilder.DropColumn(
                name: "termination_reason",
                table: "agreements");
        }
    }
}
