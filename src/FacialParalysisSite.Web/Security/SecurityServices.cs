using System.Net;
using FacialParalysisSite.Consultations.Storage;
using FacialParalysisSite.Web.Addresses;
using FacialParalysisSite.Web.Pages.Consultation;
using FacialParalysisSite.Web.Settings;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace FacialParalysisSite.Web.Security;

/// <summary>What keeps the site from being misused: hosts, proxies, cookies, headers.</summary>
internal static class SecurityServices
{
    /// <summary>Bytes of the first line of a request: 10,000 letters of any script; those of most of Asia need nine each in an address.</summary>
    private const int LongestAddress = 96 * 1024;

    public static void AddSecurity(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;

            // Whoever pastes a whole page into the search, in any script, gets an answer and not an empty window.
            kestrel.Limits.MaxRequestLineSize = LongestAddress;

            // Nothing longer than the form is taken anywhere, so that nobody can fill memory or disk.
            kestrel.Limits.MaxRequestBodySize = SentForm.LargestBody;
        });

        // The host refuses foreign names before anything else runs; the refusal, too, needs the headers.
        builder.Services.Insert(0, ServiceDescriptor.Transient<IStartupFilter, SecurityHeadersFirst>());
        builder.Services.AddOptions<HostFilteringOptions>().PostConfigure<IConfiguration, IOptions<SiteOptions>>((hosts, configuration, site) =>
        {
            if (string.IsNullOrEmpty(configuration["AllowedHosts"]))
            {
                // The machine itself asks for its health by these names.
                hosts.AllowedHosts = [site.Value.Host, "localhost", "127.0.0.1", "[::1]"];
            }
        });

        builder.Services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<SiteOptions>>((forwarded, site) =>
        {
            forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;

            // As many proxies as there are, while each of them is trusted: else all visitors would be the outermost one.
            forwarded.ForwardLimit = null;
            foreach (var proxy in site.Value.TrustedProxies)
            {
                forwarded.KnownIPNetworks.Add(System.Net.IPNetwork.TryParse(proxy, out var network) ? network : OnlyAddress(IPAddress.Parse(proxy)));
            }
        });

        builder.Services.AddSingleton<SecureScheme>();

        builder.Services.AddDataProtection().SetApplicationName("FacialParalysisSite");
        builder.Services.AddOptions<KeyManagementOptions>().Configure<IDbContextFactory<SiteDatabase>, ILogger<StoredKeys>>(
            (keys, databases, log) => keys.XmlRepository = new StoredKeys(databases, KeyRing.FormTokens, log));

        builder.Services.AddAntiforgery();
        builder.Services.AddSingleton<FormTokens>();
        builder.Services.AddOptions<AntiforgeryOptions>().Configure<IOptions<SiteOptions>>((antiforgery, site) =>
        {
            // The prefix makes browsers refuse the cookie unless it is Secure, for this host alone and for every path.
            antiforgery.Cookie = new SiteCookie(site.Value.IsHttps) { Name = site.Value.IsHttps ? "__Host-antiforgery" : "antiforgery" };
            antiforgery.SuppressXFrameOptionsHeader = true;
        });
    }

    private static System.Net.IPNetwork OnlyAddress(IPAddress address) => new(address, address.GetAddressBytes().Length * 8);
}
