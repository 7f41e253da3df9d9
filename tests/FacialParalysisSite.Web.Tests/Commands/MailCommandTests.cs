using System.Globalization;
using FacialParalysisSite.Consultations.Tests.Mail;
using FacialParalysisSite.Web.Tests.Hosting;

namespace FacialParalysisSite.Web.Tests.Commands;

/// <summary>The command as the operator runs it, against a mail server on a socket.</summary>
public sealed class MailCommandTests : IDisposable
{
    private const string Password = "Zq7-secret";

    private readonly TemporaryFolder _own = new();

    public void Dispose() => _own.Dispose();

    [Fact]
    public async Task Test_AServerThatTakesTheMail_SaysHowItWentAndWhatIsStillUnknown()
    {
        await using var peer = new SmtpPeer();

        var ended = await RunAsync(peer.Port);

        Assert.Equal((0, ""), (ended.ExitCode, ended.Error));
        Assert.Contains("from website@clinic.example to someone@example.org", ended.Output, StringComparison.Ordinal);
        Assert.Contains($"through localhost, port {peer.Port}, without TLS, without an account.", ended.Output, StringComparison.Ordinal);
        Assert.Contains("The server has accepted it. That is not yet delivered: look into the mailbox of someone@example.org", ended.Output, StringComparison.Ordinal);
        Assert.Contains("Consultation requests go to front@clinic.example (Mail:To).", ended.Output, StringComparison.Ordinal);
        Assert.Contains("Subject: Test mail of the website", Assert.Single(peer.Mails), StringComparison.Ordinal);
        Assert.Contains("RCPT TO:<someone@example.org>", string.Join('\n', peer.Commands), StringComparison.Ordinal);
        Assert.False(Directory.Exists(_own["data"]));
    }

    [Theory]
    [InlineData("RCPT", "550 no such user", "The server refused the recipient (550). Check the address")]
    [InlineData("MAIL", "550 not from here", "The server refused the mail (550). Check that the account may send from the address in Mail:From")]
    [InlineData("RCPT", "451 later", "The server did not take the mail now, but may later (451)")]
    [InlineData("EHLO", "", "No usable connection to the server came about, or it broke")]
    public async Task Test_AServerThatDoesNotTakeTheMail_SaysWhyAndWhatToCheck(string stage, string reply, string sentence)
    {
        await using var peer = new SmtpPeer((stage, reply.Length == 0 ? new Step.Drop() : new Step.Reply(reply)), ("HELO", new Step.Drop()));

        AssertRefused(await RunAsync(peer.Port), sentence);
    }

    [Fact]
    public async Task Test_AServerThatRefusesTheAccount_SaysSoWithoutThePassword()
    {
        await using var peer = new SmtpPeer(
            ("EHLO", new Step.Reply("250-peer", "250 AUTH PLAIN LOGIN")), ("AUTH", new Step.Reply("535 no")), ("MAIL", new Step.Reply("535 sign in first")));

        var ended = await RunAsync(peer.Port, ("Smtp__UserName", "user"), ("Smtp__Password", Password));

        AssertRefused(ended, "The server refused to let the site sign in (535). Check Smtp:UserName and Smtp:Password.");
        Assert.Contains("with the account of Smtp:UserName", ended.Output, StringComparison.Ordinal);
        Assert.Contains(peer.Commands, line => line.StartsWith("AUTH", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Test_AServerWithoutTlsWhereTlsIsWanted_SaysSoAndTellsItNothing()
    {
        await using var peer = new SmtpPeer();

        var ended = await RunAsync(peer.Port, ("Smtp__Security", "StartTls"), ("Smtp__UserName", "user"), ("Smtp__Password", Password));

        AssertRefused(ended, "that the server offers it as Smtp:Security says");
        Assert.Contains("with TLS after STARTTLS", ended.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(peer.Commands, line => line.StartsWith("AUTH", StringComparison.OrdinalIgnoreCase) || line.StartsWith("MAIL", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Test_WhereNobodyListens_SaysThatNoConnectionCameAbout() =>
        AssertRefused(await RunAsync(port: 1), "No usable connection to the server came about, or it broke");

    [Fact]
    public async Task Test_InDevelopmentWithoutAServer_NamesTheFile()
    {
        var ended = await SiteProgram.RunAsync(["mail", "test", "someone@example.org"], ("ASPNETCORE_ENVIRONMENT", "Development"), ("Data__Root", _own["data"]));

        var file = Assert.Single(Directory.GetFiles(Path.Combine(_own["data"], "mail")));
        Assert.Equal((0, ""), (ended.ExitCode, ended.Error));
        Assert.Contains($"written to the folder {Path.Combine(_own["data"], "mail")} because no mail server is set", ended.Output, StringComparison.Ordinal);
        Assert.Contains($"It is in {file}. Nobody gets it", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Test_WithoutAServerInProduction_NamesTheSetting()
    {
        var ended = await SiteProgram.RunAsync(["mail", "test", "someone@example.org"], ("ASPNETCORE_ENVIRONMENT", "Production"),
            ("Mail__From", "website@clinic.example"), ("Mail__To", "front@clinic.example"));

        AssertRefused(ended, "Smtp:Host is missing.");
    }

    [Theory]
    [InlineData("\"nobody\" is not one e-mail address", "test", "nobody")]
    [InlineData("\"a@example.org,b@example.org\" is not one e-mail address", "test", "a@example.org,b@example.org")]
    [InlineData("Required argument missing", "test")]
    [InlineData("mail test does not know \"now\".", "test", "someone@example.org", "now")]
    [InlineData("mail test does not know \"--fast\".", "test", "someone@example.org", "--fast")]
    [InlineData("mail does not know \"tset\". Did you mean \"test\"?", "tset")]
    [InlineData("mail does nothing by itself. Its commands are: test.")]
    public async Task Mail_TypedWrongly_IsRefused(string sentence, params string[] arguments)
    {
        await using var peer = new SmtpPeer();

        var ended = await SiteProgram.RunAsync(["mail", .. arguments], Settings(peer.Port));

        Assert.Equal((2, ""), (ended.ExitCode, ended.Output));
        Assert.StartsWith(sentence, ended.Error, StringComparison.Ordinal);
        Assert.Empty(peer.Commands);
    }

    private Task<Ended> RunAsync(int port, params (string Name, string Value)[] settings) =>
        SiteProgram.RunAsync(["mail", "test", "someone@example.org"], [.. Settings(port), .. settings]);

    /// <summary>Without Site:BaseUrl: a mail can be tried before the site has an address.</summary>
    private (string Name, string Value)[] Settings(int port) =>
    [
        .. SiteProgram.Production(_own["data"]), ("Site__BaseUrl", ""), ("Smtp__Host", "localhost"), ("Smtp__Port", port.ToString(CultureInfo.InvariantCulture)),
    ];

    private static void AssertRefused(Ended ended, string sentence)
    {
        Assert.Equal(1, ended.ExitCode);
        Assert.Contains(sentence, ended.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("accepted", ended.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(Password, ended.Output + ended.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", ended.Output + ended.Error, StringComparison.Ordinal);
    }
}
