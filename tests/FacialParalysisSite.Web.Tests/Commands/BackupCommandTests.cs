using System.Net;
using FacialParalysisSite.Web.Tests.Faults;
using FacialParalysisSite.Web.Tests.Hosting;

namespace FacialParalysisSite.Web.Tests.Commands;

[Trait("Category", "Fault")]
public sealed class BackupCommandTests : IDisposable
{
    private readonly TemporaryFolder _own = new();

    public void Dispose() => _own.Dispose();

    [Fact]
    public async Task Backup_OfARunningSite_RestoresToASiteThatKnowsTheRequestAndSendsItNotAgain()
    {
        using var site = new SiteHost().WithMailFolder();
        using var visitor = new Visitor(site);
        await visitor.AskForConsultationAsync();
        await Eventually.HoldsAsync(() => site.Log.Text.Contains(" was sent at try 1", StringComparison.Ordinal), "the request is sent");

        var ended = await RunAsync(site.Data, _own["copy.db"]);

        Assert.Equal((0, ""), (ended.ExitCode, ended.Error));
        Assert.StartsWith($"{_own["copy.db"]} is a whole copy of the database, and only its owner may read it.", ended.Output, StringComparison.Ordinal);
        Directory.CreateDirectory(_own["restored"]);
        File.Move(_own["copy.db"], Path.Combine(_own["restored"], "site.db"));
        using var restored = new SiteHost().WithMailFolder().With("Data:Root", _own["restored"]);
        using var other = new Visitor(restored);

        // A mail that was owed still would go out before this one.
        Assert.Equal(HttpStatusCode.SeeOther, (await other.AskForConsultationAsync(("name", "Somebody Else"))).Status);
        await Eventually.HoldsAsync(() => restored.Log.Text.Contains(" was sent at try 1", StringComparison.Ordinal), "the next request is sent");
        Assert.Single(new MailFolder(Path.Combine(_own["restored"], "mail")).Mails);
        var list = await SiteProgram.RunAsync(["requests", "list"], Settings(_own["restored"]));
        Assert.Contains("2 requests.", list.Output, StringComparison.Ordinal);
    }

    /// <summary>A copy that is whole on the disk is of no use where a power cut takes its name away.</summary>
    [RootFact("strace")]
    public async Task Backup_ThatSaysItIsMade_HasBroughtItsNameToTheDisk()
    {
        await new RequestStore(_own["data"], TimeProvider.System).AcceptAsync();
        Directory.CreateDirectory(_own["backups"]);

        Assert.Equal(0, await SiteProgram.RunToolAsync("strace", "-f", "-qq", "-y", "-o", _own["calls"], "-e", "trace=fsync,link,linkat,rename,renameat,renameat2",
            "env", "Data__Root=" + _own["data"], "dotnet", SiteProgram.Dll, "backup", Path.Combine(_own["backups"], "copy.db")));

        var calls = await File.ReadAllLinesAsync(_own["calls"]);
        var named = Array.FindIndex(calls, call => call.Contains("/copy.db\"", StringComparison.Ordinal));
        Assert.InRange(named, 0, calls.Length);
        Assert.Contains(calls.Skip(named), call => call.Contains($"<{_own["backups"]}>)", StringComparison.Ordinal) && call.EndsWith("= 0", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Backup_ThatCannotBeMade_SaysWhy()
    {
        AssertRefused(await RunAsync(_own["data"], _own["copy.db"]), "There is nothing to copy: there is no database");

        Directory.CreateDirectory(_own["data"]);
        await File.WriteAllTextAsync(Path.Combine(_own["data"], "site.db"), new string('x', 10_000));
        AssertRefused(await RunAsync(_own["data"], _own["copy.db"]), $"The database {_own["data"]}/site.db cannot be used: ");
        Assert.False(File.Exists(_own["copy.db"]));

        await File.WriteAllTextAsync(_own["copy.db"], "an older backup");
        AssertRefused(await RunAsync(_own["data"], _own["copy.db"]), $"{_own["copy.db"]} is there already.");
        Assert.Equal("an older backup", await File.ReadAllTextAsync(_own["copy.db"]));
    }

    private static void AssertRefused(Ended ended, string sentence)
    {
        Assert.Equal((1, ""), (ended.ExitCode, ended.Output));
        Assert.StartsWith(sentence, ended.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", ended.Error, StringComparison.Ordinal);
    }

    private static Task<Ended> RunAsync(string data, string file) => SiteProgram.RunAsync(["backup", file], Settings(data));

    private static (string Name, string Value)[] Settings(string data) => [("ASPNETCORE_ENVIRONMENT", "Production"), ("Data__Root", data)];
}
