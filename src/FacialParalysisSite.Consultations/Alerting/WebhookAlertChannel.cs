using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;

namespace FacialParalysisSite.Consultations.Alerting;

/// <summary>
/// Tells a chat or a monitor by a POST of <c>{"text": "…"}</c>, which Slack, Mattermost, Rocket.Chat and Google Chat take;
/// the ready-made workflows of Teams want an adaptive card, and drop it in silence. The address is a secret: whoever knows it can write there.
/// </summary>
internal sealed class WebhookAlertChannel : IAlertChannel, IDisposable
{
    private readonly HttpClient _client;
    private readonly Uri _address;

    /// <param name="address">Where to send it.</param>
    /// <param name="patience">For one try, from the first connection to the answer.</param>
    public WebhookAlertChannel(Uri address, TimeSpan patience)
    {
        _address = address;
        _client = new HttpClient(CreateHandler(), disposeHandler: true) { Timeout = patience, MaxResponseContentBufferSize = 64 * 1024 };
    }

    /// <summary>As chats answer in less than a second, and an alert that is tried again in minutes misses little.</summary>
    public static TimeSpan UsualPatience { get; } = TimeSpan.FromSeconds(10);

    public string Name => "Alert:Webhook";

    public async Task<string?> TellAsync(Alert alert, CancellationToken cancellationToken)
    {
        try
        {
            using var content = JsonContent.Create(new { text = $"{alert.Subject}\n\n{alert.Text}" });

            // Some servers do not take a body whose length is not told before it.
            await content.LoadIntoBufferAsync(cancellationToken);
            using var request = new HttpRequestMessage(HttpMethod.Post, _address) { Content = content };
            using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return response.IsSuccessStatusCode ? null : ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture);
        }
        catch (HttpRequestException fault)
        {
            return fault.HttpRequestError.ToString();
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return "timeout";
        }
    }

    public void Dispose() => _client.Dispose();

    private static SocketsHttpHandler CreateHandler() => new()
    {
        // The text must not go to another address than the one that was set, nor by another method.
        AllowAutoRedirect = false,
        UseCookies = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        ActivityHeadersPropagator = DistributedContextPropagator.CreateNoOutputPropagator(),
    };
}
