using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FacialParalysisSite.Consultations.Storage.Migrations
{
    /// <inheritdoc />
    public partial class SealedPayloads : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "WipedAt",
                table: "Requests",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Ring",
                table: "DataProtectionKeys",
                type: "TEXT",
                nullable: false,
                defaultValue: "FormTokens");

            migrationBuilder.CreateTable(
                name: "AuditEntries",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Reference = table.Column<string>(type: "TEXT", nullable: false),
                    Action = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditEntries", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_Reference",
                table: "AuditEntries",
                column: "Reference");

            // Plain hashes of addresses, which can be guessed.
            migrationBuilder.Sql("UPDATE Outbox SET RecipientHash = NULL");

            // What was overwritten or deleted before now is still in the file: SqliteStorage.Erase is owed.
            migrationBuilder.Sql("PRAGMA user_version=1");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AuditEntries");

            migrationBuilder.DropColumn(
                name: "WipedAt",
                table: "Requests");

            migrationBuilder.DropColumn(
                name: "Ring",
                table: "DataProtectionKeys");
        }
    }
}
