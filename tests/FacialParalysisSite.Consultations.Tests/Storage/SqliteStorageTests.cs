using FacialParalysisSite.Consultations.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace FacialParalysisSite.Consultations.Tests.Storage;

public sealed class SqliteStorageTests
{
    [Fact]
    public async Task Open_EveryConnection_KeepsCommitsSafe()
    {
        using var file = new TestDatabase();
        await using var database = file.CreateDbContext();
        await database.Database.OpenConnectionAsync();

        Assert.Equal("wal", await Ask(database, "PRAGMA journal_mode"));
        Assert.Equal("2", await Ask(database, "PRAGMA synchronous"));
        Assert.Equal("1", await Ask(database, "PRAGMA foreign_keys"));
        Assert.Equal("1", await Ask(database, "PRAGMA secure_delete"));
        Assert.Equal("2", await Ask(database, "PRAGMA temp_store"));
    }

    [Fact]
    public void Prepare_ASecondTime_ChangesNothing()
    {
        using var file = new TestDatabase();
        using var database = file.CreateDbContext();

        SqliteStorage.Prepare(database);

        Assert.Empty(database.Database.GetPendingMigrations());
        Assert.False(database.Database.HasPendingModelChanges());
    }

    [Fact]
    public void Prepare_AfterAProgramThatDiedWhileItMigrated_DoesNotWaitForIt()
    {
        using var folder = new TestFolder();
        var options = new DbContextOptionsBuilder<SiteDatabase>();
        File.Create(folder.File).Dispose();
        SqliteStorage.Use(options, folder.File);
        using var database = new SiteDatabase(options.Options, new WriteTurns());
        database.Database.ExecuteSqlRaw("CREATE TABLE \"__EFMigrationsLock\" (\"Id\" INTEGER NOT NULL PRIMARY KEY, \"Timestamp\" TEXT NOT NULL)");
        database.Database.ExecuteSqlRaw("INSERT INTO \"__EFMigrationsLock\" VALUES (1, '2026-01-01')");

        SqliteStorage.Prepare(database);

        Assert.Empty(database.Database.GetPendingMigrations());
    }

    [Fact]
    public void Create_WhereTheFileCannotBeOpenedAtFirst_WorksOnceItCan()
    {
        using var folder = new TestFolder();
        Directory.CreateDirectory(folder.File);
        var time = new FakeTime();
        var databases = new SiteDatabases(folder.File, time);
        Assert.True(Assert.ThrowsAny<Exception>(databases.CreateDbContext).IsOfStorage());

        Directory.Delete(folder.File);
        Assert.Throws<IOException>(databases.CreateDbContext);
        time.Advance(TimeSpan.FromSeconds(2));
        using var database = databases.CreateDbContext();

        Assert.Empty(database.Requests);
    }

    [Fact]
    public void Create_AfterTheFileWasWrittenTo_TakesItForTheSame()
    {
        using var folder = new TestFolder();
        var databases = new SiteDatabases(folder.File, TimeProvider.System);
        using (var database = databases.CreateDbContext())
        {
            database.WriteTrials.Add(new WriteTrial { At = DateTimeOffset.UnixEpoch });
            database.SaveChanges();
            database.Database.ExecuteSqlRaw("PRAGMA wal_checkpoint(TRUNCATE)");
        }

        databases.CreateDbContext().Dispose();

        Assert.Equal(1, databases.Generation);
    }

    [Fact]
    public void Open_AfterTheFileWasLost_MakesNoNewOne()
    {
        using var folder = new TestFolder();
        using var database = new SiteDatabases(folder.File, TimeProvider.System).CreateDbContext();
        TestFolder.LetGo(folder.File);
        File.Delete(folder.File);

        Assert.Throws<SqliteException>(() => database.Requests.Count());

        Assert.False(File.Exists(folder.File));
    }

    [Fact]
    public void Create_AfterTheFileWasReplaced_WritesToTheOneThatIsThereNow()
    {
        using var folder = new TestFolder();
        using var made = new TestDatabase();
        using var databases = new SiteDatabases(folder.File, TimeProvider.System);
        databases.CreateDbContext().Dispose();
        var backup = folder.File + ".backup";
        DatabaseBackup.Copy(made.File, backup);

        foreach (var part in new[] { "", "-wal", "-shm" })
        {
            File.Delete(folder.File + part);
        }

        File.Move(backup, folder.File);

        using var database = databases.CreateDbContext();
        database.WriteTrials.Add(new WriteTrial { At = DateTimeOffset.UnixEpoch });
        database.SaveChanges();

        using var others = new SiteDatabases(folder.File, TimeProvider.System).CreateDbContext();
        Assert.Single(others.WriteTrials);
    }

    [Fact]
    public void Prepare_AFileThatIsNoDatabase_IsRefusedAndNotReplaced()
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, new string('x', 10_000));
            var options = new DbContextOptionsBuilder<SiteDatabase>();
            SqliteStorage.Use(options, path);
            using var database = new SiteDatabase(options.Options, new WriteTurns());

            Assert.Throws<SqliteException>(() => SqliteStorage.Prepare(database));
            TestFolder.LetGo(path);
            Assert.Equal(new string('x', 10_000), File.ReadAllText(path));
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static async Task<string?> Ask(SiteDatabase database, string question)
    {
        await using var command = database.Database.GetDbConnection().CreateCommand();
        command.CommandText = question;
        return Convert.ToString(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
    }
}
