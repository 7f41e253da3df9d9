using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace FacialParalysisSite.Consultations.Storage;

/// <summary>
/// Whether there is room for another request. A flood must leave the disk enough for what was accepted before: its mails
/// can be sent only as long as their states can be written.
/// </summary>
/// <param name="databases">The database.</param>
/// <param name="file">Its file.</param>
/// <param name="limits">How much room there must be.</param>
internal sealed class StorageRoom(IDbContextFactory<SiteDatabase> databases, string file, RoomLimits limits)
{
    /// <summary>Looks for what is lacking.</summary>
    /// <returns>What it is, in words with numbers; null where there is room, or where nobody can tell and storing a request will show it.</returns>
    public Task<string?> FindLackAsync(CancellationToken cancellationToken) => FindLackAsync(isSuspected: false, cancellationToken);

    /// <summary>
    /// Looks for what is lacking for one request. Those that programs may have filled in get no more than half of the
    /// database: what a flood of them has taken stays taken for as long as requests are kept, and people need the rest.
    /// </summary>
    /// <returns>What it is, as above.</returns>
    public async Task<string?> FindLackAsync(bool isSuspected, CancellationToken cancellationToken)
    {
        try
        {
            return LackOfDisk() ?? await LackOfDatabaseAsync(isSuspected, cancellationToken);
        }
        catch (Exception fault) when (fault.IsOfStorage() || fault is ArgumentException)
        {
            // Not every file system says how much is left.
            return null;
        }
    }

    private string? LackOfDisk()
    {
        var free = new DriveInfo(Path.GetDirectoryName(file)!).AvailableFreeSpace;
        return free < limits.FreeBytes ? $"the disk has {Megabytes(free)} left, less than {Megabytes(limits.FreeBytes)}" : null;
    }

    private async Task<string?> LackOfDatabaseAsync(bool isSuspected, CancellationToken cancellationToken)
    {
        var most = isSuspected ? limits.DatabaseBytes / 2 : limits.DatabaseBytes;
        if (new FileInfo(file) is not { Exists: true } info || info.Length <= most)
        {
            return null;
        }

        // A file never shrinks. What was wiped from it can be used again.
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var used = await database.Database
            .SqlQueryRaw<long>("SELECT (page_count - freelist_count) * page_size AS Value FROM pragma_page_count, pragma_freelist_count, pragma_page_size")
            .SingleAsync(cancellationToken);
        return used > most ? $"the database holds {Megabytes(used)}, more than {Megabytes(most)}{(isSuspected ? ", which is all that requests get that a program may have filled in" : "")}" : null;
    }

    private static string Megabytes(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / RoomLimits.Megabyte} MB");
}

/// <summary>How much room there must be for another request.</summary>
/// <param name="FreeBytes">What the disk must have left.</param>
/// <param name="DatabaseBytes">What the database may hold.</param>
internal sealed record RoomLimits(long FreeBytes, long DatabaseBytes)
{
    public const long Megabyte = 1024 * 1024;
}
