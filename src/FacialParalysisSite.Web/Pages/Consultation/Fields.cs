using FacialParalysisSite.Consultations.Forms;

namespace FacialParalysisSite.Web.Pages.Consultation;

/// <summary>A question that is answered in words.</summary>
/// <param name="Name">The field's name and id.</param>
/// <param name="Label">The question.</param>
internal sealed record TextField(string Name, string Label)
{
    /// <summary>What helps to answer it.</summary>
    public string? Hint { get; init; }

    /// <summary>What is wrong with the answer.</summary>
    public string? Fault { get; init; }

    public string? Value { get; init; }

    public string Type { get; init; } = "text";

    /// <summary>Which keyboard a phone shows.</summary>
    public string? InputMode { get; init; }

    /// <summary>What a browser may fill in (HTML Living Standard, section 4.10.18.7.1).</summary>
    public string? AutoComplete { get; init; }

    public bool IsRequired { get; init; }

    /// <summary>How many lines it shows; 1 for a plain line.</summary>
    public int Rows { get; init; } = 1;

    /// <summary>For several lines: how many characters they may have.</summary>
    public int? Longest { get; init; }

    public string Class => FieldParts.ClassOf(Fault);

    /// <summary>The ids of what belongs to it, for screen readers.</summary>
    public string? DescribedBy => FieldParts.DescriptionOf(Name, Hint, Fault);
}

/// <summary>A question with a fixed set of answers.</summary>
/// <param name="Name">The field's name, and the id of its first answer.</param>
/// <param name="Legend">The question.</param>
/// <param name="Choices">The answers.</param>
internal sealed record ChoiceField(string Name, string Legend, IReadOnlyList<Choice> Choices)
{
    public string? Fault { get; init; }

    public string? Value { get; init; }

    public string Class => FieldParts.ClassOf(Fault);

    /// <summary>Whether the answers stand below each other; a few short ones stand in a row.</summary>
    public bool IsLong => Choices.Count > 3;

    public string? DescribedBy => FieldParts.DescriptionOf(Name, hint: null, Fault);

    /// <summary>The first answer has the field's own id, so that a link from the summary leads to it.</summary>
    public string IdOf(Choice choice) => choice == Choices[0] ? Name : $"{Name}-{choice.Value}";
}

/// <summary>What all kinds of fields have in common.</summary>
internal static class FieldParts
{
    public static string ClassOf(string? fault) => fault is null ? "field" : "field field--bad";

    /// <summary>Names what belongs to a field, so that it is read out with it; null for nothing.</summary>
    public static string? DescriptionOf(string name, string? hint, string? fault)
    {
        var ids = string.Join(' ', new[] { hint is null ? null : $"{name}-hint", fault is null ? null : $"{name}-fault" }.OfType<string>());
        return ids.Length == 0 ? null : ids;
    }
}
