using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace FacialParalysisSite.Web.Tests.Hosting;

/// <summary>
/// The whole site in this process: its real settings, pipeline and log, over a content folder, a data folder and a
/// clock of its own. Without other settings it is a site in Production at http://clinic.example with the sample content.
/// </summary>
public class SiteHost : WebApplicationFactory<Program>
{
    public const string PlainBase = "http://clinic.example";

    public const string SecureBase = "https://clinic.example";

    private readonly TemporaryFolder _own = new();
    private readonly Dictionary<string, string> _settings = new(StringComparer.Ordinal);
    private readonly List<Action<IServiceCollection>> _services = [];
    private string _environment = "Production";
    private bool _hasRealClock;

    public SiteHost()
    {
        Content = SampleContent.In(_own["content"]);
        Log = new LogFile(_own["site.log"]);
        With("Site:BaseUrl", PlainBase);
        With("Content:Root", Content.Root);
        With("Data:Root", _own["data"]);
        With("Pictures:Program", "");
        SampleContent.LayPicturesReady(Path.Combine(Data, "images"));
        With("Mail:From", "website@clinic.example");
        With("Mail:To", "front@clinic.example, desk@clinic.example");

        // Nobody listens there; a test that wants its mails names a peer, or a site in Development, which writes files.
        With("Smtp:Host", "127.0.0.1");
        With("Smtp:Port", "1");
        With("Smtp:Security", "None");
        CopySettings();
    }

    public EditedContent Content { get; }

    public LogFile Log { get; }

    /// <summary>Where the site keeps its database.</summary>
    public string Data => _own["data"];

    /// <summary>Where the site writes its mails after <see cref="WithMailFolder"/>.</summary>
    internal MailFolder Mail => new(Path.Combine(Data, "mail"));

    public FakeClock Clock { get; } = new(FakeClock.Start);

    public SiteHost With(string setting, string value)
    {
        _settings[setting] = value;
        return this;
    }

    /// <summary>A site in Development, which writes its mails to files.</summary>
    public SiteHost WithMailFolder()
    {
        foreach (var setting in _settings.Keys.Where(setting => setting.StartsWith("Smtp:", StringComparison.Ordinal)).ToList())
        {
            _settings.Remove(setting);
        }

        // The files have the machine's time, years before the clock's: they would be deleted as old ones.
        return In("Development").With("Data:KeepDeliveredDays", "3650");
    }

    public SiteHost In(string environment)
    {
        _environment = environment;
        return this;
    }

    public SiteHost WithRealClock()
    {
        _hasRealClock = true;
        return this;
    }

    public SiteHost WithServices(Action<IServiceCollection> change)
    {
        _services.Add(change);
        return this;
    }

    /// <summary>Starts on a free port of this machine instead of in memory.</summary>
    public Uri StartOnNetwork()
    {
        UseKestrel(0);
        StartServer();
        return new Uri(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    public Task<Answer> GetAsync(string address, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Get, address, headers);

    /// <summary>Returns once it says that it is healthy: on a busy machine the first look at the database takes longer than health waits for.</summary>
    public Task IsHealthyAsync() => Eventually.HoldsAsync(async () => (await GetAsync("/healthz/ready")).Text == "Healthy", "the site is healthy", () => Log.Text);

    /// <summary>Asks once, without following redirects or keeping cookies.</summary>
    /// <param name="method">GET, HEAD, …</param>
    /// <param name="address">A path of the site, or a whole address.</param>
    /// <param name="headers">Headers of the request.</param>
    public async Task<Answer> SendAsync(HttpMethod method, string address, params (string Name, string Value)[] headers)
    {
        using var client = CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = false });
        using var request = new HttpRequestMessage(method, address.StartsWith('/') ? _settings["Site:BaseUrl"] + address : address);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await client.SendAsync(request);
        return await Answer.ReadAsync(response);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.UseEnvironment(_environment);
        builder.UseContentRoot(_own["settings"]);

        // Only in Development does the host do so by itself where the site was not published.
        builder.UseStaticWebAssets();
        foreach (var (setting, value) in _settings)
        {
            builder.UseSetting(setting, value);
        }

        builder.ConfigureTestServices(services =>
        {
            if (!_hasRealClock)
            {
                services.AddSingleton<TimeProvider>(Clock);
            }

            services.AddTransient<IStartupFilter, RemoteAddress>();
            services.AddTransient<IStartupFilter, TestAddresses>();
            _services.ForEach(change => change(services));
        });
    }

    /// <summary>The settings of the site as they are, but the log goes into a file instead of the console.</summary>
    private void CopySettings()
    {
        Directory.CreateDirectory(_own["settings"]);
        var settings = File.ReadAllText(Path.Combine(Repository.WebProject, "appsettings.json"));
        File.WriteAllText(Path.Combine(_own["settings"], "appsettings.json"), settings
            .Replace("\"Serilog.Sinks.Console\"", "\"Serilog.Sinks.File\"", StringComparison.Ordinal)
            .Replace("\"Name\": \"Console\"", "\"Name\": \"File\"", StringComparison.Ordinal)
            .Replace("\"Args\": {", $"\"Args\": {{ \"path\": \"{Log.Path}\",", StringComparison.Ordinal));
        File.Copy(Path.Combine(Repository.WebProject, "appsettings.Development.json"), Path.Combine(_own["settings"], "appsettings.Development.json"));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            _own.Dispose();
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
