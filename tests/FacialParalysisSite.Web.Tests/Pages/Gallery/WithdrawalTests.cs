using System.Net;
using FacialParalysisSite.Web.Tests.Hosting;

namespace FacialParalysisSite.Web.Tests.Pages.Gallery;

/// <summary>A patient takes a permission back, or it ends.</summary>
public sealed class WithdrawalTests : IDisposable
{
    private const string Address = "/gallery/jane-public";

    private const string File = "gallery/jane-public.md";

    private readonly SiteHost _site = new();

    public WithdrawalTests() => _site.Content.WriteCase("jane-public", SampleContent.Permission).WriteCase("drawing");

    public static TheoryData<string> Edits => ["withdrawn", "deleted", "faulty", "withdrawn and faulty", "not readable"];

    public void Dispose() => _site.Dispose();

    [Theory]
    [MemberData(nameof(Edits))]
    public async Task Case_OnceItsPermissionIsGone_IsGoneFromEverySurface(string edit)
    {
        Assert.Equal(HttpStatusCode.OK, (await _site.GetAsync(Address)).Status);

        Make(edit);

        await Eventually.HoldsAsync(async () => (await _site.GetAsync(Address)).Status == HttpStatusCode.Gone, "the case is gone");
        Assert.DoesNotContain("jane-public", (await _site.GetAsync("/gallery")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("jane-public", (await _site.GetAsync("/sitemap.xml")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await _site.GetAsync("/gallery/drawing")).Status);
        await Eventually.HoldsAsync(() => Task.FromResult(_site.Log.Text.Contains("The content is up to date", StringComparison.Ordinal)), "the log has it");
        Assert.DoesNotContain("jane-public", _site.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Case_WhenItsPermissionEnds_IsGoneAtOnceFromEverySurface()
    {
        Assert.Equal(HttpStatusCode.OK, (await _site.GetAsync(Address)).Status);

        _site.Clock.Now = SampleContent.PermissionEndsAt;

        Assert.Equal(HttpStatusCode.Gone, (await _site.GetAsync(Address)).Status);
        foreach (var surface in new[] { "/", "/gallery", "/gallery/care/exercises-at-home", "/articles/exercises-at-home", "/search?q=title+of+jane-public", "/sitemap.xml", "/feed.xml", "/feed.json" })
        {
            var answer = await _site.GetAsync(surface);
            Assert.Equal((surface, HttpStatusCode.OK), (surface, answer.Status));
            Assert.DoesNotContain("/gallery/jane-public", answer.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Case_InAFolderThatIsAway_IsGoneWithinAMinute()
    {
        Assert.Equal(HttpStatusCode.OK, (await _site.GetAsync(Address)).Status);

        Directory.Move(_site.Content.Root, _site.Content.Root + "-away");
        _site.Clock.Pass(TimeSpan.FromSeconds(60));

        await Eventually.HoldsAsync(async () => (await _site.GetAsync(Address)).Status == HttpStatusCode.Gone, "the case is gone");
        Assert.Equal(HttpStatusCode.OK, (await _site.GetAsync("/gallery/drawing")).Status);
        Assert.Equal(HttpStatusCode.OK, (await _site.GetAsync(SampleContent.Full)).Status);
    }

    private void Make(string edit)
    {
        switch (edit)
        {
            case "withdrawn":
                _site.Content.Replace(File, "  scope: [web]", "  scope: [web]\n  withdrawn: 2030-01-15");
                break;
            case "withdrawn and faulty":
                _site.Content.Replace(File, "  scope: [web]", "  scope: [web]\n  withdrawn: 2030-01-15").Replace(File, "title:", "titel:");
                break;
            case "faulty":
                _site.Content.Replace(File, "kind: patient", "kind: [patient");
                break;
            case "not readable":
                _site.Content.Write(File, [0xFF, 0xFE]);
                break;
            default:
                System.IO.File.Delete(_site.Content.PathOf(File));
                break;
        }
    }
}
