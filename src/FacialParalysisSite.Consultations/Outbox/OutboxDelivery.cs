using System.Security.Cryptography;
using FacialParalysisSite.Consultations.Mail;
using FacialParalysisSite.Consultations.Metering;
using FacialParalysisSite.Consultations.Storage;
using Microsoft.Extensions.Logging;

namespace FacialParalysisSite.Consultations.Outbox;

/// <summary>
/// Sends the mails owed, one after the other. Each at least once: a mail that the server took over just before the
/// program died is sent again, with the same Message-ID. What became of a mail is remembered until it is written down,
/// and no other is taken before, so that a database that is locked or full makes nothing come twice.
/// </summary>
internal sealed class OutboxDelivery(
    OutboxQueue queue, MailComposer composer, IMailSender sender, ConsultationMeter meter, TimeProvider time, ILogger<OutboxDelivery> log)
{
    /// <summary>
    /// What is left of a try when the site stops: half of the ten seconds after which container engines end a program.
    /// </summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    /// <summary>For the sender to say, when its time is over, which of several recipients have got the mail by then.</summary>
    private static readonly TimeSpan LastWord = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Many servers ask everybody to come again once or twice. Whoever says so again and again to one digest, and takes
    /// other mails meanwhile, does not like something in it.
    /// </summary>
    private const int TriesUntilHalved = 3;

    private static readonly TimeSpan PauseAtStop = TimeSpan.FromMilliseconds(250);

    private (ClaimedMail Mail, MailOutcome Outcome)? _unrecorded;

    /// <summary>Sends the mail that is due, if one is.</summary>
    /// <param name="stopping">Tells that the site stops: the mail being sent ends soon or goes back to the queue.</param>
    /// <returns>Whether there was one.</returns>
    /// <exception cref="System.Data.Common.DbException">The database does not answer.</exception>
    public async Task<bool> DeliverNextAsync(CancellationToken stopping)
    {
        await RecordLastAsync();
        if (await queue.ClaimAsync(stopping) is not { } mail)
        {
            return false;
        }

        var (outgoing, fault) = Compose(mail);
        if (outgoing is null && mail.IsDigest)
        {
            await queue.SeparateAsync(mail);
            log.LogError("Mail {Mail} cannot be written ({Fault}); each request goes out alone", NameOf(mail), fault);
        }
        else if (outgoing is null)
        {
            await RecordAsync(mail, new MailOutcome(MailResult.Failed, fault));
        }
        else if (await TrySendAsync(outgoing, stopping) is { } outcome)
        {
            _unrecorded = (mail, outcome);
            await RecordLastAsync();
        }
        else
        {
            await queue.ReturnAsync(mail);
        }

        return true;
    }

    /// <summary>Writes down what became of the last mail, where that could not be done yet, while the site stops.</summary>
    public async Task EndAsync()
    {
        using var deadline = new CancellationTokenSource(Grace, time);
        while (_unrecorded is { } last)
        {
            try
            {
                await RecordLastAsync();
            }
            catch (Exception fault) when (fault.IsOfStorage() && !deadline.IsCancellationRequested)
            {
                await Task.Delay(PauseAtStop, time);
            }
            catch (Exception fault) when (fault.IsOfStorage())
            {
                log.LogCritical(fault, "Mail {Mail} was tried ({Outcome}), which cannot be written down. It is tried again after the start, under the same Message-ID",
                    NameOf(last.Mail), last.Outcome.Result);
                return;
            }
        }
    }

    private async Task RecordLastAsync()
    {
        if (_unrecorded is not { } last)
        {
            return;
        }

        _unrecorded = null;
        try
        {
            await RecordAsync(last.Mail, last.Outcome);
        }
        catch (Exception fault) when (fault.IsOfStorage())
        {
            _unrecorded = last;
            throw;
        }
    }

    /// <summary>One mail that cannot be composed must not hold up the others.</summary>
    private (OutgoingMail? Mail, string Fault) Compose(ClaimedMail mail)
    {
        try
        {
            return (composer.Compose(mail), "");
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            return (null, fault.GetType().Name);
        }
    }

    /// <returns>What became of it; null where the site stopped before that was known.</returns>
    private async Task<MailOutcome?> TrySendAsync(OutgoingMail outgoing, CancellationToken stopping)
    {
        // Shorter than the lease.
        using var deadline = new CancellationTokenSource(MailTry.Deadline, time);
        await using var grace = stopping.Register(() => deadline.CancelAfter(Grace));
        using var end = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        await using var ending = deadline.Token.Register(() => end.CancelAfter(LastWord));
        try
        {
            // Some libraries do not listen to cancellation while they wait for a server.
            return outgoing.To.Count == 0 ? MailOutcome.Sent : await sender.SendAsync(outgoing, deadline.Token).WaitAsync(end.Token);
        }
        catch (OperationCanceledException)
        {
            return stopping.IsCancellationRequested ? null : new MailOutcome(MailResult.Failed, "deadline");
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            return new MailOutcome(MailResult.Failed, fault.GetType().Name);
        }
    }

    private async Task RecordAsync(ClaimedMail mail, MailOutcome outcome)
    {
        var message = mail.Message;
        if (outcome is { Result: MailResult.Sent, Missed.Count: 0 })
        {
            await queue.MarkSentAsync(mail);
            Count(mail, MailFate.Sent);
            log.LogInformation("Mail {Mail} was sent at try {Attempt}", NameOf(mail), mail.Attempts);
            return;
        }

        // Where it is not known who has missed it, nobody counts as having got it.
        var recipients = composer.RecipientsOf(message);
        if (outcome.Missed.Count > 0 && outcome.Missed.All(missed => recipients.Contains(missed, StringComparer.OrdinalIgnoreCase)))
        {
            await queue.NoteDeliveredAsync(mail, recipients.Except(outcome.Missed, StringComparer.OrdinalIgnoreCase));
        }

        var isHopeless = message.Kind == MailKind.Receipt && outcome.Result == MailResult.RecipientRefused;
        if (isHopeless || RetrySchedule.WaitAfter(mail.Attempts, Jitter()) is not { } wait)
        {
            await queue.MarkAbandonedAsync(mail);
            Count(mail, MailFate.Abandoned);
            log.Log(message.Kind == MailKind.Receipt ? LogLevel.Warning : LogLevel.Critical,
                "Mail {Mail} was given up after {Attempts} tries: {Outcome} {Detail}", NameOf(mail), mail.Attempts, outcome.Result, outcome.Detail);
            return;
        }

        wait = await RescheduleAsync(mail, outcome, wait);
        Count(mail, MailFate.Retried);
        log.Log(outcome.Result == MailResult.Failed ? LogLevel.Warning : LogLevel.Error,
            "Mail {Mail} did not go through at try {Attempt} and is tried again in {Minutes:0} min: {Outcome} {Detail}",
            NameOf(mail), mail.Attempts, wait.TotalMinutes, outcome.Result, outcome.Detail);
    }

    /// <returns>The wait before the next try.</returns>
    private async Task<TimeSpan> RescheduleAsync(ClaimedMail mail, MailOutcome outcome, TimeSpan wait)
    {
        var isTurnedDown = outcome.Result == MailResult.Refused || (outcome is { Result: MailResult.Failed, IsTurnedDown: true } && mail.Attempts >= TriesUntilHalved);
        var isRefusedForAll = isTurnedDown && mail.Message.DeliveredTo.Length == 0;
        var shortest = RetrySchedule.WaitAfter(attempts: 1, Jitter())!.Value;
        if (mail.IsDigest && isRefusedForAll && await queue.HalveAsync(mail, shortest))
        {
            return shortest;
        }

        await queue.RescheduleAsync(mail, wait);
        return wait;
    }

    private void Count(ClaimedMail mail, MailFate fate)
    {
        foreach (var part in mail.Parts)
        {
            meter.CountMail(part.Message.Kind, fate);
        }
    }

    private static string NameOf(ClaimedMail mail) => mail.IsDigest
        ? $"Digest of {string.Join(", ", mail.Parts.Select(part => part.Request.Reference))}"
        : $"{mail.Message.Kind} of {mail.Request.Reference}";

    private static double Jitter() => RandomNumberGenerator.GetInt32(1001) / 1000.0;
}
