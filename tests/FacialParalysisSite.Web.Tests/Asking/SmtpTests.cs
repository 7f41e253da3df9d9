using System.Globalization;
using System.Net;
using FacialParalysisSite.Consultations.Tests.Mail;
using FacialParalysisSite.Web.Tests.Hosting;

namespace FacialParalysisSite.Web.Tests.Asking;

/// <summary>The whole way from the form to a mail server.</summary>
public sealed class SmtpTests
{
    [Fact]
    public async Task Send_WithAMailServerConfigured_GoesToTheClinicAndThePersonThroughIt()
    {
        await using var peer = new SmtpPeer();
        using var site = new SiteHost().With("Smtp:Port", peer.Port.ToString(CultureInfo.InvariantCulture));
        using var visitor = new Visitor(site);

        var sent = await visitor.AskForConsultationAsync(("email", "ada@example.org"));

        Assert.Equal(HttpStatusCode.SeeOther, sent.Status);
        var reference = sent.Location!.Split('=')[1];
        await Eventually.HoldsAsync(() => peer.Mails.Count == 2, "both mails are sent");
        Assert.Contains(peer.Mails, mail => Has(mail, $"Subject: Consultation request {reference}") && Has(mail, "Reply-To: ada@example.org"));
        Assert.Contains(peer.Mails, mail => Has(mail, $"Subject: Your consultation request {reference}") && Has(mail, "Auto-Submitted: auto-generated"));
        Assert.All(peer.Mails, mail => Assert.Contains("From: website@clinic.example", mail, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Send_WhileNoMailServerAnswers_IsReceivedAndLoudInTheLog()
    {
        using var site = new SiteHost();
        using var visitor = new Visitor(site);

        var sent = await visitor.AskForConsultationAsync();

        Assert.Equal(HttpStatusCode.SeeOther, sent.Status);
        await site.Log.LineWithAsync("WARN", sent.Location!.Split('=')[1], "did not go through at try 1");
    }

    private static bool Has(string mail, string line) =>
        mail.Split('\n').Any(one => string.Equals(one.Trim(), line, StringComparison.OrdinalIgnoreCase));
}
