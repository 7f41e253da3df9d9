using System.Net;
using System.Net.Sockets;
using FacialParalysisSite.Web.Settings;
using Microsoft.Extensions.Options;

namespace FacialParalysisSite.Web.Asking;

/// <summary>
/// How many requests one client may send. A client is an IPv4 address, or the 64 bits of an IPv6 address that one
/// household gets. It may send many, because a whole clinic can stand behind it, until all together send more than
/// patients do. Counts are kept in memory alone, for as long as they matter. The framework's limiters cannot take back a
/// request that came to nothing; one that could not be stored must not use up what a person may send.
/// </summary>
internal sealed class ClientLimit(IOptions<LimitOptions> options, TimeProvider time)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private const int BytesOfNetwork = 8;

    /// <summary>So many clients are no trouble to keep.</summary>
    private const int FewClients = 1000;

    private readonly Lock _counting = new();
    private readonly Dictionary<string, List<DateTimeOffset>> _taken = new(StringComparer.Ordinal);

    /// <summary>Of all clients, the newest ones: as many as make a flood.</summary>
    private readonly List<DateTimeOffset> _newest = [];
    private int _forgetAt = FewClients;

    /// <summary>Takes one of the requests that a client may send. It goes back where it is not used.</summary>
    /// <returns>Null where the client has none left.</returns>
    public Permit? TryTake(IPAddress? address)
    {
        var client = ClientOf(address);
        var now = time.GetUtcNow();
        lock (_counting)
        {
            Forget(now);
            var taken = _taken.TryGetValue(client, out var known) ? known : _taken[client] = [];
            DropOver(taken, now, Day);
            if (taken.Count >= options.Value.RequestsADay || HasSent(taken, Allowed(now), now))
            {
                return null;
            }

            taken.Add(now);
            _newest.Add(now);
            return new Permit(this, client, now);
        }
    }

    internal static string ClientOf(IPAddress? address) => address switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes(), 0, BytesOfNetwork),
        _ => address.ToString(),
    };

    private int Allowed(DateTimeOffset now)
    {
        DropOver(_newest, now, options.Value.Window);

        // More need not be kept to know that it is a flood, and it ends no earlier without them.
        _newest.RemoveRange(0, Math.Max(0, _newest.Count - options.Value.Flood));
        return _newest.Count < options.Value.Flood ? options.Value.Requests : Math.Min(options.Value.InFlood, options.Value.Requests);
    }

    /// <summary>Whether so many were sent within the window. Who has not sent so many in a day need not be counted.</summary>
    private bool HasSent(List<DateTimeOffset> taken, int allowed, DateTimeOffset now) =>
        taken.Count >= allowed && taken.Count(moment => !IsOver(moment, now, options.Value.Window)) >= allowed;

    /// <summary>They lie in the order of time: over are the first ones, and where the clock was set back the last. Those between are not looked at.</summary>
    private static void DropOver(List<DateTimeOffset> moments, DateTimeOffset now, TimeSpan window)
    {
        var end = moments.FindLastIndex(moment => !IsOver(moment, now, window)) + 1;
        moments.RemoveRange(end, moments.Count - end);
        moments.RemoveRange(0, Math.Max(0, moments.FindIndex(moment => !IsOver(moment, now, window))));
    }

    /// <summary>Drops the clients that have sent nothing for a day, each time that their number has doubled.</summary>
    private void Forget(DateTimeOffset now)
    {
        if (_taken.Count < _forgetAt)
        {
            return;
        }

        foreach (var (client, _) in _taken.Where(client => client.Value.TrueForAll(moment => IsOver(moment, now, Day))).ToList())
        {
            _taken.Remove(client);
        }

        _forgetAt = Math.Max(FewClients, 2 * _taken.Count);
    }

    /// <summary>A clock that was set back, too, ends what was counted by it.</summary>
    private static bool IsOver(DateTimeOffset moment, DateTimeOffset now, TimeSpan window) => (now - moment).Duration() >= window;

    private void GiveBack(string client, DateTimeOffset moment)
    {
        lock (_counting)
        {
            if (_taken.TryGetValue(client, out var taken))
            {
                taken.Remove(moment);
                _newest.Remove(moment);
            }
        }
    }

    /// <summary>One request that a client may send.</summary>
    internal sealed class Permit(ClientLimit limit, string client, DateTimeOffset moment) : IDisposable
    {
        private bool _isUsed;

        public void Use() => _isUsed = true;

        public void Dispose()
        {
            if (!_isUsed)
            {
                limit.GiveBack(client, moment);
            }
        }
    }
}
