using FacialParalysisSite.Content.Catalog;
using FacialParalysisSite.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;

namespace FacialParalysisSite.Web.Pages;

/// <summary>Shows the pages of <c>content/pages</c>.</summary>
internal sealed class ContentPageModel(ContentCatalog catalog) : SitePage(catalog)
{
    public Content.Pages.Page Item { get; private set; } = null!;

    public IActionResult OnGet(string slug)
    {
        var found = Catalog.FindPage(slug);
        if (found.Item is not { } page)
        {
            return Missing(found.Availability);
        }

        Item = page;
        return Show(new PageHead(page.Title, page.Summary)
        {
            Path = page.Address,
            IsUrgent = page.IsUrgent,
            IsPreview = found.Availability == Availability.Preview,
        });
    }
}
