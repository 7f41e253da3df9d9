using FacialParalysisSite.Consultations.Outbox;
using FacialParalysisSite.Consultations.Requests;
using FacialParalysisSite.Consultations.Sealing;
using FacialParalysisSite.Consultations.Storage;
using FacialParalysisSite.Consultations.Tests.Forms;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Logging.Abstractions;

namespace FacialParalysisSite.Consultations.Tests.Storage;

/// <summary>Databases of earlier versions.</summary>
public sealed class MigrationTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("Initial")]
    [InlineData("SealedPayloads")]
    public async Task Open_ADatabaseWithMailsOwedFromBeforeDigests_SendsEachAsTheMailThatItWas(string version)
    {
        var ids = await MakeAsync(version, 30);
        var queue = new OutboxQueue(new SiteDatabases(_folder.File, TimeProvider.System), new PayloadSeal(() => null), new DigestPolicy(5), TimeProvider.System, NullLogger<OutboxQueue>.Instance);

        var claimed = new List<Guid>();
        while (await queue.ClaimAsync(CancellationToken.None) is { } mail)
        {
            Assert.False(mail.IsDigest);
            Assert.Equal(mail.Message.Id, mail.Message.MailId);
            claimed.Add(mail.Message.Id);
        }

        Assert.Equal(ids.Order(), claimed.Order());
    }

    private async Task<List<Guid>> MakeAsync(string version, int count)
    {
        var options = new DbContextOptionsBuilder<SiteDatabase>();
        await File.Create(_folder.File).DisposeAsync();
        SqliteStorage.Use(options, _folder.File);
        await using var database = new SiteDatabase(options.Options, new WriteTurns());
        await database.GetService<IMigrator>().MigrateAsync(version);
        var payload = ConsultationRequest.From(TestForm.With(_ => { })).ToJson();
        var ids = Enumerable.Range(0, count).Select(_ => Guid.NewGuid()).ToList();
        foreach (var id in ids)
        {
            var text = id.ToString().ToUpperInvariant();
            await database.Database.ExecuteSqlAsync($"""INSERT INTO "Requests" ("Id", "Reference", "ReceivedAt", "Payload", "IsSuspected") VALUES ({text}, {text}, 1, {payload}, 0)""");
            await database.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO "Outbox" ("Id", "RequestId", "Kind", "CreatedAt", "Payload", "State", "Attempts", "NextAttemptAt", "DeliveredTo")
                VALUES ({text}, {text}, 'Request', 1, {payload}, 'Pending', 0, 1, '')
                """);
        }

        return ids;
    }
}
