using FacialParalysisSite.Consultations.Storage;
using Microsoft.EntityFrameworkCore;

namespace FacialParalysisSite.Consultations.Tests.Storage;

/// <summary>A folder for one database file, deleted after the test.</summary>
internal sealed class TestFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("site-db-");

    public string File => Path.Combine(_folder.FullName, "site.db");

    /// <summary>Closes what is still open of one database. Those of other tests, which run at the same time, may have to stay open.</summary>
    public static void LetGo(string file)
    {
        var options = new DbContextOptionsBuilder<SiteDatabase>();
        SqliteStorage.Use(options, file);
        using var database = new SiteDatabase(options.Options, new WriteTurns());
        SqliteStorage.Forget(database);
    }

    public void Dispose()
    {
        LetGo(File);
        _folder.Delete(recursive: true);
    }
}
