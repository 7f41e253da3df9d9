using System.Globalization;
using System.Net;
using System.Net.Sockets;
using FacialParalysisSite.Consultations.Tests.Mail;
using FacialParalysisSite.Web.Tests.Hosting;
using Microsoft.Data.Sqlite;

namespace FacialParalysisSite.Web.Tests.Asking;

/// <summary>A stop in order, in the midst of work.</summary>
[Trait("Category", "Fault")]
public sealed class StoppedSiteTests : IDisposable
{
    private readonly TemporaryFolder _own = new();

    public void Dispose() => _own.Dispose();

    [Fact]
    public async Task Stop_WithARequestInFlight_FinishesIt()
    {
        using var site = await RunningSite.StartAsync(Settings(port: 1));
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, Expect100ContinueTimeout = TimeSpan.FromMinutes(1) }) { BaseAddress = site.Address };
        client.DefaultRequestHeaders.ExpectContinue = true;
        using var content = new AwaitedContent(await Visitor.FillInAsync(client));
        Task<HttpResponseMessage> sending;
        Task<int> stopping;
        await using (var other = new SqliteConnection($"Data Source={Path.Combine(_own["data"], "site.db")};Pooling=False"))
        {
            await other.OpenAsync();
            await using var hold = other.CreateCommand();
            hold.CommandText = "BEGIN IMMEDIATE";
            await hold.ExecuteNonQueryAsync();
            sending = client.PostAsync(new Uri("/consultation", UriKind.Relative), content);

            await content.IsAskedFor.WaitAsync(TimeSpan.FromMinutes(1));
            stopping = site.StopAsync();
            await Eventually.HoldsAsync(async () => !await IsListeningAsync(site.Address), "the site stops listening");
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

    private static async Task<bool> IsListeningAsync(Uri site)
    {
        using var socket = new TcpClient();
        try
        {
            await socket.ConnectAsync(site.Host, site.Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    /// <summary>A form that is sent once the site asks for it: by then the request is in the hands of the page.</summary>
    private sealed class AwaitedContent : HttpContent
    {
        private readonly HttpContent _form;
        private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public AwaitedContent(HttpContent form)
        {
            _form = form;
            Headers.ContentType = form.Headers.ContentType;
        }

        public Task IsAskedFor => _asked.Task;

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            _asked.TrySetResult();
            return _form.CopyToAsync(stream, context);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = _form.Headers.ContentLength ?? 0;
            return _form.Headers.ContentLength is not null;
        }

        protected override void Dispose(bool disposing)
        {
            _form.Dispose();
            base.Dispose(disposing);
        }
    }

    private (string Name, string Value)[] Settings(int port) =>
    [
        .. SiteProgram.Production(_own["data"]), ("Site__BaseUrl", "http://127.0.0.1"), ("Smtp__Port", port.ToString(CultureInfo.InvariantCulture)),
    ];
}
