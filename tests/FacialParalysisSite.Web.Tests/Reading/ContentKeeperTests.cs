using FacialParalysisSite.Content.Library;
using FacialParalysisSite.Web.Reading;
using FacialParalysisSite.Web.Settings;
using FacialParalysisSite.Web.Starting;
using FacialParalysisSite.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FacialParalysisSite.Web.Tests.Reading;

public sealed class ContentKeeperTests
{
    [Fact]
    public async Task Restart_WithAFaultyArticleAndClinic_ServesEveryPageAsBefore()
    {
        using var own = new TemporaryFolder();
        var content = SampleContent.In(own["content"]);
        Dictionary<string, string> before;
        using (var site = SiteOn(own))
        {
            before = await AllAsync(site);
            await Eventually.HoldsAsync(() => File.Exists(Path.Combine(own["data"], "content", "clinic.yml"))
                && File.Exists(Path.Combine(own["data"], "content", "articles", "relaxing-tight-muscles.md")), "both files are kept");
        }

        content.Replace("articles/relaxing-tight-muscles.md", "summary:", "sumary:").Write("clinic.yml", [0xFF, 0xFE, 0xFD]);
        using var again = SiteOn(own);

        Assert.Equal(before, await AllAsync(again));
        await again.Log.LineWithAsync("EROR", "content/clinic.yml(1,1): error FP0002");
        await again.Log.LineWithAsync("EROR", "content/articles/relaxing-tight-muscles.md(3,1): error FP0103");
        Assert.Equal("Degraded", (await again.GetAsync("/healthz/ready")).Text);
    }

    [Fact]
    public void Keep_WhileTheStoreCannotBeMade_IsLoggedOnceAndOnceWhenItCan()
    {
        using var site = new SiteHost().WithServices(services => services.Remove(services.Single(service => service.ImplementationType == typeof(ContentKeeper))));
        Directory.CreateDirectory(site.Data);
        var store = Path.Combine(site.Data, "content");
        File.WriteAllText(store, "in the way");
        using var keeper = new ContentKeeper(site.Services.GetRequiredService<QuietStart>(), site.Services.GetRequiredService<ContentLibrary>(), site.Services.GetRequiredService<IOptions<DataOptions>>(),
            site.Services.GetRequiredService<ILogger<ContentKeeper>>());

        Assert.False(keeper.Keep(CancellationToken.None));
        Assert.False(keeper.Keep(CancellationToken.None));
        File.Delete(store);
        Assert.True(keeper.Keep(CancellationToken.None));
        Assert.True(keeper.Keep(CancellationToken.None));

        var lines = site.Log.Lines.Where(line => line.Contains("The last good versions", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, lines.Count);
        Assert.Contains($" WARN The last good versions of the content cannot all be kept in {store}", lines[0], StringComparison.Ordinal);
        Assert.EndsWith(" INFO The last good versions of the content are kept again", lines[1], StringComparison.Ordinal);
    }

    private static SiteHost SiteOn(TemporaryFolder own) => new SiteHost().With("Content:Root", own["content"]).With("Data:Root", own["data"]);

    private static async Task<Dictionary<string, string>> AllAsync(SiteHost site)
    {
        var pages = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var address in SampleContent.Addresses)
        {
            pages[address] = (await site.GetAsync(address)).Text;
        }

        return pages;
    }
}
