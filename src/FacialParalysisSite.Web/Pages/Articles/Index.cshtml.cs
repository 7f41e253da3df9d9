using FacialParalysisSite.Content;
using FacialParalysisSite.Content.Catalog;
using FacialParalysisSite.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;

namespace FacialParalysisSite.Web.Pages.Articles;

internal sealed class IndexModel(ContentCatalog catalog) : SitePage(catalog)
{
    public ArticlePaging Paging { get; private set; } = null!;

    public IActionResult OnGet([FromQuery(Name = "page")] string? part)
    {
        if (ArticlePaging.Part(Catalog.Articles, SiteAddresses.Articles, part) is not { } paging)
        {
            return NotFound();
        }

        Paging = paging;
        return ShowToAll(new PageHead("Articles" + paging.Suffix, "All articles about Bell’s palsy, synkinesis and facial paralysis, the newest first.")
        {
            Path = paging.Address,
            ListsPreviews = Catalog.ArticlePreviews.Count > 0,
        });
    }
}
