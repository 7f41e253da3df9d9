using System.Text;
using System.Text.RegularExpressions;

namespace FacialParalysisSite.Content.Evidence;

/// <summary>
/// A list of words and phrases to look for. Capital letters, the kind of apostrophe and the width of spaces do not
/// matter; only whole words are found. A star at the end stands for any ending: <c>guarantee*</c>.
/// </summary>
internal sealed class Phrases
{
    private readonly Regex? _pattern;

    public Phrases(IReadOnlyList<string> phrases)
    {
        All = phrases;
        _pattern = phrases.Count == 0 ? null : new Regex(
            string.Join('|', phrases.OrderByDescending(phrase => phrase.Length).Select(PatternOf)),
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
    }

    public static Phrases None { get; } = new([]);

    /// <summary>The phrases as they were written.</summary>
    public IReadOnlyList<string> All { get; }

    /// <summary>Where phrases stand in a text, in order.</summary>
    public IEnumerable<Found> In(string text)
    {
        for (var match = _pattern?.Match(text); match is { Success: true }; match = match.NextMatch())
        {
            yield return new Found(match.Index, match.Value);
        }
    }

    public bool StandsIn(string text) => _pattern?.IsMatch(text) == true;

    private static string PatternOf(string phrase)
    {
        var pattern = new StringBuilder();
        foreach (var letter in phrase.TrimEnd('*'))
        {
            pattern.Append(letter switch
            {
                '\'' or '’' => "['’]",
                ' ' => @"\s+",
                _ => Regex.Escape(letter.ToString()),
            });
        }

        var beginning = char.IsLetterOrDigit(phrase[0]) ? @"\b" : "";
        var end = phrase.EndsWith('*') ? @"\w*" : char.IsLetterOrDigit(phrase[^1]) ? @"\b" : "";
        return beginning + pattern + end;
    }

    /// <summary>A phrase in a text.</summary>
    /// <param name="Index">Where it begins.</param>
    /// <param name="Text">How it is written there.</param>
    public readonly record struct Found(int Index, string Text)
    {
        public int End => Index + Text.Length;
    }
}
