using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Iness.Casework.Persistence.Migrations.Postgres
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
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Siren = table.Column<string>(type: "character varying(9)", maxLength: 9, nullable: true),
                    StartedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    FinishedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    FileSha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    Rows = table.Column<int>(type: "integer", nullable: false),
                    OtherIdentifiers = table.Column<int>(type: "integer", nullable: false),
                    Refused = table.Column<int>(type: "integer", nullable: false),
                    IsCurrent = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RegisterImports", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RegisteredAids",
                columns: table => new
                {
                    ImportId = table.Column<int>(type: "integer", nullable: false),
                    Line = table.Column<int>(type: "integer", nullable: false),
                    Siren = table.Column<string>(type: "character varying(9)", maxLength: 9, nullable: false),
                    GrantedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Amount = table.Column<long>(type: "bigint", nullable: false),
                    Authority = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    Operator = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    Regime = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    Instrument = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    Sector = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    Name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    DeclaredOn = table.Column<DateOnly>(type: "date", nullable: true),
                    PublishedOn = table.Column<DateOnly>(type: "date", nullable: true)
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
