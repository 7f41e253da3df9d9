using System.Globalization;
using FacialParalysisSite.Consultations.Forms;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace FacialParalysisSite.Web.Pages.Consultation;

/// <summary>The form as a browser sent it.</summary>
/// <param name="Form">What was typed.</param>
/// <param name="Trap">What stands in the field that people do not see.</param>
/// <param name="OpenedAt">When the form was opened, as far as it says.</param>
internal sealed record SentForm(ConsultationForm Form, string? Trap, DateTimeOffset? OpenedAt)
{
    public const string TrapField = "website";

    public const string OpenedField = "opened";

    /// <summary>Bytes. A message of 2,000 letters of any script, 12 bytes each at the most, takes a third of it.</summary>
    public const int LargestBody = 64 * 1024;

    /// <summary>Nobody reads three questions and answers them in less.</summary>
    private static readonly TimeSpan ShortestFilling = TimeSpan.FromSeconds(3);

    /// <summary>Which posts come from the same form; null where it does not say.</summary>
    public Guid? Submission => Guid.TryParse(Form.SubmissionId, out var id) && id != Guid.Empty ? id : null;

    /// <summary>Whether a program may have filled it in. It is only a mark: nobody is turned away for it.</summary>
    public bool IsSuspected(DateTimeOffset now) => !string.IsNullOrEmpty(Trap) || OpenedAt is not { } opened || now - opened < ShortestFilling;

    /// <summary>Reads a request.</summary>
    /// <returns>The form, or null and the status that says what is wrong with the request itself.</returns>
    public static async Task<(SentForm? Form, int Status)> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!IsUtf8Form(request.ContentType))
        {
            return (null, StatusCodes.Status415UnsupportedMediaType);
        }

        if (request.ContentLength > LargestBody)
        {
            return (null, StatusCodes.Status413PayloadTooLarge);
        }

        try
        {
            return (From(await request.ReadFormAsync(cancellationToken)), StatusCodes.Status200OK);
        }
        catch (BadHttpRequestException fault)
        {
            return (null, fault.StatusCode);
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException)
        {
            // No form, or a sender that is gone and hears no answer.
            return (null, StatusCodes.Status400BadRequest);
        }
    }

    private static bool IsUtf8Form(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
        && type.MediaType.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase));

    private static SentForm From(IFormCollection fields)
    {
        var form = new ConsultationForm
        {
            SubmissionId = Text(nameof(ConsultationForm.SubmissionId)),
            Name = Text(nameof(ConsultationForm.Name)),
            Email = Text(nameof(ConsultationForm.Email)),
            Phone = Text(nameof(ConsultationForm.Phone)),
            Voicemail = Text(nameof(ConsultationForm.Voicemail)),
            PreferredContact = Text(nameof(ConsultationForm.PreferredContact)),
            BestTime = Text(nameof(ConsultationForm.BestTime)),
            Whom = Text(nameof(ConsultationForm.Whom)),
            Topic = Text(nameof(ConsultationForm.Topic)),
            Onset = Text(nameof(ConsultationForm.Onset)),
            Language = Text(nameof(ConsultationForm.Language)),
            Message = Text(nameof(ConsultationForm.Message)),
            Agreed = Text(nameof(ConsultationForm.Agreed)) == FieldNames.Ticked,
        };
        return new SentForm(form, First(fields[TrapField]), Moment(First(fields[OpenedField])));

        string? Text(string property) => First(fields[FieldNames.Of(property)]);
    }

    /// <summary>A form of ours has each field once.</summary>
    private static string? First(StringValues values) => values.Count == 0 ? null : values[0];

    private static DateTimeOffset? Moment(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;
}
