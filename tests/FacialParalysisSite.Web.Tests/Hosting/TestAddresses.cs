using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace FacialParalysisSite.Web.Tests.Hosting;

/// <summary>Addresses behind the site's own, for what no page of the site does: to fail, and to hold a form.</summary>
internal sealed class TestAddresses : IStartupFilter
{
    public const string Failing = "/test/fails";

    public const string Form = "/test/form";

    /// <summary>What the fault says; nobody outside may read it.</summary>
    public const string Secret = "secret-of-the-fault";

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        next(app);
        app.Map(Failing, branch => branch.Run(_ => throw new InvalidTimeZoneException(Secret)));
        app.Map(Form, branch => branch.Run(context =>
        {
            var tokens = context.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(context);
            return context.Response.WriteAsync(tokens.RequestToken!);
        }));
    };
}
