namespace FacialParalysisSite.Web.Security;

/// <summary>Puts <see cref="SecurityHeaders"/> before everything that the host itself runs first.</summary>
internal sealed class SecurityHeadersFirst : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.UseMiddleware<SecurityHeaders>();
        next(app);
    };
}
