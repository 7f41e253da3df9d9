using FacialParalysisSite.Content.Articles;
using FacialParalysisSite.Content.Catalog;
using FacialParalysisSite.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;

namespace FacialParalysisSite.Web.Pages;

internal sealed class IndexModel(ContentCatalog catalog) : SitePage(catalog)
{
    public IReadOnlyList<Article> Newest => Catalog.Articles.Take(5).ToList();

    public IActionResult OnGet() => Show(new PageHead(
        "Bell’s palsy, synkinesis and facial paralysis",
        $"{Catalog.Clinic.Name} in {Catalog.Clinic.City}: plain, sourced articles about Bell’s palsy, synkinesis and facial paralysis, and how to book a visit.")
    {
        Path = "/",
        IsUrgent = true,
    });
}
