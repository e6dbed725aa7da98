using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Iness.Casework.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class RetainedFacts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "LetterInputs",
                table: "Decisions",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "RetainedFacts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    UsesAnswers = table.Column<bool>(type: "INTEGER", nullable: false),
                    UsesKnownAid = table.Column<bool>(type: "INTEGER", nullable: false),
                    UsesOwnFiles = table.Column<bool>(type: "INTEGER", nullable: false),
                    Answers = table.Column<string>(type: "TEXT", nullable: false),
                    Declared = table.Column<string>(type: "TEXT", nullable: false),
                    Facts = table.Column<string>(type: "TEXT", nullable: false),
                    Changes = table.Column<string>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RevokedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RetainedFacts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RetainedFacts_Applications_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "Applications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_ApplicationId",
                table: "Outbox",
                column: "ApplicationId");

            migrationBuilder.CreateIndex(
                name: "IX_Decisions_ToDraw",
                table: "Decisions",
                column: "At",
                filter: "\"DocumentId\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_RetainedFacts_ApplicationId",
                table: "RetainedFacts",
                column: "ApplicationId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "RetainedFacts");

            migrationBuilder.DropIndex(
                name: "IX_Outbox_ApplicationId",
                table: "Outbox");

            migrationBuilder.DropIndex(
                name: "IX_Decisions_ToDraw",
                table: "Decisions");

            migrationBuilder.DropColumn(
                name: "LetterInputs",
                table: "Decisions");
        }
    }
}
