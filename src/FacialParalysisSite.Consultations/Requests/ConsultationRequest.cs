using System.Text.Json;
using FacialParalysisSite.Consultations.Forms;

namespace FacialParalysisSite.Consultations.Requests;

/// <summary>
/// What a person asks the clinic, accepted: every value is valid, trimmed, and null where nothing was said. Name,
/// contact, answers and message are one payload, so that they are kept and wiped together.
/// </summary>
public sealed record ConsultationRequest
{
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
        Name = Text(form.Name) ?? "",
        Email = Text(form.Email),
        Phone = Text(form.Phone),
        Voicemail = Text(form.Voicemail),
        PreferredContact = Text(form.PreferredContact),
        BestTime = Text(form.BestTime),
        Whom = Text(form.Whom),
        Topic = Text(form.Topic),
        Onset = Text(form.Onset),
        Language = Text(form.Language),
        Message = Text(form.Message)?.ReplaceLineEndings("\n"),
    };

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    public static ConsultationRequest FromJson(string json) => JsonSerializer.Deserialize<ConsultationRequest>(json)!;

    /// <summary>As it is stored.</summary>
    public string ToJson() => JsonSerializer.Serialize(this);

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
