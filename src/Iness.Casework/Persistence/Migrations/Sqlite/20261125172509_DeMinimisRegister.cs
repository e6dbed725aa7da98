using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Iness.Casework.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class DeMinimisRegister : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "RegisterImports",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Source = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Siren = table.Column<string>(type: "TEXT", maxLength: 9, nullable: true),
                    StartedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    FinishedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    FileSha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Rows = table.Column<int>(type: "INTEGER", nullable: false),
                    OtherIdentifiers = table.Column<int>(type: "INTEGER", nullable: false),
                    Refused = table.Column<int>(type: "INTEGER", nullable: false),
                    IsCurrent = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RegisterImports", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RegisteredAids",
                columns: table => new
                {
                    ImportId = table.Column<int>(type: "INTEGER", nullable: false),
                    Line = table.Column<int>(type: "INTEGER", nullable: false),
                    Siren = table.Column<string>(type: "TEXT", maxLength: 9, nullable: false),
                    GrantedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false),
                    Authority = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    Operator = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    Regime = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    Instrument = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    Sector = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    DeclaredOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    PublishedOn = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RegisteredAids", x => new { x.ImportId, x.Line });
                });

            migrationBuilder.CreateIndex(
                name: "IX_RegisterImports_IsCurrent_Source_Siren",
                table: "RegisterImports",
                columns: new[] { "IsCurrent", "Source", "Siren" });

            migrationBuilder.CreateIndex(
                name: "IX_RegisteredAids_ImportId_Siren_GrantedOn",
                table: "RegisteredAids",
                columns: new[] { "ImportId", "Siren", "GrantedOn" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "RegisterImports");

            migrationBuilder.DropTable(
                name: "RegisteredAids");
        }
    }
}
