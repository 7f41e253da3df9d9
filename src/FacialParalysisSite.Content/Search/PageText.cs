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
    public required IReadOnlyList<int> Lengths { get; init; }

    /// <summary>Every word of it, once.</summary>
    public required IReadOnlySet<string> Words { get; init; }

    /// <summary>Reads the words of a page.</summary>
    /// <param name="number">Its number in the database.</param>
    /// <param name="document">The page.</param>
    /// <param name="clinic">Fills the placeholders.</param>
    public static PageText Of(int number, SearchDocument document, Clinic clinic)
    {
        var sections = document.Body.Sections(clinic).Concat(document.People.Select(person => SectionOf(person, clinic))).ToList();
        var head = sections.Select(section => section.Heading).Prepend(document.Topics).Prepend(document.Summary);
        var text = sections.Select(section => Clean(section.Heading) + SearchDatabase.Heading + Clean(section.Text));
        string[] fields = [document.Title, document.InShort, string.Join(". ", head), string.Join(SearchDatabase.Section, text)];
        var words = Array.ConvertAll(fields, field => SearchWords.In(field).ToList());
        return new PageText(number, document, fields, sections.Select(section => section.Id).ToList())
        {
            Lengths = Array.ConvertAll(words, field => field.Count),
            Words = words.SelectMany(field => field).ToHashSet(StringComparer.Ordinal),
        };
    }

    private static TextSection SectionOf(Person person, Clinic clinic) =>
        new(Id: null, person.NameAndCredentials, string.Join(' ', (person.Body?.Sections(clinic) ?? []).Select(section => section.Text).Prepend(person.Role + ".")));

    private static string Clean(string text) => string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter));
}
