using System.Text.RegularExpressions;
using FacialParalysisSite.Consultations.Mail;
using FacialParalysisSite.Consultations.Outbox;
using FacialParalysisSite.Consultations.Sealing;
using FacialParalysisSite.Consultations.Storage;
using FacialParalysisSite.Consultations.Tests.Mail;
using FacialParalysisSite.Consultations.Tests.Metering;
using FacialParalysisSite.Consultations.Tests.Outbox;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace FacialParalysisSite.Consultations.Tests.Storage;

[Trait("Category", "Fault")]
public sealed partial class DatabaseBackupTests
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

    /// <summary>What was sent after the backup comes again, as it is told; nobody can tell it from what is waiting.</summary>
    [Fact]
    public async Task Restore_ACopy_SendsWhatWaitedAtTheBackupOnceUnderItsMessageIdAndNothingElse()
    {
        using var bed = new OutboxTestBed(() => MailOutcome.Sent, () => MailOutcome.Sent, () => new MailOutcome(MailResult.Failed, "421"), () => MailOutcome.Sent);
        using var folder = new TestFolder();
        await bed.AcceptAsync(form => form.Email = "ada@example.org");
        await bed.DeliverAllAsync();
        var sent = bed.Sender.Mails.ToList();
        var failed = await bed.AcceptAsync();
        await bed.DeliverAllAsync();
        var waiting = await bed.AcceptAsync(form => form.Email = "eve@example.org");
        var beingSent = await bed.Queue.ClaimAsync(CancellationToken.None);

        DatabaseBackup.Copy(bed.DatabaseFile, folder.File);

        // The site goes on for an hour, and its disk is lost then.
        await bed.RestartAsync();
        bed.Time.Advance(TimeSpan.FromHours(1));
        await bed.DeliverAllAsync();
        await bed.AcceptAsync();
        var sentLater = bed.Sender.Mails.Skip(sent.Count + 1).Select(mail => (mail.MessageId, mail.Subject)).ToList();
        await using var peer = new SmtpPeer();
        await DeliverAllAsync(new SiteDatabases(folder.File, bed.Time), bed.Time, peer);

        var taken = peer.Taken.Select(mail => (MessageId: MessageId().Match(mail).Groups["id"].Value, Subject: Subject().Match(mail).Groups["subject"].Value.Trim())).ToList();
        Assert.Equal(2, sent.Count);
        Assert.NotNull(beingSent);
        Assert.Equal(sentLater.Order(), taken.Order());
        Assert.Equal(
            new[] { $"Consultation request {failed.Code}", $"Consultation request {waiting.Code}", $"Your consultation request {waiting.Code}" }.Order(StringComparer.Ordinal),
            taken.Select(mail => mail.Subject).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(taken, mail => sent.Exists(old => old.MessageId == mail.MessageId));
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
        using (var all = database.CreateDbContext())
        {
            all.Database.ExecuteSqlRaw("PRAGMA wal_checkpoint(TRUNCATE)");
        }

        TestFolder.LetGo(database.File);
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

    /// <summary>Starts a site over a database and sends everything that it owes.</summary>
    private static async Task DeliverAllAsync(SiteDatabases databases, TimeProvider time, SmtpPeer peer)
    {
        var queue = new OutboxQueue(databases, new PayloadSeal(() => null), new DigestPolicy(DigestPolicy.UsualMailsAnHour), time, NullLogger<OutboxQueue>.Instance);
        var composer = new MailComposer(new MailSettings("site@clinic.example", ["front@clinic.example"]), () => new ClinicContact("The Clinic", "(310) 555-0100", null));
        var delivery = new OutboxDelivery(queue, composer, SmtpSender.Create(SmtpTry.Settings(peer.Port)), TestMeter.Create(), time, NullLogger<OutboxDelivery>.Instance);
        await queue.ReclaimAsync(CancellationToken.None);
        while (await delivery.DeliverNextAsync(CancellationToken.None))
        {
        }
    }

    [GeneratedRegex("^Message-ID:\\s*<(?<id>[^>]+)>", RegexOptions.Multiline | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MessageId();

    [GeneratedRegex("^Subject: (?<subject>.*)$", RegexOptions.Multiline | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Subject();
}
