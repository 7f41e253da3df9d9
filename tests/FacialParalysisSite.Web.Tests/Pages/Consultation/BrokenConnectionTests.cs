using System.Net;
using FacialParalysisSite.Web.Tests.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace FacialParalysisSite.Web.Tests.Pages.Consultation;

/// <summary>A telephone that loses its network while the clinic's answer is awaited.</summary>
public sealed class BrokenConnectionTests
{
    [Fact]
    public async Task Send_AWholeFormOverAConnectionThatBreaks_IsTakenAndMailed()
    {
        using var site = new SiteHost().WithMailFolder().WithServices(services => services.AddTransient<IStartupFilter, BreakAfterTheForm>());
        using var visitor = new Visitor(site);

        var sent = await visitor.AskForConsultationAsync(("message", "kept"));

        Assert.Equal(HttpStatusCode.SeeOther, sent.Status);
        Assert.Contains("kept", Assert.Single(await site.Mail.WaitForAsync(1)).Text, StringComparison.Ordinal);
    }

    /// <summary>Says that the connection is broken as soon as the form has arrived.</summary>
    private sealed class BreakAfterTheForm : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use(async (context, following) =>
            {
                if (HttpMethods.IsPost(context.Request.Method))
                {
                    await context.Request.ReadFormAsync();
                    context.RequestAborted = new CancellationToken(canceled: true);
                }

                await following(context);
            });
            next(app);
        };
    }
}
