using FacialParalysisSite.Consultations.Storage;
using Microsoft.EntityFrameworkCore;

namespace FacialParalysisSite.Consultations.Tests.Storage;

/// <summary>A real SQLite file in a folder of its own.</summary>
internal sealed class TestDatabase : IDbContextFactory<SiteDatabase>, IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly SiteDatabases _databases;

    public TestDatabase()
    {
        _databases = new SiteDatabases(File, TimeProvider.System);
        CreateDbContext().Dispose();
    }

    public string File => _folder.File;

    public SiteDatabase CreateDbContext() => _databases.CreateDbContext();

    public void Dispose()
    {
        _databases.Dispose();
        _folder.Dispose();
    }
}
