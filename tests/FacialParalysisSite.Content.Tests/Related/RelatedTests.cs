using FacialParalysisSite.Content.Articles;
using FacialParalysisSite.Content.Catalog;

namespace FacialParalysisSite.Content.Tests.Related;

public sealed class RelatedTests : IDisposable
{
    private readonly TestContent _content = new();

    public void Dispose() => _content.Dispose();

    [Fact]
    public void RelatedTo_AnArticle_IsWhatStaffChoseThenTheNearestByTheirWords()
    {
        Write("x", "Massage for a stiff cheek", "related: [chosen, draft, gone]", category: "treatments");
        Write("chosen", "Insurance");
        Write("draft", "Massage of a stiff cheek", "draft: true");
        Write("gone", "Massage of a stiff cheek", "expires: 2026-02-01");
        Write("near", "Stiff cheeks in winter");
        Write("nearer", "Massage of a cheek that is stiff");
        Write("far", "What an operation costs", category: "treatments");

        Assert.Equal(["chosen", "nearer", "near"], RelatedTo("x"));
    }

    [Fact]
    public void RelatedTo_WordsThatFewArticlesHave_CountsThemMore()
    {
        Write("x", "A face and a shingles rash");
        Write("rare", "Shingles");
        foreach (var number in Enumerable.Range(1, 5))
        {
            Write($"common-{number}", "A face");
        }

        Assert.Equal("rare", RelatedTo("x")[0]);
    }

    [Theory]
    [InlineData("tags: [surgery]", "Words.", "A plain title", "tags: [surgery]", "Words.", "Another one")]
    [InlineData("", "## Which drops help?\n\nWords.", "Plain words", "", "## Are drops safe?\n\nWords.", "Another one")]
    public void RelatedTo_SharedTagsOrHeadings_AreNear(string fields, string body, string title, string otherFields, string otherBody, string otherTitle)
    {
        Write("x", title, fields, body);
        Write("near", otherTitle, otherFields, otherBody, published: "2025-01-05");
        Write("other", "Unlike both", body: "## Nothing shared\n\nWords.");
        Write("second", "Not alike at all");

        Assert.Equal("near", RelatedTo("x")[0]);
    }

    [Fact]
    public void RelatedTo_AWordOfTheTitle_CountsMoreThanOneOfAHeading()
    {
        Write("x", "Drops", body: "## About tape\n\nWords.");
        Write("heading", "Unlike", body: "## More tape\n\nWords.", published: "2026-02-05");
        Write("title", "Many drops", published: "2025-01-05");
        Write("other", "Not alike");
        Write("another", "Nor this");

        Assert.Equal("title", RelatedTo("x")[0]);
    }

    [Fact]
    public void RelatedTo_AWordThatMostArticlesHave_CountsNothing()
    {
        Write("x", "Face", category: "treatments");
        foreach (var number in Enumerable.Range(1, 4))
        {
            Write($"face-{number}", $"Face {number}", published: "2026-03-05");
        }

        Write("plain", "Nothing alike", category: "treatments", published: "2025-01-05");

        Assert.Equal("plain", RelatedTo("x")[0]);
    }

    [Theory]
    [InlineData("Nerve studies", "A nerve study")]
    [InlineData("The nerve’s therapies", "Nerve therapy")]
    public void RelatedTo_ThePlural_IsTheSameWord(string title, string other)
    {
        Write("x", title);
        Write("near", other, published: "2025-01-05");
        Write("second", "Unlike");
        Write("third", "Not alike");

        Assert.Equal("near", RelatedTo("x")[0]);
    }

    [Fact]
    public void RelatedTo_AfterATagGotAnotherTitle_KnowsItsNewWords()
    {
        Write("x", "Unlike", "tags: [surgery]");
        Write("near", "Mirrors", published: "2025-01-05");
        Write("other", "Not alike");
        var library = _content.Load();
        Assert.NotEqual("near", Slugs(library.Current.RelatedTo(library.Current.FindArticle("x").Item!))[0]);

        _content.Change("tags.yml", "Surgery", "Mirrors");
        library.Reload();

        Assert.Equal("near", Slugs(library.Current.RelatedTo(library.Current.FindArticle("x").Item!))[0]);
    }

    [Fact]
    public void RelatedTo_AnArticleThatIsLikeNoOther_IsTheNewestOfItsCategoryThenTheNewest()
    {
        Write("x", "Xylophone", category: "treatments", published: "2026-01-06", summary: "Zither.");
        Write("old", "One", category: "treatments", published: "2025-01-05");
        Write("newer", "Two", category: "treatments", published: "2025-02-05");
        Write("newest", "Three", published: "2026-05-05");

        Assert.Equal(["newer", "old", "newest"], RelatedTo("x"));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(3, 3)]
    [InlineData(9, 3)]
    public void RelatedTo_OneOfSeveralArticles_IsThreeWhereThereAreAsMany(int others, int related)
    {
        for (var number = 0; number < others; number++)
        {
            Write($"other-{number}", $"Title {number}");
        }

        var found = RelatedTo("first");

        Assert.Equal(related, found.Count);
        Assert.DoesNotContain("first", found);
        Assert.Equal(found.Distinct(StringComparer.Ordinal), found);
    }

    [Fact]
    public void RelatedTo_TheSameFilesReadAgain_IsTheSame()
    {
        foreach (var number in Enumerable.Range(0, 40))
        {
            Write($"other-{number}", $"Words {number % 7} of {number % 5} and {number % 3}");
        }

        var (one, other) = (_content.Load().Current, _content.Load().Current);

        Assert.All(one.Articles, article => Assert.Equal(Slugs(one.RelatedTo(article)), Slugs(other.RelatedTo(other.FindArticle(article.Slug).Item!))));
    }

    [Fact]
    public void RelatedTo_ADraftThatIsLookedAt_HasPublishedArticlesOnly()
    {
        Write("x", "Massage", "draft: true");
        Write("y", "Massage, too", "draft: true");
        Write("z", "Massage as well");
        var catalog = _content.Load(showDrafts: true).Current;

        Assert.Equal(["z", "first"], Slugs(catalog.RelatedTo(catalog.FindArticle("x").Item!)));
        Assert.Equal((null, null), Around(catalog, "x"));
    }

    [Fact]
    public void NeighboursOf_AnArticle_StandBesideItInTheListOfItsCategory()
    {
        Write("a", "A", category: "treatments", published: "2026-03-03");
        Write("b", "B", category: "treatments", published: "2026-03-02");
        Write("between", "Elsewhere", published: "2026-03-02");
        Write("c", "C", category: "treatments", published: "2026-03-01");
        var catalog = _content.Load().Current;

        Assert.Equal(["a", "b", "c"], catalog.ArticlesIn(catalog.FindCategory("treatments")!).Select(article => article.Slug));
        Assert.Equal((null, "b"), Around(catalog, "a"));
        Assert.Equal(("a", "c"), Around(catalog, "b"));
        Assert.Equal(("b", null), Around(catalog, "c"));
    }

    private static (string? Previous, string? Next) Around(ContentCatalog catalog, string slug)
    {
        var (previous, next) = catalog.NeighboursOf(catalog.FindArticle(slug).Item!);
        return (previous?.Slug, next?.Slug);
    }

    private void Write(string slug, string title, string fields = "", string body = "Words.", string category = "conditions", string published = "2026-01-05", string summary = "A summary.") =>
        _content.Write($"articles/{slug}.md", TestArticle.With(fields, body, category, published)
            .Replace("A title", title, StringComparison.Ordinal).Replace("A summary.", summary, StringComparison.Ordinal));

    private List<string> RelatedTo(string slug)
    {
        var catalog = _content.Load().Current;
        return Slugs(catalog.RelatedTo(catalog.FindArticle(slug).Item!));
    }

    private static List<string> Slugs(IEnumerable<Article> articles) => articles.Select(article => article.Slug).ToList();
}
