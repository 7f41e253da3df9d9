using FacialParalysisSite.Content.Articles;
using FacialParalysisSite.Content.Catalog;
using FacialParalysisSite.Content.FrontMatter;
using FacialParalysisSite.Content.Pages;

namespace FacialParalysisSite.Content.Tests.Catalog;

public sealed class ContentCatalogTests : IDisposable
{
    private readonly TestContent _content = new();

    public void Dispose() => _content.Dispose();

    [Fact]
    public void Articles_OfSeveralDays_ComeNewestFirst()
    {
        _content.Write("articles/b.md", TestArticle.With(published: "2026-03-01"));
        _content.Write("articles/a.md", TestArticle.With(published: "2026-03-01"));
        _content.Write("articles/c.md", TestArticle.With(published: "2026-03-01T09:00:00-08:00"));

        Assert.Equal(["c", "a", "b", "first"], Load().Articles.Select(article => article.Slug));
    }

    [Fact]
    public void FindRedirect_OfAliases_LeadsToArticleAndPage()
    {
        _content.Write("articles/x.md", TestArticle.With("aliases: [/Blogs/Old.html, /older/]"));
        _content.Write("pages/y.md", TestArticle.Page("aliases: [/oldest]"));
        var catalog = Load();

        Assert.Equal("/articles/x", catalog.FindRedirect("/blogs/old.html"));
        Assert.Equal("/articles/x", catalog.FindRedirect("/older"));
        Assert.Equal("/y", catalog.FindRedirect("/oldest"));
        Assert.Null(catalog.FindRedirect("/other"));
    }

    [Fact]
    public void LastChanged_OfAnArticleOrAPage_IsTheLatestOfItsDates()
    {
        _content.Write("articles/x.md", TestArticle.With(reviewed: false));
        _content.Write("articles/y.md", TestArticle.With("updated: 2026-03-04"));
        _content.Write("articles/z.md", TestArticle.With("updated: 2026-01-04", published: "2025-01-01"));
        _content.Write("pages/p.md", TestArticle.Page("updated: 2026-01-04\nreviewer: ada\nreviewed: 2026-02-02\nreviewDue: 2027-01-05"));
        _content.Write("pages/q.md", TestArticle.Page("reviewer: ada\nreviewed: 2026-02-02\nreviewDue: 2027-01-05"));
        _content.Write("pages/r.md", TestArticle.Page());
        var catalog = Load();

        Assert.Equal(["2026-01-05", "2026-03-04", "2026-01-05"], new[] { "x", "y", "z" }.Select(slug => catalog.FindArticle(slug).Item!.LastChanged.ToW3C()));
        Assert.Equal(["2026-02-02", "2026-02-02", null], new[] { "p", "q", "r" }.Select(slug => catalog.FindPage(slug).Item!.LastChanged?.ToW3C()));
    }

    [Fact]
    public void MomentOf_ADate_IsItsTimeOrTheBeginningOfTheDayAtTheClinic()
    {
        var catalog = Load();
        _ = ContentDate.TryParse("2026-07-01", out var day);
        _ = ContentDate.TryParse("2026-07-01T09:30+02:00", out var instant);

        Assert.Equal(new DateTimeOffset(2026, 7, 1, 7, 0, 0, TimeSpan.Zero), catalog.MomentOf(day));
        Assert.Equal(new DateTimeOffset(2026, 7, 1, 7, 30, 0, TimeSpan.Zero), catalog.MomentOf(instant));
        Assert.Equal("2026-07-01T09:30:00+02:00", instant.ToW3C());
    }

    [Fact]
    public void PictureOf_APath_IsThereOnlyWhereAPublishedPageShowsIt()
    {
        foreach (var name in new[] { "shown", "field", "page", "person", "draft", "future", "unused" })
        {
            _content.WritePicture($"images/{name}.png");
        }

        _content.Write("articles/a.md", TestArticle.With("image: field.png\nimageAlt: \"A face\"", "![A face](../images/shown.png)"));
        _content.Write("articles/b.md", TestArticle.With("draft: true", "![A face](../images/draft.png)"));
        _content.Write("articles/c.md", TestArticle.With("", "![A face](../images/future.png)", published: "2026-07-01"));
        _content.Write("pages/d.md", TestArticle.Page("", "![A face](../images/page.png)"));
        _content.Write("people/e.md", "---\nname: \"E\"\nrole: \"Nurse\"\n---\n\n![A face](../images/person.png)\n");
        var library = _content.Load();

        Assert.Equal(["field", "page", "person", "shown"], Shown(library.Current));
        Assert.Equal(["future", "draft"], library.Current.WantedPictures.Skip(4).Select(picture => Path.GetFileNameWithoutExtension(picture.Path)).OrderDescending(StringComparer.Ordinal));

        _content.Time.Set("2026-07-01T00:00:00-07:00");
        Assert.Equal(["field", "future", "page", "person", "shown"], Shown(library.Current));
        Assert.Equal(["draft", "field", "future", "page", "person", "shown"], Shown(_content.Load(showDrafts: true).Current));
    }

    [Fact]
    public void HtmlOf_ALinkToADraft_IsWordsUntilItIsPublished()
    {
        _content.Write("articles/x.md", TestArticle.With("draft: true"));
        _content.Change("articles/first.md", "Call", "See [that](x.md). Call");
        var library = _content.Load();
        Assert.Contains("See that.", Html(), StringComparison.Ordinal);

        _content.Change("articles/x.md", "draft: true", "draft: false");
        library.Reload();
        Assert.Contains("See <a href=\"/articles/x\">that</a>.", Html(), StringComparison.Ordinal);

        string Html() => library.Current.HtmlOf(library.Current.FindArticle("first").Item!.Body);
    }

    [Fact]
    public void Sources_OfAnArticle_StandInTheOrderOfTheirNumbers()
    {
        static string Source(string id) => $"  - id: {id}\n    title: \"T\"\n    url: \"https://example.org/{id}\"\n";
        _content.Write("articles/x.md", TestArticle.With("sources:\n" + (Source("a") + Source("b") + Source("c")).TrimEnd(), "One.[@c] Two.[@a]"));

        Assert.Equal(["c", "a", "b"], Load().FindArticle("x").Item!.Sources.Select(source => source.Id));
    }

    [Fact]
    public void Pages_InMenus_ComeInTheirOrder()
    {
        _content.Write("pages/a.md", TestArticle.Page("menu: main\norder: 20"));
        _content.Write("pages/b.md", TestArticle.Page("menu: main\norder: 5\nshortTitle: \"B\""));
        _content.Write("pages/c.md", TestArticle.Page("menu: footer"));
        var catalog = Load();

        Assert.Equal(["b", "about", "a"], catalog.MenuPages(Menu.Main).Select(page => page.Slug));
        Assert.Equal(["c"], catalog.MenuPages(Menu.Footer).Select(page => page.Slug));
        Assert.Equal("B", catalog.FindPage("b").Item!.ShortTitle);
    }

    [Fact]
    public void FindArticle_WithEveryField_HasThemAll()
    {
        _content.WritePicture("images/face.png");
        _content.Write("articles/x.md", TestArticle.With(
            "updated: 2026-02-01\nurgent: true\ninShort: [\"One\", \"Two\"]\nimage: face.png\nimageAlt: \"A face\"\ntags: [surgery]"));

        var article = Load().FindArticle("x").Item!;

        Assert.Equal(new DateOnly(2026, 2, 1), article.Updated?.Day);
        Assert.Equal("Ada Lovelace, MD", article.Review?.Reviewer.NameAndCredentials);
        Assert.Equal(new DateOnly(2027, 1, 5), article.Review?.Due.Day);
        Assert.True(article.IsUrgent);
        Assert.False(article.IsOffLabel);
        Assert.Equal(["One", "Two"], article.InShort);
        Assert.Equal(new ArticleImage("images/face.png", "A face"), article.Image);
        Assert.Equal("Surgery", Assert.Single(article.Tags).Title);
        Assert.Equal("Conditions", article.Category.Title);
    }

    private ContentCatalog Load() => _content.Load().Current;

    private static IEnumerable<string> Shown(ContentCatalog catalog) =>
        new[] { "draft", "field", "future", "page", "person", "shown", "unused" }.Where(name => catalog.PictureOf($"images/{name}.png") is not null);
}
