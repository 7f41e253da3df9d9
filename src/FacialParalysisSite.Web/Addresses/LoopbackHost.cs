using System.Net;

namespace FacialParalysisSite.Web.Addresses;

/// <summary>Tells names of this machine from names of others.</summary>
internal static class LoopbackHost
{
    /// <param name="host">A host name or an address, an IPv6 address with or without brackets.</param>
    public static bool IsLoopbackHost(this string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
