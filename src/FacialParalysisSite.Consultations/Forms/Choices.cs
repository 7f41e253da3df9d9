namespace FacialParalysisSite.Consultations.Forms;

/// <summary>The questions of the form that have a fixed set of answers.</summary>
public static class Choices
{
    /// <summary>The answer to <see cref="Onset"/> that is shown with the advice to be seen today.</summary>
    public const string OnsetOfDays = "days";

    public static IReadOnlyList<Choice> Voicemail { get; } =
    [
        new("yes", "Yes"),
        new("no", "No"),
    ];

    public static IReadOnlyList<Choice> PreferredContact { get; } =
    [
        new("phone", "Phone"),
        new("email", "E-mail"),
        new("either", "Either is fine"),
    ];

    public static IReadOnlyList<Choice> BestTime { get; } =
    [
        new("morning", "Morning"),
        new("afternoon", "Afternoon"),
        new("any", "Any time"),
    ];

    public static IReadOnlyList<Choice> Whom { get; } =
    [
        new("self", "Myself"),
        new("child", "My child"),
        new("other", "Someone else"),
    ];

    public static IReadOnlyList<Choice> Topic { get; } =
    [
        new("bells-palsy", "Bell’s palsy"),
        new("synkinesis", "Movement that comes where it should not (synkinesis)"),
        new("other-paralysis", "Facial paralysis with another cause"),
        new("botox", "Botox"),
        new("surgery", "Surgery"),
        new("other", "Something else"),
        new("not-sure", "Not sure"),
    ];

    public static IReadOnlyList<Choice> Onset { get; } =
    [
        new(OnsetOfDays, "In the last 3 days"),
        new("weeks", "4 days to 3 months ago"),
        new("months", "3 to 12 months ago"),
        new("years", "More than a year ago"),
        new("birth", "At birth"),
        new("not-sure", "Not sure"),
    ];

    /// <summary>What people read for a value, or null where there is no such answer.</summary>
    public static string? LabelOf(IReadOnlyList<Choice> choices, string? value) =>
        choices.FirstOrDefault(choice => choice.Value == value)?.Label;
}
