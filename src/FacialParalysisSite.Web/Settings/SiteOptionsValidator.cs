using System.Net;
using Microsoft.Extensions.Options;

namespace FacialParalysisSite.Web.Settings;

internal sealed class SiteOptionsValidator : IValidateOptions<SiteOptions>
{
    public ValidateOptionsResult Validate(string? name, SiteOptions options)
    {
        var failures = new List<string>();
        if (string.IsNullOrWhiteSpace(options.BaseUrl))
        {
            failures.Add("Site:BaseUrl is missing. Set it to the address patients use, such as https://www.example.org (environment variable Site__BaseUrl).");
        }
        else if (!IsBaseUrl(options.BaseUrl))
        {
            failures.Add($"Site:BaseUrl is \"{options.BaseUrl}\", which is not an address such as https://www.example.org without a path.");
        }

        failures.AddRange(options.TrustedProxies.Where(proxy => !IsNetwork(proxy))
            .Select(proxy => $"Site:TrustedProxies has \"{proxy}\", which is not an IP address or a network such as 10.0.0.0/8."));
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static bool IsBaseUrl(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url)
        && url.Scheme is "http" or "https"
        && url is { PathAndQuery: "/", Fragment: "", UserInfo: "", Host.Length: > 0 };

    private static bool IsNetwork(string text) => IPNetwork.TryParse(text, out _) || IPAddress.TryParse(text, out _);
}
