using System.Globalization;
using System.Net;
using FacialParalysisSite.Consultations.Outbox;
using FacialParalysisSite.Consultations.Tests.Mail;
using FacialParalysisSite.Web.Asking;
using FacialParalysisSite.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace FacialParalysisSite.Web.Tests.Faults;

/// <summary>A mail server that answers badly for an hour and is then mended.</summary>
[Collection(FaultCollection.Name)]
public sealed class MailTroubleTests(ITestOutputHelper output)
{
    private static readonly Step Drop = new Step.Drop();

    private static readonly (string Stage, Step Step)[] Troubles =
    [
        ("CONNECT", Reply("421 busy")), ("CONNECT", Reply("554 no")), ("CONNECT", Drop), ("EHLO", Drop), ("MAIL", Reply("451 later")), ("MAIL", Reply("530 who are you")),
        ("MAIL", Drop), ("RCPT", Reply("450 later")), ("RCPT", Reply("550 no such user")), ("DATA", Reply("421 busy")), ("DATA", Reply("554 no")), ("DATA", Drop),
        ("CONTENT", Drop), (".", Reply("421 busy")), (".", Reply("451 later")), (".", Reply("552 too large")), (".", Drop),
    ];

    [Fact]
    public async Task Answer_BadlyAndThenWell_LosesNothing()
    {
        await using var peer = new SmtpPeer();
        using var site = new SiteHost().With("Smtp:Port", peer.Port.ToString(CultureInfo.InvariantCulture)).With("Limits:Requests", "1000").WithServices(WithoutWorker);
        using var visitor = new Visitor(site);
        var received = new List<string>();
        var untold = 0;
        foreach (var trouble in Troubles)
        {
            var before = peer.Taken.Count;
            peer.Break(trouble.Stage, trouble.Step);
            var sent = await visitor.AskForConsultationAsync();
            Assert.Equal(HttpStatusCode.SeeOther, sent.Status);
            received.Add(sent.Location!.Split('=')[1]);
            await DeliverForAnHourAsync(site);
            peer.Mend();

            // Whether these were taken, nobody could know.
            untold += trouble is (".", Step.Drop) ? peer.Taken.Count - before : 0;
        }

        for (var hours = 0; hours < 12; hours++)
        {
            await DeliverForAnHourAsync(site);
        }

        await FaultySite.DeliveredAsync(peer, received);
        Tally.Check(output, $"{Troubles.Length} kinds of trouble with a mail server", received, refused: 0, peer.Taken, mostTwice: untold);
    }

    /// <summary>The clock leaps on while a mail is on its way: the worker and the test would send the same one.</summary>
    private static void WithoutWorker(IServiceCollection services) => services.Remove(services.Single(service => service.ImplementationType == typeof(OutboxWorker)));

    private static async Task DeliverForAnHourAsync(SiteHost site)
    {
        var delivery = site.Services.GetRequiredService<OutboxDelivery>();
        for (var minutes = 0; minutes < 60; minutes += 10)
        {
            while (await delivery.DeliverNextAsync(CancellationToken.None))
            {
            }

            site.Clock.Now += TimeSpan.FromMinutes(10);
        }
    }

    private static Step.Reply Reply(string line) => new(line);
}
