using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace DataCatalog.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "audit_events",
                columns: table => new
                {
                    sequence = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    action = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    subject_type = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    changes = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    reason = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    request_id = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    previous_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_events", x => x.sequence);
                });

            migrationBuilder.CreateTable(
                name: "index_tasks",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    dataset_id = table.Column<Guid>(type: "uuid", nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    due_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    last_error = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_index_tasks", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "licences",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: false, collation: "C"),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    address = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true, collation: "C"),
                    attribution = table.Column<bool>(type: "boolean", nullable: true),
                    commercial_use = table.Column<bool>(type: "boolean", nullable: true),
                    derivatives = table.Column<bool>(type: "boolean", nullable: true),
                    share_alike = table.Column<bool>(type: "boolean", nullable: true),
                    name_en = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true, collation: "C"),
                    name_ko = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true, collation: "C"),
                    row_version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_licences", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "organisations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    country = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: true, collation: "C"),
                    home_page = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true, collation: "C"),
                    name_en = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true, collation: "C"),
                    name_ko = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true, collation: "C"),
                    row_version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organisations", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "datasets",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    modalities = table.Column<List<string>>(type: "text[]", nullable: false),
                    languages = table.Column<List<string>>(type: "text[]", nullable: false),
                    domains = table.Column<List<string>>(type: "text[]", nullable: false),
                    tasks = table.Column<List<string>>(type: "text[]", nullable: false),
                    provider_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sensitivity = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    acquisition = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    collected_from = table.Column<DateOnly>(type: "date", nullable: true),
                    collected_until = table.Column<DateOnly>(type: "date", nullable: true),
                    personal_data = table.Column<bool>(type: "boolean", nullable: true),
                    sensitive_data = table.Column<bool>(type: "boolean", nullable: true),
                    opt_out_measures = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true, collation: "C"),
                    links = table.Column<List<string>>(type: "text[]", nullable: false),
                    volumes = table.Column<string>(type: "jsonb", nullable: false),
                    supply = table.Column<string>(type: "jsonb", nullable: false),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    status_reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true, collation: "C"),
                    registered_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    description_en = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: true, collation: "C"),
                    description_ko = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: true, collation: "C"),
                    title_en = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true, collation: "C"),
                    title_ko = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true, collation: "C"),
                    row_version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_datasets", x => x.id);
                    table.ForeignKey(
                        name: "fk_datasets_organisations_provider_id",
                        column: x => x.provider_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "programmes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    funder_id = table.Column<Guid>(type: "uuid", nullable: true),
                    time_zone = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    selected_on = table.Column<DateOnly>(type: "date", nullable: true),
                    phase_teams = table.Column<List<int>>(type: "integer[]", nullable: false),
                    alert_windows = table.Column<List<int>>(type: "integer[]", nullable: false),
                    budget_amount = table.Column<decimal>(type: "numeric(19,4)", precision: 19, scale: 4, nullable: true),
                    budget_currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: true, collation: "C"),
                    name_en = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true, collation: "C"),
                    name_ko = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true, collation: "C"),
                    row_version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_programmes", x => x.id);
                    table.ForeignKey(
                        name: "fk_programmes_organisations_funder_id",
                        column: x => x.funder_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "dataset_licences",
                columns: table => new
                {
                    dataset_id = table.Column<Guid>(type: "uuid", nullable: false),
                    licence_id = table.Column<Guid>(type: "uuid", nullable: false),
                    as_stated = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true, collation: "C"),
                    stated_at = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true, collation: "C"),
                    add_on = table.Column<bool>(type: "boolean", nullable: false),
                    limited_to = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dataset_licences", x => new { x.dataset_id, x.licence_id });
                    table.ForeignKey(
                        name: "fk_dataset_licences_datasets_dataset_id",
                        column: x => x.dataset_id,
                        principalTable: "datasets",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_dataset_licences_licences_licence_id",
                        column: x => x.licence_id,
                        principalTable: "licences",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "dataset_versions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    dataset_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false, collation: "C"),
                    published_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    notes = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: true, collation: "C"),
                    audio_channels = table.Column<int>(type: "integer", nullable: true),
                    audio_hours = table.Column<double>(type: "double precision", nullable: true),
                    audio_present = table.Column<bool>(type: "boolean", nullable: true),
                    audio_sample_rate = table.Column<int>(type: "integer", nullable: true),
                    audio_speakers = table.Column<long>(type: "bigint", nullable: true),
                    audio_transcribed_hours = table.Column<double>(type: "double precision", nullable: true),
                    image_annotations = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true, collation: "C"),
                    image_images = table.Column<long>(type: "bigint", nullable: true),
                    image_median_side = table.Column<int>(type: "integer", nullable: true),
                    image_minimum_side = table.Column<int>(type: "integer", nullable: true),
                    image_present = table.Column<bool>(type: "boolean", nullable: true),
                    text_bytes = table.Column<long>(type: "bigint", nullable: true),
                    text_characters = table.Column<long>(type: "bigint", nullable: true),
                    text_documents = table.Column<long>(type: "bigint", nullable: true),
                    text_present = table.Column<bool>(type: "boolean", nullable: true),
                    text_tokenizer = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    text_tokens = table.Column<long>(type: "bigint", nullable: true),
                    video_clips = table.Column<long>(type: "bigint", nullable: true),
                    video_frames_per_second = table.Column<double>(type: "double precision", nullable: true),
                    video_has_audio = table.Column<bool>(type: "boolean", nullable: true),
                    video_height = table.Column<int>(type: "integer", nullable: true),
                    video_hours = table.Column<double>(type: "double precision", nullable: true),
                    video_present = table.Column<bool>(type: "boolean", nullable: true),
                    row_version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dataset_versions", x => x.id);
                    table.ForeignKey(
                        name: "fk_dataset_versions_datasets_dataset_id",
                        column: x => x.dataset_id,
                        principalTable: "datasets",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "budget_lines",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    programme_id = table.Column<Guid>(type: "uuid", nullable: false),
                    category = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    phase = table.Column<int>(type: "integer", nullable: true),
                    amount_amount = table.Column<decimal>(type: "numeric(19,4)", precision: 19, scale: 4, nullable: false),
                    amount_currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false, collation: "C"),
                    name_en = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true, collation: "C"),
                    name_ko = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true, collation: "C"),
                    row_version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_budget_lines", x => x.id);
                    table.ForeignKey(
                        name: "fk_budget_lines_programmes_programme_id",
                        column: x => x.programme_id,
                        principalTable: "programmes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "consortia",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    programme_id = table.Column<Guid>(type: "uuid", nullable: false),
                    lead_id = table.Column<Guid>(type: "uuid", nullable: false),
                    active_from = table.Column<DateOnly>(type: "date", nullable: false),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    name_en = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true, collation: "C"),
                    name_ko = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true, collation: "C"),
                    row_version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consortia", x => x.id);
                    table.ForeignKey(
                        name: "fk_consortia_organisations_lead_id",
                        column: x => x.lead_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_consortia_programmes_programme_id",
                        column: x => x.programme_id,
                        principalTable: "programmes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "distributions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false, collation: "C"),
                    location = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false, collation: "C"),
                    media_type = table.Column<string>(type: "character varying(127)", maxLength: 127, nullable: false, collation: "C"),
                    bytes = table.Column<long>(type: "bigint", nullable: true),
                    sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_distributions", x => x.id);
                    table.ForeignKey(
                        name: "fk_distributions_dataset_versions_version_id",
                        column: x => x.version_id,
                        principalTable: "dataset_versions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "agreements",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    licensor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    signed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    starts_on = table.Column<DateOnly>(type: "date", nullable: false),
                    ends_on = table.Column<DateOnly>(type: "date", nullable: true),
                    renewal = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    renewal_period = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    notice_period = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    notice_deadline = table.Column<DateOnly>(type: "date", nullable: true),
                    terminated_on = table.Column<DateOnly>(type: "date", nullable: true),
                    superseded_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    budget_line_id = table.Column<Guid>(type: "uuid", nullable: true),
                    alert_windows = table.Column<List<int>>(type: "integer[]", nullable: false),
                    sample = table.Column<bool>(type: "boolean", nullable: false),
                    price_amount = table.Column<decimal>(type: "numeric(19,4)", precision: 19, scale: 4, nullable: true),
                    price_currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: true, collation: "C"),
                    title_en = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true, collation: "C"),
                    title_ko = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true, collation: "C"),
                    row_version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agreements", x => x.id);
                    table.ForeignKey(
                        name: "fk_agreements_agreements_superseded_by_id",
                        column: x => x.superseded_by_id,
                        principalTable: "agreements",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_agreements_budget_lines_budget_line_id",
                        column: x => x.budget_line_id,
                        principalTable: "budget_lines",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_agreements_organisations_licensor_id",
                        column: x => x.licensor_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "api_keys",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    prefix = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false, collation: "C"),
                    hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    roles = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    consortium_id = table.Column<Guid>(type: "uuid", nullable: true),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    last_used_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    revoked_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    row_version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_api_keys", x => x.id);
                    table.ForeignKey(
                        name: "fk_api_keys_consortia_consortium_id",
                        column: x => x.consortium_id,
                        principalTable: "consortia",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "consortium_members",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    consortium_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consortium_members", x => x.id);
                    table.ForeignKey(
                        name: "fk_consortium_members_consortia_consortium_id",
                        column: x => x.consortium_id,
                        principalTable: "consortia",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_consortium_members_organisations_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "foundation_models",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    consortium_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    modalities = table.Column<List<string>>(type: "text[]", nullable: false),
                    parameters_from = table.Column<long>(type: "bigint", nullable: true),
                    parameters_to = table.Column<long>(type: "bigint", nullable: true),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    release_plan = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true, collation: "C"),
                    row_version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_foundation_models", x => x.id);
                    table.ForeignKey(
                        name: "fk_foundation_models_consortia_consortium_id",
                        column: x => x.consortium_id,
                        principalTable: "consortia",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "subscriptions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    consortium_id = table.Column<Guid>(type: "uuid", nullable: true),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    channel = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    target = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true, collation: "C"),
                    secret = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    pace = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    language = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false, collation: "C"),
                    kinds = table.Column<List<string>>(type: "text[]", nullable: false),
                    disabled_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true, collation: "C"),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    row_version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_subscriptions", x => x.id);
                    table.ForeignKey(
                        name: "fk_subscriptions_consortia_consortium_id",
                        column: x => x.consortium_id,
                        principalTable: "consortia",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "agreement_datasets",
                columns: table => new
                {
                    agreement_id = table.Column<Guid>(type: "uuid", nullable: false),
                    dataset_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agreement_datasets", x => new { x.agreement_id, x.dataset_id });
                    table.ForeignKey(
                        name: "fk_agreement_datasets_agreements_agreement_id",
                        column: x => x.agreement_id,
                        principalTable: "agreements",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_agreement_datasets_datasets_dataset_id",
                        column: x => x.dataset_id,
                        principalTable: "datasets",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "agreement_documents",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    agreement_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false, collation: "C"),
                    media_type = table.Column<string>(type: "character varying(127)", maxLength: 127, nullable: false, collation: "C"),
                    bytes = table.Column<long>(type: "bigint", nullable: false),
                    sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agreement_documents", x => x.id);
                    table.ForeignKey(
                        name: "fk_agreement_documents_agreements_agreement_id",
                        column: x => x.agreement_id,
                        principalTable: "agreements",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "agreement_parties",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    agreement_id = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: true),
                    consortium_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agreement_parties", x => x.id);
                    table.ForeignKey(
                        name: "fk_agreement_parties_agreements_agreement_id",
                        column: x => x.agreement_id,
                        principalTable: "agreements",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_agreement_parties_consortia_consortium_id",
                        column: x => x.consortium_id,
                        principalTable: "consortia",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_agreement_parties_organisations_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "alerts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    date = table.Column<DateOnly>(type: "date", nullable: false),
                    window = table.Column<int>(type: "integer", nullable: false),
                    missed = table.Column<List<int>>(type: "integer[]", nullable: false),
                    agreement_id = table.Column<Guid>(type: "uuid", nullable: true),
                    dataset_id = table.Column<Guid>(type: "uuid", nullable: true),
                    consortium_id = table.Column<Guid>(type: "uuid", nullable: true),
                    raised_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    acknowledged_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    acknowledged_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    note = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true, collation: "C"),
                    subject_en = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true, collation: "C"),
                    subject_ko = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true, collation: "C"),
                    row_version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_alerts", x => x.id);
                    table.ForeignKey(
                        name: "fk_alerts_agreements_agreement_id",
                        column: x => x.agreement_id,
                        principalTable: "agreements",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_alerts_consortia_consortium_id",
                        column: x => x.consortium_id,
                        principalTable: "consortia",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_alerts_datasets_dataset_id",
                        column: x => x.dataset_id,
                        principalTable: "datasets",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "entitlements",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    dataset_id = table.Column<Guid>(type: "uuid", nullable: false),
                    consortium_id = table.Column<Guid>(type: "uuid", nullable: false),
                    agreement_id = table.Column<Guid>(type: "uuid", nullable: false),
                    starts_on = table.Column<DateOnly>(type: "date", nullable: false),
                    ends_on = table.Column<DateOnly>(type: "date", nullable: true),
                    granted_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    granted_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    revoked_on = table.Column<DateOnly>(type: "date", nullable: true),
                    revoked_reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true, collation: "C"),
                    row_version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_entitlements", x => x.id);
                    table.ForeignKey(
                        name: "fk_entitlements_agreements_agreement_id",
                        column: x => x.agreement_id,
                        principalTable: "agreements",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_entitlements_consortia_consortium_id",
                        column: x => x.consortium_id,
                        principalTable: "consortia",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_entitlements_datasets_dataset_id",
                        column: x => x.dataset_id,
                        principalTable: "datasets",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "payments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    agreement_id = table.Column<Guid>(type: "uuid", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    paid_on = table.Column<DateOnly>(type: "date", nullable: true),
                    amount_amount = table.Column<decimal>(type: "numeric(19,4)", precision: 19, scale: 4, nullable: false),
                    amount_currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_payments", x => x.id);
                    table.ForeignKey(
                        name: "fk_payments_agreements_agreement_id",
                        column: x => x.agreement_id,
                        principalTable: "agreements",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "terms",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    agreement_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    effective_from = table.Column<DateOnly>(type: "date", nullable: false),
                    recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    odrl = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    permitted_actions = table.Column<List<string>>(type: "text[]", nullable: false),
                    territories = table.Column<List<string>>(type: "text[]", nullable: false),
                    ends_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_terms", x => x.id);
                    table.ForeignKey(
                        name: "fk_terms_agreements_agreement_id",
                        column: x => x.agreement_id,
                        principalTable: "agreements",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "deliveries",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    subscription_id = table.Column<Guid>(type: "uuid", nullable: false),
                    alert_id = table.Column<Guid>(type: "uuid", nullable: true),
                    digest_on = table.Column<DateOnly>(type: "date", nullable: true),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    due_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    delivered_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    last_error = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true, collation: "C"),
                    row_version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_deliveries", x => x.id);
                    table.ForeignKey(
                        name: "fk_deliveries_alerts_alert_id",
                        column: x => x.alert_id,
                        principalTable: "alerts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_deliveries_subscriptions_subscription_id",
                        column: x => x.subscription_id,
                        principalTable: "subscriptions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_agreement_datasets_dataset_id",
                table: "agreement_datasets",
                column: "dataset_id");

            migrationBuilder.CreateIndex(
                name: "ix_agreement_documents_agreement_id",
                table: "agreement_documents",
                column: "agreement_id");

            migrationBuilder.CreateIndex(
                name: "ix_agreement_parties_agreement_id",
                table: "agreement_parties",
                column: "agreement_id");

            migrationBuilder.CreateIndex(
                name: "ix_agreement_parties_consortium_id",
                table: "agreement_parties",
                column: "consortium_id");

            migrationBuilder.CreateIndex(
                name: "ix_agreement_parties_organisation_id",
                table: "agreement_parties",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_agreements_budget_line_id",
                table: "agreements",
                column: "budget_line_id");

            migrationBuilder.CreateIndex(
                name: "ix_agreements_ends_on",
                table: "agreements",
                column: "ends_on");

            migrationBuilder.CreateIndex(
                name: "ix_agreements_licensor_id_number",
                table: "agreements",
                columns: new[] { "licensor_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_agreements_notice_deadline",
                table: "agreements",
                column: "notice_deadline");

            migrationBuilder.CreateIndex(
                name: "ix_agreements_superseded_by_id",
                table: "agreements",
                column: "superseded_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_agreements_terminated_on",
                table: "agreements",
                column: "terminated_on");

            migrationBuilder.CreateIndex(
                name: "ix_alerts_agreement_id",
                table: "alerts",
                column: "agreement_id");

            migrationBuilder.CreateIndex(
                name: "ix_alerts_consortium_id",
                table: "alerts",
                column: "consortium_id");

            migrationBuilder.CreateIndex(
                name: "ix_alerts_dataset_id",
                table: "alerts",
                column: "dataset_id");

            migrationBuilder.CreateIndex(
                name: "ix_alerts_kind_subject_id_date_window",
                table: "alerts",
                columns: new[] { "kind", "subject_id", "date", "window" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_alerts_raised_at_id",
                table: "alerts",
                columns: new[] { "raised_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_alerts_status_date",
                table: "alerts",
                columns: new[] { "status", "date" });

            migrationBuilder.CreateIndex(
                name: "ix_api_keys_consortium_id",
                table: "api_keys",
                column: "consortium_id");

            migrationBuilder.CreateIndex(
                name: "ix_api_keys_prefix",
                table: "api_keys",
                column: "prefix");

            migrationBuilder.CreateIndex(
                name: "ix_audit_events_at",
                table: "audit_events",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_audit_events_previous_hash",
                table: "audit_events",
                column: "previous_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_audit_events_subject_id_sequence",
                table: "audit_events",
                columns: new[] { "subject_id", "sequence" });

            migrationBuilder.CreateIndex(
                name: "ix_budget_lines_programme_id",
                table: "budget_lines",
                column: "programme_id");

            migrationBuilder.CreateIndex(
                name: "ix_consortia_key",
                table: "consortia",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_consortia_lead_id",
                table: "consortia",
                column: "lead_id");

            migrationBuilder.CreateIndex(
                name: "ix_consortia_programme_id",
                table: "consortia",
                column: "programme_id");

            migrationBuilder.CreateIndex(
                name: "ix_consortium_members_consortium_id",
                table: "consortium_members",
                column: "consortium_id");

            migrationBuilder.CreateIndex(
                name: "ix_consortium_members_organisation_id",
                table: "consortium_members",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_dataset_licences_licence_id",
                table: "dataset_licences",
                column: "licence_id");

            migrationBuilder.CreateIndex(
                name: "ix_dataset_versions_dataset_id_number",
                table: "dataset_versions",
                columns: new[] { "dataset_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_dataset_versions_published_at",
                table: "dataset_versions",
                column: "published_at");

            migrationBuilder.CreateIndex(
                name: "ix_datasets_changed_at_id",
                table: "datasets",
                columns: new[] { "changed_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_datasets_key",
                table: "datasets",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_datasets_provider_id",
                table: "datasets",
                column: "provider_id");

            migrationBuilder.CreateIndex(
                name: "ix_datasets_registered_at_id",
                table: "datasets",
                columns: new[] { "registered_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_datasets_status",
                table: "datasets",
                column: "status");

            migrationBuilder.CreateIndex(
                name: "ix_deliveries_alert_id",
                table: "deliveries",
                column: "alert_id");

            migrationBuilder.CreateIndex(
                name: "ix_deliveries_state_due_at",
                table: "deliveries",
                columns: new[] { "state", "due_at" });

            migrationBuilder.CreateIndex(
                name: "ix_deliveries_subscription_id_alert_id",
                table: "deliveries",
                columns: new[] { "subscription_id", "alert_id" },
                unique: true,
                filter: "alert_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_deliveries_subscription_id_digest_on",
                table: "deliveries",
                columns: new[] { "subscription_id", "digest_on" },
                unique: true,
                filter: "digest_on IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_distributions_sha256",
                table: "distributions",
                column: "sha256");

            migrationBuilder.CreateIndex(
                name: "ix_distributions_version_id",
                table: "distributions",
                column: "version_id");

            migrationBuilder.CreateIndex(
                name: "ix_entitlements_agreement_id",
                table: "entitlements",
                column: "agreement_id");

            migrationBuilder.CreateIndex(
                name: "ix_entitlements_consortium_id_agreement_id",
                table: "entitlements",
                columns: new[] { "consortium_id", "agreement_id" });

            migrationBuilder.CreateIndex(
                name: "ix_entitlements_consortium_id_dataset_id",
                table: "entitlements",
                columns: new[] { "consortium_id", "dataset_id" });

            migrationBuilder.CreateIndex(
                name: "ix_entitlements_dataset_id",
                table: "entitlements",
                column: "dataset_id");

            migrationBuilder.CreateIndex(
                name: "ix_entitlements_ends_on",
                table: "entitlements",
                column: "ends_on");

            migrationBuilder.CreateIndex(
                name: "ix_entitlements_granted_at_id",
                table: "entitlements",
                columns: new[] { "granted_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_foundation_models_consortium_id",
                table: "foundation_models",
                column: "consortium_id");

            migrationBuilder.CreateIndex(
                name: "ix_foundation_models_key",
                table: "foundation_models",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_foundation_models_status",
                table: "foundation_models",
                column: "status");

            migrationBuilder.CreateIndex(
                name: "ix_index_tasks_dataset_id",
                table: "index_tasks",
                column: "dataset_id");

            migrationBuilder.CreateIndex(
                name: "ix_index_tasks_due_at",
                table: "index_tasks",
                column: "due_at");

            migrationBuilder.CreateIndex(
                name: "ix_licences_key",
                table: "licences",
                column: "key");

            migrationBuilder.CreateIndex(
                name: "ix_organisations_key",
                table: "organisations",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_payments_agreement_id",
                table: "payments",
                column: "agreement_id");

            migrationBuilder.CreateIndex(
                name: "ix_payments_due_on",
                table: "payments",
                column: "due_on");

            migrationBuilder.CreateIndex(
                name: "ix_programmes_funder_id",
                table: "programmes",
                column: "funder_id");

            migrationBuilder.CreateIndex(
                name: "ix_programmes_key",
                table: "programmes",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_subscriptions_consortium_id",
                table: "subscriptions",
                column: "consortium_id");

            migrationBuilder.CreateIndex(
                name: "ix_subscriptions_owner_id",
                table: "subscriptions",
                column: "owner_id");

            migrationBuilder.CreateIndex(
                name: "ix_terms_agreement_id_version",
                table: "terms",
                columns: new[] { "agreement_id", "version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_terms_effective_from",
                table: "terms",
                column: "effective_from");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "agreement_datasets");

            migrationBuilder.DropTable(
                name: "agreement_documents");

            migrationBuilder.DropTable(
                name: "agreement_parties");

            migrationBuilder.DropTable(
                name: "api_keys");

            migrationBuilder.DropTable(
                name: "audit_events");

            migrationBuilder.DropTable(
                name: "consortium_members");

            migrationBuilder.DropTable(
                name: "dataset_licences");

            migrationBuilder.DropTable(
                name: "deliveries");

            migrationBuilder.DropTable(
                name: "distributions");

            migrationBuilder.DropTable(
                name: "entitlements");

            migrationBuilder.DropTable(
                name: "foundation_models");

            migrationBuilder.DropTable(
                name: "index_tasks");

            migrationBuilder.DropTable(
                name: "payments");

            migrationBuilder.DropTable(
                name: "terms");

            migrationBuilder.DropTable(
                name: "licences");

            migrationBuilder.DropTable(
                name: "alerts");

            migrationBuilder.DropTable(
                name: "subscriptions");

            migrationBuilder.DropTable(
                name: "dataset_versions");

            migrationBuilder.DropTable(
                name: "agreements");

            migrationBuilder.DropTable(
                name: "consortia");

            migrationBuilder.DropTable(
                name: "datasets");

            migrationBuilder.DropTable(
                name: "budget_lines");

            migrationBuilder.DropTable(
                name: "programmes");

            migrationBuilder.DropTable(
                name: "organisations");
        }
    }
}
