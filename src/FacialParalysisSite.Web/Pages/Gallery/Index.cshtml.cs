using FacialParalysisSite.Content;
using FacialParalysisSite.Content.Catalog;
using FacialParalysisSite.Content.Gallery;
using FacialParalysisSite.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;

namespace FacialParalysisSite.Web.Pages.Gallery;

internal sealed class IndexModel(ContentCatalog catalog) : SitePage(catalog)
{
    /// <summary>The cases that are listed.</summary>
    public IReadOnlyList<GalleryCase> Cases { get; private set; } = [];

    /// <summary>What the cases of the gallery are about, each with its article.</summary>
    public IReadOnlyList<Procedure> Procedures { get; private set; } = [];

    /// <summary>The one whose cases alone are listed; null for all.</summary>
    public Procedure? Chosen { get; private set; }

    public bool HasPatients => Catalog.Cases.Any(item => item.IsOfPatient);

    private string Description => HasPatients
        ? "Pictures of faces before and after care, each with what was done and when. Results differ from person to person."
        : "Drawings that show what a page with pictures before and after care holds, and how a patient gives and takes back permission.";

    /// <param name="procedure">The slug of the article about it.</param>
    public IActionResult OnGet([FromRoute] string? procedure)
    {
        Procedures = Catalog.Cases.SelectMany(item => item.Procedures).Where(one => one.Article is not null)
            .DistinctBy(one => one.Article).OrderBy(one => one.Name, StringComparer.Ordinal).ToList();
        Chosen = Procedures.FirstOrDefault(one => one.Article == procedure);
        if (procedure is not null && Chosen is null)
        {
            return NotFound();
        }

        Cases = Chosen is null ? Catalog.Cases : Catalog.Cases.Where(item => item.Procedures.Any(one => one.Article == Chosen.Article)).ToList();
        return ShowToAll(new PageHead(Chosen is null ? "Gallery" : $"Gallery: {Chosen.Name}", Description)
        {
            Path = Chosen is null ? SiteAddresses.Gallery : SiteAddresses.OfCasesAbout(Chosen.Article!),
            IsEmpty = Catalog.Cases.Count == 0,
            ShowsPatients = HasPatients,
            ListsPreviews = Catalog.CasePreviews.Count > 0,
        });
    }
}
