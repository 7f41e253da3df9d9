using FacialParalysisSite.Content.ClinicFacts;
using FacialParalysisSite.Content.Markdown;

namespace FacialParalysisSite.Content.Pages;

/// <summary>A question that a page answers.</summary>
/// <param name="Text">The question, a heading of the page.</param>
/// <param name="Answer">What stands below it, in plain words.</param>
public sealed record Question(string Text, string Answer)
{
    internal static bool IsAskedBy(Heading heading) => IsAskedBy(heading.Text);

    /// <summary>The questions of a text. A heading with nothing but other headings below it only groups them.</summary>
    internal static List<Question> In(MarkdownBody body, Clinic clinic) =>
        body.Sections(clinic).Where(section => section.Text.Length > 0 && IsAskedBy(section.Heading)).Select(section => new Question(section.Heading, section.Text)).ToList();

    private static bool IsAskedBy(string heading) => heading.EndsWith('?');
}
