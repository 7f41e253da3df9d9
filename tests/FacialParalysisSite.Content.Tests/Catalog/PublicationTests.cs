using System.Globalization;
using FacialParalysisSite.Content.Catalog;

namespace FacialParalysisSite.Content.Tests.Catalog;

public sealed class PublicationTests : IDisposable
{
    private readonly TestContent _content = new();

    public void Dispose() => _content.Dispose();

    [Theory]
    [InlineData("2026-07-01", "2026-07-01T00:00:00-07:00")]
    [InlineData("2026-11-01", "2026-11-01T00:00:00-07:00")]
    [InlineData("2026-11-02", "2026-11-02T00:00:00-08:00")]
    [InlineData("2027-03-14", "2027-03-14T00:00:00-08:00")]
    [InlineData("2027-03-15", "2027-03-15T00:00:00-07:00")]
    [InlineData("2026-07-01T09:30:00-04:00", "2026-07-01T06:30:00-07:00")]
    [InlineData("2026-07-01T00:00Z", "2026-06-30T17:00:00-07:00")]
    public void FindArticle_WithAFuturePublished_AppearsExactlyAtItsMoment(string published, string moment)
    {
        _content.Write("articles/x.md", TestArticle.With(published: published));
        var library = _content.Load();

        _content.Time.Set(moment);
        _content.Time.Advance(TimeSpan.FromTicks(-1));
        Assert.Equal(Availability.NotFound, library.Current.FindArticle("x").Availability);
        Assert.DoesNotContain(library.Current.Articles, article => article.Slug == "x");

        _content.Time.Advance(TimeSpan.FromTicks(1));
        Assert.Equal(Availability.Published, library.Current.FindArticle("x").Availability);
        Assert.Equal("x", library.Current.Articles[0].Slug);
    }

    [Theory]
    [InlineData("2026-07-01", "2026-07-02T00:00:00-07:00")]
    [InlineData("2026-11-01", "2026-11-02T00:00:00-08:00")]
    [InlineData("2027-03-14", "2027-03-15T00:00:00-07:00")]
    [InlineData("2026-07-01T12:00:00-07:00", "2026-07-01T12:00:00-07:00")]
    public void FindArticle_WithExpires_IsGoneFromTheClinicsMidnight(string expires, string moment)
    {
        _content.Write("articles/x.md", TestArticle.With($"expires: {expires}\naliases: [/old]"));
        var library = _content.Load();

        _content.Time.Set(moment);
        _content.Time.Advance(TimeSpan.FromTicks(-1));
        Assert.Equal(Availability.Published, library.Current.FindArticle("x").Availability);

        _content.Time.Advance(TimeSpan.FromTicks(1));
        var found = library.Current.FindArticle("x");
        Assert.Equal((null, Availability.Gone), (found.Item, found.Availability));
        Assert.DoesNotContain(library.Current.Articles, article => article.Slug == "x");
        Assert.Equal("/articles/x", library.Current.FindRedirect("/old"));
    }

    [Fact]
    public void FindPage_WithExpires_IsGoneFromTheClinicsMidnight()
    {
        _content.Write("pages/x.md", TestArticle.Page("expires: 2026-07-01\naliases: [/old]\nmenu: main"));
        var library = _content.Load();
        Assert.Equal(Availability.Published, library.Current.FindPage("x").Availability);

        _content.Time.Set("2026-07-02T00:00:00-07:00");

        var found = library.Current.FindPage("x");
        Assert.Equal((null, Availability.Gone), (found.Item, found.Availability));
        Assert.DoesNotContain(library.Current.Pages, page => page.Slug == "x");
        Assert.Equal("/x", library.Current.FindRedirect("/old"));
    }

    [Fact]
    public void FindArticle_ExpiredButNeverReviewedWhereReviewIsRequired_WasNeverThere()
    {
        _content.Write("articles/x.md", TestArticle.With("expires: 2026-01-01", published: "2025-01-01", reviewed: false));

        Assert.Equal(Availability.NotFound, _content.Load(requireReview: true).Current.FindArticle("x").Availability);
        Assert.Equal(Availability.Gone, _content.Load().Current.FindArticle("x").Availability);
    }

    [Fact]
    public void Current_AsTimePasses_IsTheSameCatalogUntilSomethingChanges()
    {
        _content.Write("articles/x.md", TestArticle.With(published: "2026-07-01"));
        var library = _content.Load();
        var before = library.Current;

        _content.Time.Set("2026-06-30T23:59:59-07:00");
        Assert.Same(before, library.Current);

        _content.Time.Set("2026-07-01T00:00:00-07:00");
        Assert.True(library.Current.Version > before.Version);
        Assert.Equal(DateTimeOffset.Parse("2027-01-05T00:00:00-08:00", CultureInfo.InvariantCulture), library.Current.ValidUntil);
    }

    [Fact]
    public void Current_AfterTheClockIsSetBack_TakesTheFutureOffAgain()
    {
        _content.Write("articles/x.md", TestArticle.With(published: "2026-07-01"));
        var library = _content.Load();
        _content.Time.Set("2026-07-02T00:00:00-07:00");
        Assert.NotNull(library.Current.FindArticle("x").Item);

        _content.Time.Set("2026-06-15T12:00:00-07:00");

        Assert.Null(library.Current.FindArticle("x").Item);
    }

    [Fact]
    public void Current_OfADraft_HasItInNoListAndAtNoAddress()
    {
        _content.Write("articles/x.md", TestArticle.With("draft: true\naliases: [/old]\ntags: [synkinesis]"));
        _content.Write("pages/y.md", TestArticle.Page("draft: true\nmenu: main\naliases: [/older]"));
        var catalog = _content.Load().Current;

        Assert.Equal(["first"], catalog.Articles.Select(article => article.Slug));
        Assert.Equal(["first"], catalog.ArticlesIn(catalog.Categories[0]).Select(article => article.Slug));
        Assert.Equal(["first"], catalog.ArticlesTagged(catalog.Tags[0]).Select(article => article.Slug));
        Assert.Equal(["about"], catalog.Pages.Select(page => page.Slug));
        Assert.Equal(Availability.NotFound, catalog.FindArticle("x").Availability);
        Assert.Equal(Availability.NotFound, catalog.FindPage("y").Availability);
        Assert.Null(catalog.FindRedirect("/old"));
        Assert.Null(catalog.FindRedirect("/older"));
    }

    [Theory]
    [InlineData("draft: true", "2026-01-05")]
    [InlineData("urgent: true", "2027-01-05")]
    public void Current_WithShowDrafts_PreviewsWhatIsUnpublishedInNoList(string fields, string published)
    {
        _content.Write("articles/x.md", TestArticle.With(fields, published: published));
        _content.Change("articles/first.md", "tags: [synkinesis]", "tags: [synkinesis]\nrelated: [x]");
        var catalog = _content.Load(showDrafts: true).Current;

        var found = catalog.FindArticle("x");
        Assert.Equal(("x", Availability.Preview), (found.Item?.Slug, found.Availability));
        Assert.Equal(["x"], catalog.ArticlePreviews.Select(article => article.Slug));
        Assert.Equal(["first"], catalog.Articles.Select(article => article.Slug));
        Assert.Empty(catalog.RelatedTo(catalog.Articles[0]));
    }

    [Fact]
    public void Current_WithRequireReview_PublishesOnlyWhatWasReviewed()
    {
        _content.Write("articles/x.md", TestArticle.With(reviewed: false));

        Assert.Equal(Availability.Published, _content.Load().Current.FindArticle("x").Availability);
        Assert.Equal(Availability.NotFound, _content.Load(requireReview: true).Current.FindArticle("x").Availability);
        Assert.Equal(Availability.Published, _content.Load(requireReview: true).Current.FindArticle("first").Availability);
        Assert.Equal(Availability.Preview, _content.Load(requireReview: true, showDrafts: true).Current.FindArticle("x").Availability);
    }

    [Fact]
    public void StateOf_AReview_IsOverdueFromTheDay()
    {
        _content.Change("articles/first.md", "reviewDue: 2027-01-05", "reviewDue: 2026-07-01");
        _content.Write("articles/x.md", TestArticle.With(reviewed: false));
        var library = _content.Load();

        _content.Time.Set("2026-06-30T23:59:59-07:00");
        Assert.Equal(ReviewState.Reviewed, StateOf("first"));
        Assert.Equal(ReviewState.Awaiting, StateOf("x"));

        _content.Time.Set("2026-07-01T00:00:00-07:00");
        Assert.Equal(ReviewState.Overdue, StateOf("first"));

        ReviewState StateOf(string slug) => library.Current.StateOf(library.Current.FindArticle(slug).Item!.Review);
    }
}
