using System.Text.Json;
using FacialParalysisSite.Consultations.Mail;
using FacialParalysisSite.Consultations.Tests.Storage;
using FacialParalysisSite.Web.Tests.Hosting;

namespace FacialParalysisSite.Web.Tests.Commands;

public sealed class RequestsPurgeTests : RequestsTests
{
    [Fact]
    public async Task Purge_ADeliveredRequest_LeavesNothingOfItInAnyFileAndALineThatSaysSo()
    {
        var store = Store();
        var reference = await store.AcceptAsync(form => form.Name = Planted);
        await store.DeliverAllAsync(MailOutcome.Sent);

        Assert.StartsWith("Nothing was done.", (await RunAsync("purge", reference.Code)).Error, StringComparison.Ordinal);
        Assert.NotEmpty(PlantedText.FilesWith(DataRoot, Planted));
        var ended = await RunAsync("purge", reference.Code, "--yes");

        Assert.Equal(new Ended(0, $"{reference}: everything that was written is wiped from the database. Backups and the clinic's mailbox still have it.\n", ""), ended);
        Assert.Equal([], PlantedText.FilesWith(DataRoot, Planted));
        var shown = (await RunAsync("show", reference.Code)).Output;
        Assert.Matches("(?m)^    what the patient wrote was wiped [0-9-]+ [0-9:]+ [+-][0-9:]+$", shown);
        Assert.Matches("(?m)^    audit: purged by an operator [0-9-]+ [0-9:]+ [+-][0-9:]+$", shown);
        Assert.Matches($"^{reference}: what was written was wiped on [0-9-]+ [0-9:]+ [+-][0-9:]+; there is nothing left to send.\n$", (await RunAsync("resend", reference.Code)).Error);
    }

    [Fact]
    public async Task Purge_AnUndeliveredRequest_NeedsToBeSaidTwice()
    {
        var reference = await Store().AcceptAsync(form => form.Name = Planted);

        Assert.StartsWith($"{reference}: the clinic has not got it yet.", (await RunAsync("purge", reference.Code, "--yes")).Error, StringComparison.Ordinal);
        Assert.Equal(0, (await RunAsync("purge", reference.Code, "--yes", "--undelivered")).ExitCode);

        Assert.Equal([], PlantedText.FilesWith(DataRoot, Planted));
        Assert.StartsWith("No request waits", (await RunAsync("list", "--waiting")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_ARequest_WritesAFileForItsOwnerAloneAndALineThatSaysSo()
    {
        var reference = await Store().AcceptAsync(form => form.Name = "Zoë " + Planted);
        var file = Path.Combine(DataRoot, "export.json");

        var ended = await RunAsync("export", reference.Code, file);

        Assert.Equal(new Ended(0, $"{file} has everything that is kept of {reference}, and only its owner may read it.\n", ""), ended);
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(file) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(file));
        Assert.Equal("Zoë " + Planted, json.RootElement.GetProperty("written").GetProperty("name").GetString());
        Assert.Contains("    audit: exported ", (await RunAsync("list")).Output, StringComparison.Ordinal);
        Assert.StartsWith($"{file} is there already.", (await RunAsync("export", reference.Code, file)).Error, StringComparison.Ordinal);
        Assert.Contains("Zoë " + Planted, (await RunAsync("export", reference.Code)).Output, StringComparison.Ordinal);
    }
}
