namespace FacialParalysisSite.Consultations.Forms;

/// <summary>What a person typed, or what anybody sent in its place. Nothing in it is to be trusted.</summary>
public sealed class ConsultationForm
{
    /// <summary>Says that two posts come from the same page: a double click, the back button, a second try.</summary>
    public string? SubmissionId { get; set; }

    public string? Name { get; set; }

    public string? Email { get; set; }

    public string? Phone { get; set; }

    /// <summary>One of <see cref="Choices.Voicemail"/>.</summary>
    public string? Voicemail { get; set; }

    /// <summary>One of <see cref="Choices.PreferredContact"/>.</summary>
    public string? PreferredContact { get; set; }

    /// <summary>One of <see cref="Choices.BestTime"/>.</summary>
    public string? BestTime { get; set; }

    /// <summary>One of <see cref="Choices.Whom"/>.</summary>
    public string? Whom { get; set; }

    /// <summary>One of <see cref="Choices.Topic"/>.</summary>
    public string? Topic { get; set; }

    /// <summary>One of <see cref="Choices.Onset"/>.</summary>
    public string? Onset { get; set; }

    /// <summary>The language of an interpreter, or what else is needed to talk.</summary>
    public string? Language { get; set; }

    public string? Message { get; set; }

    /// <summary>Whether the person agrees to be contacted.</summary>
    public bool Agreed { get; set; }
}
