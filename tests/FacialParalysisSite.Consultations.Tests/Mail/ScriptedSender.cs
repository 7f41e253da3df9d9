using System.Collections.Concurrent;
using FacialParalysisSite.Consultations.Mail;

namespace FacialParalysisSite.Consultations.Tests.Mail;

/// <summary>The outside world as a test wants it: one answer after the other, the last for ever.</summary>
internal sealed class ScriptedSender(params Func<MailOutcome>[] answers) : IMailSender
{
    private int _next;

    public ConcurrentQueue<OutgoingMail> Mails { get; } = new();

    /// <summary>For an answer that takes its time; instead of the others where it is set.</summary>
    public Func<CancellationToken, Task<MailOutcome>>? Answer { get; set; }

    public Task<MailOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        Mails.Enqueue(mail);
        return Answer?.Invoke(cancellationToken) ?? Task.FromResult(Scripted());
    }

    /// <summary>The next of the answers.</summary>
    public MailOutcome Scripted() => answers[Math.Min(_next++, answers.Length - 1)]();
}
