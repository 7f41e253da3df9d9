using System.Net;
using FacialParalysisSite.Web.Tests.Hosting;

namespace FacialParalysisSite.Web.Tests.Pictures;

/// <summary>What a site does with an original that has no small pictures yet.</summary>
public sealed class PictureWorkerTests
{
    [Fact]
    public async Task Site_WithoutTheProgram_ShowsWordsInTheSamePlaceAndSaysSoOnce()
    {
        using var site = Site("no-such-program-anywhere");

        var page = (await site.GetAsync(SampleContent.Full)).Page;
        var line = await site.Log.LineWithAsync("The program that makes pictures small is missing");

        Assert.Contains("WARN", line, StringComparison.Ordinal);
        Assert.Equal("A drawing of the facial nerve", page.QuerySelector("main .picture.article__picture[role=img]")!.GetAttribute("aria-label"));
        Assert.Empty(page.QuerySelectorAll("main img"));
        Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync(SampleContent.Picture)).Status);
        Assert.DoesNotContain("/pictures/", (await site.GetAsync("/feed.json")).Text, StringComparison.Ordinal);
        var health = await site.GetAsync("/healthz/ready");
        Assert.Equal((HttpStatusCode.OK, "Degraded"), (health.Status, health.Text));
        Assert.Single(site.Log.Lines, other => other.Contains("The program that makes pictures small", StringComparison.Ordinal));
    }

    [VipsFact]
    public async Task Site_WithAPictureOfACamera_SendsItSmallAndWithoutWhatTheCameraWrote()
    {
        using var site = Site("vipsthumbnail");

        // A comment with a place, as cameras and programs write it.
        var original = await File.ReadAllBytesAsync(Path.Combine(Repository.Folder, "tests", "FacialParalysisSite.Content.Tests", "Fixtures", "Pictures", "halves.jpg"));
        site.Content.Write("images/face.jpg", [.. original[..2], 0xFF, 0xFE, 0, 13, .. "SECRETPLACE"u8, .. original[2..]])
            .WriteArticle("with-a-face", "image: face.jpg\nimageAlt: \"A face\"", body: "![Another](../images/face.jpg)");

        await Eventually.HoldsAsync(async () => (await site.GetAsync("/articles/with-a-face")).Page.QuerySelectorAll("main picture").Length == 2, "the pictures are made", () => site.Log.Text);

        var page = (await site.GetAsync("/articles/with-a-face")).Page;
        var addresses = page.QuerySelectorAll("main picture *").SelectMany(element => element.GetAttribute("srcset")!.Split(", ")).Select(size => size.Split(' ')[0]).Distinct(StringComparer.Ordinal).ToList();
        Assert.Equal(3, addresses.Count);
        foreach (var address in addresses)
        {
            var answer = await site.GetAsync(address);
            Assert.Equal(HttpStatusCode.OK, answer.Status);
            Assert.DoesNotContain("SECRET", System.Text.Encoding.Latin1.GetString(answer.Bytes), StringComparison.Ordinal);
        }

        var (first, second) = (page.QuerySelector(".article__head img")!, page.QuerySelector(".prose img")!);
        Assert.Equal((null, "lazy"), (first.GetAttribute("loading"), second.GetAttribute("loading")));
        Assert.All([first, second], image => Assert.Equal(("24", "16"), (image.GetAttribute("width"), image.GetAttribute("height"))));
        await site.IsHealthyAsync();
    }

    /// <summary>The sample site, for which nothing has been made yet.</summary>
    private static SiteHost Site(string program)
    {
        var site = new SiteHost().With("Pictures:Program", program);
        Directory.Delete(Path.Combine(site.Data, "images"), recursive: true);
        return site;
    }
}
