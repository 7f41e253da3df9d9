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
    public async Task<string?> FindLackAsync(CancellationToken cancellationToken)
    {
        try
        {
            return LackOfDisk() ?? await LackOfDatabaseAsync(cancellationToken);
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

    private async Task<string?> LackOfDatabaseAsync(CancellationToken cancellationToken)
    {
        if (new FileInfo(file) is not { Exists: true } info || info.Length <= limits.DatabaseBytes)
        {
            return null;
        }

        // A file never shrinks. What was wiped from it can be used again.
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var used = await database.Database
            .SqlQueryRaw<long>("SELECT (page_count - freelist_count) * page_size AS Value FROM pragma_page_count, pragma_freelist_count, pragma_page_size")
            .SingleAsync(cancellationToken);
        return used > limits.DatabaseBytes ? $"the database holds {Megabytes(used)}, more than {Megabytes(limits.DatabaseBytes)}" : null;
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
