using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DataCatalog.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class SweepIndexes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_payments_due_on",
                table: "payments");

            migrationBuilder.DropIndex(
                name: "ix_entitlements_ends_on",
                table: "entitlements");

            migrationBuilder.DropIndex(
                name: "ix_agreements_ends_on",
                table: "agreements");

            migrationBuilder.DropIndex(
                name: "ix_agreements_notice_deadline",
                table: "agreements");

            migrationBuilder.DropIndex(
                name: "ix_agreements_terminated_on",
                table: "agreements");

            migrationBuilder.CreateIndex(
                name: "ix_payments_due_on_id",
                table: "payments",
                columns: new[] { "due_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_entitlements_ends_on_id",
                table: "entitlements",
                columns: new[] { "ends_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_alerts_kind_date_id",
                table: "alerts",
                columns: new[] { "kind", "date", "id" },
                filter: "status IN ('Open', 'Acknowledged')");

            migrationBuilder.CreateIndex(
                name: "ix_agreements_ends_on_id",
                table: "agreements",
                columns: new[] { "ends_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_agreements_notice_deadline_id",
                table: "agreements",
                columns: new[] { "notice_deadline", "id" },
                filter: "notice_deadline IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_agreements_terminated_on_id",
                table: "agreements",
                columns: new[] { "terminated_on", "id" },
                filter: "terminated_on IS NOT NULL");

            migrationBuilder.DropIndex(
                name: "ix_agreements_superseded_by_id",
                table: "agreements");

            migrationBuilder.CreateIndex(
                name: "ix_agreements_superseded_by_id",
                table: "agreements",
                column: "superseded_by_id",
                filter: "superseded_by_id IS NOT NULL");

            migrationBuilder.Sql("CREATE INDEX ix_agreements_own_windows ON agreements (id) WHERE json_array_length(alert_windows) > 0;");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP INDEX ix_agreements_own_windows;");

            migrationBuilder.DropIndex(
                name: "ix_agreements_superseded_by_id",
                table: "agreements");

            migrationBuilder.CreateIndex(
                name: "ix_agreements_superseded_by_id",
                table: "agreements",
                column: "superseded_by_id");

            migrationBuilder.DropIndex(
                name: "ix_payments_due_on_id",
                table: "payments");

            migrationBuilder.DropIndex(
                name: "ix_entitlements_ends_on_id",
                table: "entitlements");

            migrationBuilder.DropIndex(
                name: "ix_alerts_kind_date_id",
                table: "alerts");

            migrationBuilder.DropIndex(
                name: "ix_agreements_ends_on_id",
                table: "agreements");

            migrationBuilder.DropIndex(
                name: "ix_agreements_notice_deadline_id",
                table: "agreements");

            migrationBuilder.DropIndex(
                name: "ix_agreements_terminated_on_id",
                table: "agreements");

            migrationBuilder.CreateIndex(
                name: "ix_payments_due_on",
                table: "payments",
                column: "due_on");

            migrationBuilder.CreateIndex(
                name: "ix_entitlements_ends_on",
                table: "entitlements",
                column: "ends_on");

            migrationBuilder.CreateIndex(
                name: "ix_agreements_ends_on",
                table: "agreements",
                column: "ends_on");

            migrationBuilder.CreateIndex(
                name: "ix_agreements_notice_deadline",
                table: "agreements",
                column: "notice_deadline");

            migrationBuilder.CreateIndex(
                name: "ix_agreements_terminated_on",
                table: "agreements",
                column: "terminated_on");
        }
    }
}
