using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DataCatalog.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class UseGuards : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder) => Storage.Common.Guards.AddUseSqlite(migrationBuilder);

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) => Storage.Common.Guards.RemoveUseSqlite(migrationBuilder);
    }
}
