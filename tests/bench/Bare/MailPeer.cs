using System.Net;
using System.Net.Sockets;

namespace Bare;

/// <summary>A mail server that takes every mail at once and keeps none (RFC 5321).</summary>
internal static class MailPeer
{
    public static async Task<int> RunAsync(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start();
        while (true)
        {
            _ = ServeAsync(await listener.AcceptTcpClientAsync());
        }
    }

    private static async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                await TalkAsync(client.GetStream());
            }
            catch (IOException)
            {
                // Who is gone hears no answer.
            }
        }
    }

    private static async Task TalkAsync(Stream stream)
    {
        using var reader = new StreamReader(stream);
        await using var writer = new StreamWriter(stream) { AutoFlush = true, NewLine = "\r\n" };
        await writer.WriteLineAsync("220 bare");
        while (await reader.ReadLineAsync() is { } line)
        {
            switch (line.Split(' ')[0].ToUpperInvariant())
            {
                case "DATA":
                    await writer.WriteLineAsync("354 go on");
                    while (await reader.ReadLineAsync() is { } text && text != ".")
                    {
                    }

                    break;
                case "QUIT":
                    await writer.WriteLineAsync("221 bye");
                    return;
            }

            await writer.WriteLineAsync("250 taken");
        }
    }
}
