using FacialParalysisSite.Content.Catalog;
using FacialParalysisSite.Content.Library;

namespace FacialParalysisSite.Content.Tests.Library;

/// <summary>
/// A page that gets a new address, step by step. After each step its older addresses lead to it, at a site that runs and
/// at one that is started at that moment.
/// </summary>
public sealed class RenameTests : IDisposable
{
    private const string Old = "articles/m.md";

    private readonly TestContent _content = new();

    public RenameTests()
    {
        _content.Write(Old, TestArticle.With("aliases: [/blogs/m]"));
        _content.Write("addresses.txt", "/articles/m\n/blogs/m\n");
    }

    public void Dispose() => _content.Dispose();

    [Theory]
    [InlineData("articles/a.md")]
    [InlineData("articles/z.md")]
    public void Rename_CopyThenAliasThenDelete_IsNeverDown(string path)
    {
        Check(
            path,
            () => _content.Write(path, _content.Read(Old)),
            () => _content.Change(path, "[/blogs/m]", "[/blogs/m, /articles/m]"),
            () => _content.Delete(Old));
    }

    [Theory]
    [InlineData("articles/a.md")]
    [InlineData("articles/z.md")]
    public void Rename_CopyWithoutAliasesThenAliasThenDelete_IsNeverDown(string path)
    {
        Check(
            path,
            () => _content.Write(path, TestArticle.With()),
            () => _content.Write(path, TestArticle.With("aliases: [/blogs/m, /articles/m]")),
            () => _content.Delete(Old));
    }

    [Theory]
    [InlineData("articles/a.md")]
    [InlineData("articles/z.md")]
    public void Rename_AliasInTheOldFileThenCopyThenDelete_IsNeverDown(string path)
    {
        Check(
            path,
            () => _content.Change(Old, "[/blogs/m]", "[/blogs/m, /articles/m]"),
            () => _content.Write(path, _content.Read(Old)),
            () => _content.Delete(Old));
    }

    [Theory]
    [InlineData("articles/a.md")]
    [InlineData("articles/z.md")]
    public void Rename_ByADraftThatIsPublishedLater_IsNeverDown(string path)
    {
        Check(
            path,
            () => _content.Write(path, TestArticle.With("draft: true\naliases: [/blogs/m, /articles/m]")),
            () => _content.Change(path, "draft: true\n", ""),
            () => _content.Delete(Old));
    }

    [Fact]
    public void Rename_AndBackAgain_IsNeverDown()
    {
        Check(
            Old,
            () => Move("articles/a.md", TestArticle.With("aliases: [/blogs/m, /articles/m]")),
            () => _content.Write(Old, _content.Read("articles/a.md")),
            () => _content.Change(Old, "/articles/m", "/articles/a"),
            () => _content.Delete("articles/a.md"));
        Assert.Equal("/articles/m", _content.Load().Current.FindRedirect("/articles/a"));

        void Move(string path, string text)
        {
            _content.Delete(Old);
            _content.Write(path, text);
        }
    }

    [Fact]
    public void Rename_OfAPageToAnArticle_IsNeverDown()
    {
        _content.Write("pages/m.md", TestArticle.Page());
        var library = _content.Start();

        _content.Write("articles/m2.md", TestArticle.With("aliases: [/m]"));
        library.Reload();
        Assert.Equal((Availability.Published, null), (library.Current.FindPage("m").Availability, library.Current.FindRedirect("/m")));

        _content.Delete("pages/m.md");
        library.Reload();
        Assert.Equal("/articles/m2", library.Current.FindRedirect("/m"));
        Assert.Empty(library.Problems);
    }

    [Theory]
    [InlineData("tags.yml", "/tags/surgery", "- slug: surgery")]
    [InlineData("categories.yml", "/categories/treatments", "- slug: treatments")]
    public void Removal_OfAnEntryWhoseAddressIsAnAlias_LeadsToThePageFromThenOn(string list, string address, string entry)
    {
        _content.Write("addresses.txt", address + "\n");
        _content.Write("pages/x.md", TestArticle.Page());
        _content.Change("checks.yml", "category: treatments", "category: conditions");
        _content.Write(Old, TestArticle.With("aliases: [/blogs/m]", "## Risks\n\nWords."));
        var library = _content.Start();

        _content.Write("pages/x.md", TestArticle.Page($"aliases: [{address}]"));
        library.Reload();
        Assert.Equal("FP0207", Assert.Single(library.Problems).Code.Id);
        Assert.Equal((Availability.Published, null), (library.Current.FindPage("x").Availability, library.Current.FindRedirect(address)));

        _content.Write(list, _content.Read(list).Split(entry)[0]);
        library.Reload();
        Assert.Empty(library.Problems);
        Assert.Equal("/x", library.Current.FindRedirect(address));
    }

    [Fact]
    public void Load_AnAliasOfATagWhileTheListIsFaulty_BlamesTheListAlone()
    {
        _content.Write("pages/x.md", TestArticle.Page("aliases: [/tags/surgery, /tags/none]"));
        _content.Write("tags.yml", "- slug: synkinesis\n  title: \"S\"\n- slug: surgery\n  titel: \"T\"\n");

        var library = _content.Load();

        Assert.All(library.Problems, problem => Assert.Equal("tags.yml", problem.File));
        Assert.Equal((null, "/x"), (library.Current.FindRedirect("/tags/surgery"), library.Current.FindRedirect("/tags/none")));
    }

    private void Check(string path, params Action[] steps)
    {
        var library = _content.Start();
        foreach (var step in steps)
        {
            step();
            library.Reload();
            AssertAnswers(library);
            Assert.Null(library.Keep());
            AssertAnswers(_content.Start());
        }

        Assert.Empty(library.Problems);
        Assert.Empty(_content.Problems());
        Assert.Equal(Availability.Published, library.Current.FindArticle(Path.GetFileNameWithoutExtension(path)).Availability);
    }

    private static void AssertAnswers(ContentLibrary library)
    {
        var catalog = library.Current;
        foreach (var address in new[] { "/articles/m", "/blogs/m" })
        {
            var target = catalog.FindRedirect(address) ?? address;
            Assert.Equal((null, Availability.Published), (catalog.FindRedirect(target), catalog.FindArticle(target.Split('/')[^1]).Availability));
        }

        Assert.DoesNotContain(library.Problems, problem => problem.File == "addresses.txt");
    }
}
