using FacialParalysisSite.Content.Library;
using FacialParalysisSite.Content.Search;

namespace FacialParalysisSite.Content.Tests.Search;

/// <summary>A content folder with the search over it.</summary>
internal sealed class SearchableContent : IDisposable
{
    /// <summary>What the file may not be without.</summary>
    private static readonly string[] Required =
    [
        "crisis:\n  call: 988\n  line: L\n  say: [suicide]\n", "emergency:\n  call: 911\n  line: E\n  say: [choking]\n", "acute:\n  call: 911\n  say: [stroke]\n",
        "eye:\n  call: 911\n  line: Y\n  say: [bleach in eye]\n", "possible:\n  call: 911\n  say: [numb face]\n",
    ];

    private readonly ContentLibrary _library;

    public SearchableContent(bool showDrafts = false)
    {
        _library = new ContentLibrary(Content.Settings(showDrafts: showDrafts), Content.Time);
        _library.Reload();
    }

    public TestContent Content { get; } = new();

    public SearchIndex Index { get; } = new();

    public ContentLibrary Library => _library;

    public SearchableContent Write(string slug, string title = "Untitled", string summary = "Nothing.", string fields = "", string body = "Words.")
    {
        Content.Write($"articles/{slug}.md", TestArticle.With(fields, body).Replace("A title", title, StringComparison.Ordinal).Replace("A summary.", summary, StringComparison.Ordinal));
        _library.Reload();
        return this;
    }

    public SearchableContent WriteSynonyms(string text)
    {
        Content.Write("synonyms.yml", Complete(text));
        _library.Reload();
        return this;
    }

    /// <summary>What is written in the file, and the groups that are not written there and must be.</summary>
    /// <param name="text">What is written.</param>
    /// <param name="without">A group that is left out all the same.</param>
    public static string Complete(string text, string? without = null) =>
        (text.Length == 0 || text.EndsWith('\n') ? text : text + '\n') + string.Concat(Required.Where(group => group.Split(':')[0] is var name && name != without && !("\n" + text).Contains($"\n{name}:", StringComparison.Ordinal)));

    public SearchResults Find(string? typed)
    {
        Index.Update(_library.Current);
        return Index.Find(_library.Current, typed);
    }

    public IReadOnlyList<SearchSuggestion> Suggest(string? typed)
    {
        Index.Update(_library.Current);
        return Index.Suggest(_library.Current, typed);
    }

    /// <summary>The addresses of what was found, in order, without <c>/articles/</c>.</summary>
    public IReadOnlyList<string> Slugs(string typed) => Find(typed).Hits.Select(hit => hit.Address.Replace("/articles/", "", StringComparison.Ordinal)).ToList();

    public void Dispose()
    {
        Index.Dispose();
        Content.Dispose();
    }
}
