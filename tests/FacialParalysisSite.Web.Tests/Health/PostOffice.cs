using FacialParalysisSite.Consultations.Mail;
using Microsoft.Extensions.DependencyInjection;

namespace FacialParalysisSite.Web.Tests.Health;

/// <summary>Takes no mail until it opens.</summary>
internal sealed class PostOffice : IMailSender
{
    private volatile bool _isOpen;

    public bool IsOpen
    {
        get => _isOpen;
        set => _isOpen = value;
    }

    public Task<MailOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellationToken) =>
        Task.FromResult(IsOpen ? MailOutcome.Sent : new MailOutcome(MailResult.Failed, "421"));

    public void ReplaceSender(IServiceCollection services) => services.AddSingleton<IMailSender>(this);
}
