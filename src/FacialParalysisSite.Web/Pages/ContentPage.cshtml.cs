using FacialParalysisSite.Content.Catalog;
using FacialParalysisSite.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;

namespace FacialParalysisSite.Web.Pages;

/// <summary>Shows the pages of <c>content/pages</c>.</summary>
internal sealed class ContentPageModel(ContentCatalog catalog) : SitePage(catalog)
{
    /// <summary>From this many sections on a page is too long to be looked through without a list of them.</summary>
    public const int SectionsWorthAList = 5;

    public Content.Pages.Page Item { get; private set; } = null!;

    /// <summary>The articles of the category that the page is the hub of; null for other pages.</summary>
    public ArticlePaging? Paging { get; private set; }

    public IActionResult OnGet(string slug, [FromQuery(Name = "page")] string? part)
    {
        var found = Catalog.FindPage(slug);
        if (found.Item is not { } page)
        {
            return Missing(found.Availability);
        }

        Item = page;
        if (page.Category is not null)
        {
            Paging = ArticlePaging.Part(Catalog.ArticlesIn(page.Category), page.Address, part);
            if (Paging is null)
            {
                return NotFound();
            }
        }

        return ShowToAll(new PageHead(page.Title + Paging?.Suffix, page.Summary)
        {
            Path = Paging?.Address ?? page.Address,
            Crumbs = page.Category is null ? [] : [Crumb.Articles],
            Category = page.Category,
            Page = page,
            IsUrgent = page.IsUrgent,
            IsPreview = found.Availability == Availability.Preview,
        });
    }
}
