using FacialParalysisSite.Consultations.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace FacialParalysisSite.Consultations.Tests.Storage;

/// <summary>A real SQLite file in a folder of its own.</summary>
internal sealed class TestDatabase : IDbContextFactory<SiteDatabase>, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("site-db-");
    private readonly DbContextOptions<SiteDatabase> _options;

    public TestDatabase()
    {
        var options = new DbContextOptionsBuilder<SiteDatabase>();
        SqliteStorage.Use(options, File);
        _options = options.Options;
        using var database = CreateDbContext();
        SqliteStorage.Prepare(database);
    }

    public string File => Path.Combine(_folder.FullName, "site.db");

    public SiteDatabase CreateDbContext() => new(_options);

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }
}
