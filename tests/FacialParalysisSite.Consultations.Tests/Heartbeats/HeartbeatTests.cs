using FacialParalysisSite.Consultations.Alerting;
using FacialParalysisSite.Consultations.Heartbeats;
using FacialParalysisSite.Consultations.Mail;
using FacialParalysisSite.Consultations.Tests.Mail;
using FacialParalysisSite.Consultations.Tests.Outbox;

namespace FacialParalysisSite.Consultations.Tests.Heartbeats;

/// <summary>The clock of the tests begins on a Monday at noon of the clinic.</summary>
public sealed class HeartbeatTests : IDisposable
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("America/Los_Angeles");
    private static readonly TimeSpan ToMondayMorning = TimeSpan.FromDays(7) - TimeSpan.FromHours(4);
    private static readonly MailOutcome Failed = new(MailResult.Failed, "421");

    private readonly OutboxTestBed _bed = new(() => MailOutcome.Sent, () => MailOutcome.Sent, () => Failed);
    private readonly KeptLog<Heartbeat> _log = new();
    private ScriptedSender _sender = new(() => MailOutcome.Sent);
    private Heartbeat _heartbeat;

    public HeartbeatTests() => _heartbeat = Create();

    public void Dispose() => _bed.Dispose();

    [Fact]
    public async Task Send_FromANewSite_WaitsForTheNextMonday()
    {
        await LiveAsync(ToMondayMorning - TimeSpan.FromHours(1));
        Assert.Empty(_sender.Mails);

        await LiveAsync(TimeSpan.FromHours(1));
        Assert.Single(_sender.Mails);
    }

    [Fact]
    public async Task Send_ForHalfAYear_GoesOutEachMondayOnceWhateverTheSeason()
    {
        await LiveAsync(TimeSpan.FromDays(26 * 7));

        Assert.Equal(26, _sender.Mails.Count);
        Assert.Equal(26, _sender.Mails.Select(mail => mail.MessageId).Distinct().Count());
    }

    [Fact]
    public async Task Send_AfterAWeek_SaysWhatBecameOfItsRequests()
    {
        await LiveAsync(TimeSpan.FromHours(1));
        await _bed.AcceptAsync(form => form.Name = "Zq7Planted");
        await _bed.AcceptAsync();
        await _bed.DeliverAllAsync();
        await _bed.AcceptAsync();
        await _bed.DeliverAllAsync();

        await LiveAsync(ToMondayMorning);

        var mail = Assert.Single(_sender.Mails);
        Assert.Equal(["front@clinic.example"], mail.To);
        Assert.Equal("Website: the week, REQUESTS ARE WAITING", mail.Subject);
        Assert.Contains("From Monday, June 15, 2026 to Monday, June 22, 2026\r\n  Consultation requests: 3\r\n  of these, sent to you: 2", mail.Text, StringComparison.Ordinal);
        Assert.Contains("mails waiting for you: 1, the oldest for 6 days", mail.Text, StringComparison.Ordinal);
        Assert.Contains("IF THIS MAIL DOES NOT COME", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Zq7", mail.Text, StringComparison.Ordinal);
        Assert.True(mail.IsAutomatic);
    }

    [Fact]
    public async Task Send_AfterAWeekInWhichARequestWasPurged_SaysThatItWasNotSent()
    {
        await LiveAsync(TimeSpan.FromHours(1));
        await _bed.AcceptAsync();
        await _bed.DeliverAllAsync();
        await _bed.Purge.PurgeAsync(await _bed.AcceptAsync(), evenUndelivered: true);

        await LiveAsync(ToMondayMorning);

        var mail = Assert.Single(_sender.Mails);
        Assert.Equal("Website: the week, no request is waiting", mail.Subject);
        Assert.Contains("Consultation requests: 2\r\n  of these, sent to you: 1\r\n  wiped on purpose before all was sent: 1\r\n\r\nAt this moment", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_AfterAWeekWithNothingOwed_SaysThatThereIsNothingToDo()
    {
        await LiveAsync(TimeSpan.FromDays(7));

        var mail = Assert.Single(_sender.Mails);
        Assert.Equal("Website: the week, all requests sent to you", mail.Subject);
        Assert.Contains("There is nothing to do.", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_WhileARequestCameJustNow_AlarmsNobody()
    {
        await LiveAsync(ToMondayMorning - TimeSpan.FromHours(1));
        _bed.Time.Advance(TimeSpan.FromHours(1) - TimeSpan.FromMinutes(1));
        await _bed.AcceptAsync();
        _bed.Time.Advance(TimeSpan.FromMinutes(1));

        await _heartbeat.SendIfDueAsync(CancellationToken.None);

        var mail = Assert.Single(_sender.Mails);
        Assert.Equal("Website: the week, requests are on their way to you", mail.Subject);
        Assert.Contains("mails waiting for you: 1, the oldest for 1 minutes", mail.Text, StringComparison.Ordinal);
        Assert.Contains("There is nothing to do.", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_AfterAMondayOnWhichTheSiteWasDown_GoesOutAtTheNextStartAndNotTwice()
    {
        await LiveAsync(TimeSpan.FromHours(1));
        _bed.Time.Advance(ToMondayMorning + TimeSpan.FromDays(2));

        for (var restart = 0; restart < 3; restart++)
        {
            _heartbeat = Create();
            await LiveAsync(TimeSpan.FromHours(2));
        }

        Assert.Single(_sender.Mails);
    }

    [Fact]
    public async Task Send_WhereNoServerTakesIt_IsTriedEveryQuarterOfAnHourUnderOneMessageId()
    {
        _sender = new ScriptedSender(() => Failed, () => Failed, () => Failed, () => MailOutcome.Sent);
        _heartbeat = Create();
        await LiveAsync(ToMondayMorning + TimeSpan.FromHours(3));

        Assert.Equal(4, _sender.Mails.Count);
        Assert.Single(_sender.Mails.Select(mail => mail.MessageId).Distinct());
        Assert.Single(_log.Lines, line => line.Text.Contains("did not go through", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(-366)]
    [InlineData(-1)]
    [InlineData(366)]
    public async Task Send_AfterTheClockWasSet_GoesOutNoMoreThanOnceAtOnceAndEachMondayAgain(int days)
    {
        await LiveAsync(TimeSpan.FromDays(8));
        Assert.Single(_sender.Mails);

        _bed.Time.Jump(TimeSpan.FromDays(days));
        await LiveAsync(TimeSpan.FromHours(1));
        Assert.InRange(_sender.Mails.Count, 1, 2);
        _bed.Time.Jump(TimeSpan.FromDays(-days));
        await LiveAsync(TimeSpan.FromHours(1));
        Assert.InRange(_sender.Mails.Count, 1, 2);

        var sent = _sender.Mails.Count;
        await LiveAsync(TimeSpan.FromDays(21));
        Assert.Equal(sent + 3, _sender.Mails.Count);
    }

    private Heartbeat Create() =>
        new(_bed.Databases, _bed.Backlog, _sender, new MailSettings("site@clinic.example", ["front@clinic.example"]), new AlertSettings(TimeSpan.FromMinutes(15), Zone), _bed.Time, _log);

    private async Task LiveAsync(TimeSpan time)
    {
        for (var passed = TimeSpan.Zero; passed < time; passed += TimeSpan.FromMinutes(20))
        {
            await _heartbeat.SendIfDueAsync(CancellationToken.None);
            _bed.Time.Advance(TimeSpan.FromMinutes(20));
        }

        await _heartbeat.SendIfDueAsync(CancellationToken.None);
    }
}
