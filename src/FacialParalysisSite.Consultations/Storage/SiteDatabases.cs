using Microsoft.EntityFrameworkCore;

namespace FacialParalysisSite.Consultations.Storage;

/// <summary>
/// Gives out the database once its tables are there and its commits are safe. Where that cannot be brought about, each
/// later call tries again: a disk that was full or a file that was locked needs no restart.
/// </summary>
/// <param name="file">The absolute path of the database file.</param>
internal sealed class SiteDatabases(string file) : IDbContextFactory<SiteDatabase>
{
    private readonly DbContextOptions<SiteDatabase> _options = OptionsFor(file);
    private readonly Lock _preparing = new();
    private volatile bool _isPrepared;

    /// <exception cref="System.Data.Common.DbException">The file cannot be opened, is damaged, or is no database.</exception>
    /// <exception cref="IOException">The file system cannot keep commits safe.</exception>
    public SiteDatabase CreateDbContext()
    {
        Prepare();
        return new SiteDatabase(_options);
    }

    private void Prepare()
    {
        if (_isPrepared)
        {
            return;
        }

        lock (_preparing)
        {
            if (!_isPrepared)
            {
                using var database = new SiteDatabase(_options);
                SqliteStorage.Prepare(database);
                _isPrepared = true;
            }
        }
    }

    private static DbContextOptions<SiteDatabase> OptionsFor(string file)
    {
        var options = new DbContextOptionsBuilder<SiteDatabase>();
        SqliteStorage.Use(options, file);
        return options.Options;
    }
}
