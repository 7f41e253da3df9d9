using FacialParalysisSite.Web.Tests.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FacialParalysisSite.Web.Tests.Settings;

/// <summary>Settings that cannot be used, given to the program as an operator would.</summary>
public sealed class SettingsTests : IDisposable
{
    private readonly TemporaryFolder _own = new();

    public void Dispose() => _own.Dispose();

    [Theory]
    [InlineData("Site__BaseUrl", "", "Site:BaseUrl is missing. Set it to the address patients use")]
    [InlineData("Site__BaseUrl", "clinic.example", "Site:BaseUrl is \"clinic.example\", which is not an address")]
    [InlineData("Site__BaseUrl", "https://clinic.example/path", "Site:BaseUrl is \"https://clinic.example/path\", which is not an address")]
    [InlineData("Site__BaseUrl", "ftp://clinic.example", "Site:BaseUrl is \"ftp://clinic.example\", which is not an address")]
    [InlineData("Site__TrustedProxies__0", "everybody", "Site:TrustedProxies has \"everybody\", which is not an IP address")]
    [InlineData("Content__TimeZone", "Mars/Olympus", "Content:TimeZone is \"Mars/Olympus\", which is not a time zone")]
    [InlineData("Content__ShowDrafts", "true", "Content:ShowDrafts is true, but drafts must not be shown in Production.")]
    [InlineData("Content__ShowDrafts", "perhaps", "Content:ShowDrafts")]
    [InlineData("Content__RequireReview", "perhaps", "Content:RequireReview")]
    [InlineData("Content__Root", " ", "Content:Root is empty.")]
    [InlineData("Content__Root", "/no/such/folder", "Content:Root is \"/no/such/folder\", but there is no such folder.")]
    [InlineData("Data__Root", "/proc/no-such-folder", "Data:Root is \"/proc/no-such-folder\", but the site cannot write there.")]
    [InlineData("Data__Root", "/proc", "Data:Root is \"/proc\", but the site cannot write there.")]
    [InlineData("Data__KeepDeliveredDays", "0", "Data:KeepDeliveredDays is 0. Set it to a number of days from 1 to 3650.")]
    [InlineData("Data__Certificate", "/no/such/file.pfx", "Data:Certificate is \"/no/such/file.pfx\", but there is no such file.")]
    [InlineData("Data__Certificate", "/etc", "Data:Certificate is \"/etc\", which the site cannot read.")]
    [InlineData("Data__Certificate", "/etc/hostname", "Data:Certificate is \"/etc/hostname\", which cannot be opened. Look whether Data:CertificatePassword is right")]
    [InlineData("Data__OldCertificates__0", "/etc/hostname", "Data:OldCertificates is set, but Data:Certificate is not.")]
    [InlineData("Mail__From", "", "Mail:From is missing.")]
    [InlineData("Mail__From", "The Clinic <website@clinic.example>", "Mail:From is not one e-mail address")]
    [InlineData("Mail__To", "", "Mail:To is missing.")]
    [InlineData("Mail__To", "front@clinic.example, desk", "Mail:To has something that is not an e-mail address.")]
    [InlineData("Smtp__Host", "", "Smtp:Host is missing.")]
    [InlineData("Smtp__Host", "mail.clinic.example", "Smtp:Security is None, but Smtp:Host is \"mail.clinic.example\".")]
    [InlineData("Smtp__Port", "0", "Smtp:Port is 0, which is not a port")]
    [InlineData("Smtp__Port", "many", "Smtp:Port")]
    [InlineData("Smtp__Security", "Some", "Smtp:Security")]
    [InlineData("Smtp__UserName", "user", "Smtp:UserName and Smtp:Password belong together")]
    [InlineData("Smtp__Password", "Pa55word", "Smtp:UserName and Smtp:Password belong together")]
    [InlineData("Limits__Requests", "0", "Limits:Requests is 0")]
    [InlineData("Limits__Flood", "0", "Limits:Flood is 0")]
    [InlineData("Limits__InFlood", "0", "Limits:InFlood is 0")]
    [InlineData("Limits__Mails", "0", "Limits:Mails is 0")]
    [InlineData("Limits__RequestsADay", "0", "Limits:RequestsADay is 0")]
    [InlineData("Limits__FreeMegabytes", "-1", "Limits:FreeMegabytes is -1")]
    [InlineData("Limits__DatabaseMegabytes", "0", "Limits:DatabaseMegabytes is 0")]
    [InlineData("Alert__Webhook", "http://hooks.example.org/x", "Alert:Webhook is not an https address")]
    [InlineData("Alert__MailTo", "admin", "Alert:MailTo has something that is not an e-mail address")]
    [InlineData("Alert__From", "a@example.org, b@example.org", "Alert:From is not one e-mail address")]
    [InlineData("Alert__LateMinutes", "14", "Alert:LateMinutes is 14")]
    [InlineData("Alert__Smtp__Host", "mail.example.org", "Alert:Smtp:Host is set, but nobody gets a mail through it")]
    [InlineData("Alert__Smtp__UserName", "user", "Alert:Smtp:UserName and Alert:Smtp:Password belong together")]
    [InlineData("Limits__Minutes", "100000", "Limits:Minutes is 100000")]
    [InlineData("Serilog__MinimumLevel__Default", "Loud", "Loud is not a valid Serilog level")]
    [InlineData("ASPNETCORE_URLS", "nonsense", "ASPNETCORE_URLS: Invalid url: 'nonsense'")]
    public async Task Start_WithASettingThatCannotBeUsed_SaysSoInASentence(string name, string value, string sentence)
    {
        var ended = await SiteProgram.RunAsync([], [.. Usable(), (name, value)]);

        AssertRefused(ended, sentence);
    }

    /// <summary>Watching would set a watch on every folder below the program's, content and all.</summary>
    [Fact]
    public void Start_WithSettingsInFiles_WatchesNoneOfThem()
    {
        using var site = new SiteHost();
        var files = ((IConfigurationRoot)site.Services.GetRequiredService<IConfiguration>()).Providers.OfType<FileConfigurationProvider>().ToList();

        Assert.NotEmpty(files);
        Assert.DoesNotContain(files, file => file.Source.ReloadOnChange);
    }

    [Fact]
    public async Task Start_OnAPortThatIsTaken_SaysSo()
    {
        using var taken = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        taken.Start();

        var ended = await SiteProgram.RunAsync([], [.. Usable(), ("ASPNETCORE_URLS", $"http://{taken.LocalEndpoint}")]);

        AssertRefused(ended, "address already in use. Stop the other program, or set ASPNETCORE_URLS to another port.");
    }

    [Fact]
    public async Task Start_WithAnEmptyContentFolder_SaysSo()
    {
        Directory.CreateDirectory(_own["empty"]);

        var ended = await SiteProgram.RunAsync([], [.. Usable(), ("Content__Root", _own["empty"])]);

        AssertRefused(ended, $"Content:Root is \"{_own["empty"]}\", but that folder is empty.");
    }

    [Fact]
    public async Task Start_WithSeveralSettingsThatCannotBeUsed_NamesThemAllAtOnce()
    {
        var ended = await SiteProgram.RunAsync([], [.. Usable(), ("Site__BaseUrl", ""), ("Site__TrustedProxies__0", "x"),
            ("Content__Root", "/no/such/folder"), ("Content__TimeZone", "x"), ("Content__ShowDrafts", "true"), ("Data__Root", "/proc/x")]);

        AssertRefused(ended, "Site:BaseUrl", "Site:TrustedProxies", "Content:Root", "Content:TimeZone", "Content:ShowDrafts", "Data:Root");
    }

    [Fact]
    public async Task Start_WithoutAReadableClinic_SaysWhatIsMissing()
    {
        var content = SampleContent.In(_own["content"]).Write("clinic.yml", "name: \"The Clinic\"\nphone: \"none\"");

        var ended = await SiteProgram.RunAsync([], [.. Usable(), ("Content__Root", content.Root)]);

        AssertRefused(ended, "Content:Root has no clinic.yml from which the name and the telephone of the clinic can be read.", "content/clinic.yml(2,8): error FP0115:");
    }

    private (string Name, string Value)[] Usable() => [.. SiteProgram.Production(_own["data"]), ("Content__Root", Repository.Content)];

    private static void AssertRefused(Ended ended, params string[] sentences)
    {
        Assert.Equal(1, ended.ExitCode);
        Assert.StartsWith("The site cannot start:", ended.Error, StringComparison.Ordinal);
        Assert.All(sentences, sentence => Assert.Contains(sentence, ended.Error, StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", ended.Error + ended.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", ended.Error + ended.Output, StringComparison.Ordinal);
    }
}
