using FacialParalysisSite.Consultations.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace FacialParalysisSite.Consultations.Tests.Storage;

/// <summary>A database that was lost or damaged is refused until somebody brings one back; never is a new one begun in its place.</summary>
[Trait("Category", "Fault")]
public sealed class DamagedDatabaseTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly FakeTime _time = new();
    private readonly SiteDatabases _databases;

    public DamagedDatabaseTests()
    {
        _databases = new SiteDatabases(_folder.File, _time);
        using var database = _databases.CreateDbContext();
        for (var number = 0; number < 200; number++)
        {
            database.Requests.Add(new StoredRequest
            {
                Id = Guid.NewGuid(),
                Reference = $"FP-{number:0000}-0000",
                ReceivedAt = DateTimeOffset.UnixEpoch,
                Payload = new string('x', 1000),
                IsSuspected = false,
            });
        }

        database.SaveChanges();
        database.Database.ExecuteSqlRaw("PRAGMA wal_checkpoint(TRUNCATE)");
        TestFolder.LetGo(_folder.File);
        File.Copy(_folder.File, Backup);
    }

    private string Backup => _folder.File + ".backup";

    public void Dispose()
    {
        _databases.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("the file is gone", "is missing or empty, though the site has made it")]
    [InlineData("the file is empty", "has emptied the database")]
    [InlineData("the file is a new database", "has none of the tables")]
    [InlineData("the header is overwritten", "file is not a database")]
    [InlineData("a page in the middle is overwritten", "The database is damaged")]
    [InlineData("the end is cut off", "malformed|The database is damaged")]
    [InlineData("a table is gone", "lacks the table Outbox")]
    public void Create_FromALostOrDamagedFile_IsRefusedAndTheFileLeftAlone(string damage, string sentence)
    {
        Inflict(damage);
        var (before, log) = (BytesOf(_folder.File), BytesOf(_folder.File + "-wal"));

        var fault = Assert.ThrowsAny<Exception>(_databases.Check);
        Assert.True(fault.IsOfStorage());
        Assert.Matches(sentence, fault.Message);
        Assert.Throws<IOException>(_databases.CreateDbContext);
        _time.Advance(TimeSpan.FromSeconds(2));
        Assert.True(Assert.ThrowsAny<Exception>(_databases.CreateDbContext).IsOfStorage());

        // The next start.
        Assert.True(Assert.ThrowsAny<Exception>(new SiteDatabases(_folder.File, _time).CreateDbContext).IsOfStorage());
        TestFolder.LetGo(_folder.File);
        Assert.Equal(before, BytesOf(_folder.File));
        Assert.Equal(log, BytesOf(_folder.File + "-wal"));

        // The backup is brought back while the site runs.
        File.Delete(_folder.File + "-wal");
        File.Copy(Backup, _folder.File, overwrite: true);
        _time.Advance(TimeSpan.FromSeconds(2));
        using var database = _databases.CreateDbContext();
        Assert.Equal(200, database.Requests.Count());
    }

    [Fact]
    public void Create_WhereOnlyTheLogIsThere_IsRefusedAndTheLogLeftAlone()
    {
        const string Text = "what nobody has written to the file";
        _databases.Dispose();
        TestFolder.LetGo(_folder.File);
        File.Delete(_folder.File);
        File.Delete(_folder.File + ".made");
        File.WriteAllText(_folder.File + "-wal", Text);

        using var next = new SiteDatabases(_folder.File, _time);
        Assert.Contains("is missing or empty, but its write-ahead log is there", Assert.Throws<IOException>(next.CreateDbContext).Message, StringComparison.Ordinal);

        Assert.Equal(Text, File.ReadAllText(_folder.File + "-wal"));
        Assert.False(File.Exists(_folder.File));
    }

    /// <summary>Nobody waits for the look of every hour where a glance shows it.</summary>
    [Theory]
    [InlineData("the file is empty")]
    [InlineData("the header is overwritten")]
    [InlineData("the end is cut off")]
    [InlineData("a table is gone")]
    public void CheckSigns_OfAFileThatWasDamagedWhileItIsUsed_RefusesIt(string damage)
    {
        _databases.CheckSigns();
        Inflict(damage);

        Assert.True(Assert.ThrowsAny<Exception>(_databases.CheckSigns).IsOfStorage());

        Assert.Throws<IOException>(_databases.CreateDbContext);
    }

    [Fact]
    public void Create_AfterTheMarkerWasDeletedOnPurpose_BeginsAnew()
    {
        File.Delete(_folder.File);
        Assert.Throws<IOException>(_databases.Check);

        File.Delete(_folder.File + ".made");
        _time.Advance(TimeSpan.FromSeconds(2));

        // Only a start begins anew.
        Assert.Throws<IOException>(_databases.CreateDbContext);
        Assert.False(File.Exists(_folder.File));
        using var next = new SiteDatabases(_folder.File, _time);
        using var database = next.CreateDbContext();
        Assert.Empty(database.Requests);
    }

    private void Inflict(string damage)
    {
        switch (damage)
        {
            case "the file is gone":
                File.Delete(_folder.File);
                break;
            case "the file is empty":
                File.WriteAllBytes(_folder.File, []);
                break;
            case "the file is a new database":
                File.Delete(_folder.File);
                Run("CREATE TABLE Other (Id INTEGER)");
                break;
            case "the header is overwritten":
                Overwrite(0, 100);
                break;
            case "a page in the middle is overwritten":
                Overwrite(new FileInfo(_folder.File).Length / 2 / 4096 * 4096, 4096);
                break;
            case "the end is cut off":
                using (var file = File.OpenWrite(_folder.File))
                {
                    file.SetLength(file.Length / 2 / 4096 * 4096);
                }

                break;
            default:
                Run("DROP TABLE Outbox; PRAGMA wal_checkpoint(TRUNCATE)");
                break;
        }
    }

    private void Overwrite(long from, int count)
    {
        using var file = File.OpenWrite(_folder.File);
        file.Position = from;
        file.Write(Enumerable.Repeat((byte)0xA5, count).ToArray());
    }

    private void Run(string command)
    {
        using var connection = new SqliteConnection($"Data Source={_folder.File};Pooling=False");
        connection.Open();
        using var statement = connection.CreateCommand();
        statement.CommandText = command;
        statement.ExecuteNonQuery();
    }

    private static byte[] BytesOf(string file) => File.Exists(file) ? File.ReadAllBytes(file) : [];
}
