using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace FacialParalysisSite.Consultations.Tests.Mail;

/// <summary>A mail server on a real socket of this machine that follows a script and writes down what it was told.</summary>
/// <remarks>
/// A stage is <c>CONNECT</c>, a command (<c>RCPT</c>), a whole command line (<c>RCPT TO:&lt;one@clinic.example&gt;</c>),
/// <c>CONTENT</c> for the first line of a mail or <c>.</c> for its end.
/// </remarks>
internal sealed class SmtpPeer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Dictionary<string, Step> _usual = new(WellBehaved, StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Step> _script;

    private static readonly Dictionary<string, Step> WellBehaved = new(StringComparer.Ordinal)
    {
        ["CONNECT"] = new Step.Reply("220 peer"),
        ["EHLO"] = new Step.Reply("250-peer", "250-PIPELINING", "250-SIZE 35882577", "250-8BITMIME", "250 SMTPUTF8"),
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
            _usual[stage] = step;
        }

        _script = new ConcurrentDictionary<string, Step>(_usual, StringComparer.Ordinal);
        _listener.Start();
        _serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>The certificate for TLS, from the next connection on.</summary>
    public X509Certificate2? Certificate { get; set; }

    /// <summary>Whether TLS begins with the first byte.</summary>
    public bool IsImplicit { get; init; }

    /// <summary>Every line the client sent before the connection was encrypted.</summary>
    public ConcurrentQueue<string> InTheClear { get; } = new();

    /// <summary>Every command line, in the clear or not.</summary>
    public ConcurrentQueue<string> Commands { get; } = new();

    /// <summary>The mails that were sent to their end.</summary>
    public ConcurrentQueue<string> Mails { get; } = new();

    /// <summary>From now on behaves badly at a stage.</summary>
    public void Break(string stage, Step step) => _script[stage] = step;

    /// <summary>From now on behaves as it did at first.</summary>
    public void Mend()
    {
        foreach (var stage in _script.Keys)
        {
            if (_usual.TryGetValue(stage, out var usual))
            {
                _script[stage] = usual;
            }
            else
            {
                _script.TryRemove(stage, out _);
            }
        }
    }

    /// <summary>The mails that it said it had taken, or of which it never said what became of them.</summary>
    public ConcurrentQueue<string> Taken { get; } = new();

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
        var isEncrypted = IsImplicit;
        if (IsImplicit)
        {
            stream = await EncryptAsync(stream);
        }

        if (!await DoAsync("CONNECT", stream))
        {
            return;
        }

        var reader = Reader(stream);
        while (await reader.ReadLineAsync(_stop.Token) is { } line)
        {
            Note(line, isEncrypted);
            var verb = line.Split(' ')[0].ToUpperInvariant();
            var stage = _script.ContainsKey(line) ? line : verb;
            if (verb == "AUTH")
            {
                await HearPasswordAsync(line, stream, reader, isEncrypted);
            }

            if (!await DoAsync(stage, stream) || verb == "QUIT")
            {
                return;
            }

            if (verb == "STARTTLS" && Accepts(stage))
            {
                stream = await EncryptAsync(stream);
                (reader, isEncrypted) = (Reader(stream), true);
            }
            else if (verb == "DATA" && Accepts(stage) && !(await ReadMailAsync(stream, reader, isEncrypted) && await DoAsync(".", stream)))
            {
                return;
            }
        }
    }

    private async Task<SslStream> EncryptAsync(Stream stream)
    {
        var secure = new SslStream(stream);
        await secure.AuthenticateAsServerAsync(Certificate!);
        return secure;
    }

    /// <summary>AUTH PLAIN says it all at once, AUTH LOGIN the name with the command or when asked, then the password.</summary>
    private async Task HearPasswordAsync(string command, Stream stream, StreamReader reader, bool isEncrypted)
    {
        var words = command.Split(' ');
        var questions = words[1] == "PLAIN" ? [] : words.Length > 2 ? new[] { "Password:" } : ["Username:", "Password:"];
        foreach (var question in questions)
        {
            await SayAsync(stream, "334 " + Convert.ToBase64String(Encoding.ASCII.GetBytes(question)));
            if (await reader.ReadLineAsync(_stop.Token) is { } answer)
            {
                Note(answer, isEncrypted);
            }
        }
    }

    private async Task<bool> ReadMailAsync(Stream stream, StreamReader reader, bool isEncrypted)
    {
        var mail = new StringBuilder();
        while (await reader.ReadLineAsync(_stop.Token) is { } line)
        {
            if (line == ".")
            {
                Mails.Enqueue(mail.ToString());
                if (_script["."] is Step.Drop or Step.Hang or Step.Drip || Accepts("."))
                {
                    Taken.Enqueue(mail.ToString());
                }

                return true;
            }

            Note(line, isEncrypted);
            mail.AppendLine(line);
            if (_script.ContainsKey("CONTENT") && !await DoAsync("CONTENT", stream))
            {
                return false;
            }
        }

        return false;
    }

    private async Task<bool> DoAsync(string stage, Stream stream)
    {
        switch (_script.GetValueOrDefault(stage) ?? new Step.Reply("500 unknown"))
        {
            case Step.Reply reply:
                await SayAsync(stream, reply.Lines);
                return true;
            case Step.Hang:
                await stream.CopyToAsync(Stream.Null, _stop.Token);
                return false;
            case Step.First first:
                _script[stage] = first.Then;
                await SayAsync(stream, first.Now.Lines);
                return true;
            case Step.Drip:
                return await DripAsync(stream);
            default:
                return false;
        }
    }

    private async Task SayAsync(Stream stream, params string[] lines) =>
        await stream.WriteAsync(Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\r\n"))), _stop.Token);

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
