using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Iness.Casework.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class WorklistIndexes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_FileListings_Verdict_ApplicationId",
                table: "FileListings",
                columns: new[] { "Verdict", "ApplicationId" });

            migrationBuilder.CreateIndex(
                name: "IX_Applications_AssignedToId_RespondBy_Id",
                table: "Applications",
                columns: new[] { "AssignedToId", "RespondBy", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_FileListings_Verdict_ApplicationId",
                table: "FileListings");

            migrationBuilder.DropIndex(
                name: "IX_Applications_AssignedToId_RespondBy_Id",
                table: "Applications");
        }
    }
}
