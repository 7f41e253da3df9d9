using System.Net;
using FacialParalysisSite.Web.Tests.Hosting;
using Microsoft.Data.Sqlite;

namespace FacialParalysisSite.Web.Tests.Health;

/// <summary>What probes are told, whatever state the site is in.</summary>
public sealed class HealthTests
{
    private const string Live = "/healthz/live";
    private const string Ready = "/healthz/ready";

    [Theory]
    [InlineData(Live)]
    [InlineData(Ready)]
    public async Task Ask_AHealthySite_AnswersOneWordThatNobodyKeeps(string address)
    {
        using var site = new SiteHost();

        var answer = await site.GetAsync(address);

        Assert.Equal((HttpStatusCode.OK, "Healthy"), (answer.Status, answer.Text));
        Assert.Equal("text/plain", answer.Header("Content-Type"));
        Assert.Contains("no-store", answer.Header("Cache-Control"), StringComparison.Ordinal);
        Assert.Null(answer.Header("Set-Cookie"));
    }

    [Theory]
    [InlineData(Live)]
    [InlineData(Ready)]
    public async Task Ask_ByHeadOnTheNetwork_AnswersWithoutTheWord(string address)
    {
        using var site = new SiteHost();
        var server = site.StartOnNetwork();

        var answer = await RawRequest.SendAsync(server, $"HEAD {address}");

        Assert.Equal((HttpStatusCode.OK, 0), (answer.Status, answer.Bytes.Length));
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("127.0.0.1")]
    [InlineData("[::1]")]
    public async Task Ask_AnHttpsSiteFromTheMachineItself_IsNotRedirected(string host)
    {
        using var site = new SiteHost().With("Site:BaseUrl", SiteHost.SecureBase);

        Assert.Equal((HttpStatusCode.OK, "Healthy"), StateOf(await site.GetAsync($"http://{host}{Live}")));
        Assert.Equal((HttpStatusCode.OK, "Healthy"), StateOf(await site.GetAsync($"http://{host}{Ready}")));
    }

    [Fact]
    public async Task Ask_ByOtherMethodsOrForOtherChecks_IsRefused()
    {
        using var site = new SiteHost();

        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await site.SendAsync(HttpMethod.Post, Ready)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync("/healthz/x")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync("/healthz")).Status);
    }

    [Fact]
    public async Task Ask_WhereTheDatabaseCannotBeOpened_IsUnhealthyUntilItCan()
    {
        using var site = new SiteHost();
        var obstacle = Path.Combine(site.Data, "site.db");
        Directory.CreateDirectory(obstacle);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "Unhealthy"), StateOf(await site.GetAsync(Ready)));
        await AssertReadableAsync(site);

        Directory.Delete(obstacle);
        await BecomesAsync(site, HttpStatusCode.OK, "Healthy");
    }

    /// <summary>Copies of patients' pictures that were deleted are no longer known.</summary>
    [Fact]
    public async Task Ask_WherePatientsKeysCannotBeRead_IsDegradedAndTheLogSaysIt()
    {
        using var site = new SiteHost();
        Directory.CreateDirectory(Path.Combine(site.Data, "images", "patients.keys"));

        Assert.Equal((HttpStatusCode.OK, "Degraded"), StateOf(await site.GetAsync(Ready)));
        await site.Log.LineWithAsync("patients.keys");
    }

    [Fact]
    public async Task Ask_WhileTheDatabaseIsLocked_IsUnhealthyUntilItIsFree()
    {
        using var site = new SiteHost();
        Assert.Equal(HttpStatusCode.OK, (await site.GetAsync("/")).Status);
        await using (var other = await LockAsync(site))
        {
            var answer = await site.GetAsync(Ready);

            Assert.Equal((HttpStatusCode.ServiceUnavailable, "Unhealthy"), StateOf(answer));
            Assert.Equal("text/plain", answer.Header("Content-Type"));
            Assert.Contains("no-store", answer.Header("Cache-Control"), StringComparison.Ordinal);
            await AssertReadableAsync(site);
        }

        await BecomesAsync(site, HttpStatusCode.OK, "Healthy");
    }

    [Fact]
    public async Task Ask_WithAFaultyArticle_IsDegradedUntilItIsMended()
    {
        using var site = new SiteHost();
        site.Content.WriteArticle("broken", "colour: red");

        Assert.Equal((HttpStatusCode.OK, "Degraded"), StateOf(await site.GetAsync(Ready)));
        await AssertReadableAsync(site);

        File.Delete(site.Content.PathOf("articles/broken.md"));
        await BecomesAsync(site, HttpStatusCode.OK, "Healthy");
    }

    [Theory]
    [InlineData("away")]
    [InlineData("empty")]
    [InlineData("a link to itself")]
    public async Task Ask_WhileTheContentFolderIsAway_IsDegradedUntilItIsBack(string state)
    {
        using var site = new SiteHost();
        await site.IsHealthyAsync();
        var (root, elsewhere) = (site.Content.Root, site.Content.Root + "-elsewhere");
        Directory.Move(root, elsewhere);
        var inPlace = state switch
        {
            "empty" => Directory.CreateDirectory(root),
            "a link to itself" => File.CreateSymbolicLink(root, root),
            _ => null,
        };

        await BecomesAsync(site, HttpStatusCode.OK, "Degraded");
        await AssertReadableAsync(site);

        inPlace?.Delete();
        Directory.Move(elsewhere, root);
        await BecomesAsync(site, HttpStatusCode.OK, "Healthy");
        Assert.Single(site.Log.Lines, line => line.EndsWith(" EROR The content folder is at fault as a whole, and what is up stays up: it is empty or away", StringComparison.Ordinal));
        Assert.Single(site.Log.Lines, line => line.EndsWith(" INFO The content folder is taken over again", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Ask_WithALateMail_IsDegradedUntilItIsSent()
    {
        var postOffice = new PostOffice();
        using var site = new SiteHost().WithServices(postOffice.ReplaceSender);
        using var visitor = new Visitor(site);
        await visitor.AskForConsultationAsync();
        site.Clock.Now += TimeSpan.FromMinutes(15);
        Assert.Equal((HttpStatusCode.OK, "Healthy"), StateOf(await site.GetAsync(Ready)));

        site.Clock.Now += TimeSpan.FromSeconds(1);
        await BecomesAsync(site, HttpStatusCode.OK, "Degraded");
        await AssertReadableAsync(site);

        postOffice.IsOpen = true;
        site.Clock.Now += TimeSpan.FromHours(1);
        await BecomesAsync(site, HttpStatusCode.OK, "Healthy");
    }

    private static (HttpStatusCode Status, string Word) StateOf(Answer answer) => (answer.Status, answer.Text);

    private static Task BecomesAsync(SiteHost site, HttpStatusCode status, string word) => Eventually.HoldsAsync(
        async () => StateOf(await site.GetAsync(Ready)) == (status, word), $"the site is {word}", () => site.Log.Text);

    /// <summary>Whatever is unwell, the program lives and patients can read.</summary>
    private static async Task AssertReadableAsync(SiteHost site)
    {
        Assert.Equal((HttpStatusCode.OK, "Healthy"), StateOf(await site.GetAsync(Live)));
        Assert.Equal(HttpStatusCode.OK, (await site.GetAsync(SampleContent.Full)).Status);
    }

    private static async Task<SqliteConnection> LockAsync(SiteHost site)
    {
        var other = new SqliteConnection($"Data Source={Path.Combine(site.Data, "site.db")};Pooling=False");
        await other.OpenAsync();
        await using var hold = other.CreateCommand();
        hold.CommandText = "BEGIN IMMEDIATE";
        await hold.ExecuteNonQueryAsync();
        return other;
    }
}
