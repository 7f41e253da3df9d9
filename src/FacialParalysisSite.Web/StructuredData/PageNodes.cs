using System.Globalization;
using FacialParalysisSite.Content.Pages;
using FacialParalysisSite.Web.Pages.Shared;

namespace FacialParalysisSite.Web.StructuredData;

/// <summary>A page that is about medicine, and the physicians that a page shows.</summary>
internal sealed class PageNodes(ClinicNodes clinic)
{
    public IEnumerable<SchemaNode> Of(Page page, PageHead head, string url)
    {
        if (page.IsClinical)
        {
            yield return new PageNode("MedicalWebPage", head.Title, page.Summary, url, "en-US")
            {
                Id = url,
                DateModified = page.Updated?.ToW3C(),
                LastReviewed = page.Review?.On.Day.ToString("O", CultureInfo.InvariantCulture),
                ReviewedBy = page.Review is { } review ? clinic.NameOf(review.Reviewer) : null,
            };
        }

        foreach (var physician in page.People.Select(clinic.PhysicianOf).OfType<PhysicianNode>())
        {
            yield return physician;
        }
    }
}
