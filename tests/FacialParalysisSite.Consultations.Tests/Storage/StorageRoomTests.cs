using FacialParalysisSite.Consultations.Storage;
using Microsoft.EntityFrameworkCore;

namespace FacialParalysisSite.Consultations.Tests.Storage;

public sealed class StorageRoomTests : IDisposable
{
    private const long Plenty = 1024 * RoomLimits.Megabyte;

    private readonly TestDatabase _database = new();

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task Find_WithRoomForBoth_FindsNothing() => Assert.Null(await FindAsync(free: 1, database: Plenty));

    [Fact]
    public async Task Find_OnADiskThatIsNearlyFull_SaysHowMuchIsLeft() =>
        Assert.Matches("^the disk has [0-9]+ MB left, less than [0-9]+ MB$", await FindAsync(free: long.MaxValue, database: Plenty));

    [Fact]
    public async Task Find_InADatabaseThatHoldsTooMuch_SaysSoUntilItIsWiped()
    {
        await FillAsync(3 * RoomLimits.Megabyte);
        Assert.Equal("the database holds 3 MB, more than 2 MB", await FindAsync(free: 1, database: 2 * RoomLimits.Megabyte));

        await using (var database = _database.CreateDbContext())
        {
            await database.DataProtectionKeys.ExecuteDeleteAsync();
            await database.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        }

        Assert.True(new FileInfo(_database.File).Length > 2 * RoomLimits.Megabyte);
        Assert.Null(await FindAsync(free: 1, database: 2 * RoomLimits.Megabyte));
    }

    [Fact]
    public async Task Find_ForASuspectedRequest_LeavesHalfOfTheRoomToPeople()
    {
        await FillAsync(3 * RoomLimits.Megabyte);
        var room = new StorageRoom(_database, _database.File, new RoomLimits(FreeBytes: 1, DatabaseBytes: 5 * RoomLimits.Megabyte));

        Assert.Equal(
            "the database holds 3 MB, more than 2 MB, which is all that requests get that a program may have filled in",
            await room.FindLackAsync(isSuspected: true, CancellationToken.None));
        Assert.Null(await room.FindLackAsync(isSuspected: false, CancellationToken.None));
        Assert.Null(await new StorageRoom(_database, _database.File, new RoomLimits(FreeBytes: 1, Plenty)).FindLackAsync(isSuspected: true, CancellationToken.None));
    }

    [Fact]
    public async Task Find_WhereTheDatabaseIsNotThere_LeavesItToTheOneWhoStores()
    {
        var room = new StorageRoom(_database, Path.Combine(Path.GetDirectoryName(_database.File)!, "none.db"), new RoomLimits(1, 1));

        Assert.Null(await room.FindLackAsync(CancellationToken.None));
    }

    private Task<string?> FindAsync(long free, long database) =>
        new StorageRoom(_database, _database.File, new RoomLimits(free, database)).FindLackAsync(CancellationToken.None);

    private async Task FillAsync(long letters)
    {
        await using var database = _database.CreateDbContext();
        database.DataProtectionKeys.Add(new DataProtectionKey { FriendlyName = "large", Xml = new string('x', (int)letters) });
        await database.SaveChangesAsync();
        await database.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
    }
}
