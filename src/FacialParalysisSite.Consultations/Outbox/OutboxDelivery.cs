using System.Security.Cryptography;
using FacialParalysisSite.Consultations.Mail;
using Microsoft.Extensions.Logging;

namespace FacialParalysisSite.Consultations.Outbox;

/// <summary>
/// Sends the mails owed. Each at least once: a mail that the server took over just before the program died is sent
/// again, with the same Message-ID.
/// </summary>
internal sealed class OutboxDelivery(OutboxQueue queue, MailComposer composer, IMailSender sender, TimeProvider time, ILogger<OutboxDelivery> log)
{
    /// <summary>For one try, from the first connection to the last answer; shorter than the lease.</summary>
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(2);

    /// <summary>Sends the mail that is due, if one is.</summary>
    /// <returns>Whether there was one.</returns>
    public async Task<bool> DeliverNextAsync(CancellationToken cancellationToken)
    {
        if (await queue.ClaimAsync(cancellationToken) is not { } mail)
        {
            return false;
        }

        var outcome = await TrySendAsync(mail, cancellationToken);
        await RecordAsync(mail, outcome);
        return true;
    }

    private async Task<MailOutcome> TrySendAsync(ClaimedMail mail, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(Deadline, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            // Some libraries do not listen to cancellation while they wait for a server.
            return await sender.SendAsync(composer.Compose(mail.Message.Id, mail.Message.Kind, mail.Request), either.Token).WaitAsync(either.Token);
        }
        catch (OperationCanceledException)
        {
            return new MailOutcome(MailResult.Failed, cancellationToken.IsCancellationRequested ? "stopped" : "deadline");
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
        if (outcome.Result == MailResult.Sent)
        {
            await queue.MarkSentAsync(mail);
            log.LogInformation("Mail {Kind} of {Reference} was sent at try {Attempt}", message.Kind, reference, message.Attempts);
            return;
        }

        var isHopeless = message.Kind == MailKind.Receipt && outcome.Result == MailResult.RecipientRefused;
        if (isHopeless || RetrySchedule.WaitAfter(message.Attempts, Jitter()) is not { } wait)
        {
            await queue.MarkAbandonedAsync(mail);
            log.Log(message.Kind == MailKind.Receipt ? LogLevel.Warning : LogLevel.Critical,
                "Mail {Kind} of {Reference} was given up after {Attempts} tries: {Outcome} {Detail}",
                message.Kind, reference, message.Attempts, outcome.Result, outcome.Detail);
            return;
        }

        await queue.RescheduleAsync(mail, wait);
        log.Log(outcome.Result == MailResult.Failed ? LogLevel.Warning : LogLevel.Error,
            "Mail {Kind} of {Reference} did not go through at try {Attempt} and is tried again in {Minutes:0} min: {Outcome} {Detail}",
            message.Kind, reference, message.Attempts, wait.TotalMinutes, outcome.Result, outcome.Detail);
    }

    private static double Jitter() => RandomNumberGenerator.GetInt32(1001) / 1000.0;
}
