using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace FacialParalysisSite.Consultations.Tests.Mail;

/// <summary>What the peer does at a stage of the dialogue.</summary>
internal abstract record Step
{
    /// <summary>Answers with these lines.</summary>
    public sealed record Reply(params string[] Lines) : Step;

    /// <summary>Closes the connection.</summary>
    public sealed record Drop : Step;

    /// <summary>Says nothing more until the client goes away.</summary>
    public sealed record Hang : Step;

    /// <summary>Answers one letter at a time and never finishes.</summary>
    public sealed record Drip : Step;
}

/// <summary>A mail server on a real socket of this machine that follows a script and writes down what it was told.</summary>
internal sealed class SmtpPeer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Dictionary<string, Step> _script = new(StringComparer.Ordinal)
    {
        ["CONNECT"] = new Step.Reply("220 peer"),
        ["EHLO"] = new Step.Reply("250-peer", "250-8BITMIME", "250 SMTPUTF8"),
        ["HELO"] = new Step.Reply("250 peer"),
        ["STARTTLS"] = new Step.Reply("220 go ahead"),
        ["AUTH"] = new Step.Reply("235 welcome"),
        ["MAIL"] = new Step.Reply("250 sender ok"),
        ["RCPT"] = new Step.Reply("250 recipient ok"),
        ["DATA"] = new Step.Reply("354 go ahead"),
        ["."] = new Step.Reply("250 taken"),
        ["QUIT"] = new Step.Reply("221 bye"),
        ["RSET"] = new Step.Reply("250 ok"),
    };

    private readonly Task _serving;

    public SmtpPeer(params (string Stage, Step Step)[] script)
    {
        foreach (var (stage, step) in script)
        {
            _script[stage] = step;
        }

        _listener.Start();
        _serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>The certificate for STARTTLS.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>Every line the client sent before the connection was encrypted.</summary>
    public ConcurrentQueue<string> InTheClear { get; } = new();

    /// <summary>Every command line, in the clear or not.</summary>
    public ConcurrentQueue<string> Commands { get; } = new();

    /// <summary>The mails that were sent to their end.</summary>
    public ConcurrentQueue<string> Mails { get; } = new();

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
            try
            {
                await TalkAsync(client.GetStream());
            }
            catch (Exception fault) when (fault is IOException or OperationCanceledException or SocketException or System.Security.Authentication.AuthenticationException)
            {
                // The client went away, or did not trust the certificate.
            }
        }
    }

    private async Task TalkAsync(Stream stream)
    {
        var isEncrypted = false;
        if (!await DoAsync("CONNECT", stream))
        {
            return;
        }

        var reader = Reader(stream);
        while (await reader.ReadLineAsync(_stop.Token) is { } line)
        {
            Note(line, isEncrypted);
            var stage = line.Split(' ')[0].ToUpperInvariant();
            if (!await DoAsync(stage, stream))
            {
                return;
            }

            if (stage == "STARTTLS" && Accepts(stage))
            {
                var secure = new SslStream(stream);
                await secure.AuthenticateAsServerAsync(Certificate!);
                (stream, reader, isEncrypted) = (secure, Reader(secure), true);
            }
            else if (stage == "DATA" && Accepts(stage))
            {
                await ReadMailAsync(reader, isEncrypted);
                if (!await DoAsync(".", stream))
                {
                    return;
                }
            }
            else if (stage == "QUIT")
            {
                return;
            }
        }
    }

    private async Task ReadMailAsync(StreamReader reader, bool isEncrypted)
    {
        var mail = new StringBuilder();
        while (await reader.ReadLineAsync(_stop.Token) is { } line && line != ".")
        {
            Note(line, isEncrypted);
            mail.AppendLine(line);
        }

        Mails.Enqueue(mail.ToString());
    }

    private async Task<bool> DoAsync(string stage, Stream stream)
    {
        switch (_script.GetValueOrDefault(stage, new Step.Reply("500 unknown")))
        {
            case Step.Reply reply:
                await stream.WriteAsync(Encoding.UTF8.GetBytes(string.Concat(reply.Lines.Select(line => line + "\r\n"))), _stop.Token);
                return true;
            case Step.Hang:
                await stream.CopyToAsync(Stream.Null, _stop.Token);
                return false;
            case Step.Drip:
                return await DripAsync(stream);
            default:
                return false;
        }
    }

    private async Task<bool> DripAsync(Stream stream)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        var letters = Encoding.ASCII.GetBytes("250-" + new string('x', 400));
        for (var index = 0; index < letters.Length && await timer.WaitForNextTickAsync(_stop.Token); index++)
        {
            await stream.WriteAsync(letters.AsMemory(index, 1), _stop.Token);
        }

        return false;
    }

    private bool Accepts(string stage) => _script[stage] is Step.Reply { Lines: [['2' or '3', ..], ..] };

    private void Note(string line, bool isEncrypted)
    {
        Commands.Enqueue(line);
        if (!isEncrypted)
        {
            InTheClear.Enqueue(line);
        }
    }

    private static StreamReader Reader(Stream stream) => new(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: false, bufferSize: 1, leaveOpen: true);
}
