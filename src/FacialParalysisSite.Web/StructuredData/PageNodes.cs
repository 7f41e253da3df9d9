using FacialParalysisSite.Content.Catalog;
using FacialParalysisSite.Content.Pages;
using FacialParalysisSite.Web.Pages.Shared;

namespace FacialParalysisSite.Web.StructuredData;

/// <summary>A page that is about medicine or answers questions, and the physicians that a page shows.</summary>
internal sealed class PageNodes(ContentCatalog catalog, ClinicNodes clinic)
{
    public IEnumerable<SchemaNode> Of(Page page, PageHead head, string url)
    {
        var questions = catalog.QuestionsOf(page).Select(question => new QuestionNode(question.Text, new AnswerNode(question.Answer))).ToList();
        object? type = (page.IsClinical, questions.Count > 0) switch
        {
            (true, true) => new[] { "MedicalWebPage", "FAQPage" },
            (true, false) => "MedicalWebPage",
            (false, true) => "FAQPage",
            _ => null,
        };
        if (type is not null)
        {
            var node = new PageNode(type, head.Title, page.Summary, url, "en-US") { Id = url, DateModified = page.Updated?.ToW3C(), MainEntity = questions.Count > 0 ? questions : null };

            // A page that is not about medicine does not show its review.
            yield return page.IsClinical ? clinic.WithReview(node, page.Review) : node;
        }

        foreach (var physician in page.People.Select(clinic.PhysicianOf).OfType<PhysicianNode>())
        {
            yield return physician;
        }
    }
}
