using FacialParalysisSite.Content.Articles;
using FacialParalysisSite.Content.Catalog;
using FacialParalysisSite.Content.Home;
using FacialParalysisSite.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;

namespace FacialParalysisSite.Web.Pages;

internal sealed class IndexModel(ContentCatalog catalog) : SitePage(catalog)
{
    public IReadOnlyList<Article> Newest => Catalog.Articles.Take(5).ToList();

    /// <summary>What staff wrote, or the least that can be said without it.</summary>
    public HomePage Home => Catalog.Home ?? new HomePage
    {
        Title = "Care for a face that moves differently on each side",
        Lead = $"{Catalog.Clinic.Name}, {Catalog.Clinic.City}, sees people with Bell’s palsy, synkinesis and facial paralysis.",
    };

    public HomeCard? Director => Shown(Home.Director);

    public HomeCard? Visit => Shown(Home.Visit);

    public IActionResult OnGet() => ShowToAll(new PageHead(
        "Bell’s palsy, synkinesis and facial paralysis",
        $"{Catalog.Clinic.Name} in {Catalog.Clinic.City}: plain, sourced articles about Bell’s palsy, synkinesis and facial paralysis, and how to book a visit.")
    {
        Path = "/",
        IsUrgent = true,
    });

    /// <summary>A card whose page is not published is left out.</summary>
    private HomeCard? Shown(HomeCard? card) =>
        card is not null && Catalog.FindPage(card.Page).Availability == Availability.Published ? card : null;
}
