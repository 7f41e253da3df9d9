using FacialParalysisSite.Content;
using FacialParalysisSite.Content.Catalog;
using FacialParalysisSite.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;

namespace FacialParalysisSite.Web.Pages.Tags;

internal sealed class TagModel(ContentCatalog catalog) : SitePage(catalog)
{
    public Content.Articles.Tag Tag { get; private set; } = null!;

    public ArticlePaging Paging { get; private set; } = null!;

    public IActionResult OnGet(string slug, [FromQuery(Name = "page")] string? part)
    {
        if (Catalog.FindTag(slug) is not { } tag
            || ArticlePaging.Part(Catalog.ArticlesTagged(tag), SiteAddresses.OfTag(slug), part) is not { } paging)
        {
            return NotFound();
        }

        (Tag, Paging) = (tag, paging);
        return ShowToAll(new PageHead(tag.Title + paging.Suffix, tag.Summary ?? $"Articles about {tag.Title}.") { Path = paging.Address, IsEmpty = paging.Articles.Count == 0, Crumbs = [Crumb.Articles] });
    }
}
