using FacialParalysisSite.Consultations.Storage;
using Microsoft.EntityFrameworkCore;

namespace FacialParalysisSite.Consultations.Tests.Storage;

/// <summary>A database that can be used only while a test lets it.</summary>
internal sealed class BreakableDatabases(IDbContextFactory<SiteDatabase> databases) : IDbContextFactory<SiteDatabase>
{
    public bool IsBroken { get; set; }

    public SiteDatabase CreateDbContext() => IsBroken ? throw new IOException("disk I/O error") : databases.CreateDbContext();
}
