using FacialParalysisSite.Content.ClinicFacts;
using FacialParalysisSite.Content.Gallery;
using FacialParalysisSite.Content.Markdown;
using FacialParalysisSite.Content.People;

namespace FacialParalysisSite.Content.Search;

/// <summary>The words of a page, as they are put into the database.</summary>
/// <param name="Fields">The words of each of <see cref="SearchField.All"/>, folded.</param>
/// <param name="Text">Its text as it is written, for excerpts: sections parted by <see cref="Section"/>, with <see cref="Heading"/> behind the heading of each.</param>
/// <param name="Sections">The names that links to these sections lead to, in order; null where there is none.</param>
internal sealed record PageText(IReadOnlyList<string> Fields, string Text, IReadOnlyList<string?> Sections)
{
    /// <summary>Between the sections of a text. No text has such a character left in it.</summary>
    public const char Section = '\u001E';

    /// <summary>Behind the heading of a section.</summary>
    public const char Heading = '\u001F';

    /// <summary>How many words each field has.</summary>
    public required IReadOnlyList<int> Lengths { get; init; }

    /// <summary>Every word of it, once.</summary>
    public required IReadOnlySet<string> Words { get; init; }

    /// <summary>What stays of it beside the database: one for both copies of the pages.</summary>
    public KeptText Kept => field ??= new KeptText(this);

    /// <summary>Reads the words of a page.</summary>
    /// <param name="document">The page.</param>
    /// <param name="text">Its sections.</param>
    /// <param name="clinic">Fills the placeholders.</param>
    public static PageText Of(SearchDocument document, IEnumerable<TextSection> text, Clinic clinic)
    {
        var sections = text.Concat(document.People.Select(person => SectionOf(person, clinic))).Concat(document.Views.Select(SectionOf)).ToList();
        var head = sections.Select(section => section.Heading).Prepend(document.Topics).Prepend(document.Summary);
        var body = string.Join(Section, sections.Select(section => Clean(section.Heading) + Heading + Clean(section.Text)));
        var words = new[] { document.Title, document.InShort, string.Join(". ", head), body }.Select(field => SearchWords.In(field).ToList()).ToList();
        return new PageText(words.ConvertAll(field => string.Join(' ', field)), body, sections.ConvertAll(section => section.Id))
        {
            Lengths = words.ConvertAll(field => field.Count),
            Words = words.SelectMany(field => field).ToHashSet(StringComparer.Ordinal),
        };
    }

    private static TextSection SectionOf(Person person, Clinic clinic) =>
        new(Id: null, person.NameAndCredentials, string.Join(' ', (person.Body?.Sections(clinic) ?? []).Select(section => section.Text).Prepend(person.Role + ".")));

    private static TextSection SectionOf(CaseView view) => new(Id: null, view.Name, $"{view.Before.Alt} {view.After.Alt}");

    private static string Clean(string text) => !text.Any(char.IsControl) ? text : string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter));
}
