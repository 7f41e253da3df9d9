using FacialParalysisSite.Web.Tests.Hosting;

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
    public async Task Start_WhereTheLockCannotBeOpened_SaysWhatToDo()
    {
        Directory.CreateDirectory(Path.Combine(_own["data"], "site.lock"));

        var ended = await SiteProgram.RunAsync([], SiteProgram.Production(_own["data"]));

        Assert.Equal(1, ended.ExitCode);
        Assert.Contains($"The site cannot write to {Path.Combine(_own["data"], "site.lock")}: ", ended.Error, StringComparison.Ordinal);
    }
}
