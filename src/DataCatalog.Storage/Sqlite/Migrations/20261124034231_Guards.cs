using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DataCatalog.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Guards : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            Storage.Common.Guards.AddIndexes(migrationBuilder);
            Storage.Common.Guards.AddSqliteTriggers(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            Storage.Common.Guards.RemoveSqlite(migrationBuilder);
        }
    }
}
