using System.Globalization;
using System.Net;
using FacialParalysisSite.Consultations.Tests.Mail;
using FacialParalysisSite.Web.Tests.Hosting;
using Microsoft.Data.Sqlite;

namespace FacialParalysisSite.Web.Tests.Asking;

/// <summary>A stop in order, in the midst of work.</summary>
public sealed class StoppedSiteTests : IDisposable
{
    private readonly TemporaryFolder _own = new();

    public void Dispose() => _own.Dispose();

    [Fact]
    public async Task Stop_WithARequestInFlight_FinishesIt()
    {
        using var site = await RunningSite.StartAsync(Settings(port: 1));
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = site.Address };
        using var content = await Visitor.FillInAsync(client);
        Task<HttpResponseMessage> sending;
        Task<int> stopping;
        await using (var other = new SqliteConnection($"Data Source={Path.Combine(_own["data"], "site.db")};Pooling=False"))
        {
            await other.OpenAsync();
            await using var hold = other.CreateCommand();
            hold.CommandText = "BEGIN IMMEDIATE";
            await hold.ExecuteNonQueryAsync();
            sending = client.PostAsync(new Uri("/consultation", UriKind.Relative), content);

            // Nothing outside shows that a request has come in and waits; on the open connection it has by then.
            await Task.Delay(TimeSpan.FromSeconds(1));
            stopping = site.StopAsync();
            await Task.Delay(TimeSpan.FromSeconds(1));
        }

        using var answer = await sending;
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal(0, await stopping);
    }

    [Fact]
    public async Task Stop_WhileAMailServerHangs_EndsAndSendsTheMailAfterTheNextStart()
    {
        await using var hanging = new SmtpPeer(("DATA", new Step.Hang()));
        using (var site = await RunningSite.StartAsync(Settings(hanging.Port)))
        {
            using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = site.Address };
            using var content = await Visitor.FillInAsync(client);
            using var answer = await client.PostAsync(new Uri("/consultation", UriKind.Relative), content);
            Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
            await Eventually.HoldsAsync(() => hanging.Commands.Any(command => command.StartsWith("MAIL", StringComparison.Ordinal)), "the mail is being sent");

            Assert.Equal(0, await site.StopAsync());
        }

        await using var healed = new SmtpPeer();
        using var next = await RunningSite.StartAsync(Settings(healed.Port));
        await Eventually.HoldsAsync(() => healed.Mails.Count == 1, "the mail is sent");
    }

    private (string Name, string Value)[] Settings(int port) =>
    [
        .. SiteProgram.Production(_own["data"]), ("Site__BaseUrl", "http://127.0.0.1"), ("Smtp__Port", port.ToString(CultureInfo.InvariantCulture)),
    ];
}
