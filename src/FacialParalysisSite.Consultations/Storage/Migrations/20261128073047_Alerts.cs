using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FacialParalysisSite.Consultations.Storage.Migrations
{
    /// <inheritdoc />
    public partial class Alerts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "MailId",
                table: "Outbox",
                type: "TEXT",
                nullable: true);

            // What is stored already goes out as it began: each in a mail of its own.
            migrationBuilder.Sql("UPDATE \"Outbox\" SET \"MailId\" = \"Id\"");

            migrationBuilder.CreateTable(
                name: "Alerts",
                columns: table => new
                {
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    Channel = table.Column<string>(type: "TEXT", nullable: false),
                    BeganAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ToldAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Alerts", x => new { x.Kind, x.Channel });
                });

            migrationBuilder.CreateTable(
                name: "Heartbeats",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    DoneUntil = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Heartbeats", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_Kind_CreatedAt",
                table: "Outbox",
                columns: new[] { "Kind", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_MailId",
                table: "Outbox",
                column: "MailId");

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_State_SentAt",
                table: "Outbox",
                columns: new[] { "State", "SentAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Alerts");

            migrationBuilder.DropTable(
                name: "Heartbeats");

            migrationBuilder.DropIndex(
                name: "IX_Outbox_Kind_CreatedAt",
                table: "Outbox");

            migrationBuilder.DropIndex(
                name: "IX_Outbox_MailId",
                table: "Outbox");

            migrationBuilder.DropIndex(
                name: "IX_Outbox_State_SentAt",
                table: "Outbox");

            migrationBuilder.DropColumn(
                name: "MailId",
                table: "Outbox");
        }
    }
}
