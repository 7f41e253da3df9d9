using System.Collections.Concurrent;
using FacialParalysisSite.Content.ClinicFacts;
using FacialParalysisSite.Content.Markdown;

namespace FacialParalysisSite.Content.Search;

/// <summary>Reads the words of pages, each once. One that cannot be read is left out and takes no other with it.</summary>
/// <param name="clinic">Fills the placeholders.</param>
internal sealed class PageReading(Clinic clinic)
{
    private readonly ConcurrentDictionary<SearchDocument, PageText?> _read = new(ReferenceEqualityComparer.Instance);
    private readonly ConcurrentQueue<(string File, Exception Fault)> _faults = [];

    public IReadOnlyList<(string File, Exception Fault)> Faults => _faults.ToList();

    public int PagesRead => _read.Count(page => page.Value is not null);

    public IReadOnlyList<(SearchDocument Document, PageText Text)> Of(IReadOnlyCollection<SearchDocument> documents) =>
        documents.AsParallel().AsOrdered().Select(document => (Document: document, Text: _read.GetOrAdd(document, Read))).Where(page => page.Text is not null).Select(page => (page.Document, page.Text!)).ToList();

    private PageText? Read(SearchDocument document)
    {
        try
        {
            return PageText.Of(document, SectionsOf(document), clinic);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            _faults.Enqueue((document.File, fault));
            return null;
        }
    }

    private IEnumerable<TextSection> SectionsOf(SearchDocument document) => document switch
    {
        { Question: { } question } => [new TextSection(question.Id, question.Text, question.Answer)],
        { Body: { } body } => body.Sections(clinic),
        _ => [],
    };
}
