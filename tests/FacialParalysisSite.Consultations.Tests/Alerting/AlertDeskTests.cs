using FacialParalysisSite.Consultations.Alerting;
using FacialParalysisSite.Consultations.Mail;
using FacialParalysisSite.Consultations.Outbox;
using FacialParalysisSite.Consultations.Sealing;
using FacialParalysisSite.Consultations.Storage;
using Microsoft.Extensions.Logging;

namespace FacialParalysisSite.Consultations.Tests.Alerting;

public sealed class AlertDeskTests
{
    private static readonly MailOutcome Failed = new(MailResult.Failed, "421");

    [Fact]
    public async Task Look_WhileAllIsWell_TellsNothing()
    {
        using var bed = new AlertTestBed();
        await bed.Outbox.AcceptAsync();

        await bed.LiveAsync(TimeSpan.FromHours(2));

        Assert.Empty(bed.Chat.Told);
        Assert.Empty(bed.Log.Lines);
    }

    [Fact]
    public async Task Look_AtALateMail_TellsItOnceByEachChannelAndInTheLog()
    {
        using var bed = new AlertTestBed(() => Failed);
        var reference = await bed.Outbox.AcceptAsync(form => (form.Name, form.Message) = ("Zq7Planted", "Zq7Planted"));

        await bed.LiveAsync(TimeSpan.FromHours(5));

        var told = Assert.Single(bed.Chat.Told);
        Assert.Equal(told, Assert.Single(bed.Mail.Told));
        Assert.Equal("Website: mail to the clinic is late", told.Subject);
        Assert.Contains(reference.Code, told.Text, StringComparison.Ordinal);
        Assert.Contains("not gone through: 1, the oldest for 16 minutes, since Monday, June 15, 2026, 12:00 (-07:00)", told.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Zq7", told.Subject + told.Text, StringComparison.Ordinal);
        var line = Assert.Single(bed.Log.Lines);
        Assert.Equal(LogLevel.Error, line.Level);
        Assert.DoesNotContain("Zq7", line.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Look_AfterFilesWereTakenAway_TellsItOnceAndThatItIsOver()
    {
        using var bed = new AlertTestBed();
        bed.Harms.NoteHarm("The log was deleted.");
        bed.Harms.NoteHarm("The lock was deleted.");

        await bed.LiveAsync(TimeSpan.FromHours(3));

        Assert.Equal(["Website: files are taken away", "Website: over: files are taken away"], bed.Chat.Told.Select(alert => alert.Subject));
        Assert.Contains("2 times, the last on Monday, June 15, 2026, 12:00 (-07:00). The log was deleted. The lock was deleted.", bed.Chat.Told[0].Text, StringComparison.Ordinal);
        Assert.All(bed.HarmLog.Lines, line => Assert.Equal(LogLevel.Critical, line.Level));
    }

    [Fact]
    public async Task Look_AfterFilesWereTakenAwayAndTheDatabaseIsGone_TellsBoth()
    {
        using var bed = new AlertTestBed();
        bed.Databases.IsBroken = true;
        bed.Harms.NoteHarm("It is saved in site.db.saved.");

        await bed.LiveAsync(TimeSpan.FromMinutes(30));

        Assert.Equal(["Website: files are taken away", "Website: the database cannot be used"], bed.Chat.Told.Select(alert => alert.Subject).Order(StringComparer.Ordinal));
        Assert.Contains(bed.Chat.Told, alert => alert.Text.Contains("It is saved in site.db.saved.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Look_AfterANewDatabaseWasBegun_TellsItOnce()
    {
        using var bed = new AlertTestBed();
        bed.Harms.NoteNewDatabase("/data/site.db");

        await bed.LiveAsync(TimeSpan.FromMinutes(50));

        var told = Assert.Single(bed.Chat.Told);
        Assert.Equal("Website: a new database was begun", told.Subject);
        Assert.Contains("no database at /data/site.db", told.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Look_AtAMailThatCannotBeOpened_TellsThatItsKeyIsMissing()
    {
        using var bed = new AlertTestBed();
        await bed.Outbox.AcceptAsync();
        bed.Outbox.Change(database => database.Outbox.Single().Payload = PayloadSeal.Mark + "damaged");

        await bed.LiveAsync(TimeSpan.FromMinutes(2));

        var told = Assert.Single(bed.Chat.Told);
        Assert.Equal("Website: mail to the clinic cannot be opened", told.Subject);
        Assert.Contains("that cannot be opened: 1.", told.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Look_AtAMailThatCannotBeOpened_DoesNotTakeItForALateOne()
    {
        using var bed = new AlertTestBed(() => MailOutcome.Sent);
        await bed.Outbox.AcceptAsync();
        bed.Outbox.Change(database => database.Outbox.Single().Payload = PayloadSeal.Mark + "damaged");
        await bed.LiveAsync(TimeSpan.FromHours(2));

        bed.Outbox.Sender.Answer = _ => Task.FromResult(Failed);
        var late = await bed.Outbox.AcceptAsync();
        await bed.LiveAsync(TimeSpan.FromMinutes(30));

        Assert.Equal(["Website: mail to the clinic cannot be opened", "Website: mail to the clinic is late"], bed.Chat.Told.Select(alert => alert.Subject));
        Assert.Contains($"not gone through: 1, the oldest for 16 minutes, since Monday, June 15, 2026, 14:00 (-07:00). The oldest: {late}.", bed.Chat.Told[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Look_AtAMailThatIsDamagedWhileItWaits_TellsItOnceItWasTried()
    {
        using var bed = new AlertTestBed(() => Failed);
        await bed.Outbox.AcceptAsync();
        await bed.LiveAsync(TimeSpan.FromMinutes(5));
        bed.Outbox.Change(database => database.Outbox.Single().Payload = PayloadSeal.Mark + "damaged");

        await bed.LiveAsync(TimeSpan.FromMinutes(10));

        Assert.Equal("Website: mail to the clinic cannot be opened", Assert.Single(bed.Chat.Told).Subject);
    }

    [Fact]
    public async Task Look_WhileOneMailHasLongBeenLate_TellsThatOthersAreAtMostOnceAnHour()
    {
        using var bed = new AlertTestBed(() => Failed);
        await bed.Outbox.AcceptAsync();
        await bed.LiveAsync(TimeSpan.FromMinutes(30));
        bed.Outbox.Sender.Answer = _ => Task.FromResult(bed.Outbox.Sender.Mails.Last().MessageId == bed.Outbox.Sender.Mails.First().MessageId ? Failed : MailOutcome.Sent);
        await bed.Outbox.AcceptAsync();
        await bed.LiveAsync(TimeSpan.FromHours(2));
        Assert.Single(bed.Chat.Told);

        bed.Outbox.Sender.Answer = null;
        for (var minute = 0; minute < 150; minute += 10)
        {
            await bed.Outbox.AcceptAsync();
            await bed.LiveAsync(TimeSpan.FromMinutes(10));
        }

        bed.Restart();
        await bed.LiveAsync(TimeSpan.FromHours(2));

        Assert.Equal(
            ["Website: mail to the clinic is late", .. Enumerable.Repeat("Website: more mail to the clinic is late", 4)],
            bed.Chat.Told.Select(alert => alert.Subject));
        Assert.Equal(5, bed.Chat.Told.Select(alert => alert.Id).Distinct().Count());
    }

    [Fact]
    public async Task Look_WhileOneMailWasGivenUpLongAgo_TellsThatAnotherWas()
    {
        using var bed = new AlertTestBed(() => Failed);
        await bed.Outbox.AcceptAsync();
        await TryForAsync(TimeSpan.FromHours(96));
        await bed.Outbox.AcceptAsync();
        await TryForAsync(TimeSpan.FromHours(60));
        await bed.LiveAsync(TimeSpan.FromMinutes(2));

        await TryForAsync(TimeSpan.FromHours(96));
        await bed.LiveAsync(TimeSpan.FromMinutes(2));

        Assert.Equal(
            ["Website: mail to the clinic was given up", "Website: more mail to the clinic was given up"],
            bed.Chat.Told.Select(alert => alert.Subject).Where(subject => subject.Contains("given up", StringComparison.Ordinal)));

        async Task TryForAsync(TimeSpan time)
        {
            for (var passed = TimeSpan.Zero; passed < time; passed += TimeSpan.FromHours(1))
            {
                await bed.Outbox.DeliverAllAsync();
                bed.Pulse.Beat();
                bed.Time.Advance(TimeSpan.FromHours(1));
            }
        }
    }

    [Fact]
    public async Task Look_WhereOneOfTheClinicsAddressesIsDead_TellsThatTheOthersHaveGotIt()
    {
        using var bed = new AlertTestBed();
        await bed.Outbox.AcceptAsync();
        await bed.Outbox.AcceptAsync();
        bed.Outbox.Change(database => database.Outbox.ToList().ForEach(mail => mail.State = OutboxState.Abandoned));
        bed.Outbox.Change(database => database.Outbox.First().DeliveredTo = "front@clinic.example");

        await bed.LiveAsync(TimeSpan.FromMinutes(2));

        Assert.Contains("given up after five days of trying: 2, of which 1 reached some of the clinic's addresses and not the others. The oldest: ", Assert.Single(bed.Chat.Told).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Look_AtWhatLasts_TellsItAgainEachDayAndOnceWhenItIsOver()
    {
        var answer = Failed;
        using var bed = new AlertTestBed(() => answer);
        await bed.Outbox.AcceptAsync();

        await bed.LiveAsync(TimeSpan.FromHours(50), every: TimeSpan.FromMinutes(5));
        answer = MailOutcome.Sent;
        await bed.LiveAsync(TimeSpan.FromHours(12), every: TimeSpan.FromMinutes(5));

        string[] expected =
        [
            "Website: mail to the clinic is late", "Website: still mail to the clinic is late", "Website: still mail to the clinic is late",
            "Website: over: mail to the clinic is late",
        ];
        Assert.Equal(expected, bed.Chat.Told.Select(alert => alert.Subject));
        Assert.Equal(4, bed.Chat.Told.Select(alert => alert.Id).Distinct().Count());
        Assert.Equal([LogLevel.Error, LogLevel.Information], bed.Log.Lines.Select(line => line.Level));
    }

    [Fact]
    public async Task Look_AfterRestarts_TellsNothingAgainButThatItIsOver()
    {
        var answer = Failed;
        using var bed = new AlertTestBed(() => answer);
        await bed.Outbox.AcceptAsync();
        await bed.LiveAsync(TimeSpan.FromMinutes(20));

        for (var restart = 0; restart < 5; restart++)
        {
            bed.Restart();
            await bed.LiveAsync(TimeSpan.FromMinutes(10));
        }

        Assert.Single(bed.Chat.Told);
        answer = MailOutcome.Sent;
        await bed.Outbox.DeliverAllAsync();
        bed.Time.Advance(TimeSpan.FromHours(3));
        await bed.Outbox.DeliverAllAsync();
        bed.Restart();
        await bed.LiveAsync(TimeSpan.FromMinutes(10));

        Assert.Equal(["Website: mail to the clinic is late", "Website: over: mail to the clinic is late"], bed.Chat.Told.Select(alert => alert.Subject));
    }

    [Fact]
    public async Task Look_WithAChannelThatIsBroken_TellsItByTheOtherAndTriesAgainUntilItIsTold()
    {
        using var bed = new AlertTestBed(() => Failed);
        bed.Chat.IsBroken = true;
        await bed.Outbox.AcceptAsync();

        await bed.LiveAsync(TimeSpan.FromMinutes(46));
        Assert.Single(bed.Mail.Told);
        Assert.Equal(6, bed.Chat.Refused);
        Assert.Single(bed.Log.Lines, line => line.Text.StartsWith("An alert could not be told through chat: 503", StringComparison.Ordinal));

        bed.Chat.IsBroken = false;
        await bed.LiveAsync(TimeSpan.FromMinutes(10));

        Assert.Equal(bed.Mail.Told.Select(alert => alert.Id), bed.Chat.Told.Select(alert => alert.Id));
    }

    [Fact]
    public async Task Look_AtAMailThatWasGivenUp_TellsWhich()
    {
        using var bed = new AlertTestBed(() => Failed);
        var reference = await bed.Outbox.AcceptAsync();
        while (bed.Outbox.Messages().Single().State != OutboxState.Abandoned)
        {
            await bed.Outbox.DeliverAllAsync();
            bed.Time.Advance(TimeSpan.FromHours(4));
        }

        await bed.LiveAsync(TimeSpan.FromMinutes(30));

        var told = Assert.Single(bed.Chat.Told);
        Assert.Equal("Website: mail to the clinic was given up", told.Subject);
        Assert.Contains(reference.Code, told.Text, StringComparison.Ordinal);

        await bed.Outbox.Resend.ResendAsync(reference);
        await bed.LiveAsync(TimeSpan.FromMinutes(7));
        Assert.Equal("Website: over: mail to the clinic was given up", bed.Chat.Told[^1].Subject);
    }

    [Fact]
    public async Task Look_AtADatabaseThatCannotBeUsed_TellsItFromMemoryAndNothingElse()
    {
        using var bed = new AlertTestBed();
        await bed.LiveAsync(TimeSpan.FromMinutes(1));
        bed.Databases.IsBroken = true;

        await bed.LiveAsync(TimeSpan.FromHours(3), isSending: false);
        Assert.Equal("Website: the database cannot be used", Assert.Single(bed.Chat.Told).Subject);

        bed.Databases.IsBroken = false;
        await bed.LiveAsync(TimeSpan.FromMinutes(10));
        Assert.Equal(["Website: the database cannot be used", "Website: over: the database cannot be used"], bed.Chat.Told.Select(alert => alert.Subject));
    }

    [Fact]
    public async Task Look_AtADatabaseThatIsLockedForAMoment_TellsNothing()
    {
        using var bed = new AlertTestBed();
        for (var backup = 0; backup < 5; backup++)
        {
            bed.Databases.IsBroken = true;
            await bed.LiveAsync(AlertDesk.LookEvery, isSending: false);
            bed.Databases.IsBroken = false;
            await bed.LiveAsync(TimeSpan.FromMinutes(5));
        }

        Assert.Empty(bed.Chat.Told);
    }

    [Fact]
    public async Task Look_WhereNobodySendsTheMails_TellsIt()
    {
        using var bed = new AlertTestBed();

        await bed.LiveAsync(TimeSpan.FromMinutes(12), isSending: false);

        Assert.Equal("Website: no mails are sent", Assert.Single(bed.Chat.Told).Subject);
    }

    [Fact]
    public async Task Look_WhereNothingIsWipedForLongerThanAWrongClockPrevents_TellsIt()
    {
        using var bed = new AlertTestBed();
        bed.Time.Advance(TimeSpan.FromHours(25));
        await bed.LiveAsync(TimeSpan.FromMinutes(10), isWiping: false);
        Assert.Empty(bed.Chat.Told);

        bed.Time.Advance(TimeSpan.FromHours(1));
        await bed.LiveAsync(TimeSpan.FromMinutes(2), isWiping: false);
        Assert.Equal("Website: what patients wrote is not wiped", Assert.Single(bed.Chat.Told).Subject);

        await bed.LiveAsync(TimeSpan.FromMinutes(6));
        Assert.Equal("Website: over: what patients wrote is not wiped", bed.Chat.Told[^1].Subject);
    }

    [Fact]
    public async Task Look_WhereAChannelBreaksInAnUnexpectedWay_TellsTheOthersAndTheOtherKinds()
    {
        using var bed = new AlertTestBed(() => Failed);
        bed.Chat.Fault = new InvalidOperationException("Zq7Secret");
        await bed.Outbox.AcceptAsync();
        bed.Time.Advance(TimeSpan.FromMinutes(20));

        await bed.LiveAsync(TimeSpan.FromMinutes(2), isSending: false);

        Assert.Equal(["Website: mail to the clinic is late", "Website: no mails are sent"], bed.Mail.Told.Select(alert => alert.Subject));
        Assert.Contains(bed.Log.Lines, line => line.Text.StartsWith("An alert could not be told through chat: InvalidOperationException", StringComparison.Ordinal));
        Assert.DoesNotContain(bed.Log.Lines, line => line.Text.Contains("Zq7", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Look_AfterAChannelWasTakenOut_ForgetsWhatWasToldByIt()
    {
        using var bed = new AlertTestBed(() => Failed);
        await bed.Outbox.AcceptAsync();
        await bed.LiveAsync(TimeSpan.FromMinutes(20));
        Assert.Equal(["chat", "mail"], Stored(bed));

        bed.Channels = [bed.Mail];
        bed.Restart();
        await bed.LiveAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(["mail"], Stored(bed));
    }

    [Fact]
    public async Task Look_WhereThereIsNoRoom_TellsHowMuchIsLeft()
    {
        using var bed = new AlertTestBed();
        bed.Room = new StorageRoom(bed.Databases, bed.Outbox.DatabaseFile, new RoomLimits(FreeBytes: long.MaxValue, DatabaseBytes: long.MaxValue));
        bed.Restart();

        await bed.LiveAsync(TimeSpan.FromMinutes(12));

        var told = Assert.Single(bed.Chat.Told);
        Assert.Equal("Website: there is no room for more requests", told.Subject);
        Assert.Matches("the disk has [0-9]+ MB left", told.Text);
    }

    [Fact]
    public async Task Look_AfterSomebodyWasRefused_TellsItOnceAndThatItIsOverAfterAnHourWithout()
    {
        using var bed = new AlertTestBed();
        bed.Refusals.Note("the disk was full");
        await bed.LiveAsync(TimeSpan.FromMinutes(50));
        bed.Refusals.Note("the database could not be written");
        await bed.LiveAsync(TimeSpan.FromMinutes(55));

        var told = Assert.Single(bed.Chat.Told);
        Assert.Equal("Website: requests are refused", told.Subject);
        Assert.Contains("call instead: 1, the last on Monday, June 15, 2026, 12:00 (-07:00), because the disk was full.", told.Text, StringComparison.Ordinal);

        await bed.LiveAsync(TimeSpan.FromMinutes(15));
        Assert.Equal("Website: over: requests are refused", bed.Chat.Told[^1].Subject);
        Assert.Equal(2, bed.Chat.Told.Count);
    }

    /// <summary>It is never unusable for so long that it would be told by itself.</summary>
    [Fact]
    public async Task Look_AtADatabaseThatRefusesPeopleHalfOfTheTime_TellsThatTheyAreRefused()
    {
        using var bed = new AlertTestBed();
        for (var times = 0; times < 20; times++)
        {
            bed.Databases.IsBroken = times % 2 == 0;
            if (bed.Databases.IsBroken)
            {
                bed.Refusals.Note("the database could not be written");
            }

            await bed.LiveAsync(AlertDesk.LookEvery, isSending: false);
        }

        Assert.Equal("Website: requests are refused", Assert.Single(bed.Chat.Told).Subject);
    }

    [Fact]
    public async Task Look_WhereLookingItselfFails_TellsThatAndGoesOnOnceItWorks()
    {
        using var bed = new AlertTestBed();
        bed.Databases.Fault = new InvalidOperationException("Zq7Planted");
        await bed.LiveAsync(TimeSpan.FromMinutes(10));

        var told = Assert.Single(bed.Chat.Told);
        Assert.Equal("Website: alerts are blind", told.Subject);
        Assert.Contains("(InvalidOperationException)", told.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Zq7", told.Text, StringComparison.Ordinal);
        Assert.Equal(LogLevel.Error, Assert.Single(bed.WatchLog.Lines).Level);

        bed.Databases.Fault = null;
        await bed.LiveAsync(TimeSpan.FromMinutes(10));
        Assert.Equal("Website: over: alerts are blind", bed.Chat.Told[^1].Subject);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Look_WhereNobodyCanRememberWhatWasTold_TellsItOnceAllTheSame(bool hangs)
    {
        using var bed = new AlertTestBed(() => Failed);
        var release = new TaskCompletionSource();
        await bed.Outbox.AcceptAsync();
        bed.Time.HasTimers = true;
        bed.Remembered.Hold = hangs ? release.Task : Task.CompletedTask;
        bed.Remembered.Fault = new InvalidOperationException("damaged");

        var look = bed.Desk.LookAsync(CancellationToken.None);
        await bed.Remembered.Asked;
        for (var times = 0; times < 200 && !look.IsCompleted; times++)
        {
            bed.Time.Advance(AlertWatch.Patience);
            await Task.WhenAny(look, Task.Delay(TimeSpan.FromMilliseconds(5)));
        }

        Assert.True(look.IsCompletedSuccessfully);
        await bed.LiveAsync(TimeSpan.FromHours(1));
        Assert.Equal("Website: mail to the clinic is late", Assert.Single(bed.Chat.Told).Subject);
        release.SetResult();
    }

    [Fact]
    public async Task Look_AtWhatComesAndGoes_TellsItOnce()
    {
        using var bed = new AlertTestBed();
        for (var times = 0; times < 10; times++)
        {
            bed.Databases.IsBroken = true;
            await bed.LiveAsync(TimeSpan.FromMinutes(2), isSending: false);
            bed.Databases.IsBroken = false;
            await bed.LiveAsync(TimeSpan.FromMinutes(3));
        }

        Assert.Single(bed.Chat.Told);
    }

    [Theory]
    [InlineData(-366)]
    [InlineData(-1)]
    [InlineData(1)]
    [InlineData(366)]
    public async Task Look_AfterTheClockWasSet_TellsWhatLastsAtMostOnceMore(int days)
    {
        using var bed = new AlertTestBed(() => Failed);
        await bed.Outbox.AcceptAsync();
        await bed.LiveAsync(TimeSpan.FromMinutes(20));

        bed.Time.Jump(TimeSpan.FromDays(days));
        await bed.LiveAsync(TimeSpan.FromHours(3));

        Assert.InRange(bed.Chat.Told.Count, 1, 2);
        Assert.All(bed.Chat.Told, alert => Assert.DoesNotContain("over", alert.Subject, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Look_AtALateMailAfterTheClockWasSetBack_NoticesItAllTheSame()
    {
        using var bed = new AlertTestBed(() => Failed);
        await bed.Outbox.AcceptAsync();
        bed.Time.Jump(TimeSpan.FromDays(-1));

        await bed.LiveAsync(TimeSpan.FromMinutes(20));

        Assert.Equal("Website: mail to the clinic is late", Assert.Single(bed.Chat.Told).Subject);
    }

    [Fact]
    public async Task Look_AfterTheClockWasSetOnWhileAMailWasBeingSent_TellsNothing()
    {
        using var bed = new AlertTestBed();
        await bed.Outbox.AcceptAsync();
        bed.Time.Jump(TimeSpan.FromDays(366));
        await bed.Desk.LookAsync(CancellationToken.None);

        await bed.LiveAsync(TimeSpan.FromMinutes(20));

        Assert.Empty(bed.Chat.Told);
    }

    private static List<string> Stored(AlertTestBed bed)
    {
        using var database = bed.Outbox.Databases.CreateDbContext();
        return [.. database.Alerts.Select(alert => alert.Channel).Order()];
    }
}
