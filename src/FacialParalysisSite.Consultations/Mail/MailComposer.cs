using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using FacialParalysisSite.Consultations.Forms;
using FacialParalysisSite.Consultations.Outbox;
using FacialParalysisSite.Consultations.Requests;
using FacialParalysisSite.Consultations.Storage;

namespace FacialParalysisSite.Consultations.Mail;

/// <summary>Writes the mails.</summary>
/// <param name="settings">Who they are from and for.</param>
/// <param name="clinic">What the clinic says of itself, asked for each mail.</param>
internal sealed partial class MailComposer(MailSettings settings, Func<ClinicContact> clinic)
{
    internal const string HtmlHead = "<!doctype html><html lang=\"en-US\"><meta charset=\"utf-8\"><title>Consultation request</title>";

    // Unicode's isolates (UAX #9): what is between them cannot turn the direction of what is around them.
    private const char FirstStrongIsolate = '\u2068';
    private const char PopDirectionalIsolate = '\u2069';

    /// <summary>Writes a mail: about one request, or a digest about several.</summary>
    public OutgoingMail Compose(ClaimedMail mail) => mail.IsDigest ? Digest(mail) : Compose(mail.Parts[0]);

    private OutgoingMail Compose(ClaimedPart part)
    {
        var (message, stored, request) = part;
        return message.Kind == MailKind.Receipt
            ? Receipt(message, stored, request)
            : ToClinic(message, stored, request, isCorrected: message.Kind == MailKind.Correction);
    }

    /// <summary>What a mail to the clinic says, as plain text.</summary>
    /// <param name="stored">The request it is about.</param>
    /// <param name="request">What the person had written when the mail came to be owed.</param>
    /// <param name="isCorrected">Whether an earlier mail had other words.</param>
    public static string TextToClinic(StoredRequest stored, ConsultationRequest request, bool isCorrected)
    {
        var text = new StringBuilder().AppendLine(HeadToClinic(stored, isCorrected)).AppendLine()
            .Append("Reference: ").AppendLine(stored.Reference).AppendLine();
        foreach (var (label, value) in Lines(request))
        {
            text.Append(label).AppendLine(":").Append("  ").AppendLine(value.Replace("\n", "\n  ", StringComparison.Ordinal)).AppendLine();
        }

        return text.ToString();
    }

    /// <summary>The clinic's addresses that have not got a mail yet.</summary>
    public IReadOnlyList<string> RecipientsOf(OutboxMessage message) =>
        [.. settings.To.Except(message.DeliveredTo.Split(','), StringComparer.OrdinalIgnoreCase)];

    private OutgoingMail ToClinic(OutboxMessage message, StoredRequest stored, ConsultationRequest request, bool isCorrected) =>
        new(MessageIdOf(message), settings.From, RecipientsOf(message), ReplyAddress.Of(request.Email),
            $"Consultation request {stored.Reference}{(isCorrected ? " (corrected)" : "")}",
            WithMailLines(TextToClinic(stored, request, isCorrected)), WithMailLines(HtmlToClinic(stored, request, isCorrected)), IsAutomatic: false);

    /// <summary>
    /// Without an address for answers: it could be only one of theirs. Mails that are marked as sent by a program may end
    /// apart from the others, so it is not.
    /// </summary>
    private OutgoingMail Digest(ClaimedMail mail)
    {
        var digest = new DigestText([.. mail.Parts.Select(part =>
            (part.Request, part.Written, part.Message.Kind == MailKind.Correction))]);
        return new OutgoingMail(MessageIdOf(mail.Message), settings.From, RecipientsOf(mail.Message), ReplyTo: null,
            digest.Subject, WithMailLines(digest.Text), WithMailLines(digest.Html), IsAutomatic: false);
    }

    private static string HtmlToClinic(StoredRequest stored, ConsultationRequest request, bool isCorrected) =>
        HtmlHead + HtmlOf(stored, request, isCorrected) + "</html>";

    /// <summary>What a mail to the clinic says of one request, as a part of an HTML document.</summary>
    internal static string HtmlOf(StoredRequest stored, ConsultationRequest request, bool isCorrected)
    {
        var html = new StringBuilder("<p>").Append(WebUtility.HtmlEncode(HeadToClinic(stored, isCorrected)))
            .Append("</p><p>Reference: <strong>").Append(stored.Reference).Append("</strong></p><dl>");
        foreach (var (label, value) in Lines(request))
        {
            html.Append("<dt><strong>").Append(WebUtility.HtmlEncode(label)).Append("</strong></dt><dd style=\"white-space:pre-wrap\" dir=\"auto\">")
                .Append(WebUtility.HtmlEncode(value)).Append("</dd>");
        }

        return html.Append("</dl>").ToString();
    }

    private static string HeadToClinic(StoredRequest stored, bool isCorrected)
    {
        var head = isCorrected
            ? "The person has sent the form again with changes. What is written here replaces the earlier mail with this reference. If it names another patient, answer both."
            : "A consultation was requested on the website.";
        return stored.IsSuspected
            ? head + " The form was filled in as programs do it; it may be spam. Please look before you decide."
            : head;
    }

    private OutgoingMail Receipt(OutboxMessage message, StoredRequest stored, ConsultationRequest request)
    {
        var contact = clinic();
        var text =
            $"""
            Thank you. Your consultation request is stored and on its way to {contact.Name}.

            Your reference: {stored.Reference}

            {contact.ReplyTime ?? "The clinic will contact you. If you hear nothing, call."}

            Phone: {contact.Phone}

            If your face changed in the last days, see a doctor today. In an emergency, call 911.

            If you did not send a request, somebody may have typed your address by mistake. You need not do anything.
            """;
        return new OutgoingMail(MessageIdOf(message), settings.From, [request.Email!], null,
            $"Your consultation request {stored.Reference}", WithMailLines(text), null, IsAutomatic: true);
    }

    /// <summary>RFC 2045, section 6.8: a text has these line ends before it is encoded.</summary>
    private static string WithMailLines(string text) => text.ReplaceLineEndings("\r\n");

    private static IEnumerable<(string Label, string Value)> Lines(ConsultationRequest request)
    {
        var lines = new (string Label, string? Value)[]
        {
            ("Name", Harmless(request.Name)),

            // Checked already to look like nothing else, and copied from here into other programs.
            ("E-mail", request.Email),
            ("Phone", request.Phone),
            ("May we leave a voice message", Choices.LabelOf(Choices.Voicemail, request.Voicemail)),
            ("Preferred way", Choices.LabelOf(Choices.PreferredContact, request.PreferredContact)),
            ("Best time", Choices.LabelOf(Choices.BestTime, request.BestTime)),
            ("For", Choices.LabelOf(Choices.Whom, request.Whom)),
            ("About", Choices.LabelOf(Choices.Topic, request.Topic)),
            ("It began", Choices.LabelOf(Choices.Onset, request.Onset)),
            ("Language or interpreter", Harmless(request.Language)),
            ("Message", Harmless(request.Message)),
        };
        return lines.Where(line => line.Value is not null).Select(line => (line.Label, line.Value!));
    }

    private string MessageIdOf(OutboxMessage message) => $"{message.MailId ?? message.Id:N}@{settings.From[(settings.From.LastIndexOf('@') + 1)..]}";

    /// <summary>Each line by itself: a direction mark ends with its line at the latest.</summary>
    private static string? Harmless(string? text) => text is null
        ? null
        : string.Join('\n', text.Split('\n').Select(line => FirstStrongIsolate + NotClickable(WithoutControls(line)) + PopDirectionalIsolate));

    /// <summary>Isolates of the person's own could end ours.</summary>
    private static string WithoutControls(string text) =>
        string.Concat(text.Where(letter => !char.IsControl(letter) && letter is not (>= '\u2066' and <= '\u2069') and not (>= '\u202a' and <= '\u202e')));

    /// <summary>Mail programs make links of what looks like an address; a zero-width non-joiner breaks the look and nothing else.</summary>
    private static string NotClickable(string text) => LookOfAddress().Replace(text, "$&\u200c");

    [GeneratedRegex(@"[\p{L}\p{N}][.:](?=[\p{L}\p{N}/\\+])|@|\\(?=\\)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LookOfAddress();
}
