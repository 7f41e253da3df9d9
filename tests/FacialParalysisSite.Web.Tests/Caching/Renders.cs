using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.DependencyInjection;

namespace FacialParalysisSite.Web.Tests.Caching;

/// <summary>Counts the pages that are made, and can hold one up in the midst of it.</summary>
internal sealed class Renders
{
    private readonly ManualResetEventSlim _open = new(initialState: true);
    private int _count;
    private int _held;

    /// <summary>How many pages were begun.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>Whether one stands still.</summary>
    public bool IsHeld => Volatile.Read(ref _held) > 0;

    /// <summary>Fails every page from now on.</summary>
    public bool Fails { get; set; }

    public void Hold() => _open.Reset();

    public void Release() => _open.Set();

    public void WatchIn(IServiceCollection services)
    {
        var own = services.Last(service => service.ServiceType == typeof(IRazorPageActivator));
        services.AddSingleton<IRazorPageActivator>(provider => new Activator((IRazorPageActivator)ActivatorUtilities.CreateInstance(provider, own.ImplementationType!), this));
    }

    private void Begin()
    {
        Interlocked.Increment(ref _count);
        if (Fails)
        {
            throw new InvalidTimeZoneException("A page that fails.");
        }

        if (!_open.IsSet)
        {
            Interlocked.Increment(ref _held);
            Assert.True(_open.Wait(TimeSpan.FromMinutes(1)), "Nobody let the page go on.");
        }
    }

    private sealed class Activator(IRazorPageActivator own, Renders renders) : IRazorPageActivator
    {
        public void Activate(IRazorPage page, ViewContext context)
        {
            own.Activate(page, context);
            if (page.Path.EndsWith("/_Layout.cshtml", StringComparison.Ordinal))
            {
                renders.Begin();
            }
        }
    }
}
