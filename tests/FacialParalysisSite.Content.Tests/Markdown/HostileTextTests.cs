using FacialParalysisSite.Content.Catalog;
using FacialParalysisSite.Content.Library;

namespace FacialParalysisSite.Content.Tests.Markdown;

public sealed class HostileTextTests
{
    public static TheoryData<string> Names => new(HostileTexts.All.Keys);

    [Fact]
    public void All_Counted_AreAtLeastFifty() => Assert.True(HostileTexts.All.Count >= 50);

    [Theory]
    [MemberData(nameof(Names))]
    public void Render_HostileText_HasOnlyAllowedMarkup(string name)
    {
        var read = TestBody.Read(HostileTexts.All[name], "label");

        if (read.Body is null)
        {
            Assert.NotEmpty(read.Problems);
        }
        else
        {
            HtmlPolicy.AssertKept(read.Render());
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Reload_HostileArticle_ChangesNoOtherPageByAByte(string name)
    {
        using var content = new TestContent();
        var library = content.Load();
        var before = Pages(library);

        content.Write("articles/hostile.md", content.Read("articles/first.md").Split("\n---\n")[0] + "\n---\n" + HostileTexts.All[name]);
        var reload = library.Reload();

        Assert.True(reload.Changed);
        Assert.All(reload.Problems, problem => Assert.Equal("articles/hostile.md", problem.File));
        Assert.Equal(before, Pages(library));
        if (library.Current.FindArticle("hostile") is { Availability: Availability.Published, Item: { } hostile })
        {
            HtmlPolicy.AssertKept(library.Current.HtmlOf(hostile.Body));
        }
        else
        {
            Assert.NotEmpty(reload.Problems);
        }
    }

    private static string Pages(ContentLibrary library)
    {
        var catalog = library.Current;
        var bodies = catalog.Articles.Where(article => article.Slug != "hostile").Select(article => article.Body).Concat(catalog.Pages.Select(page => page.Body));
        return string.Join('\n', bodies.Select(catalog.HtmlOf));
    }
}
