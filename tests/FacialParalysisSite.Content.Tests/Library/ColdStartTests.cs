using FacialParalysisSite.Content.Catalog;
using FacialParalysisSite.Content.Library;

namespace FacialParalysisSite.Content.Tests.Library;

/// <summary>A start while a file is faulty: there is no last good version.</summary>
public sealed class ColdStartTests : IDisposable
{
    private readonly TestContent _content = new();

    public void Dispose() => _content.Dispose();

    [Fact]
    public void Load_WithAFaultyArticle_LeavesItOutAndServesTheRest()
    {
        var before = SiteSnapshot.Of(_content.Load());
        _content.Write("articles/x.md", "no fields");

        var library = _content.Load();

        Assert.Equal(before, SiteSnapshot.Of(library));
        Assert.Equal(Availability.NotFound, library.Current.FindArticle("x").Availability);
    }

    [Theory]
    [InlineData("categories.yml", "- slug: conditions", "- slug: [conditions")]
    [InlineData("categories.yml", "title:", "titel:")]
    [InlineData("categories.yml", "- slug: conditions", "- slag: conditions")]
    [InlineData("tags.yml", "- slug: synkinesis", "- slug: [synkinesis")]
    [InlineData("tags.yml", "- slug: synkinesis", "- slag: synkinesis")]
    [InlineData("people/ada.md", "---", "***")]
    [InlineData("people/ada.md", "name:", "nome:")]
    [InlineData("clinic.yml", "city:", "town:")]
    [InlineData("clinic.yml", "urgent: \"", "urgent: '")]
    public void Load_WithAFaultyFileOfTheWholeSite_ServesEveryPage(string path, string good, string faulty)
    {
        _content.Change("articles/first.md", "Call", "See [all](/categories/conditions) and [more](/tags/synkinesis). Call");
        _content.Change(path, good, faulty);

        var library = new ContentLibrary(_content.Settings(), _content.Time);
        var reload = library.Reload();

        Assert.True(library.IsReady);
        Assert.Equal(Availability.Published, library.Current.FindArticle("first").Availability);
        Assert.Equal(Availability.Published, library.Current.FindPage("about").Availability);
        Assert.Equal("ada", library.Current.FindArticle("first").Item!.Author.Slug);
        Assert.Equal("conditions", library.Current.FindArticle("first").Item!.Category.Slug);
        Assert.NotEmpty(reload.Problems);
        Assert.All(reload.Problems, problem => Assert.Equal(path, problem.File));
    }

    [Theory]
    [InlineData("name:", "nome:")]
    [InlineData("phone:", "fone:")]
    [InlineData("(310) 555-0100", "call us")]
    [InlineData("name: \"", "name: [")]
    public void Load_WithoutAReadableNameOrPhone_IsNotReadyUntilMended(string good, string faulty)
    {
        _content.Change("clinic.yml", good, faulty);
        var library = _content.Load();
        Assert.False(library.IsReady);
        Assert.Throws<InvalidOperationException>(() => library.Current);

        _content.Change("clinic.yml", faulty, good);
        library.Reload();

        Assert.True(library.IsReady);
        Assert.Equal("The Test Clinic", library.Current.Clinic.Name);
    }

    [Fact]
    public void Load_OfAFolderThatIsNotThere_IsNotReady()
    {
        var library = new ContentLibrary(_content.Settings() with { Root = _content.PathOf("nothing") }, _content.Time);

        library.Reload();

        Assert.False(library.IsReady);
    }
}
