using FacialParalysisSite.Content.Phrases;

namespace FacialParalysisSite.Content.Evidence;

/// <summary>
/// A list of words and phrases that staff write to look for. Capital letters do not matter. A star at the end stands for
/// any ending: <c>guarantee*</c>.
/// </summary>
internal sealed class WordList
{
    private readonly PhraseFinder _finder;

    public WordList(IReadOnlyList<string> phrases)
    {
        All = phrases;
        _finder = new PhraseFinder(phrases.Select(phrase => new Phrase(phrase.TrimEnd('*')) { HasAnyEnding = phrase.EndsWith('*') }));
    }

    public static WordList None { get; } = new([]);

    /// <summary>The phrases as they were written.</summary>
    public IReadOnlyList<string> All { get; }

    /// <summary>Where phrases stand in a text, in order.</summary>
    public IEnumerable<FoundPhrase> In(string text) => _finder.In(text);

    public bool StandsIn(string text) => _finder.In(text).Any();
}
