using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DataCatalog.Storage.Sqlite.Migrations
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
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_index_tasks_claimed_until",
                table: "index_tasks",
                column: "claimed_until",
                filter: "claimed_until IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_index_tasks_claimed_until",
                table: "index_tasks");

            migrationBuilder.DropColumn(
                name: "claimed_until",
                table: "index_tasks");
        }
    }
}
