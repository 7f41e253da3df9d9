using System.Net;
using FacialParalysisSite.Content.Tests.Files;
using FacialParalysisSite.Content.Tests.Pictures;
using FacialParalysisSite.Web.Tests.Hosting;

namespace FacialParalysisSite.Web.Tests.Pages.Gallery;

/// <summary>A patient's pictures as a browser gets them, and as it gets them once the permission is withdrawn.</summary>
public sealed class ServedPictureTests : IDisposable
{
    private readonly TemporaryFolder _own = new();

    private static readonly string[] Originals =
    [
        "/pictures/patients/jane-public-before.png", "/images/patients/jane-public-before.png", "/content/images/patients/jane-public-before.png", "/pictures/patients/jane-public-before",
        "/pictures/gallery/../patients/jane-public-before.png", "/pictures/Patients/jane-public-before.png", "/gallery/jane-public-before.png",
    ];

    public void Dispose() => _own.Dispose();

    [VipsFact]
    public async Task Pictures_OfAPatient_ArePrivateAndGoneOncePermissionIs()
    {
        using var site = new SiteHost().With("Pictures:Program", await WriteProgramAsync());
        site.Content.WriteCase("jane-public", SampleContent.Permission).WriteCase("drawing");
        var shown = await ShownAsync(site, "/gallery/jane-public");
        var drawn = await ShownAsync(site, "/gallery/drawing");
        Assert.Equal(6, shown.Count);
        Assert.All(drawn, address => Assert.StartsWith("/pictures/gallery/drawing-", address, StringComparison.Ordinal));
        var tags = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var address in shown)
        {
            Assert.DoesNotContain("jane", address, StringComparison.Ordinal);
            var answer = await site.GetAsync(address);
            Assert.Equal((HttpStatusCode.OK, "private, no-cache", "noindex"), (answer.Status, answer.Header("Cache-Control"), answer.Header("X-Robots-Tag")));
            Assert.StartsWith("image/", answer.Header("Content-Type"), StringComparison.Ordinal);
            Assert.Equal("same-origin", answer.Header("Cross-Origin-Resource-Policy"));
            tags[address] = answer.Header("ETag")!;
            Assert.Equal(HttpStatusCode.NotModified, (await site.GetAsync(address, ("If-None-Match", tags[address]))).Status);
        }

        foreach (var original in Originals)
        {
            Assert.Contains((await site.GetAsync(original)).Status, new[] { HttpStatusCode.NotFound, HttpStatusCode.Gone, HttpStatusCode.MovedPermanently });
        }

        // Nobody but the worker that purges can delete anything while the other one waits for a program that stands still.
        await File.WriteAllTextAsync(_own["stop"], "");
        site.Content.Write("images/another.png", TestPng.Of("another", 8, 8)).WriteArticle("with-another", "image: another.png\nimageAlt: \"Another\"");
        await NamedPipe.ReadAsync(_own["standing"]);

        site.Content.Replace("gallery/jane-public.md", "  scope: [web]", "  scope: [web]\n  withdrawn: 2030-01-15");

        await Eventually.HoldsAsync(async () => (await site.GetAsync(shown[0])).Status == HttpStatusCode.Gone, "the picture is gone");
        foreach (var address in shown)
        {
            var answer = await site.GetAsync(address, ("If-None-Match", tags[address]));
            Assert.Equal((HttpStatusCode.Gone, "no-store"), (answer.Status, answer.Header("Cache-Control")));
            Assert.Equal(HttpStatusCode.Gone, (await site.SendAsync(HttpMethod.Head, address)).Status);
        }

        var folder = Path.Combine(site.Data, "images", "patients");
        await Eventually.HoldsAsync(() => Directory.GetFileSystemEntries(folder).Length == 0, "every file is deleted");
        await site.Log.LineWithAsync("Pictures of patients that are not shown any more were deleted");
        Assert.Equal(HttpStatusCode.OK, (await site.GetAsync(drawn[0])).Status);
        Assert.DoesNotContain("jane", site.Log.Text, StringComparison.Ordinal);
    }

    [VipsFact]
    public async Task Pictures_OfAPatient_AreGoneInEverySizeWhenThePermissionEnds()
    {
        using var site = new SiteHost().With("Pictures:Program", "vipsthumbnail");
        site.Content.WriteCase("jane-public", SampleContent.Permission);
        var shown = await ShownAsync(site, "/gallery/jane-public");

        site.Clock.Now = SampleContent.PermissionEndsAt;

        foreach (var address in shown)
        {
            Assert.Equal(HttpStatusCode.Gone, (await site.GetAsync(address)).Status);
        }

        var folder = Path.Combine(site.Data, "images", "patients");
        await Eventually.HoldsAsync(() => Directory.GetFileSystemEntries(folder).Length == 0, "every file is deleted");
    }

    /// <summary>Its last good version stays up, but not with what it says of the patient.</summary>
    [Fact]
    public async Task Article_WhosePictureBecameAPatients_HasNoWordsOfIt()
    {
        using var site = new SiteHost();
        var face = TestPng.Of("face");
        site.Content.Write("images/face.png", face).WriteArticle("with-a-face", "image: face.png\nimageAlt: \"Jane smiles\"");
        Assert.Contains("Jane", (await site.GetAsync("/articles/with-a-face")).Text, StringComparison.Ordinal);

        site.Content.Write("images/patients/face.png", face);

        await Eventually.HoldsAsync(async () => await site.GetAsync("/articles/with-a-face") is { Status: HttpStatusCode.OK } page && !page.Text.Contains("Jane", StringComparison.Ordinal), "nothing is said of the face");
    }

    /// <summary>The real program, which stands still from a word on, and says so.</summary>
    private async Task<string> WriteProgramAsync()
    {
        NamedPipe.Make(_own["standing"]);
        var program = _own["program"];
        await File.WriteAllTextAsync(program, $"#!/bin/sh\nif [ -e '{_own["stop"]}' ]; then echo > '{_own["standing"]}'; exec sleep 600; fi\nexec vipsthumbnail \"$@\"\n");
        Assert.Equal(0, await SiteProgram.RunToolAsync("chmod", "+x", program));
        return program;
    }

    /// <summary>Every address of the pictures of a page, once they have been made.</summary>
    private static async Task<IReadOnlyList<string>> ShownAsync(SiteHost site, string address)
    {
        IReadOnlyList<string> shown = [];
        await Eventually.HoldsAsync(async () =>
        {
            var page = (await site.GetAsync(address)).Page;
            shown = page.QuerySelectorAll("main [srcset]").SelectMany(part => part.GetAttribute("srcset")!.Split(", ")).Select(choice => choice.Split(' ')[0]).Distinct().ToList();
            return page.QuerySelectorAll("main .picture").Length == 0 && shown.Count > 0;
        }, $"the pictures of {address} are made");
        return shown;
    }
}
