using FacialParalysisSite.Content.Library;

namespace FacialParalysisSite.Content.Tests.Library;

/// <summary>Everything that readers can see of a library now, as text.</summary>
internal static class SiteSnapshot
{
    public static string Of(ContentLibrary library, string except = "")
    {
        var catalog = library.Current;
        var articles = catalog.Articles.Where(article => article.Slug != except).Select(article =>
            $"{article.Address} {article.Title} {article.Summary} {article.Category} {string.Join(',', article.Tags)} {article.Author.NameAndCredentials}, "
            + $"{article.Author.Role} {article.Review?.Reviewer.Name} {string.Join(',', article.Aliases)}\n{catalog.HtmlOf(article.Body)}");
        var pages = catalog.Pages.Where(page => page.Slug != except).Select(page =>
            $"{page.Address} {page.Title} {page.Menu} {string.Join(',', page.People.Select(person => person.NameAndCredentials + catalog.HtmlOf(person.Body!)))}\n{catalog.HtmlOf(page.Body)}");
        return string.Join('\n',
            [catalog.Clinic.ToString(), .. catalog.Categories.Select(category => category.ToString()), .. catalog.Tags.Select(tag => tag.ToString()), .. articles, .. pages]);
    }
}
