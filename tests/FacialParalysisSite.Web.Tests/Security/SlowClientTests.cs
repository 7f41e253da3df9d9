using System.Net.Sockets;
using System.Text;
using FacialParalysisSite.Web.Tests.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FacialParalysisSite.Web.Tests.Security;

/// <summary>Clients that begin a request and never end it.</summary>
public sealed class SlowClientTests(NetworkSite site) : IClassFixture<NetworkSite>
{
    private const int Clients = 200;

    [Theory]
    [InlineData("GET / HTTP/1.1\r\nHost: clinic.example\r\nX: ")]
    [InlineData("POST /consultation HTTP/1.1\r\nHost: clinic.example\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 60000\r\n\r\nname=A")]
    public async Task Get_WhileManyNeverEndTheirRequest_IsAnswered(string begin)
    {
        var slow = new List<TcpClient>();
        try
        {
            for (var client = 0; client < Clients; client++)
            {
                slow.Add(new TcpClient());
                await slow[^1].ConnectAsync(site.Address.Host, site.Address.Port);
                await slow[^1].GetStream().WriteAsync(Encoding.ASCII.GetBytes(begin));
            }

            using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            using var quick = new HttpClient { BaseAddress = site.Address };
            using var visit = await quick.GetAsync(new Uri("/consultation", UriKind.Relative), deadline.Token);
            Assert.True(visit.IsSuccessStatusCode);
        }
        finally
        {
            slow.ForEach(client => client.Dispose());
        }
    }

    [Fact]
    public void Limits_OfTheServer_EndSlowRequests()
    {
        var limits = site.Services.GetRequiredService<IOptions<KestrelServerOptions>>().Value.Limits;

        Assert.InRange(limits.RequestHeadersTimeout, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30));
        Assert.InRange(limits.MinRequestBodyDataRate!.BytesPerSecond, 100, 1000);
        Assert.InRange(limits.MinResponseDataRate!.BytesPerSecond, 100, 1000);
        Assert.InRange(limits.KeepAliveTimeout, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(3));
        Assert.InRange(limits.MaxRequestBodySize!.Value, 1, 128 * 1024);
    }

    [Fact]
    public async Task Send_ByAPhoneThatLosesItsNetworkForAWhile_IsWaitedForButNotForEver()
    {
        var rate = new BodyRate();
        using var tunnel = new SiteHost().WithServices(services => services.AddSingleton<IStartupFilter>(rate));
        using var visitor = new Visitor(tunnel);

        await visitor.AskForConsultationAsync();

        Assert.Equal(TimeSpan.FromSeconds(30), rate.MinDataRate!.GracePeriod);
        Assert.InRange(rate.MinDataRate.BytesPerSecond, 100, 1000);
    }

    /// <summary>What the server would be told of the form's body.</summary>
    private sealed class BodyRate : IStartupFilter, IHttpMinRequestBodyDataRateFeature
    {
        public MinDataRate? MinDataRate { get; set; }

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, following) =>
            {
                context.Features.Set<IHttpMinRequestBodyDataRateFeature>(this);
                return following(context);
            });
            next(app);
        };
    }
}
