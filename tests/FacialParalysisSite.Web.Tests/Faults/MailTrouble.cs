using FacialParalysisSite.Consultations.Tests.Mail;

namespace FacialParalysisSite.Web.Tests.Faults;

/// <summary>One way in which a mail server fails.</summary>
/// <param name="Begin">Makes it fail.</param>
/// <param name="IsSilent">Whether whoever talks to it would wait for ever.</param>
/// <param name="IsUntold">Whether it may have taken a mail and never said so.</param>
internal sealed record MailTrouble(Action<SmtpPeer> Begin, bool IsSilent = false, bool IsUntold = false)
{
    public static MailTrouble At(string stage, Step step) =>
        new(peer => peer.Break(stage, step), IsSilent: step is Step.Hang or Step.Drip, IsUntold: stage == "." && step is not Step.Reply);

    public static MailTrouble At(string stage, string reply) => At(stage, new Step.Reply(reply));
}
