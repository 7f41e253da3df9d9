using FacialParalysisSite.Consultations.Outbox;
using FacialParalysisSite.Consultations.Storage;
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

    [Fact]
    public async Task Open_ADatabaseWithMailsOwedFromBeforeDigests_SendsEachAsTheMailThatItWas()
    {
        var ids = await MakeInitialAsync(30);
        var queue = new OutboxQueue(new SiteDatabases(_folder.File, TimeProvider.System), new DigestPolicy(5), TimeProvider.System, NullLogger<OutboxQueue>.Instance);

        var claimed = new List<Guid>();
        while (await queue.ClaimAsync(CancellationToken.None) is { } mail)
        {
            Assert.False(mail.IsDigest);
            Assert.Equal(mail.Message.Id, mail.Message.MailId);
            claimed.Add(mail.Message.Id);
        }

        Assert.Equal(ids.Order(), claimed.Order());
    }

    private async Task<List<Guid>> MakeInitialAsync(int count)
    {
        var options = new DbContextOptionsBuilder<SiteDatabase>();
        SqliteStorage.Use(options, _folder.File);
        await using var database = new SiteDatabase(options.Options);
        await database.GetService<IMigrator>().MigrateAsync("Initial");
        var ids = Enumerable.Range(0, count).Select(_ => Guid.NewGuid()).ToList();
        foreach (var id in ids)
        {
            var text = id.ToString().ToUpperInvariant();
            await database.Database.ExecuteSqlAsync($"""INSERT INTO "Requests" ("Id", "Reference", "ReceivedAt", "Payload", "IsSuspected") VALUES ({text}, {text}, 1, '', 0)""");
            await database.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO "Outbox" ("Id", "RequestId", "Kind", "CreatedAt", "Payload", "State", "Attempts", "NextAttemptAt", "DeliveredTo")
                VALUES ({text}, {text}, 'Request', 1, '', 'Pending', 0, 1, '')
                """);
        }

        return ids;
    }
}
