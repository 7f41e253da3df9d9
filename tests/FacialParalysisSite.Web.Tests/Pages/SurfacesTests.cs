using System.Net;
using AngleSharp.Html.Parser;
using FacialParalysisSite.Web.Tests.Hosting;

namespace FacialParalysisSite.Web.Tests.Pages;

/// <summary>
/// What is not published stands nowhere: a walk over every address that any page, feed or agreed name leads to, in a site
/// in which everything else points at what must not be seen.
/// </summary>
public sealed class SurfacesTests
{
    /// <summary>A word that stands in what is planted and nowhere else, also in its addresses.</summary>
    private const string Planted = "zanzibar";

    /// <summary>What programs ask for without being led there.</summary>
    private static readonly string[] AgreedNames = ["/feed.xml", "/feed.json", "/sitemap.xml", "/robots.txt", "/site.webmanifest", "/.well-known/security.txt"];

    /// <summary>Where the planted articles stand as long as they are published.</summary>
    private static readonly string[] Surfaces =
    [
        "/", "/articles", "/categories/treatments", "/tags/botox", "/contact", "/feed.xml", "/feed.json", "/sitemap.xml", SampleContent.Full, SampleContent.Bare,
    ];

    private static readonly string[] Articles = ["zanzibar-draft", "zanzibar-future", "zanzibar-expired", "zanzibar-withdrawn"];

    [Fact]
    public async Task Walk_OfASiteThatPublishesWhatIsPlanted_FindsItOnEverySurface()
    {
        using var site = new SiteHost();
        Plant(site.Content, "", "", "");

        var walked = await WalkAsync(site);

        Assert.All(Surfaces, surface => Assert.True(Has(walked[surface]), surface));
        Assert.All(Articles, slug => Assert.Contains("/articles/" + slug, walked.Keys));
        Assert.Contains("/zanzibar-page", walked.Keys);
    }

    [Fact]
    public async Task Walk_OfASiteWithDraftsFutureExpiredAndWithdrawnPages_FindsThemNowhere()
    {
        using var site = new SiteHost();
        Plant(site.Content, "draft: true", "expires: 2029-12-31", "draft: true", future: "2030-02-01");
        await site.GetAsync("/");
        File.Delete(site.Content.PathOf("articles/zanzibar-withdrawn.md"));
        await Eventually.HoldsAsync(async () => (await site.GetAsync("/articles/zanzibar-withdrawn")).Status == HttpStatusCode.NotFound, "the article is taken away");

        var walked = await WalkAsync(site);

        Assert.Superset(Surfaces.ToHashSet(StringComparer.Ordinal), walked.Keys.ToHashSet(StringComparer.Ordinal));
        Assert.All(walked, answer => Assert.False(Has(answer.Value), answer.Key));
        foreach (var slug in Articles)
        {
            var answer = await site.GetAsync("/articles/" + slug);
            Assert.Equal(slug == "zanzibar-expired" ? HttpStatusCode.Gone : HttpStatusCode.NotFound, answer.Status);
            Assert.False(Has(answer.Text), slug);
        }
    }

    [Fact]
    public async Task Walk_OfASiteThatRequiresReviews_FindsNothingThatAwaitsOne()
    {
        using var site = new SiteHost().With("Content:RequireReview", "true");
        Plant(site.Content, "", "", "");

        Assert.All(await WalkAsync(site), answer => Assert.False(Has(answer.Value), answer.Key));
    }

    /// <summary>Articles at which the menu, the first page, the texts, the tags and the lists of other articles point.</summary>
    private static void Plant(EditedContent content, string draft, string expired, string page, string future = "2029-12-03")
    {
        const string Tags = "tags: [botox, synkinesis]\n";
        const string Body = "Words of Zanzibar. ![A nerve](../images/hidden.png)";
        content.WriteArticle(Articles[0], Tags + draft, "2029-12-01", "Zanzibar exercises at home and tight muscles", Body)
            .WriteArticle(Articles[1], Tags, future, "Zanzibar exercises at home", Body)
            .WriteArticle(Articles[2], Tags + expired, "2029-12-02", "Zanzibar exercises at home again", Body)
            .WriteArticle(Articles[3], Tags, "2029-12-04", "Zanzibar home exercises", Body)
            .Write("pages/zanzibar-page.md", $"---\ntitle: \"A page of Zanzibar\"\nshortTitle: \"Zanzibar\"\nsummary: \"S\"\nmenu: footer\nclinical: true\n{page}\n---\n\nWords.\n")
            .Replace("articles/relaxing-tight-muscles.md", "related: [what-is-synkinesis, a-hidden-draft]", $"related: [{string.Join(", ", Articles.Take(3))}]")
            .Replace("home.yml", "article: relaxing-tight-muscles", $"article: {Articles[0]}")
            .Replace("pages/contact.md", "Call {{phone}}.", "Call {{phone}}. See " + string.Join(", ", Articles.Take(3).Select(slug => $"[this](../articles/{slug}.md)")) + ".");
    }

    private static async Task<Dictionary<string, string>> WalkAsync(SiteHost site)
    {
        var walked = new Dictionary<string, string>(StringComparer.Ordinal);
        var open = new Queue<string>(AgreedNames.Prepend("/"));
        while (open.TryDequeue(out var address))
        {
            if (walked.ContainsKey(address))
            {
                continue;
            }

            var answer = await site.GetAsync(address);
            Assert.True(answer.Status == HttpStatusCode.OK, address);
            walked[address] = answer.Text;
            foreach (var next in Links(answer))
            {
                open.Enqueue(next);
            }
        }

        return walked;
    }

    private static IEnumerable<string> Links(Answer answer)
    {
        var type = answer.Header("Content-Type")!;
        if (type.StartsWith("image/", StringComparison.Ordinal) || type.StartsWith("font/", StringComparison.Ordinal))
        {
            return [];
        }

        // Whatever looks like a whole address of this site counts, in feeds, maps and data alike.
        var whole = answer.Text.Split(['"', '<', '>', ' ', '\n']).Where(part => part.StartsWith(SiteHost.PlainBase + "/", StringComparison.Ordinal)).Select(part => part[SiteHost.PlainBase.Length..]);
        var links = type.StartsWith("text/html", StringComparison.Ordinal)
            ? new HtmlParser().ParseDocument(answer.Text).QuerySelectorAll("[href], [src]").Select(element => element.GetAttribute("href") ?? element.GetAttribute("src")!)
            : [];
        return whole.Concat(links).Where(link => link.StartsWith('/')).Select(link => link.Split('#')[0]);
    }

    private static bool Has(string text) => text.Contains(Planted, StringComparison.OrdinalIgnoreCase);
}
