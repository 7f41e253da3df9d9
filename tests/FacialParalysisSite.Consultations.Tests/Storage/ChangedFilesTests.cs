using System.Collections.Concurrent;
using System.Diagnostics;
using FacialParalysisSite.Consultations.Alerting;
using FacialParalysisSite.Consultations.Outbox;
using FacialParalysisSite.Consultations.Requests;
using FacialParalysisSite.Consultations.Sealing;
using FacialParalysisSite.Consultations.Storage;
using FacialParalysisSite.Consultations.Tests.Forms;
using FacialParalysisSite.Consultations.Tests.Metering;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace FacialParalysisSite.Consultations.Tests.Storage;

/// <summary>Somebody deletes, moves or replaces the files of a database in use: whoever was thanked is in it at the next start, or in a copy that is named.</summary>
[Trait("Category", "Fault")]
public sealed class ChangedFilesTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly TestFolder _other = new();
    private readonly FakeTime _time = new();
    private readonly KeptLog<Harms> _log = new();
    private readonly Harms _harms;
    private readonly SiteDatabases _databases;
    private readonly ConsultationDesk _desk;

    public ChangedFilesTests()
    {
        _harms = new Harms(_time, _log);
        _databases = new SiteDatabases(_folder.File, _time, _harms);
        _desk = new ConsultationDesk(_databases, new PayloadSeal(() => null), new OutboxSignal(), TestMeter.Create(), _time, NullLogger<ConsultationDesk>.Instance);
        _databases.CreateDbContext().Dispose();
        _log.Lines.Clear();
    }

    public void Dispose()
    {
        _databases.Dispose();
        _folder.Dispose();
        _other.Dispose();
    }

    [OpenFileTheory]
    [InlineData("-wal")]
    [InlineData("-shm")]
    [InlineData("-wal", "-shm")]
    public async Task Delete_LogOrIndexUnderLoad_LosesNobodyWhoWasThanked(params string[] parts)
    {
        await using var crowd = new Askers(this);
        for (var time = 1; time <= 3; time++)
        {
            await crowd.ThankedAsync(10);
            Array.ForEach(parts, part => File.Delete(_folder.File + part));
        }

        await crowd.ThankedAsync(10);
        await crowd.StopAsync();

        Assert.Empty(crowd.Thanked.Except(AfterKill()));
        Assert.Equal(3, _log.Lines.Count);
        Assert.All(_log.Lines, line => Assert.Equal(LogLevel.Critical, line.Level));
        Assert.Equal(3, _harms.Find(AlertKind.Harm)!.Count);
    }

    [OpenFileFact]
    public async Task Delete_TheLogBeforeACommit_SavesWhatIsCommitted()
    {
        await using var database = _databases.CreateDbContext();
        await using (var transaction = await database.BeginWriteAsync())
        {
            database.WriteTrials.Add(new WriteTrial { At = DateTimeOffset.UnixEpoch });
            await database.SaveChangesAsync();
            File.Delete(_folder.File + "-wal");
            await transaction.CommitAsync();
        }

        Assert.Equal("1", AskAfterKill("SELECT count(*) FROM WriteTrials"));
    }

    [OpenFileFact]
    public async Task Delete_TheLogBeforeATransaction_LetsNobodyWriteIntoIt()
    {
        await using var database = _databases.CreateDbContext();
        await database.Database.OpenConnectionAsync();
        File.Delete(_folder.File + "-wal");

        await Assert.ThrowsAsync<IOException>(() => database.BeginWriteAsync());

        await database.DisposeAsync();
        Assert.NotNull(await AcceptAsync());
        Assert.True(File.Exists(_folder.File + "-wal"));
    }

    [OpenFileFact]
    public async Task Delete_TheLogWhileNobodyAsks_IsNoticedAtTheNextGlance()
    {
        var thanked = await AcceptAsync();
        File.Delete(_folder.File + "-wal");

        _databases.CheckSigns();

        Assert.Contains(thanked, AfterKill());
    }

    [OpenFileFact]
    public async Task Delete_TheLogBeforeTheSiteStops_SavesWhatWasInIt()
    {
        var thanked = await AcceptAsync();
        File.Delete(_folder.File + "-wal");

        _databases.Dispose();

        Assert.Contains(thanked, AfterKill());
    }

    [OpenFileTheory]
    [InlineData("deleted")]
    [InlineData("moved away")]
    [InlineData("emptied with its folder")]
    public async Task Take_TheDatabaseAwayUnderLoad_ThanksNobodyMoreAndKeepsWhatWasThere(string how)
    {
        await using var crowd = new Askers(this);
        await crowd.ThankedAsync(20);
        Take(how);
        await crowd.RefusedAsync(20);
        await crowd.StopAsync();

        Assert.False(File.Exists(_folder.File));
        _time.Advance(TimeSpan.FromSeconds(2));
        Assert.Throws<IOException>(_databases.CreateDbContext);
        using var next = new SiteDatabases(_folder.File, _time, _harms);
        var fault = Assert.Throws<IOException>(next.CreateDbContext);
        Assert.False(File.Exists(_folder.File));
        var saved = Assert.Single(Directory.EnumerateFiles(Path.GetDirectoryName(_folder.File)!, "site.db.saved-*"));
        Assert.Contains(saved, fault.Message, StringComparison.Ordinal);
        Assert.Contains(saved, Assert.Single(_log.Lines).Text, StringComparison.Ordinal);

        File.Delete(_folder.File + "-wal");
        File.Move(saved, _folder.File);
        _time.Advance(TimeSpan.FromSeconds(2));
        Assert.NotNull(await AcceptAsync());
        Assert.Empty(crowd.Thanked.Except(AfterKill()));
    }

    [OpenFileFact]
    public async Task Delete_TheWholeFolder_KeepsWhatWasThereUntilItIsThereAgain()
    {
        var thanked = await AcceptAsync();
        var folder = Path.GetDirectoryName(_folder.File)!;
        Directory.Delete(folder, recursive: true);
        Assert.Null(await AcceptAsync());

        Directory.CreateDirectory(folder);
        _time.Advance(TimeSpan.FromSeconds(2));
        Assert.Null(await AcceptAsync());

        File.Move(Assert.Single(Directory.EnumerateFiles(folder, "site.db.saved-*")), _folder.File);
        _time.Advance(TimeSpan.FromSeconds(2));
        Assert.NotNull(await AcceptAsync());
        Assert.Contains(thanked, AfterKill());
    }

    [OpenFileFact]
    public async Task Replace_TheDatabaseByABackup_SavesWhatCameSinceAndSaysSo()
    {
        var before = await AcceptAsync();
        DatabaseBackup.Copy(_folder.File, _other.File);
        var since = await AcceptAsync();

        File.Move(_other.File, _folder.File, overwrite: true);
        File.Delete(_folder.File + "-wal");
        File.Delete(_folder.File + "-shm");
        var later = await AcceptAsync();

        Assert.NotNull(later);
        var saved = Assert.Single(Directory.EnumerateFiles(Path.GetDirectoryName(_folder.File)!, "site.db.saved-*"));
        Assert.Contains(saved, Assert.Single(_log.Lines).Text, StringComparison.Ordinal);
        Assert.Equal([before, since], ReferencesIn(saved));
        Assert.Equal([before, later], AfterKill());
    }

    [OpenFileFact]
    public async Task Copy_AfterADeletedLogWasMended_HasEverything()
    {
        var thanked = await AcceptAsync();
        File.Delete(_folder.File + "-wal");
        var later = await AcceptAsync();

        DatabaseBackup.Copy(_folder.File, _other.File);

        Assert.Equal([thanked, later], ReferencesIn(_other.File));
    }

    [OpenFileFact]
    public async Task Replace_TheLogByAnOldOne_IsNotWrittenOverWhatIsSaved()
    {
        var thanked = new List<string?> { await AcceptAsync() };
        Checkpoint();
        thanked.Add(await AcceptAsync());
        File.Copy(_folder.File + "-wal", _other.File + "-wal");
        thanked.Add(await AcceptAsync());

        File.Move(_other.File + "-wal", _folder.File + "-wal", overwrite: true);
        Glance();
        thanked.Add(await AcceptAsync());

        Assert.Equal(thanked, AfterKill());
        var found = Assert.Single(Directory.EnumerateFiles(Path.GetDirectoryName(_folder.File)!, "site.db-wal.found-*"));
        Assert.Contains(found, Assert.Single(_log.Lines).Text, StringComparison.Ordinal);
    }

    [OpenFileFact]
    public async Task Replace_TheLogByAnOldOneBeforeACommit_IsNotWrittenOverItAfterAKill()
    {
        var first = await AcceptAsync();
        Checkpoint();
        var second = await AcceptAsync();
        File.Copy(_folder.File + "-wal", _other.File + "-wal");
        var third = await AcceptAsync();
        await using var database = _databases.CreateDbContext();
        await using (var transaction = await database.BeginWriteAsync())
        {
            database.WriteTrials.Add(new WriteTrial { At = DateTimeOffset.UnixEpoch });
            await database.SaveChangesAsync();
            File.Move(_other.File + "-wal", _folder.File + "-wal", overwrite: true);
            await transaction.CommitAsync();
        }

        Assert.Equal([first, second, third], AfterKill());
        Assert.Equal("1", AskAfterKill("SELECT count(*) FROM WriteTrials"));
    }

    [OpenFileFact]
    public async Task Empty_TheLogUnderLoad_ThanksNobodyWhoIsLost()
    {
        var first = await AcceptAsync();
        Checkpoint();
        await AcceptAsync();
        Empty("-wal");

        var thanked = new List<string?>();
        for (var ask = 0; ask < 20; ask++)
        {
            _time.Advance(TimeSpan.FromSeconds(2));
            thanked.Add(await AcceptAsync());
        }

        Assert.Null(thanked[0]);
        Assert.Equal(19, thanked.Count(reference => reference is not null));
        Assert.Empty(thanked.Where(reference => reference is not null).Append(first).Except(AfterKill()));
        Assert.Contains("was emptied or overwritten", Assert.Single(_log.Lines).Text, StringComparison.Ordinal);
    }

    [OpenFileFact]
    public async Task Empty_TheLogWhileNobodyAsks_SaysSoAndNamesWhatIsRemembered()
    {
        var first = await AcceptAsync();
        Checkpoint();
        var second = await AcceptAsync();
        Empty("-wal");

        Glance();
        var third = await AcceptAsync();

        Assert.Equal([first, third], AfterKill());
        Assert.Equal("ok", AskAfterKill("PRAGMA integrity_check"));
        var saved = Assert.Single(Directory.EnumerateFiles(Path.GetDirectoryName(_folder.File)!, "site.db.saved-*Z"));
        Assert.Contains(saved, Assert.Single(_log.Lines).Text, StringComparison.Ordinal);
        Assert.Equal([first, second], ReferencesIn(saved));
    }

    [OpenFileFact]
    public async Task Glance_AfterACommit_LeavesLittleInTheLog()
    {
        var thanked = await AcceptAsync();
        Glance();
        File.Delete(_folder.File + "-wal");

        Assert.Contains(thanked, AfterKill());
    }

    [OpenFileTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Empty_TheDatabase_ThanksNobodyAndKeepsWhatIsLeft(bool isMostInIt)
    {
        var first = await AcceptAsync();
        if (isMostInIt)
        {
            Checkpoint();
        }

        var second = await AcceptAsync();
        var log = new FileInfo(_folder.File + "-wal").Length;
        Empty("");

        Assert.Null(await AcceptAsync());
        Assert.Equal(LogLevel.Critical, _log.Lines[0].Level);
        _databases.Dispose();
        TestFolder.LetGo(_folder.File);

        var folder = Path.GetDirectoryName(_folder.File)!;
        if (isMostInIt)
        {
            Assert.Equal(log, new FileInfo(_folder.File + "-wal").Length);
        }
        else
        {
            Assert.Equal([first, second], ReferencesIn(Assert.Single(Directory.EnumerateFiles(folder, "site.db.saved-*Z"))));
        }

        using var next = new SiteDatabases(_folder.File, _time, _harms);
        Assert.Throws<IOException>(next.CreateDbContext);
    }

    /// <summary>SQLite by itself writes a log of a thousand pages into the database within a commit, before anybody can look at it.</summary>
    [OpenFileFact]
    public async Task Empty_ALogOfAThousandPages_LeavesTheDatabaseWhole()
    {
        List<string?> before = [];
        for (var ask = 0; ask < 10; ask++)
        {
            before.Add(await AcceptAsync());
        }

        Checkpoint();
        while (new FileInfo(_folder.File + "-wal").Length < 990 * 4120L)
        {
            Assert.NotNull(await AcceptAsync());
        }

        Empty("-wal");
        var thanked = await AcceptAsync();
        Glance();

        Assert.Null(thanked);
        Assert.Equal("ok", AskAfterKill("PRAGMA integrity_check"));
        Assert.Equal(before, AfterKill());
    }

    [OpenFileTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Replace_TheDatabaseByABackupWhileSomebodyWaitsToWrite_LeavesTheBackupAsItIs(bool isSavedBetween)
    {
        var (before, since) = await AcceptAroundABackupAsync(isSavedBetween);

        await using var user = _databases.CreateDbContext();
        await user.Database.OpenConnectionAsync();
        var turn = await user.BeginWriteAsync();
        await using (var waiting = _databases.CreateDbContext())
        {
            var wait = waiting.BeginWriteAsync();
            File.Move(_other.File, _folder.File, overwrite: true);
            await turn.DisposeAsync();
            await Assert.ThrowsAsync<IOException>(() => wait);
        }

        Glance();
        var later = await AcceptAsync();

        Assert.Equal("ok", AskAfterKill("PRAGMA integrity_check"));
        Assert.Equal([before, later], AfterKill());
        Assert.Equal([before, .. since], ReferencesIn(Assert.Single(Directory.EnumerateFiles(Path.GetDirectoryName(_folder.File)!, "site.db.saved-*Z"))));
    }

    [OpenFileTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Replace_TheDatabaseByABackupAlone_LeavesTheBackupAsItIs(bool isSavedBetween)
    {
        var (before, since) = await AcceptAroundABackupAsync(isSavedBetween);

        // Whoever still uses the old one keeps SQLite from deleting the log at the end.
        await using var user = _databases.CreateDbContext();
        await user.Database.OpenConnectionAsync();
        File.Move(_other.File, _folder.File, overwrite: true);
        Glance();
        var later = await AcceptAsync();

        Assert.Equal([before, later], AfterKill());
        Assert.Equal("ok", AskAfterKill("PRAGMA integrity_check"));
        Assert.Equal([before, .. since], ReferencesIn(Assert.Single(Directory.EnumerateFiles(Path.GetDirectoryName(_folder.File)!, "site.db.saved-*Z"))));
    }

    [OpenFileFact]
    public async Task Replace_TheDatabaseWhereNoCopyCanBeMade_SavesItLater()
    {
        var before = await AcceptAsync();
        DatabaseBackup.Copy(_folder.File, _other.File);
        var since = await AcceptAsync();
        var blocked = Directory.CreateDirectory(new DatabaseMarker(_folder.File).NameSaved(_time.GetUtcNow()));
        File.Move(_other.File, _folder.File, overwrite: true);

        var later = await AcceptAsync();
        Assert.NotNull(later);
        blocked.Delete();
        Glance();

        Assert.Equal([before, since], ReferencesIn(Assert.Single(Directory.EnumerateFiles(Path.GetDirectoryName(_folder.File)!, "site.db.saved-*Z"))));
        Assert.Equal([before, later], AfterKill());
        Assert.True(File.Exists(_folder.File + "-wal"));
    }

    /// <summary>Whoever copies the one file of a site that was stopped has everything.</summary>
    [OpenFileFact]
    public async Task Dispose_AfterRequests_LeavesEverythingInOneFile()
    {
        List<string?> accepted = [await AcceptAsync(), await AcceptAsync()];

        _databases.Dispose();

        Assert.False(File.Exists(_folder.File + "-wal"));
        Assert.Equal(accepted, ReferencesIn(_folder.File));
    }

    [OpenFileFact]
    public async Task Open_ThroughASymbolicLink_IsTheSameDatabase()
    {
        _databases.Dispose();
        TestFolder.LetGo(_folder.File);
        File.Move(_folder.File, _other.File);
        File.CreateSymbolicLink(_folder.File, _other.File);

        using var next = new SiteDatabases(_folder.File, _time, _harms);
        await using var database = next.CreateDbContext();
        Assert.Empty(await database.Requests.ToListAsync());
        Assert.True(new DatabaseMarker(_other.File).IsSet);
    }

    [Fact]
    public void Delete_TheMark_IsMadeAgainAtTheNextGlance()
    {
        File.Delete(_folder.File + ".made");

        Glance();

        Assert.True(new DatabaseMarker(_folder.File).IsSet);
    }

    [Fact]
    public void Create_WhereNoDatabaseIs_SaysThatOneWasBegunAndNotAgain()
    {
        var harms = new Harms(_time, _log);
        using var first = new SiteDatabases(_other.File, _time, harms);
        first.CreateDbContext().Dispose();
        using var next = new SiteDatabases(_other.File, _time, harms);
        next.CreateDbContext().Dispose();

        Assert.Equal(LogLevel.Warning, Assert.Single(_log.Lines).Level);
        Assert.Equal(1, harms.Find(AlertKind.NewDatabase)!.Count);
    }

    [OpenFileTheory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task Empty_TheLogJustBeforeALookOrTheEnd_KeepsWhatIsInTheDatabaseAndSaysSo(bool isEnd, bool isWrittenOn)
    {
        var settled = await AcceptAllAsync(20);
        Glance();
        await AcceptAllAsync(2);
        Empty("-wal");
        if (isWrittenOn)
        {
            WritePastTheGuard();
        }

        Action look = isEnd ? _databases.Dispose : _databases.Check;
        look();

        Assert.Equal("ok", AskAfterKill("PRAGMA integrity_check(1)"));
        Assert.Empty(settled.Except(AfterKill()));
        Assert.Contains("was emptied or overwritten", Assert.Single(_log.Lines).Text, StringComparison.Ordinal);
    }

    /// <summary>With no connection that remembers the log, and its first page in the log alone, none can even be opened.</summary>
    [OpenFileTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Empty_TheLogWhereNobodyRemembersIt_IsToldAllTheSame(bool isEnd)
    {
        var settled = await AcceptAllAsync(20);
        Glance();
        using (var database = _databases.CreateDbContext())
        {
            database.Database.ExecuteSqlRaw("PRAGMA user_version=1");
            SqliteStorage.Forget(database);
        }

        Empty("-wal");
        Action look = isEnd ? _databases.Dispose : _databases.Check;
        look();

        Assert.Empty(settled.Except(AfterKill()));
        Assert.Contains("was emptied or overwritten", Assert.Single(_log.Lines).Text, StringComparison.Ordinal);
    }

    [OpenFileFact]
    public async Task Move_TheDatabaseAndLinkItBack_IsNoticedAsAnother()
    {
        var thanked = await AcceptAllAsync(2);
        var moved = Path.Combine(Path.GetDirectoryName(_other.File)!, "moved.db");
        File.Move(_folder.File, moved);
        File.CreateSymbolicLink(_folder.File, moved);

        await AcceptAllAsync(2, thanked);
        _databases.Dispose();

        var saved = Assert.Single(Directory.EnumerateFiles(Path.GetDirectoryName(_folder.File)!, "site.db.saved-*"));
        Assert.Empty(thanked.Except(ReferencesIn(saved)));
        Assert.Contains(saved, Assert.Single(_log.Lines).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Accept_ManyAtOnceForLong_KeepsTheLogShort()
    {
        await using var crowd = new Askers(this);
        await crowd.ThankedAsync(1200);
        await crowd.StopAsync();

        Assert.InRange(new FileInfo(_folder.File + "-wal").Length, 1, 2 * WriteAheadLog.UsualBytes);
    }

    /// <returns>Those who were thanked.</returns>
    private async Task<List<string?>> AcceptAllAsync(int count, List<string?>? before = null)
    {
        var thanked = before ?? [];
        for (var ask = 0; ask < count; ask++)
        {
            if (await AcceptAsync() is { } reference)
            {
                thanked.Add(reference);
            }
        }

        return thanked;
    }

    private void Glance()
    {
        _time.Advance(TimeSpan.FromSeconds(5));
        _databases.CheckSigns();
    }

    /// <summary>A write that no look at the files comes after.</summary>
    private void WritePastTheGuard()
    {
        using var database = _databases.CreateDbContext();
        database.Database.ExecuteSqlRaw("INSERT INTO WriteTrials (Id, At) VALUES (0, 0)");
    }

    private void Checkpoint()
    {
        using var database = _databases.CreateDbContext();
        database.Database.ExecuteSqlRaw("PRAGMA wal_checkpoint(TRUNCATE)");
    }

    private void Empty(string part)
    {
        // Another program: closing a file takes away all locks that this one has on it.
        using var emptying = Process.Start("truncate", ["-s", "0", _folder.File + part]);
        emptying.WaitForExit();
    }

    private void Take(string how)
    {
        var folder = Path.GetDirectoryName(_folder.File)!;
        switch (how)
        {
            case "deleted":
                File.Delete(_folder.File);
                break;
            case "moved away":
                File.Move(_folder.File, _other.File);
                break;
            default:
                foreach (var file in Directory.EnumerateFiles(folder).ToList())
                {
                    File.Delete(file);
                }

                break;
        }
    }

    /// <returns>The reference that the person is given; null where the person is asked to call.</returns>
    private async Task<string?> AcceptAsync()
    {
        return (await _desk.AcceptAsync(Guid.NewGuid(), ConsultationRequest.From(TestForm.With(_ => { })), isSuspected: false, CancellationToken.None)).Reference?.Code;
    }

    /// <summary>Makes a backup after the first of some requests.</summary>
    private async Task<(string? Before, List<string?> Since)> AcceptAroundABackupAsync(bool isSavedBetween)
    {
        var before = await AcceptAsync();
        DatabaseBackup.Copy(_folder.File, _other.File);
        List<string?> since = [];
        for (var ask = 0; ask < 12; ask++)
        {
            since.Add(await AcceptAsync());
            if (isSavedBetween && ask == 8)
            {
                Checkpoint();
            }
        }

        return (before, since);
    }

    /// <summary>What the next start would find if the program were killed now.</summary>
    private List<string?> AfterKill() => ReferencesIn(CopyOfTheDisk());

    private string? AskAfterKill(string question) => Ask(CopyOfTheDisk(), question).Single();

    private string CopyOfTheDisk()
    {
        var copy = Path.Combine(Path.GetDirectoryName(_other.File)!, $"{Guid.NewGuid():N}.db");
        foreach (var part in new[] { "", "-wal" }.Where(part => File.Exists(_folder.File + part)))
        {
            // Another program: closing a file takes away all locks that this one has on it.
            using var copying = Process.Start("cp", [_folder.File + part, copy + part]);
            copying.WaitForExit();
            Assert.Equal(0, copying.ExitCode);
        }

        return copy;
    }

    private static List<string?> ReferencesIn(string file) => Ask(file, "SELECT Reference FROM Requests ORDER BY rowid");

    private static List<string?> Ask(string file, string question)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = question;
        using var rows = command.ExecuteReader();
        var answers = new List<string?>();
        while (rows.Read())
        {
            answers.Add(rows.GetString(0));
        }

        return answers;
    }

    /// <summary>People who ask at the same time, again and again.</summary>
    private sealed class Askers : IAsyncDisposable
    {
        private readonly CancellationTokenSource _stop = new();
        private readonly ConcurrentQueue<string> _thanked = new();
        private readonly List<Task> _asking;
        private int _refused;

        public Askers(ChangedFilesTests site) => _asking = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            while (!_stop.IsCancellationRequested)
            {
                if (await site.AcceptAsync() is { } reference)
                {
                    _thanked.Enqueue(reference);
                }
                else
                {
                    // A failure stands for a while, by a clock that only moves here.
                    site._time.Advance(TimeSpan.FromMilliseconds(100));
                    Interlocked.Increment(ref _refused);
                }
            }
        })).ToList();

        public IReadOnlyCollection<string> Thanked => _thanked;

        public Task ThankedAsync(int more) => WaitAsync(() => _thanked.Count, more);

        public Task RefusedAsync(int more) => WaitAsync(() => _refused, more);

        public Task StopAsync()
        {
            _stop.Cancel();
            return Task.WhenAll(_asking);
        }

        public async ValueTask DisposeAsync()
        {
            await StopAsync();
            _stop.Dispose();
        }

        private static async Task WaitAsync(Func<int> count, int more)
        {
            var wanted = count() + more;
            using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(1));
            using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
            while (count() < wanted)
            {
                await look.WaitForNextTickAsync(deadline.Token);
            }
        }
    }
}
