using Xunit.Sdk;

namespace FacialParalysisSite.Web.Tests.Hosting;

/// <summary>Waits for something that another thread or process does.</summary>
internal static class Eventually
{
    /// <summary>Far longer than anything needs: a busy machine is not a fault of the site.</summary>
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);

    /// <summary>Who waits for long looks less often, so that looking does not take the processor from what is waited for.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(400);

    /// <summary>Looks again and again until the condition holds, and fails the test where it never does.</summary>
    /// <param name="condition">What is waited for.</param>
    /// <param name="what">The same in words, for the failure.</param>
    /// <param name="shown">What there is instead, for the failure.</param>
    public static async Task HoldsAsync(Func<Task<bool>> condition, string what, Func<string>? shown = null)
    {
        using var deadline = new CancellationTokenSource(Deadline);
        using var timer = new PeriodicTimer(Pause);
        while (!await condition())
        {
            if (deadline.IsCancellationRequested)
            {
                throw new XunitException($"It never happened that {what}. {shown?.Invoke()}");
            }

            await timer.WaitForNextTickAsync(CancellationToken.None);
            timer.Period = timer.Period * 1.2 < LongestPause ? timer.Period * 1.2 : LongestPause;
        }
    }

    public static Task HoldsAsync(Func<bool> condition, string what, Func<string>? shown = null) =>
        HoldsAsync(() => Task.FromResult(condition()), what, shown);
}
