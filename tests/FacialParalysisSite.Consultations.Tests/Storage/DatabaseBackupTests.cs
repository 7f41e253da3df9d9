using FacialParalysisSite.Consultations.Outbox;
using FacialParalysisSite.Consultations.Storage;
using FacialParalysisSite.Consultations.Tests.Outbox;
using Microsoft.Data.Sqlite;

namespace FacialParalysisSite.Consultations.Tests.Storage;

public sealed class DatabaseBackupTests
{
    [Fact]
    public async Task Copy_WhileRequestsComeIn_HasEverythingAcceptedBeforeItAndSendsNothingAgain()
    {
        using var bed = new OutboxTestBed();
        using var folder = new TestFolder();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => bed.AcceptAsync()));
        await bed.DeliverAllAsync();
        var sent = bed.Messages().Select(message => message.Id).ToHashSet();
        var waiting = await bed.AcceptAsync();
        using var end = new CancellationTokenSource();
        var load = Task.Run(async () =>
        {
            while (!end.IsCancellationRequested)
            {
                await bed.AcceptAsync();
            }
        });

        var copy = Path.Combine(Path.GetDirectoryName(folder.File)!, "copy.db");
        DatabaseBackup.Copy(Path.Combine(bed.Folder, "site.db"), copy);
        await end.CancelAsync();
        await load;

        Assert.Equal(["copy.db"], Directory.EnumerateFiles(Path.GetDirectoryName(copy)!).Select(Path.GetFileName));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(copy));
        }

        File.Move(copy, folder.File);
        var restored = new SiteDatabases(folder.File, TimeProvider.System);
        await using var database = restored.CreateDbContext();
        var messages = database.Outbox.ToList();
        Assert.Superset(sent, messages.Where(message => message.State == OutboxState.Sent).Select(message => message.Id).ToHashSet());
        Assert.Contains(database.Requests, request => request.Reference == waiting.Code);
        Assert.Equal(20, messages.Count(message => message.State == OutboxState.Sent));
    }

    [Fact]
    public void Copy_ToAFileThatIsThere_IsRefused()
    {
        using var database = new TestDatabase();
        using var folder = new TestFolder();
        File.WriteAllText(folder.File, "an older backup");

        Assert.Throws<IOException>(() => DatabaseBackup.Copy(database.File, folder.File));

        Assert.Equal("an older backup", File.ReadAllText(folder.File));
    }

    [Fact]
    public void Copy_OfADamagedDatabase_IsRefusedAndLeavesNoFile()
    {
        using var database = new TestDatabase();
        using var folder = new TestFolder();
        SqliteConnection.ClearAllPools();
        using (var file = File.OpenWrite(database.File))
        {
            file.Position = 3 * 4096;
            file.Write(Enumerable.Repeat((byte)0xA5, 4096).ToArray());
        }

        var fault = Assert.ThrowsAny<Exception>(() => DatabaseBackup.Copy(database.File, folder.File));

        Assert.True(fault.IsOfStorage());
        Assert.Empty(Directory.EnumerateFiles(Path.GetDirectoryName(folder.File)!));
    }

    [Fact]
    public void Copy_AfterABackupThatWasKilled_DeletesWhatThatLeftAndNothingElse()
    {
        using var database = new TestDatabase();
        using var folder = new TestFolder();
        var copy = folder.File;
        string[] stale = [copy + ".1.unfinished-backup", copy + ".1.unfinished-backup-journal"];
        string[] others = [copy + ".2.unfinished-backup", Path.Combine(Path.GetDirectoryName(copy)!, "older.tmp")];
        foreach (var file in stale.Concat(others))
        {
            File.WriteAllText(file, "of a patient");
            File.SetLastWriteTimeUtc(file, file == others[0] ? DateTime.UtcNow : DateTime.UtcNow.AddHours(-2));
        }

        DatabaseBackup.Copy(database.File, copy);

        Assert.Equal(others.Append(copy).Order(StringComparer.Ordinal), Directory.EnumerateFiles(Path.GetDirectoryName(copy)!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Copy_IntoAFolderThatIsNotThere_IsRefused()
    {
        using var database = new TestDatabase();

        Assert.True(Assert.ThrowsAny<Exception>(() => DatabaseBackup.Copy(database.File, "/no/such/folder/copy.db")).IsOfStorage());
    }
}
