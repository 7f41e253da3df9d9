using FacialParalysisSite.Content.Phrases;

namespace FacialParalysisSite.Content.Search;

/// <summary>A word of a phrase that somebody says who may need help.</summary>
/// <param name="Text">The word.</param>
/// <param name="Stem">The word without its ending.</param>
/// <param name="HasAnyEnding">Whether it may go on.</param>
/// <param name="IsAlone">Whether it is the whole phrase, so that no other word bears out what it says.</param>
internal sealed record AcuteWord(string Text, string Stem, bool HasAnyEnding, bool IsAlone)
{
    /// <summary>A shorter word is the beginning of too many others.</summary>
    private const int ShortestBeginning = 5;

    private const int ShortestBeginningInTyping = 4;

    private const int ShortestBeginningOfPhrase = 2;

    /// <summary>A shorter word is typed sooner than guessed: "how to di" is most often about something else.</summary>
    private const int ShortestGuessed = 4;

    /// <summary>By so many letters a word that is alone counts as shorter, when slips are forgiven: "cooking" is no slip for "choking".</summary>
    private const int LessWhereAlone = 2;

    /// <summary>Reads a phrase. A star at its end stands for any ending.</summary>
    public static IReadOnlyList<AcuteWord> PhraseOf(string text)
    {
        var words = SaidWord.Read(SearchWords.In(text).ToList()).ToList();
        return words.Select((word, index) => new AcuteWord(word.Text, word.Stem, index == words.Count - 1 && text.EndsWith('*'), words.Count == 1)).ToList();
    }

    /// <summary>Whether a word that was typed is this one.</summary>
    /// <param name="word">The word.</param>
    /// <param name="isKnown">Whether a word has a meaning of its own.</param>
    /// <param name="isBeingTyped">Whether it may go on.</param>
    public bool Fits(SaidWord word, Func<string, bool> isKnown, bool isBeingTyped) =>
        word.Stem == Stem
        || (HasAnyEnding && word.Text.StartsWith(Text, StringComparison.Ordinal))
        || (isBeingTyped && IsBegunBy(word.Text))
        || ((IsSlip(word.Text) || IsBegunBy(word.Text, ShortestBeginning)) && !isKnown(word.Text));

    /// <summary>Whether a word is this one as far as it is typed. Of a word that is alone, more than half must stand there: "over" and "conf" are nothing yet.</summary>
    private bool IsBegunBy(string word) => Text.Length >= ShortestGuessed
        && (IsAlone ? word.Length * 2 > Text.Length + (HasAnyEnding ? 1 : 0) && IsBegunBy(word, ShortestBeginningInTyping) : IsBegunBy(word, ShortestBeginningOfPhrase));

    private bool IsBegunBy(string word, int shortest) => word.Length >= shortest && Text.StartsWith(word, StringComparison.Ordinal);

    private bool IsSlip(string word)
    {
        // Beginnings are compared that are a letter shorter, too.
        var slips = EditDistance.Forgiven(Text.Length - (IsAlone ? LessWhereAlone : HasAnyEnding ? 1 : 0));
        if (slips == 0 || word[0] != Text[0])
        {
            return false;
        }

        return HasAnyEnding
            ? Enumerable.Range(Text.Length - slips, (2 * slips) + 1).Any(length => length <= word.Length && EditDistance.Between(word.AsSpan(0, length), Text, slips) <= slips)
            : EditDistance.Between(word, Text, slips) <= slips;
    }
}
