using FacialParalysisSite.Content.Catalog;
using FacialParalysisSite.Content.Gallery;
using FacialParalysisSite.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;

namespace FacialParalysisSite.Web.Pages.Gallery;

internal sealed class CaseModel(ContentCatalog catalog) : SitePage(catalog)
{
    public GalleryCase Item { get; private set; } = null!;

    public IActionResult OnGet(string slug)
    {
        var found = Catalog.FindCase(slug);
        if (found.Item is not { } item)
        {
            return Missing(found.Availability);
        }

        Item = item;
        return ShowToAll(new PageHead(item.Title, item.Summary)
        {
            Path = item.Address,
            Crumbs = [Crumb.Gallery],
            IsUrgent = item.IsUrgent,
            IsPreview = found.Availability == Availability.Preview,
            ShowsPatients = item.IsOfPatient,
        });
    }
}
