using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using FacialParalysisSite.Consultations.Alerting;
using FacialParalysisSite.Consultations.Heartbeats;
using FacialParalysisSite.Consultations.Outbox;
using FacialParalysisSite.Consultations.Storage;
using FacialParalysisSite.Consultations.Tests;
using FacialParalysisSite.Consultations.Tests.Mail;
using FacialParalysisSite.Consultations.Tests.Storage;
using FacialParalysisSite.Web.Asking;
using FacialParalysisSite.Web.Tests.Health;
using FacialParalysisSite.Web.Tests.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FacialParalysisSite.Web.Tests.Asking;

/// <summary>Somebody is told where the clinic's mail does not go through, by another way than that mail's.</summary>
public sealed class AlertTests
{
    [Fact]
    public async Task Look_AtALateMail_IsToldThroughTheOtherMailServer()
    {
        await using var peer = new SmtpPeer();
        var postOffice = new PostOffice();
        using var site = WithoutWorker(new SiteHost().WithServices(postOffice.ReplaceSender))
            .With("Alert:MailTo", "admin@example.org").With("Alert:From", "alerts@example.org")
            .With("Alert:Smtp:Host", "127.0.0.1").With("Alert:Smtp:Port", peer.Port.ToString(CultureInfo.InvariantCulture)).With("Alert:Smtp:Security", "None");
        using var visitor = new Visitor(site);
        var sent = await visitor.AskForConsultationAsync(("name", "Zq7Planted"));

        await LookForAsync(site, TimeSpan.FromMinutes(20));

        var mail = Assert.Single(peer.Mails, mail => mail.Contains("Subject: Website: mail to the clinic is late", StringComparison.Ordinal));
        Assert.Contains("From: alerts@example.org", mail, StringComparison.Ordinal);
        Assert.DoesNotContain("Zq7", mail, StringComparison.Ordinal);
        Assert.Contains(sent.Location!.Split('=')[1], TextOf(mail), StringComparison.Ordinal);
        Assert.DoesNotContain("Zq7", TextOf(mail), StringComparison.Ordinal);
        await site.Log.LineWithAsync("EROR Alert: mail to the clinic is late.");
    }

    [Fact]
    public async Task Look_AtALateMail_IsToldToTheWebhook()
    {
        await using var chat = await Chat.OpenAsync();
        using var site = WithoutWorker(new SiteHost().WithServices(new PostOffice().ReplaceSender)).With("Alert:Webhook", $"{chat.Address}hook/Zq7Secret");
        using var visitor = new Visitor(site);
        await visitor.AskForConsultationAsync();

        await LookForAsync(site, TimeSpan.FromMinutes(40));

        Assert.Single(chat.Asked, text => text.Contains("\"text\":\"Website: mail to the clinic is late", StringComparison.Ordinal));
        Assert.Single(chat.Asked, text => text.Contains("\"text\":\"Website: a new database was begun", StringComparison.Ordinal));
        Assert.DoesNotContain("Zq7Secret", site.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Set Alert:Webhook", site.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_WithNoOtherWay_SaysSoInTheLog()
    {
        using var site = new SiteHost();

        await site.GetAsync("/");

        await site.Log.LineWithAsync("WARN", "Set Alert:Webhook or Alert:MailTo");
    }

    [Fact]
    public async Task Send_OnTheNextMonday_BringsTheClinicItsWeeklyMail()
    {
        await using var peer = new SmtpPeer();
        using var site = WithoutWorker(new SiteHost()).With("Smtp:Port", peer.Port.ToString(CultureInfo.InvariantCulture));
        await site.GetAsync("/");
        var heartbeat = site.Services.GetRequiredService<Heartbeat>();
        await heartbeat.SendIfDueAsync(CancellationToken.None);

        site.Clock.Pass(TimeSpan.FromDays(7));
        await heartbeat.SendIfDueAsync(CancellationToken.None);

        Assert.Contains("Subject: Website: the week, all requests sent to you", Assert.Single(peer.Mails), StringComparison.Ordinal);
        Assert.Equal(2, peer.Commands.Count(command => command.StartsWith("RCPT", StringComparison.Ordinal)));
    }

    /// <summary>Nothing that asks the database comes back: not the look, not what was told, and not the weekly mail.</summary>
    [Fact]
    public async Task Look_AtADiskThatHangs_IsToldAllTheSame()
    {
        await using var chat = await Chat.OpenAsync();
        var time = new FakeTime { HasTimers = true };
        var release = new TaskCompletionSource();
        using var site = new SiteHost().With("Alert:Webhook", $"{chat.Address}hook/secret").WithServices(services =>
        {
            services.AddSingleton<TimeProvider>(time);
            services.AddSingleton<IDbContextFactory<SiteDatabase>>(provider =>
                new BreakableDatabases(provider.GetRequiredService<SiteDatabases>()) { Hold = release.Task });
        });
        await site.GetAsync("/");

        await Eventually.HoldsAsync(
            () =>
            {
                time.Advance(TimeSpan.FromSeconds(10));
                return !chat.Asked.IsEmpty;
            },
            "somebody is told");

        Assert.Contains("the database cannot be used", chat.Asked.First(), StringComparison.Ordinal);
        release.SetResult();
    }

    /// <summary>The test itself looks, as often as it likes.</summary>
    private static SiteHost WithoutWorker(SiteHost site) => site.WithServices(services =>
    {
        services.Remove(services.Single(service => service.ImplementationType == typeof(AlertWorker)));
        services.Remove(services.Single(service => service.ImplementationType == typeof(HeartbeatWorker)));
    });

    private static async Task LookForAsync(SiteHost site, TimeSpan time)
    {
        var desk = site.Services.GetRequiredService<AlertDesk>();
        var pulse = site.Services.GetRequiredService<OutboxPulse>();
        for (var passed = TimeSpan.Zero; passed < time; passed += TimeSpan.FromMinutes(1))
        {
            site.Clock.Pass(TimeSpan.FromMinutes(1));
            pulse.Beat();
            await desk.LookAsync(CancellationToken.None);
        }
    }

    private static string TextOf(string mail) =>
        Encoding.UTF8.GetString(Convert.FromBase64String(mail.ReplaceLineEndings("\n").Split("\n\n", 2)[1].ReplaceLineEndings("")));

    /// <summary>A chat on a real port of this machine.</summary>
    private sealed class Chat : IAsyncDisposable
    {
        private readonly WebApplication _app;

        private Chat()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            _app = builder.Build();
            _app.MapPost("/hook/{secret}", async (HttpRequest request) =>
            {
                using var reader = new StreamReader(request.Body);
                Asked.Enqueue(await reader.ReadToEndAsync());
            });
        }

        public static async Task<Chat> OpenAsync()
        {
            var chat = new Chat();
            await chat._app.StartAsync();
            return chat;
        }

        public string Address => _app.Urls.First() + "/";

        public ConcurrentQueue<string> Asked { get; } = [];

        public ValueTask DisposeAsync() => _app.DisposeAsync();
    }
}
