using FacialParalysisSite.Content;
using FacialParalysisSite.Content.Catalog;
using FacialParalysisSite.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;

namespace FacialParalysisSite.Web.Pages.Categories;

internal sealed class CategoryModel(ContentCatalog catalog) : SitePage(catalog)
{
    public Content.Articles.Category Category { get; private set; } = null!;

    public ArticlePaging Paging { get; private set; } = null!;

    public IActionResult OnGet(string slug, [FromQuery(Name = "page")] string? part)
    {
        if (Catalog.FindCategory(slug) is not { } category)
        {
            return NotFound();
        }

        // A hub has the same list in the same parts.
        var hub = Catalog.HubOf(category);
        if (ArticlePaging.Part(Catalog.ArticlesIn(category), hub?.Address ?? SiteAddresses.OfCategory(slug), part) is not { } paging)
        {
            return NotFound();
        }

        if (hub is not null)
        {
            return RedirectPermanent(paging.Address);
        }

        (Category, Paging) = (category, paging);
        return ShowToAll(new PageHead(category.Title + paging.Suffix, category.Summary) { Path = paging.Address, IsEmpty = paging.Articles.Count == 0, Crumbs = [Crumb.Articles], Category = category });
    }
}
