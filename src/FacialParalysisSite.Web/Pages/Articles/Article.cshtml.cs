using FacialParalysisSite.Content.Catalog;
using FacialParalysisSite.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;

namespace FacialParalysisSite.Web.Pages.Articles;

internal sealed class ArticleModel(ContentCatalog catalog) : SitePage(catalog)
{
    public Content.Articles.Article Article { get; private set; } = null!;

    public IActionResult OnGet(string slug)
    {
        var found = Catalog.FindArticle(slug);
        if (found.Item is not { } article)
        {
            return Missing(found.Availability);
        }

        Article = article;
        return ShowToAll(new PageHead(article.Title, article.Summary)
        {
            Path = article.Address,
            Crumbs = [Crumb.Articles, new Crumb(article.Category.Title, Catalog.AddressOf(article.Category))],
            Category = article.Category,
            Article = article,
            IsUrgent = article.IsUrgent,
            IsPreview = found.Availability == Availability.Preview,
        });
    }
}
