using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using FacialParalysisSite.Content;
using FacialParalysisSite.Content.Pictures;
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

    /// <summary>What people look for who do not know the word: other words of the planted pages, its beginning, and a slip in it.</summary>
    private static readonly string[] Searches = ["/search?q=exercises+at+home", "/search?q=zanziba", "/search?q=zanzibaz", "/search?q=what+is+asked", "/search/suggest?q=zanz", "/search/suggest?q=exercises+at+home"];

    /// <summary>Where the planted articles stand as long as they are published.</summary>
    private static readonly string[] Surfaces =
    [
        "/", "/articles", "/categories/treatments", "/tags/botox", "/contact", "/feed.xml", "/feed.json", "/sitemap.xml", SampleContent.Full, SampleContent.Bare,
    ];

    private static readonly string[] Articles = ["zanzibar-draft", "zanzibar-future", "zanzibar-expired", "zanzibar-withdrawn", "zanzibar-old"];

    private static readonly string[] Pages = ["zanzibar-page", "zanzibar-expired-page", "zanzibar-withdrawn-page"];

    /// <summary>Cases of patients, each without a permission that holds for another reason.</summary>
    private static readonly Dictionary<string, string> Cases = new(StringComparer.Ordinal)
    {
        ["zanzibar-no-record"] = "",
        ["zanzibar-parts"] = SampleContent.Permission.Replace("form: \"A-17\"", "", StringComparison.Ordinal),
        ["zanzibar-print"] = SampleContent.Permission.Replace("[web]", "[print]", StringComparison.Ordinal),
        ["zanzibar-over"] = SampleContent.Permission.Replace("2031-01-10", "2030-01-14", StringComparison.Ordinal),
        ["zanzibar-unsigned"] = SampleContent.Permission.Replace("2029-01-10", "2030-01-16", StringComparison.Ordinal),
        ["zanzibar-taken-back"] = SampleContent.Permission + "\n  withdrawn: 2030-01-15",
        ["zanzibar-deleted"] = SampleContent.Permission,
    };

    /// <summary>Older addresses of each, without the word.</summary>
    private static string AliasOf(string slug) => "/blogs/" + slug.Replace(Planted, "old", StringComparison.Ordinal) + ".html";

    [Fact]
    public async Task Walk_OfASiteThatPublishesWhatIsPlanted_FindsItOnEverySurface()
    {
        using var site = new SiteHost();
        Plant(site.Content, "", "", "");
        var faces = PlantCases(site, _ => SampleContent.Permission);

        var walked = await WalkAsync(site);

        Assert.All(Cases.Keys, slug => Assert.Contains("/gallery/" + slug, walked.Keys));
        Assert.All(faces, face => Assert.Contains(face, walked.Keys));
        Assert.True(Has(walked["/gallery"]));
        Assert.All(walked.Keys.Where(address => address.StartsWith("/feed.", StringComparison.Ordinal)), feed => Assert.DoesNotContain("gallery", walked[feed], StringComparison.Ordinal));
        Assert.All(Surfaces.Concat(Searches).Append("/articles?page=2"), surface => Assert.True(Has(walked[surface]), surface));
        Assert.All(Articles, slug => Assert.Contains("/articles/" + slug, walked.Keys));
        Assert.All(Pages, slug => Assert.Contains("/" + slug, walked.Keys));
        Assert.Contains(SampleContent.DraftPicture, walked.Keys);
        foreach (var slug in Articles.Concat(Pages))
        {
            Assert.Equal(HttpStatusCode.MovedPermanently, (await site.GetAsync(AliasOf(slug))).Status);
        }
    }

    [Fact]
    public async Task Walk_OfASiteWithDraftsFutureExpiredAndWithdrawnPages_FindsThemNowhere()
    {
        using var site = new SiteHost();
        Plant(site.Content, "draft: true", "expires: 2029-12-31", "draft: true", future: "2030-02-01");
        var faces = PlantCases(site, slug => Cases[slug]);
        await site.GetAsync("/");
        File.Delete(site.Content.PathOf("gallery/zanzibar-deleted.md"));
        await Eventually.HoldsAsync(async () => (await site.GetAsync("/gallery/zanzibar-deleted")).Status == HttpStatusCode.Gone, "the case is taken away");
        File.Delete(site.Content.PathOf("articles/zanzibar-withdrawn.md"));
        File.Delete(site.Content.PathOf("pages/zanzibar-withdrawn-page.md"));
        foreach (var address in new[] { "/articles/zanzibar-withdrawn", "/zanzibar-withdrawn-page" })
        {
            await Eventually.HoldsAsync(async () => (await site.GetAsync(address)).Status == HttpStatusCode.NotFound, address + " is taken away");
        }

        var walked = await WalkAsync(site);

        Assert.Superset(Surfaces.ToHashSet(StringComparer.Ordinal), walked.Keys.ToHashSet(StringComparer.Ordinal));
        Assert.Contains("/articles?page=2", walked.Keys);
        Assert.Contains("/gallery", walked.Keys);
        Assert.All(walked, answer => Assert.False(Has(answer.Value), answer.Key));
        Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync(SampleContent.DraftPicture)).Status);
        Assert.DoesNotContain(walked.Keys, address => address.StartsWith("/pictures/patients", StringComparison.Ordinal));
        foreach (var face in faces)
        {
            Assert.Equal(HttpStatusCode.Gone, (await site.GetAsync(face)).Status);
        }

        await Eventually.HoldsAsync(() => Directory.GetFileSystemEntries(Path.Combine(site.Data, "images", "patients")).Length == 0, "no picture of a patient is left");
        foreach (var slug in Cases.Keys)
        {
            var answer = await site.GetAsync("/gallery/" + slug);
            Assert.Equal(HttpStatusCode.Gone, answer.Status);
            Assert.False(Has(answer.Text), slug);
        }

        foreach (var slug in Articles.Concat(Pages))
        {
            var answer = await site.GetAsync(Pages.Contains(slug) ? "/" + slug : "/articles/" + slug);
            var isGone = slug.Contains("expired", StringComparison.Ordinal);
            Assert.Equal(isGone ? HttpStatusCode.Gone : HttpStatusCode.NotFound, answer.Status);
            Assert.False(Has(answer.Text), slug);

            // Of what is gone, the older addresses say so too; of what is hidden, nothing.
            Assert.Equal(isGone ? HttpStatusCode.MovedPermanently : HttpStatusCode.NotFound, (await site.GetAsync(AliasOf(slug))).Status);
        }
    }

    [Fact]
    public async Task Walk_OfASiteThatRequiresReviews_FindsNothingThatAwaitsOne()
    {
        using var site = new SiteHost().With("Content:RequireReview", "true");
        Plant(site.Content, "", "", "");

        Assert.All(await WalkAsync(site), answer => Assert.False(Has(answer.Value), answer.Key));
    }

    /// <summary>
    /// Articles and pages at which the menu, the first page, the texts, the tags and the lists of other articles point; among
    /// so many that the oldest of them stands on the second part of the list.
    /// </summary>
    private static void Plant(EditedContent content, string draft, string expired, string page, string future = "2029-12-03")
    {
        const string Body = "Words of Zanzibar. ![A nerve](../images/hidden.png)";
        string Fields(int article, string more = "") => $"tags: [botox, synkinesis]\naliases: [{AliasOf(Articles[article])}]\n{more}";
        string Page(int place, string more) =>
            $"---\ntitle: \"A page of Zanzibar\"\nshortTitle: \"Zanzibar {place}\"\nsummary: \"S\"\nmenu: footer\nclinical: true\nquestions: true\naliases: [{AliasOf(Pages[place])}]\n{more}\n---\n\nWords.\n\n## What is asked of Zanzibar?\n\nAn answer.\n";
        content.WriteArticle(Articles[0], Fields(0, draft), "2029-12-01", "Zanzibar exercises at home and tight muscles", Body)
            .WriteArticle(Articles[1], Fields(1), future, "Zanzibar exercises at home", Body)
            .WriteArticle(Articles[2], Fields(2, expired), "2029-12-02", "Zanzibar exercises at home again", Body)
            .WriteArticle(Articles[3], Fields(3), "2029-12-04", "Zanzibar home exercises", Body)
            .WriteArticle(Articles[4], Fields(4, draft), "2020-01-01", "Zanzibar long ago", Body)
            .Write($"pages/{Pages[0]}.md", Page(0, page))
            .Write($"pages/{Pages[1]}.md", Page(1, expired))
            .Write($"pages/{Pages[2]}.md", Page(2, ""))
            .Replace("articles/relaxing-tight-muscles.md", "related: [what-is-synkinesis, a-hidden-draft]", $"related: [{string.Join(", ", Articles.Take(3))}]")
            .Replace("home.yml", "article: relaxing-tight-muscles", $"article: {Articles[0]}")
            .Replace("pages/contact.md", "Call {{phone}}.", "Call {{phone}}. See " + string.Join(", ", Articles.Take(3).Select(slug => $"[this](../articles/{slug}.md)")) + ".");
        for (var number = 0; number < 20; number++)
        {
            content.WriteArticle($"other-{number}", published: "2027-01-01");
        }

        File.AppendAllText(content.PathOf("clinic.yml"), "\nsecurity:\n  contact: \"desk@clinic.example\"\n  until: 2030-07-01\n");
    }

    /// <summary>Cases whose pictures have been made.</summary>
    /// <returns>The addresses of the pictures.</returns>
    private static List<string> PlantCases(SiteHost site, Func<string, string> permissionOf)
    {
        var faces = new List<string>();
        foreach (var slug in Cases.Keys)
        {
            site.Content.WriteCase(slug, permissionOf(slug), "A case of Zanzibar");
            foreach (var moment in new[] { "before", "after" })
            {
                var key = SampleContent.LayPictureReady(Path.Combine(site.Data, "images"), EditedContent.PictureOfCase(slug, moment), EditedContent.WidthOfCase, isPrivate: true);
                faces.AddRange(PictureRecipe.Formats.Select(format => SiteAddresses.OfPatientPicture(key, PictureRecipe.FileName(EditedContent.WidthOfCase, format))));
            }
        }

        return faces;
    }

    private static async Task<Dictionary<string, string>> WalkAsync(SiteHost site)
    {
        var walked = new Dictionary<string, string>(StringComparer.Ordinal);
        var open = new Queue<string>([.. AgreedNames, .. Searches, "/"]);
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
            ? new HtmlParser().ParseDocument(answer.Text).QuerySelectorAll("[href], [src], [srcset]").SelectMany(Addresses)
            : [];
        return whole.Concat(links).Where(link => link.StartsWith('/')).Select(link => link.Split('#')[0]);
    }

    /// <summary>Those of a link or a picture; of a picture in sizes, each one.</summary>
    private static IEnumerable<string> Addresses(IElement element) =>
        new[] { element.GetAttribute("href"), element.GetAttribute("src") }.OfType<string>()
            .Concat(element.GetAttribute("srcset")?.Split(", ").Select(size => size.Split(' ')[0]) ?? []);

    private static bool Has(string text) => text.Contains(Planted, StringComparison.OrdinalIgnoreCase);
}
