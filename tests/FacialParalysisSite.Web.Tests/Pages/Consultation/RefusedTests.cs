using System.Net;
using FacialParalysisSite.Consultations.Alerting;
using FacialParalysisSite.Web.Tests.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace FacialParalysisSite.Web.Tests.Pages.Consultation;

/// <summary>Forms without a fault that cannot be taken all the same.</summary>
public sealed class RefusedTests
{
    [Fact]
    public async Task Send_MoreThanADayAllows_IsRefusedUntilTheNextDay()
    {
        using var site = new SiteHost().With("Limits:Requests", "2").With("Limits:RequestsADay", "3");
        using var visitor = new Visitor(site);
        foreach (var expected in new[] { HttpStatusCode.SeeOther, HttpStatusCode.SeeOther, HttpStatusCode.TooManyRequests })
        {
            Assert.Equal(expected, (await visitor.AskForConsultationAsync()).Status);
        }

        site.Clock.Now += TimeSpan.FromMinutes(10);
        Assert.Equal(HttpStatusCode.SeeOther, (await visitor.AskForConsultationAsync()).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await visitor.AskForConsultationAsync()).Status);

        site.Clock.Now += TimeSpan.FromHours(24);
        Assert.Equal(HttpStatusCode.SeeOther, (await visitor.AskForConsultationAsync()).Status);
    }

    [Fact]
    public async Task Send_MoreThanAClientMay_IsRefusedWithThePhoneAndTheTextKept()
    {
        using var site = new SiteHost();
        using var visitor = new Visitor(site).From("2001:db8:1:1::1");
        for (var request = 0; request < 60; request++)
        {
            Assert.Equal(HttpStatusCode.SeeOther, (await visitor.AskForConsultationAsync()).Status);
        }

        using var neighbour = new Visitor(site).From("2001:db8:1:1:ffff::2");
        var refused = await neighbour.AskForConsultationAsync(("message", "kept"));

        Assert.Equal((HttpStatusCode.TooManyRequests, "600"), (refused.Status, refused.Header("Retry-After")));
        Assert.NotNull(refused.Page.QuerySelector(".problem a[href^='tel:']"));
        Assert.Equal("kept", Visitor.FieldsOf(refused.Page)["message"]);
        using var elsewhere = new Visitor(site).From("2001:db8:1:2::1");
        Assert.Equal(HttpStatusCode.SeeOther, (await elsewhere.AskForConsultationAsync()).Status);
    }

    [Fact]
    public async Task Send_InAFlood_IsTakenFromEveryClientButFewFromEach()
    {
        using var site = new SiteHost().With("Limits:Flood", "8").With("Limits:InFlood", "2");
        for (var client = 1; client <= 4; client++)
        {
            using var program = new Visitor(site).From($"203.0.113.{client}");
            await program.AskForConsultationAsync();
            await program.AskForConsultationAsync();
        }

        using var visitor = new Visitor(site).From("198.51.100.1");
        Assert.Equal(HttpStatusCode.SeeOther, (await visitor.AskForConsultationAsync()).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await visitor.AskForConsultationAsync()).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await visitor.AskForConsultationAsync()).Status);
        site.Clock.Now += TimeSpan.FromMinutes(10);
        for (var request = 0; request < 5; request++)
        {
            Assert.Equal(HttpStatusCode.SeeOther, (await visitor.AskForConsultationAsync()).Status);
        }
    }

    [Fact]
    public async Task Send_WhereThereIsNoRoom_IsNotThankedForAndKeepsTheText()
    {
        using var site = new SiteHost().With("Limits:FreeMegabytes", "2000000000");
        using var visitor = new Visitor(site);

        AssertUnavailable(await visitor.AskForConsultationAsync(("message", "kept")));

        var ready = await site.GetAsync("/healthz/ready");
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "Unhealthy"), (ready.Status, ready.Text));
        await AssertNotedAsync(site, "the disk has ");
    }

    [Fact]
    public async Task Send_AsProgramsDoWhereHalfOfTheRoomIsTaken_IsRefusedUntilItIsSentAsPeopleDo()
    {
        using var site = new SiteHost().With("Limits:DatabaseMegabytes", "2");
        using var visitor = new Visitor(site);
        await visitor.OpenAsync();
        await using (var flood = await ConnectAsync(site))
        {
            await using var fill = flood.CreateCommand();
            fill.CommandText = "CREATE TABLE Flood (Text); INSERT INTO Flood VALUES (zeroblob(1200000)); PRAGMA wal_checkpoint(TRUNCATE)";
            await fill.ExecuteNonQueryAsync();
        }

        AssertUnavailable(await visitor.SendAsync(("name", "Ada"), ("phone", "12345"), ("agreed", "yes"), ("message", "kept")));
        await AssertNotedAsync(site, "the database holds 1 MB, more than 1 MB, which is all ");

        site.Clock.Now += TimeSpan.FromSeconds(10);
        Assert.Equal(HttpStatusCode.SeeOther, (await visitor.SendAsync()).Status);
    }

    [Fact]
    public async Task Send_TheSameAgainOrWhatCannotBeStored_DoesNotUseUpWhatAClientMaySend()
    {
        using var site = new SiteHost().With("Limits:Requests", "2");
        using var visitor = new Visitor(site);
        (string, string)[] typed = [("name", "Ada"), ("phone", "12345"), ("agreed", "yes")];
        await visitor.OpenAsync();
        for (var again = 0; again < 4; again++)
        {
            Assert.Equal(HttpStatusCode.SeeOther, (await visitor.SendAsync(typed)).Status);
        }

        await visitor.OpenAsync();
        await using (await HoldAsync(site))
        {
            AssertUnavailable(await visitor.SendAsync([.. typed, ("message", "kept")]));
        }

        Assert.Equal(HttpStatusCode.SeeOther, (await visitor.SendAsync()).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await visitor.AskForConsultationAsync()).Status);
        site.Clock.Now += TimeSpan.FromMinutes(10);
        Assert.Equal(HttpStatusCode.SeeOther, (await visitor.AskForConsultationAsync()).Status);
    }

    [Fact]
    public async Task Send_AfterARestartWithoutADatabase_IsNotThankedForAndKeepsTheText()
    {
        using var own = new TemporaryFolder();
        using var before = new SiteHost().With("Data:Root", own["data"]);
        using var visitor = new Visitor(before);
        var fields = Visitor.FieldsOf((await visitor.OpenAsync()).Page).With(("name", "Ada"), ("phone", "12345"), ("agreed", "yes"), ("message", "kept"));
        await before.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(own["data"], recursive: true);
        Directory.CreateDirectory(Path.Combine(own["data"], "site.db"));

        using var after = new SiteHost().With("Data:Root", own["data"]);
        using var next = new Visitor(after);

        AssertUnavailable(await next.SendFormAsync(fields));
        await AssertNotedAsync(after, "the keys that protect the form cannot be had");
    }

    [Fact]
    public async Task Send_FaultyForms_DoesNotUseUpWhatAClientMaySend()
    {
        using var site = new SiteHost().With("Limits:Requests", "1");
        using var visitor = new Visitor(site);
        await visitor.OpenAsync();
        for (var slip = 0; slip < 5; slip++)
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await visitor.SendAsync(("name", "Ada"), ("phone", "1"))).Status);
        }

        Assert.Equal(HttpStatusCode.SeeOther, (await visitor.SendAsync(("phone", "12345"), ("agreed", "yes"))).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await visitor.AskForConsultationAsync()).Status);
    }

    [Fact]
    public async Task Send_WhileTheDatabaseIsLocked_IsNotThankedForAndWorksAfterwards()
    {
        using var site = new SiteHost();
        using var visitor = new Visitor(site);
        await visitor.OpenAsync();
        await using (await HoldAsync(site))
        {
            AssertUnavailable(await visitor.SendAsync(("name", "Ada"), ("phone", "12345"), ("agreed", "yes"), ("message", "kept")));
        }

        Assert.Equal((1, "the database could not be written"), (RefusedOn(site).Count, RefusedOn(site).Why));
        Assert.Equal(HttpStatusCode.SeeOther, (await visitor.SendAsync()).Status);
    }

    [Fact]
    public async Task Start_WhereTheDatabaseCannotBeOpened_ServesPagesAndTakesRequestsOnceItCan()
    {
        using var site = new SiteHost();
        var obstacle = Path.Combine(site.Data, "site.db");
        Directory.CreateDirectory(obstacle);
        using var visitor = new Visitor(site);

        Assert.Equal(HttpStatusCode.OK, (await visitor.OpenAsync("/")).Status);
        var form = await visitor.OpenAsync();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, form.Status);
        Assert.NotNull(form.Page.QuerySelector(".problem a[href^='tel:']"));
        Assert.Null(form.Page.QuerySelector("form"));

        Directory.Delete(obstacle);
        await Eventually.HoldsAsync(async () => (await visitor.AskForConsultationAsync()).Status == HttpStatusCode.SeeOther, "requests are taken");
    }

    [Theory]
    [InlineData("website", "https://spam.example")]
    [InlineData("opened", "1894726800")]
    [InlineData("opened", "")]
    [InlineData("opened", "99999999999999999999")]
    public async Task Send_AsProgramsDo_IsTakenAndMarked(string field, string value)
    {
        using var site = new SiteHost().WithMailFolder();
        using var visitor = new Visitor(site);

        Assert.Equal(HttpStatusCode.SeeOther, (await visitor.AskForConsultationAsync((field, value))).Status);

        var mail = Assert.Single(await site.Mail.WaitForAsync(1));
        Assert.Contains("it may be spam", mail.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(-10)]
    public async Task Send_AsPeopleDo_IsNotMarkedThoughTheClockIsSetBack(int minutes)
    {
        using var site = new SiteHost().WithMailFolder();
        using var visitor = new Visitor(site);
        await visitor.OpenAsync();
        site.Clock.Now += TimeSpan.FromMinutes(minutes);

        await visitor.SendAsync(("name", "Ada"), ("phone", "12345"), ("agreed", "yes"));

        var mail = Assert.Single(await site.Mail.WaitForAsync(1));
        Assert.DoesNotContain("spam", mail.Text, StringComparison.Ordinal);
    }

    /// <summary>Locks the database as a program does that writes and does not come to an end.</summary>
    private static async Task<SqliteConnection> HoldAsync(SiteHost site)
    {
        var other = await ConnectAsync(site);
        await using var hold = other.CreateCommand();
        hold.CommandText = "BEGIN EXCLUSIVE";
        await hold.ExecuteNonQueryAsync();
        return other;
    }

    private static async Task<SqliteConnection> ConnectAsync(SiteHost site)
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(site.Data, "site.db")};Pooling=False");
        await connection.OpenAsync();
        return connection;
    }

    private static RecentRefusals RefusedOn(SiteHost site) => site.Services.GetRequiredService<Refusals>().Find()!;

    /// <summary>Whoever runs the site can know that somebody was sent away, and why.</summary>
    private static async Task AssertNotedAsync(SiteHost site, string why)
    {
        await site.Log.LineWithAsync("FATL", "A person was asked to call: " + why);
        Assert.StartsWith(why, RefusedOn(site).Why, StringComparison.Ordinal);
    }

    private static void AssertUnavailable(Answer answer)
    {
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.Status);
        Assert.StartsWith("Error: ", answer.Page.Title, StringComparison.Ordinal);
        var problem = answer.Page.QuerySelector(".problem")!;
        Assert.Contains("the clinic does not have it", problem.TextContent, StringComparison.Ordinal);
        Assert.NotNull(problem.QuerySelector("a[href^='tel:']"));
        Assert.DoesNotContain("Thank you", answer.Text, StringComparison.Ordinal);
        Assert.Equal("kept", Visitor.FieldsOf(answer.Page)["message"]);
    }
}
