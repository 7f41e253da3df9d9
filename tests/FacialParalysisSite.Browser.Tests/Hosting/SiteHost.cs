using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace FacialParalysisSite.Browser.Tests.Hosting;

/// <summary>The whole site on a free port of this machine.</summary>
internal sealed class SiteHost : WebApplicationFactory<Program>
{
    private readonly string _data = Directory.CreateTempSubdirectory("site-data-").FullName;
    private readonly string? _content;
    private readonly (string Name, string Value)[] _settings;

    /// <param name="content">The content folder; null for the repository's own.</param>
    /// <param name="settings">Settings besides.</param>
    public SiteHost(string? content = null, params (string Name, string Value)[] settings)
    {
        _content = content;
        _settings = settings;
        UseKestrel(0);
        StartServer();
    }

    /// <summary>Where it keeps its database and its mails.</summary>
    public string Data => _data;

    public Uri Address => new(ClientOptions.BaseAddress.GetLeftPart(UriPartial.Authority).Replace("127.0.0.1", "localhost", StringComparison.Ordinal));

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("Data:Root", _data);
        foreach (var (name, value) in _settings)
        {
            builder.UseSetting(name, value);
        }

        if (_content is not null)
        {
            builder.UseSetting("Content:Root", _content);
        }
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        Directory.Delete(_data, recursive: true);
    }
}
