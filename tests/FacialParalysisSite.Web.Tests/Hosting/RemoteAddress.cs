using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace FacialParalysisSite.Web.Tests.Hosting;

/// <summary>Lets a test say from which machine its requests come: the test server has no network.</summary>
internal sealed class RemoteAddress : IStartupFilter
{
    public const string Header = "X-Test-Remote-Address";

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((context, rest) =>
        {
            if (context.Request.Headers.TryGetValue(Header, out var address))
            {
                context.Connection.RemoteIpAddress = IPAddress.Parse(address.ToString());
                context.Connection.RemotePort = 50000;
                context.Request.Headers.Remove(Header);
            }

            return rest(context);
        });
        next(app);
    };
}
