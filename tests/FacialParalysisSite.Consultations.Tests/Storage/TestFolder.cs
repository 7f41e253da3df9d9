using Microsoft.Data.Sqlite;

namespace FacialParalysisSite.Consultations.Tests.Storage;

/// <summary>A folder for one database file, deleted after the test.</summary>
internal sealed class TestFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("site-db-");

    public string File => Path.Combine(_folder.FullName, "site.db");

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }
}
