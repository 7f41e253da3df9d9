using FacialParalysisSite.Content.ClinicFacts;
using FacialParalysisSite.Content.Markdown;
using FacialParalysisSite.Content.People;

namespace FacialParalysisSite.Content.Search;

/// <summary>A page with its words, as it is put into the database.</summary>
/// <param name="Number">Its number there.</param>
/// <param name="Document">The page.</param>
/// <param name="Fields">The text of each of <see cref="SearchField.All"/>.</param>
/// <param name="Sections">The names that links to the sections of its text lead to, in order; null where there is none.</param>
internal sealed record PageText(int Number, SearchDocument Document, IReadOnlyList<string> Fields, IReadOnlyList<string?> Sections)
{
    /// <summary>How many words each field has.</summary>
    public IReadOnlyList<int> Lengths { get; } = Fields.Select(field => SearchWords.In(field).Count).ToList();

    /// <summary>Every word of it, once.</summary>
    public IReadOnlySet<string> Words { get; } = Fields.SelectMany(SearchWords.In).ToHashSet(StringComparer.Ordinal);

    /// <summary>Reads the words of a page.</summary>
    /// <param name="number">Its number in the database.</param>
    /// <param name="document">The page.</param>
    /// <param name="clinic">Fills the placeholders.</param>
    public static PageText Of(int number, SearchDocument document, Clinic clinic)
    {
        var sections = document.Body.Sections(clinic).Concat(document.People.Select(person => SectionOf(person, clinic))).ToList();
        var head = sections.Select(section => section.Heading).Prepend(document.Topics).Prepend(document.Summary);
        var text = sections.Select(section => Clean(section.Heading) + SearchDatabase.Heading + Clean(section.Text));
        return new PageText(number, document, [document.Title, document.InShort, string.Join(". ", head), string.Join(SearchDatabase.Section, text)],
            sections.Select(section => section.Id).ToList());
    }

    private static TextSection SectionOf(Person person, Clinic clinic) =>
        new(Id: null, person.NameAndCredentials, string.Join(' ', (person.Body?.Sections(clinic) ?? []).Select(section => section.Text).Prepend(person.Role + ".")));

    private static string Clean(string text) => string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter));
}
