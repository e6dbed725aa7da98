using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Iness.Casework.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Search : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.AddSearchOfPostgres();

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropSearchOfPostgres();
    }
}
