using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DataCatalog.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class UseGuards : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder) => Storage.Common.Guards.AddUsePostgres(migrationBuilder);

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) => Storage.Common.Guards.RemoveUsePostgres(migrationBuilder);
    }
}
