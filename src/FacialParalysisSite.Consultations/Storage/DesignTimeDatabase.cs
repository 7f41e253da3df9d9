using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace FacialParalysisSite.Consultations.Storage;

/// <summary>Lets <c>dotnet ef</c> see the tables when it writes a migration. The file it names is never opened.</summary>
internal sealed class DesignTimeDatabase : IDesignTimeDbContextFactory<SiteDatabase>
{
    public SiteDatabase CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<SiteDatabase>();
        SqliteStorage.Use(options, "design-time.db");
        return new SiteDatabase(options.Options, new WriteTurns());
    }
}
