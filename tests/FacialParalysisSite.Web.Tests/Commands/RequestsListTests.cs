using FacialParalysisSite.Consultations.Mail;
using FacialParalysisSite.Web.Tests.Hosting;

namespace FacialParalysisSite.Web.Tests.Commands;

public sealed class RequestsListTests : RequestsTests
{
    [Fact]
    public async Task List_WithoutADatabase_SaysSoAndMakesNone()
    {
        var ended = await RunAsync("list");

        Assert.Equal((1, ""), (ended.ExitCode, ended.Output));
        Assert.StartsWith($"There is nothing to list: there is no database {DataRoot}/site.db.", ended.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(DataRoot));
    }

    [Fact]
    public async Task List_RequestsInEveryState_TellsHowFarTheyHaveComeAndNothingThatPatientsWrote()
    {
        var store = Store();
        var submission = Guid.NewGuid();
        var sent = await store.AcceptAsync(form => (form.Name, form.Email, form.Message) = (Planted, Planted + "@example.org", Planted), submission: submission);
        await store.DeliverAllAsync(MailOutcome.Sent);
        Pass(minutes: 1);
        var abandoned = await store.AcceptAsync(isSuspected: true);
        await store.GiveUpAsync();
        Pass(minutes: 1);
        var beingSent = await store.AcceptAsync();
        await store.Queue.ClaimAsync(CancellationToken.None);
        Pass(minutes: 1);
        await store.AcceptAsync(form => form.Name = Planted, submission: submission);
        await store.DeliverAllAsync(new MailOutcome(MailResult.Failed, "451"));

        var ended = await RunAsync("list");

        Assert.Equal((0, ""), (ended.ExitCode, ended.Error));
        Assert.DoesNotContain(Planted, ended.Output, StringComparison.Ordinal);
        Assert.Equal(
            [
                $"{beingSent}  received 2030-01-15 09:02:00 -08:00", "    mail to the clinic: being sent, try 1",
                $"{abandoned}  received 2030-01-15 09:01:00 -08:00, may be spam", "    mail to the clinic: given up after 1 try",
            ],
            ended.Output.Split('\n')[..4]);
        Assert.Contains(
            $"{sent}  received 2030-01-15 09:00:00 -08:00, corrected 2030-01-15 09:03:00 -08:00\n"
            + "    mail to the clinic: sent 2030-01-15 09:00:00 -08:00\n    receipt: sent",
            ended.Output, StringComparison.Ordinal);
        Assert.Contains("    mail to the clinic (corrected): waiting, tried once, next try 2030-01-15 09:04:", ended.Output, StringComparison.Ordinal);
        Assert.EndsWith("\n3 requests.\n", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_Waiting_LeavesOutWhatTheClinicHasGot()
    {
        var store = Store();
        var sent = await store.AcceptAsync();
        await store.DeliverAllAsync(MailOutcome.Sent);

        Assert.Equal("No request waits: every mail to the clinic has been sent.\n", (await RunAsync("list", "--waiting")).Output);

        var waiting = await store.AcceptAsync();
        var ended = await RunAsync("list", "--waiting");
        Assert.StartsWith($"{waiting}  received", ended.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(sent.Code, ended.Output, StringComparison.Ordinal);
        Assert.EndsWith("\n1 request with a mail to the clinic that has not been sent.\n", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_MoreThanTheLimit_ShowsTheNewestAndSaysSo()
    {
        var store = Store();
        await store.AcceptAsync();
        Pass(minutes: 1);
        var newest = await store.AcceptAsync();

        var ended = await RunAsync("list", "--limit", "1");

        Assert.StartsWith(newest.Code, ended.Output, StringComparison.Ordinal);
        Assert.EndsWith("\nThe newest 1 of 2 requests. --limit 2 lists all.\n", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_WithTheFolderAsAnArgument_LooksThere()
    {
        var reference = await Store().AcceptAsync();

        var ended = await SiteProgram.RunAsync(["requests", "list", $"--Data:Root={DataRoot}", "--Content:TimeZone=Asia/Tokyo"]);

        Assert.StartsWith($"{reference}  received 2030-01-16 02:00:00 +09:00", ended.Output, StringComparison.Ordinal);
    }
}
