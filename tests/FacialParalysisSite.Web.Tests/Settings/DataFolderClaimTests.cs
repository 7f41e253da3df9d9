using FacialParalysisSite.Consultations.Alerting;
using FacialParalysisSite.Consultations.Tests;
using FacialParalysisSite.Web.Settings;
using FacialParalysisSite.Web.Tests.Hosting;
using Microsoft.Extensions.Options;

namespace FacialParalysisSite.Web.Tests.Settings;

/// <summary>One site at a time runs on a data folder.</summary>
public sealed class DataFolderClaimTests : IDisposable
{
    private readonly TemporaryFolder _own = new();

    public void Dispose() => _own.Dispose();

    [Fact]
    public async Task Start_OnTheFolderOfASiteThatRuns_IsRefusedUntilThatIsKilledWhileCommandsWork()
    {
        var settings = SiteProgram.Production(_own["data"]);
        using var first = await RunningSite.StartAsync(settings);

        var second = await SiteProgram.RunAsync([], settings);
        Assert.Equal(1, second.ExitCode);
        Assert.Equal(
            ["The site cannot start:", $"  Another site runs on Data:Root, \"{_own["data"]}\". Stop it first, or give each site a Data:Root of its own."],
            second.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        await Eventually.HoldsAsync(() => File.Exists(_own["data/site.db.made"]), "the first site has made its database");
        Assert.Equal(0, (await SiteProgram.RunAsync(["requests", "list"], settings)).ExitCode);
        Assert.Equal(0, (await SiteProgram.RunAsync(["backup", _own["copy.db"]], settings)).ExitCode);
        Assert.Equal(0, (await SiteProgram.RunAsync(["check"], settings)).ExitCode);

        first.Kill();
        using var next = await RunningSite.StartAsync(settings);
        Assert.Equal(0, await next.StopAsync());
    }

    [Fact]
    public async Task Delete_TheLockUnderARunningSite_KeepsASecondOneOutAndIsSaid()
    {
        var file = Path.Combine(_own["data"], "site.lock");
        var settings = SiteProgram.Production(_own["data"]);
        using var first = await RunningSite.StartAsync(settings);
        File.Delete(file);
        await Eventually.HoldsAsync(() => File.Exists(file), "the lock is made again");

        Assert.Contains("Another site runs on Data:Root", (await SiteProgram.RunAsync([], settings)).Error, StringComparison.Ordinal);

        first.Kill();
        Assert.Contains(await first.CriticalAsync(), line => line.Contains($"{file} was deleted, moved or replaced while the site ran. It is made and locked again.", StringComparison.Ordinal));
    }

    [Fact]
    public void Renew_WhereAnotherSiteHasTakenTheFolder_SaysItOnceUntilItIsGone()
    {
        var file = Path.Combine(_own["data"], "site.lock");
        Directory.CreateDirectory(_own["data"]);
        var log = new KeptLog<Harms>();
        var harms = new Harms(TimeProvider.System, log);
        var options = Options.Create(new DataOptions { Root = _own["data"] });
        using var claim = new DataFolderClaim(options, harms);
        claim.Take();
        claim.Renew();
        Assert.Empty(log.Lines);

        File.Delete(file);
        using (var other = new DataFolderClaim(options, harms))
        {
            other.Take();
            claim.Renew();
            claim.Renew();
            Assert.Contains("another site runs on the same folder", Assert.Single(log.Lines).Text, StringComparison.Ordinal);
        }

        claim.Renew();
        Assert.Contains("It is made and locked again.", log.Lines[1].Text, StringComparison.Ordinal);
        using var late = new DataFolderClaim(options, harms);
        Assert.Throws<OptionsValidationException>(late.Take);
    }

    [Fact]
    public void Renew_WhereTheLockCannotBeTakenAgain_SaysItOnce()
    {
        var file = Path.Combine(_own["data"], "site.lock");
        Directory.CreateDirectory(_own["data"]);
        var log = new KeptLog<Harms>();
        using var claim = new DataFolderClaim(Options.Create(new DataOptions { Root = _own["data"] }), new Harms(TimeProvider.System, log));
        claim.Take();
        File.Delete(file);
        Directory.CreateDirectory(file);

        Assert.ThrowsAny<SystemException>(claim.Renew);
        Assert.ThrowsAny<SystemException>(claim.Renew);
        Assert.Contains("cannot be locked again", Assert.Single(log.Lines).Text, StringComparison.Ordinal);

        Directory.Delete(file);
        claim.Renew();
        Assert.Contains("It is made and locked again.", log.Lines[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_WhereTheLockCannotBeOpened_SaysWhatToDo()
    {
        Directory.CreateDirectory(Path.Combine(_own["data"], "site.lock"));

        var ended = await SiteProgram.RunAsync([], SiteProgram.Production(_own["data"]));

        Assert.Equal(1, ended.ExitCode);
        Assert.Contains($"The site cannot write to {Path.Combine(_own["data"], "site.lock")}: ", ended.Error, StringComparison.Ordinal);
    }
}
