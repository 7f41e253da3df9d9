using Microsoft.Data.Sqlite;

namespace FacialParalysisSite.Consultations.Tests.Outbox;

public sealed class OutboxQueueTests
{
    [Fact]
    public async Task Claim_WhereNothingIsDue_DoesNotWaitForThoseWhoWrite()
    {
        using var bed = new OutboxTestBed();
        await bed.AcceptAsync();
        await bed.DeliverAllAsync();
        await using var other = new SqliteConnection($"Data Source={bed.DatabaseFile};Pooling=False");
        await other.OpenAsync();
        await using var hold = other.CreateCommand();
        hold.CommandText = "BEGIN IMMEDIATE";
        await hold.ExecuteNonQueryAsync();

        Assert.Null(await bed.Queue.ClaimAsync(CancellationToken.None));
    }
}
