using System.Security.Cryptography;
using FacialParalysisSite.Consultations.Mail;
using FacialParalysisSite.Consultations.Metering;
using Microsoft.Extensions.Logging;

namespace FacialParalysisSite.Consultations.Outbox;

/// <summary>
/// Sends the mails owed. Each at least once: a mail that the server took over just before the program died is sent
/// again, with the same Message-ID.
/// </summary>
internal sealed class OutboxDelivery(
    OutboxQueue queue, MailComposer composer, IMailSender sender, ConsultationMeter meter, TimeProvider time, ILogger<OutboxDelivery> log)
{
    /// <summary>For one try, from the first connection to the last answer; shorter than the lease.</summary>
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(2);

    /// <summary>
    /// What is left of a try when the site stops: half of the ten seconds after which container engines end a program.
    /// </summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    /// <summary>Sends the mail that is due, if one is.</summary>
    /// <param name="stopping">Tells that the site stops: the mail being sent ends soon or goes back to the queue.</param>
    /// <returns>Whether there was one.</returns>
    public async Task<bool> DeliverNextAsync(CancellationToken stopping)
    {
        if (await queue.ClaimAsync(stopping) is not { } mail)
        {
            return false;
        }

        if (await TrySendAsync(mail, stopping) is { } outcome)
        {
            await RecordAsync(mail, outcome);
        }
        else
        {
            await queue.ReturnAsync(mail);
        }

        return true;
    }

    /// <returns>What became of it; null where the site stopped before that was known.</returns>
    private async Task<MailOutcome?> TrySendAsync(ClaimedMail mail, CancellationToken stopping)
    {
        using var deadline = new CancellationTokenSource(Deadline, time);
        await using var grace = stopping.Register(() => deadline.CancelAfter(Grace));
        try
        {
            // Some libraries do not listen to cancellation while they wait for a server.
            var outgoing = composer.Compose(mail);
            return outgoing.To.Count == 0 ? MailOutcome.Sent : await sender.SendAsync(outgoing, deadline.Token).WaitAsync(deadline.Token);
        }
        catch (OperationCanceledException)
        {
            return stopping.IsCancellationRequested ? null : new MailOutcome(MailResult.Failed, "deadline");
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // One mail that cannot be composed or sent must not hold up the others.
            return new MailOutcome(MailResult.Failed, fault.GetType().Name);
        }
    }

    private async Task RecordAsync(ClaimedMail mail, MailOutcome outcome)
    {
        var (message, reference) = (mail.Message, mail.Request.Reference);
        if (outcome is { Result: MailResult.Sent, Missed.Count: 0 })
        {
            await queue.MarkSentAsync(mail);
            meter.CountMail(message.Kind, MailFate.Sent);
            log.LogInformation("Mail {Kind} of {Reference} was sent at try {Attempt}", message.Kind, reference, message.Attempts);
            return;
        }

        if (outcome.Missed.Count > 0)
        {
            await queue.NoteDeliveredAsync(mail, composer.RecipientsOf(message).Except(outcome.Missed, StringComparer.OrdinalIgnoreCase));
        }

        var isHopeless = message.Kind == MailKind.Receipt && outcome.Result == MailResult.RecipientRefused;
        if (isHopeless || RetrySchedule.WaitAfter(message.Attempts, Jitter()) is not { } wait)
        {
            await queue.MarkAbandonedAsync(mail);
            meter.CountMail(message.Kind, MailFate.Abandoned);
            log.Log(message.Kind == MailKind.Receipt ? LogLevel.Warning : LogLevel.Critical,
                "Mail {Kind} of {Reference} was given up after {Attempts} tries: {Outcome} {Detail}",
                message.Kind, reference, message.Attempts, outcome.Result, outcome.Detail);
            return;
        }

        await queue.RescheduleAsync(mail, wait);
        meter.CountMail(message.Kind, MailFate.Retried);
        log.Log(outcome.Result == MailResult.Failed ? LogLevel.Warning : LogLevel.Error,
            "Mail {Kind} of {Reference} did not go through at try {Attempt} and is tried again in {Minutes:0} min: {Outcome} {Detail}",
            message.Kind, reference, message.Attempts, wait.TotalMinutes, outcome.Result, outcome.Detail);
    }

    private static double Jitter() => RandomNumberGenerator.GetInt32(1001) / 1000.0;
}
