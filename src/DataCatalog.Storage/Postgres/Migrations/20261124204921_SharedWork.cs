using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DataCatalog.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class SharedWork : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "claimed_until",
                table: "index_tasks",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_index_tasks_claimed_until",
                table: "index_tasks",
                column: "claimed_until",
                filter: "claimed_until IS NOT NULL");

            // No entity: nothing of the registry's rows may ever reach these.
            migrationBuilder.Sql(
                """
                CREATE TABLE service_keys (
                    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                    name varchar(200) NOT NULL UNIQUE,
                    xml text NOT NULL)
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "service_keys");

            migrationBuilder.DropIndex(
                name: "ix_index_tasks_claimed_until",
                table: "index_tasks");

            migrationBuilder.DropColumn(
                name: "claimed_until",
                table: "index_tasks");
        }
    }
}
