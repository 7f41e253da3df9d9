using System.Globalization;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using FacialParalysisSite.Consultations.Outbox;
using FacialParalysisSite.Consultations.Tests.Mail;
using FacialParalysisSite.Web.Asking;
using FacialParalysisSite.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;
using static FacialParalysisSite.Web.Tests.Faults.MailTrouble;

namespace FacialParalysisSite.Web.Tests.Faults;

/// <summary>A mail server that fails in each way that the senders' contract knows, for an hour each, and is then mended.</summary>
[Collection(FaultCollection.Name)]
public sealed class MailTroubleTests : IDisposable
{
    /// <summary>Makes two minutes of patience a tenth of a second.</summary>
    private const int Haste = 1200;

    private static readonly Step Drop = new Step.Drop();
    private static readonly Step Hang = new Step.Hang();
    private static readonly Step Drip = new Step.Drip();

    private static readonly MailTrouble[] Troubles =
    [
        At("CONNECT", "421 busy"), At("CONNECT", "554 no"), At("CONNECT", Drop), At("CONNECT", Hang), At("CONNECT", Drip), At("EHLO", Drop), At("EHLO", Hang),
        At("MAIL", "451 later"), At("MAIL", "530 who are you"), At("MAIL", Drop), At("MAIL", Hang), At("MAIL", Drip), At("RCPT", "450 later"),
        At("RCPT", "550 no such user"), At("RCPT", Hang), At("DATA", "421 busy"), At("DATA", "554 no"), At("DATA", Drop), At("DATA", Hang), At("CONTENT", Drop),
        At(".", "421 busy"), At(".", "451 later"), At(".", "552 too large"), At(".", Drop), At(".", Hang), At(".", Drip),
    ];

    private readonly ITestOutputHelper _output;
    private readonly SiteHost _site = new SiteHost().With("Limits:Requests", "1000");
    private readonly HastyTimers _timers;

    public MailTroubleTests(ITestOutputHelper output)
    {
        _output = output;
        _timers = new HastyTimers(_site.Clock);
        _site.WithServices(WithoutWorker);
    }

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task Answer_BadlyAndThenWell_LosesNothing()
    {
        await using var peer = new SmtpPeer();
        _site.With("Smtp:Port", peer.Port.ToString(CultureInfo.InvariantCulture));

        await SufferAsync(peer, Troubles, "kinds of trouble with a mail server");
    }

    [TrustedIssuerFact]
    public async Task Protect_BadlyAndThenWell_LosesNothingAndTellsNothingInTheClear()
    {
        using var issuer = new TrustedIssuer();
        using var good = issuer.Issue();
        using var expired = issuer.Issue(hoursLeft: -1);
        using var ofAnother = issuer.Issue(host: "mail.other.example");
        using var ofNobody = TestCertificate.Make();
        await using var peer = new SmtpPeer(("EHLO", new Step.Reply("250-peer", "250-AUTH LOGIN PLAIN", "250 STARTTLS"))) { Certificate = good };
        _site.With("Smtp:Host", "localhost").With("Smtp:Port", peer.Port.ToString(CultureInfo.InvariantCulture)).With("Smtp:Security", "StartTls")
            .With("Smtp:UserName", "user").With("Smtp:Password", "Zq7-secret");

        await SufferAsync(peer,
        [
            At("EHLO", new Step.Reply("250-peer", "250 AUTH LOGIN PLAIN")), At("STARTTLS", "454 not now"), At("STARTTLS", "554 no"), At("STARTTLS", Drop), At("STARTTLS", Hang),
            At("STARTTLS", Drip), With(expired), With(ofAnother), With(ofNobody), At("AUTH", Hang), WithoutPassword(),
        ], "kinds of trouble with TLS");

        Assert.NotEmpty(peer.InTheClear);
        Assert.All(peer.InTheClear, line => Assert.Contains(line.Split(' ')[0], new[] { "EHLO", "HELO", "STARTTLS", "QUIT" }));

        // Not every library stops where the password is refused. One that goes on hears it again.
        static MailTrouble WithoutPassword() => new(peer =>
        {
            peer.Break("AUTH", new Step.Reply("535 wrong password"));
            peer.Break("MAIL", new Step.Reply("530 who are you"));
        });

        static MailTrouble With(X509Certificate2 certificate) => new(peer => peer.Certificate = certificate);
    }

    private async Task SufferAsync(SmtpPeer peer, MailTrouble[] troubles, string what)
    {
        var certificate = peer.Certificate;
        using var visitor = new Visitor(_site);
        var received = new List<string>();
        var untold = 0;
        foreach (var trouble in troubles)
        {
            var before = peer.Taken.Count;
            trouble.Begin(peer);
            _timers.Haste = trouble.IsSilent ? Haste : 1;
            var sent = await visitor.AskForConsultationAsync();
            Assert.Equal(HttpStatusCode.SeeOther, sent.Status);
            received.Add(sent.Location!.Split('=')[1]);
            await DeliverForAnHourAsync();
            peer.Mend();
            (peer.Certificate, _timers.Haste) = (certificate, 1);

            // Nothing gets through meanwhile; whether the mails of some were taken, nobody could know.
            Assert.True(trouble.IsUntold || peer.Taken.Count == before);
            untold += peer.Taken.Count - before;
        }

        for (var hours = 0; hours < 12; hours++)
        {
            await DeliverForAnHourAsync();
        }

        await FaultySite.DeliveredAsync(peer, received);
        Tally.Check(_output, $"{troubles.Length} {what}", received, refused: 0, peer.Taken, mostTwice: untold);
    }

    /// <summary>The clock leaps on while a mail is on its way: the worker and the test would send the same one.</summary>
    private void WithoutWorker(IServiceCollection services)
    {
        services.Remove(services.Single(service => service.ImplementationType == typeof(OutboxWorker)));
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<OutboxDelivery>(provider, _timers));
    }

    private async Task DeliverForAnHourAsync()
    {
        var delivery = _site.Services.GetRequiredService<OutboxDelivery>();
        for (var minutes = 0; minutes < 60; minutes += 20)
        {
            while (await delivery.DeliverNextAsync(CancellationToken.None))
            {
            }

            _site.Clock.Now += TimeSpan.FromMinutes(20);
        }
    }
}
