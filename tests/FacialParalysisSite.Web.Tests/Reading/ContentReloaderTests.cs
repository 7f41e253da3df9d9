using FacialParalysisSite.Content;
using FacialParalysisSite.Content.Library;
using FacialParalysisSite.Web.Health;
using FacialParalysisSite.Web.Reading;
using FacialParalysisSite.Web.Tests.Hosting;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging.Abstractions;

namespace FacialParalysisSite.Web.Tests.Reading;

/// <summary>A fault beyond single files, which no folder is known to cause.</summary>
public sealed class ContentReloaderTests : IDisposable
{
    private readonly TemporaryFolder _own = new();
    private readonly FailingClock _clock = new();

    public void Dispose() => _own.Dispose();

    [Fact]
    public async Task Reload_ThatFails_LeavesTheCatalogUpAndHealthDegradedUntilItWorks()
    {
        var content = SampleContent.In(_own["content"]);
        var library = new ContentLibrary(new ContentSettings(content.Root, TimeZoneInfo.Utc), _clock);
        var reloader = new ContentReloader(library, NullLogger<ContentReloader>.Instance);
        var check = new ContentCheck(library, reloader);
        reloader.Reload();
        var before = library.Current;
        content.Replace("articles/exercises-at-home.md", "Some plain words.", "Some other words, a few more.");
        content.Write("checks.yml", "sources: true\n");

        _clock.Fails = true;
        Assert.Equal(library.Problems, reloader.Reload());
        _clock.Fails = false;

        Assert.Same(before, library.Current);
        var degraded = await check.CheckHealthAsync(new HealthCheckContext());
        Assert.Equal(HealthStatus.Degraded, degraded.Status);
        Assert.StartsWith("the content folder as a whole: it cannot be taken over (InvalidOperationException)", degraded.Description, StringComparison.Ordinal);

        var problems = reloader.Reload();
        Assert.Equal(HealthStatus.Healthy, (await check.CheckHealthAsync(new HealthCheckContext())).Status);
        Assert.NotSame(before, library.Current);
        Assert.Contains(problems, problem => problem.Code.Id == "FP0409");
    }

    [Fact]
    public void Reload_ThatFailsAtTheStart_IsNotHiddenAsThereIsNothingUp()
    {
        var library = new ContentLibrary(new ContentSettings(SampleContent.In(_own["content"]).Root, TimeZoneInfo.Utc), _clock);
        _clock.Fails = true;

        Assert.ThrowsAny<Exception>(() => new ContentReloader(library, NullLogger<ContentReloader>.Instance).Reload());
    }

    private sealed class FailingClock : TimeProvider
    {
        public bool Fails { get; set; }

        public override DateTimeOffset GetUtcNow() => Fails ? throw new InvalidOperationException("No time.") : FakeClock.Start;
    }
}
