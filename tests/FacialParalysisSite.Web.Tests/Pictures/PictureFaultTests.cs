using System.Globalization;
using System.Net;
using FacialParalysisSite.Web.Tests.Faults;
using FacialParalysisSite.Web.Tests.Hosting;

namespace FacialParalysisSite.Web.Tests.Pictures;

/// <summary>The program is killed, or the disk is full, while pictures are being made.</summary>
public sealed class PictureFaultTests : IDisposable
{
    private readonly TemporaryFolder _own = new();

    public void Dispose() => _own.Dispose();

    [VipsFact]
    public async Task Kill_WhilePicturesAreMade_LeavesNothingHalfMadeAndMakesThemAtTheNextStart()
    {
        SampleContent.In(_own["content"]);
        var images = _own["data/images"];

        // It stands still at the first WebP, when all AVIFs are there.
        var slow = _own["slow"];
        await File.WriteAllTextAsync(slow, $"#!/bin/sh\ncase \"$*\" in *.webp*) echo $$ > '{_own["pid"]}'; exec sleep 600;; esac\nexec vipsthumbnail \"$@\"\n");
        Assert.Equal(0, await SiteProgram.RunToolAsync("chmod", "+x", slow));
        using (var site = await RunningSite.StartAsync(Settings(slow)))
        {
            await Eventually.HoldsAsync(() => File.Exists(_own["pid"]) && File.ReadAllText(_own["pid"]).EndsWith('\n'), "the program makes a picture");
            site.Kill();
        }

        Assert.Equal(0, await SiteProgram.RunToolAsync("kill", "-9", (await File.ReadAllTextAsync(_own["pid"])).Trim()));
        var half = Assert.Single(Directory.GetDirectories(images));
        Assert.NotEmpty(Directory.GetFiles(half, "*.avif"));
        Assert.Empty(Directory.GetFiles(half, "*.jpg"));

        using var next = await RunningSite.StartAsync(Settings("vipsthumbnail"));

        await Eventually.HoldsAsync(() => Directory.GetDirectories(images) is [var whole] && whole != half && Directory.GetFiles(whole).Length == 3, "the picture is whole");
    }

    [RootFact("mount", "umount")]
    public async Task Fill_TheDiskOfPictures_LeavesPagesUpAndMakesThemWhenThereIsRoom()
    {
        using var site = new SiteHost().With("Pictures:Program", "/bin/true");
        var images = Path.Combine(site.Data, "images");
        var size = 64 * 1024;
        Assert.Equal(0, await SiteProgram.RunToolAsync("mount", "-t", "tmpfs", "-o", string.Create(CultureInfo.InvariantCulture, $"size={size}"), "tmpfs", images));
        try
        {
            await File.WriteAllBytesAsync(Path.Combine(images, "filler"), new byte[size]);

            Assert.Equal(HttpStatusCode.OK, (await site.GetAsync(SampleContent.Full)).Status);
            await site.Log.LineWithAsync("The folder of small pictures below Data:Root cannot be written or has no room");
            Assert.Single((await site.GetAsync(SampleContent.Full)).Page.QuerySelectorAll("main .picture"));
            Assert.Equal("Degraded", (await site.GetAsync("/healthz/ready")).Text);
        }
        finally
        {
            Assert.Equal(0, await SiteProgram.RunToolAsync("umount", "-l", images));
        }

        // Below it lie the sample's pictures: the folder is as if it had been made free.
        site.Content.WriteArticle("an-edit");
        await Eventually.HoldsAsync(async () =>
        {
            site.Clock.Pass(TimeSpan.FromMinutes(2));
            return (await site.GetAsync(SampleContent.Full)).Page.QuerySelectorAll("main picture").Length == 1;
        }, "the pictures are there again", () => site.Log.Text);
        await site.Log.LineWithAsync("Pictures are made again");
    }

    private (string Name, string Value)[] Settings(string program) =>
        [.. SiteProgram.Production(_own["data"]).Where(setting => setting.Name != "Pictures__Program"), ("Pictures__Program", program), ("Content__Root", _own["content"])];
}
