using System.Text.Encodings.Web;
using System.Text.Json;
using FacialParalysisSite.Consultations.Forms;

namespace FacialParalysisSite.Consultations.Requests;

/// <summary>
/// What a person asks the clinic, accepted: every value is valid, trimmed, and null where nothing was said. Name,
/// contact, answers and message are one payload, so that they are kept and wiped together.
/// </summary>
public sealed record ConsultationRequest
{
    private static readonly JsonSerializerOptions Stored = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public required string Name { get; init; }

    public string? Email { get; init; }

    public string? Phone { get; init; }

    public string? Voicemail { get; init; }

    public string? PreferredContact { get; init; }

    public string? BestTime { get; init; }

    public string? Whom { get; init; }

    public string? Topic { get; init; }

    public string? Onset { get; init; }

    public string? Language { get; init; }

    public string? Message { get; init; }

    /// <summary>Takes over a form that <see cref="ConsultationFormValidator"/> found nothing wrong with.</summary>
    public static ConsultationRequest From(ConsultationForm form) => new()
    {
        Name = TypedText.Trimmed(form.Name) ?? "",
        Email = TypedText.Contact(form.Email),
        Phone = TypedText.Contact(form.Phone),
        Voicemail = TypedText.Trimmed(form.Voicemail),
        PreferredContact = TypedText.Trimmed(form.PreferredContact),
        BestTime = TypedText.Trimmed(form.BestTime),
        Whom = TypedText.Trimmed(form.Whom),
        Topic = TypedText.Trimmed(form.Topic),
        Onset = TypedText.Trimmed(form.Onset),
        Language = TypedText.Trimmed(form.Language),
        Message = TypedText.Trimmed(form.Message)?.ReplaceLineEndings("\n"),
    };

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    public static ConsultationRequest FromJson(string json) => JsonSerializer.Deserialize<ConsultationRequest>(json)!;

    /// <summary>As it is stored: never within a page, so that letters may stay letters and take a third of the room.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Stored);

    /// <summary>Nothing of it: a log must not come by what a person wrote unawares.</summary>
    public override string ToString() => nameof(ConsultationRequest);
}
