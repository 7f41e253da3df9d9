using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace FacialParalysisSite.Web.Tests.Hosting;

/// <summary>Sends a request byte for byte, as no well-behaved client would, and reads what comes back.</summary>
internal static class RawRequest
{
    /// <summary>Asks for a target with a method.</summary>
    /// <param name="server">The server.</param>
    /// <param name="line">The beginning of the request: <c>GET //evil.com</c>.</param>
    /// <param name="host">The Host header; by default the one of the sample's address.</param>
    /// <param name="header">Another header: <c>If-None-Match: "1"</c>.</param>
    public static async Task<Answer> SendAsync(Uri server, string line, string host = "clinic.example", string? header = null)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(server.Host, server.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes($"{line} HTTP/1.1\r\nHost: {host}\r\n{(header is null ? "" : header + "\r\n")}Connection: close\r\n\r\n"));
        using var received = new MemoryStream();
        await stream.CopyToAsync(received);
        return Parse(received.ToArray());
    }

    private static Answer Parse(byte[] bytes)
    {
        var end = bytes.AsSpan().IndexOf("\r\n\r\n"u8);
        var lines = Encoding.Latin1.GetString(bytes, 0, end).Split("\r\n");
        var status = int.Parse(lines[0].Split(' ')[1], CultureInfo.InvariantCulture);
        var headers = lines.Skip(1).Select(line => line.Split(": ", 2))
            .GroupBy(pair => pair[0], StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => string.Join('\n', group.Select(pair => pair[1])), StringComparer.OrdinalIgnoreCase);
        return new Answer((HttpStatusCode)status, headers, bytes[(end + 4)..]);
    }
}
