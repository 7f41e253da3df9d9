using System.Globalization;
using FacialParalysisSite.Consultations.Forms;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using MinDataRate = Microsoft.AspNetCore.Server.Kestrel.Core.MinDataRate;

namespace FacialParalysisSite.Web.Pages.Consultation;

/// <summary>The form as a browser sent it.</summary>
/// <param name="Form">What was typed.</param>
/// <param name="Trap">What stands in the field that people do not see.</param>
/// <param name="OpenedAt">When the form was opened, as far as it says.</param>
internal sealed record SentForm(ConsultationForm Form, string? Trap, DateTimeOffset? OpenedAt)
{
    public const string TrapField = "website";

    public const string OpenedField = "opened";

    /// <summary>
    /// Bytes. The longest message has 10,000 UTF-16 units, each of which takes nine bytes in a form at the most: with the
    /// longest name and language that is less than 100 KB.
    /// </summary>
    public const int LargestBody = 128 * 1024;

    /// <summary>
    /// A phone may lose its network for half a minute in the midst of the form. After that, 240 bytes a second, as the server
    /// wants of every body, end within ten minutes what was not meant to end.
    /// </summary>
    private static readonly MinDataRate SlowestBody = new(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(30));

    /// <summary>Nobody reads three questions and answers them in less.</summary>
    private static readonly TimeSpan ShortestFilling = TimeSpan.FromSeconds(3);

    /// <summary>Which posts come from the same form; null where it does not say.</summary>
    public Guid? Submission => Guid.TryParse(Form.SubmissionId, out var id) && id != Guid.Empty ? id : null;

    /// <summary>Whether a program may have filled it in. It is only a mark: nobody is turned away for it, unless half of the room is taken.</summary>
    public bool IsSuspected(DateTimeOffset now) => !string.IsNullOrEmpty(Trap) || OpenedAt is not { } opened || IsTooShort(now - opened);

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

        WaitFor(request);
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

    /// <summary>Less than nothing passes where the clock was set back meanwhile; that says nothing of who filled it in.</summary>
    private static bool IsTooShort(TimeSpan filling) => filling >= TimeSpan.Zero && filling < ShortestFilling;

    /// <summary>In HTTP/2 all bodies of a connection share one rate, which no request may set.</summary>
    private static void WaitFor(HttpRequest request)
    {
        if (!HttpProtocol.IsHttp2(request.Protocol) && !HttpProtocol.IsHttp3(request.Protocol) && request.HttpContext.Features.Get<IHttpMinRequestBodyDataRateFeature>() is { } body)
        {
            body.MinDataRate = SlowestBody;
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
