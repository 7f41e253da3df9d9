using System.Net;
using FacialParalysisSite.Web.Tests.Hosting;
using Microsoft.Data.Sqlite;

namespace FacialParalysisSite.Web.Tests.Asking;

/// <summary>What patients and operators are told where the database is lost or damaged.</summary>
[Trait("Category", "Fault")]
public sealed class LostDatabaseTests : IDisposable
{
    private readonly TemporaryFolder _own = new();

    private string Database => Path.Combine(_own["data"], "site.db");

    public void Dispose() => _own.Dispose();

    [Theory]
    [InlineData("site.db*")]
    [InlineData("*")]
    public async Task Send_AfterFilesOfTheDataFolderWereDeleted_GivesTheTelephoneNumberAndBeginsNoNewOne(string files)
    {
        string saved;
        using (var site = Site())
        using (var visitor = new Visitor(site))
        {
            await visitor.AskForConsultationAsync();
            await visitor.OpenAsync();
            Directory.EnumerateFiles(_own["data"], files).ToList().ForEach(File.Delete);

            await AssertRefusedAsync(site, await visitor.SendAsync(("name", "Ada"), ("phone", "(310) 555-0123"), ("agreed", "yes")));
            saved = Assert.Single(Directory.EnumerateFiles(_own["data"], "site.db.saved-*"));
            await site.Log.LineWithAsync("FATL", $"site.db was deleted, moved or replaced while the site ran. Everything that was in it is saved in {saved}");
        }

        using (var next = Site())
        {
            Assert.Equal(HttpStatusCode.OK, (await next.GetAsync("/")).Status);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, (await next.GetAsync("/healthz/ready")).Status);
            await next.Log.LineWithAsync("FATL", "The database cannot be used.");
            Assert.Contains($"is missing or empty, though the site has made it. Bring back the last backup. What the site still had of it when it was taken away is in {saved}.", next.Log.Text, StringComparison.Ordinal);
        }

        Assert.False(File.Exists(Database));
        var list = await SiteProgram.RunAsync(["requests", "list"], ("Data__Root", _own["data"]));
        Assert.Equal((1, ""), (list.ExitCode, list.Output));
        Assert.StartsWith($"The database {Database} cannot be used: ", list.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Database));

        File.Copy(saved, Database);
        using var again = Site();
        Assert.Equal(HttpStatusCode.OK, (await again.GetAsync("/healthz/ready")).Status);
        await again.Log.LineWithAsync("WARN", $"{saved} has what patients wrote");
        list = await SiteProgram.RunAsync(["requests", "list"], ("Data__Root", _own["data"]));
        Assert.Equal((0, ""), (list.ExitCode, list.Error));
        Assert.Contains("FP-", list.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_WithADamagedPageInTheMiddle_IsNotReadyAndLeavesTheFileAlone()
    {
        using (var site = Site())
        using (var visitor = new Visitor(site))
        {
            await visitor.AskForConsultationAsync(("message", new string('x', 4000)));
        }

        SqliteConnection.ClearAllPools();
        await using (var connection = new SqliteConnection($"Data Source={Database};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var empty = connection.CreateCommand();
            empty.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            await empty.ExecuteNonQueryAsync();
        }

        var bytes = await File.ReadAllBytesAsync(Database);
        bytes.AsSpan(bytes.Length / 2 / 4096 * 4096, 4096).Fill(0xA5);
        await File.WriteAllBytesAsync(Database, bytes);

        using (var next = Site())
        {
            Assert.Equal(HttpStatusCode.OK, (await next.GetAsync("/")).Status);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, (await next.GetAsync("/healthz/ready")).Status);
            await next.Log.LineWithAsync("The database is damaged");
        }

        Assert.Equal(bytes, await File.ReadAllBytesAsync(Database));
    }

    private SiteHost Site() => new SiteHost().With("Data:Root", _own["data"]);

    private static async Task AssertRefusedAsync(SiteHost site, Answer answer)
    {
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.Status);
        Assert.Contains("tel:", answer.Text, StringComparison.Ordinal);
        await Eventually.HoldsAsync(async () => (await site.GetAsync("/healthz/ready")).Status == HttpStatusCode.ServiceUnavailable, "the site is not ready");
    }
}
