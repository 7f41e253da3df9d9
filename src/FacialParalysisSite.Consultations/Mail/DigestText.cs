using System.Text;
using FacialParalysisSite.Consultations.Requests;
using FacialParalysisSite.Consultations.Storage;

namespace FacialParalysisSite.Consultations.Mail;

/// <summary>What a digest says: every request in it in full, in the words of a mail about it alone.</summary>
/// <param name="Requests">The requests, what the person had written, and whether an earlier mail had other words.</param>
internal sealed record DigestText(IReadOnlyList<(StoredRequest Stored, ConsultationRequest Request, bool IsCorrected)> Requests)
{
    private const string Why =
        "More requests came within an hour than go out as single mails, so these are gathered here. Each is complete. "
        + "To answer one, write to the address in it: an answer to this mail may reach nobody.";

    /// <summary>Names no reference: those that may be spam are in digests of their own, and the others must be opened anyway.</summary>
    public string Subject =>
        $"{References.Count} consultation request{(References.Count == 1 ? "" : "s")}{(Requests.All(part => part.Stored.IsSuspected) ? " that may be spam" : "")} in one mail";

    public string Text
    {
        get
        {
            var text = new StringBuilder(Why).AppendLine().AppendLine().Append("References: ").AppendLine(string.Join(", ", References)).AppendLine();
            foreach (var (stored, request, isCorrected) in Requests)
            {
                text.AppendLine(new string('=', 72)).AppendLine().Append(MailComposer.TextToClinic(stored, request, isCorrected));
            }

            return text.ToString();
        }
    }

    public string Html
    {
        get
        {
            var html = new StringBuilder(MailComposer.HtmlHead).Append("<p>").Append(Why).Append("</p><p>References: ").Append(string.Join(", ", References)).Append("</p>");
            foreach (var (stored, request, isCorrected) in Requests)
            {
                html.Append("<hr>").Append(MailComposer.HtmlOf(stored, request, isCorrected));
            }

            return html.Append("</html>").ToString();
        }
    }

    private IReadOnlyList<string> References => [.. Requests.Select(part => part.Stored.Reference).Distinct()];
}
