using System.Globalization;
using FacialParalysisSite.Consultations.Tests.Mail;
using FacialParalysisSite.Web.Tests.Hosting;

namespace FacialParalysisSite.Web.Tests.Commands;

/// <summary>The commands on the database of a site that runs in another process at the same time.</summary>
public sealed class BesideARunningSiteTests : IDisposable
{
    private readonly TemporaryFolder _own = new();

    public void Dispose() => _own.Dispose();

    [Fact]
    public async Task Resend_ARequestThatTheRunningSiteHasSent_IsSentByItAgainWithinSeconds()
    {
        await using var peer = new SmtpPeer();
        (string Name, string Value)[] settings = [.. SiteProgram.Production(_own["data"]), ("Smtp__Port", peer.Port.ToString(CultureInfo.InvariantCulture))];
        var reference = await new RequestStore(_own["data"], TimeProvider.System).AcceptAsync();

        // Where its settings lie, which say that there is a log.
        var site = SiteProgram.Start(SiteProgram.Dll, [], Repository.WebProject, settings);
        try
        {
            await Eventually.HoldsAsync(() => peer.Mails.Count == 1, "the site sends the request");
            await Eventually.HoldsAsync(async () => (await RunAsync("list", "--waiting")).Output.StartsWith("No request waits", StringComparison.Ordinal), "no request waits");

            var resent = await RunAsync("resend", reference.Code);

            Assert.Equal((0, ""), (resent.ExitCode, resent.Error));
            Assert.StartsWith($"{reference}: everything had been sent to the clinic. A new mail", resent.Output, StringComparison.Ordinal);
            await Eventually.HoldsAsync(() => peer.Mails.Count == 2, "the site sends the request again");
            Assert.Equal(2, peer.Mails.Select(MessageIdOf).Distinct().Count());
            Assert.All(peer.Mails, mail => Assert.Contains(reference.Code, mail, StringComparison.Ordinal));
        }
        finally
        {
            Assert.Equal(0, await SiteProgram.RunToolAsync("kill", "-TERM", site.Id.ToString(CultureInfo.InvariantCulture)));
        }

        var ended = await SiteProgram.EndOfAsync(site);
        Assert.Equal((0, ""), (ended.ExitCode, ended.Error));
        Assert.Contains($"Mail Request of {reference} was sent at try 1", ended.Output, StringComparison.Ordinal);

        Task<Ended> RunAsync(params string[] arguments) => SiteProgram.RunAsync(["requests", .. arguments], settings);
    }

    private static string MessageIdOf(string mail) =>
        mail.Split('\n').Single(line => line.StartsWith("Message-ID:", StringComparison.OrdinalIgnoreCase)).Trim();
}
