using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using FacialParalysisSite.Web.Settings;
using Microsoft.Extensions.Options;

namespace FacialParalysisSite.Web.Asking;

/// <summary>
/// How many requests one client may send. A client is an IPv4 address, or the 64 bits of an IPv6 address that one
/// household gets. Counts are kept in memory alone, for as long as they matter.
/// </summary>
internal sealed class ClientLimit(IOptions<LimitOptions> options) : IDisposable
{
    /// <summary>The window moves on in tenths of itself.</summary>
    private const int Segments = 10;

    private const int BytesOfNetwork = 8;

    private readonly PartitionedRateLimiter<IPAddress?> _limiter = PartitionedRateLimiter.Create<IPAddress?, string>(address =>
        RateLimitPartition.GetSlidingWindowLimiter(ClientOf(address), _ => new SlidingWindowRateLimiterOptions
        {
            PermitLimit = options.Value.Requests,
            Window = options.Value.Window,
            SegmentsPerWindow = Segments,
        }));

    /// <summary>Counts a request of the client and says whether it may be taken.</summary>
    public bool Allows(IPAddress? client)
    {
        using var lease = _limiter.AttemptAcquire(client);
        return lease.IsAcquired;
    }

    public void Dispose() => _limiter.Dispose();

    internal static string ClientOf(IPAddress? address) => address switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes(), 0, BytesOfNetwork),
        _ => address.ToString(),
    };
}
