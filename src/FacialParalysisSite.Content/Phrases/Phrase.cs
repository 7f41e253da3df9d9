namespace FacialParalysisSite.Content.Phrases;

/// <summary>What capital letters mean in a phrase.</summary>
internal enum Capitals
{
    DoNotMatter,

    /// <summary>The first letter may be one at the beginning of a sentence; all others are as written.</summary>
    OnlyFirst,

    /// <summary>All are as written, as in an abbreviation.</summary>
    AsWritten,
}

/// <summary>Words to look for.</summary>
/// <param name="Text">The words.</param>
/// <param name="Capitals">What capital letters mean in it.</param>
internal sealed record Phrase(string Text, Capitals Capitals = Capitals.DoNotMatter)
{
    private static readonly string[] PluralEndings = ["s", "es"];

    /// <summary>Whether the last word may go on: guarantee, guaranteed, guarantees.</summary>
    public bool HasAnyEnding { get; init; }

    /// <summary>Whether the ending of the plural may follow.</summary>
    public bool MayBePlural { get; init; }

    /// <summary>Where the phrase ends in a text in which it begins at <paramref name="start"/>; null where it does not.</summary>
    public int? EndIn(string text, int start)
    {
        var at = start;
        for (var index = 0; index < Text.Length; index++)
        {
            var letter = Text[index];
            if (letter == ' ')
            {
                var space = at;
                while (at < text.Length && char.IsWhiteSpace(text[at]))
                {
                    at++;
                }

                if (at == space)
                {
                    return null;
                }
            }
            else if (at == text.Length || !IsSame(letter, text[at++], isFirst: index == 0))
            {
                return null;
            }
        }

        return HasAnyEnding ? EndOfWord(text, at) : IsEnd(text, at) ? at : PluralEnd(text, at);
    }

    private bool IsSame(char wanted, char found, bool isFirst)
    {
        var (one, other) = (Plain(wanted), Plain(found));
        var ignoresCapitals = Capitals == Capitals.DoNotMatter || (isFirst && Capitals == Capitals.OnlyFirst);
        return one == other || (ignoresCapitals && char.ToLowerInvariant(one) == char.ToLowerInvariant(other));
    }

    private static char Plain(char letter) => letter == '\'' ? '’' : letter;

    private int? PluralEnd(string text, int at) => !MayBePlural ? null
        : PluralEndings.Where(ending => string.CompareOrdinal(text, at, ending, 0, ending.Length) == 0 && IsEnd(text, at + ending.Length))
            .Select(ending => (int?)(at + ending.Length)).FirstOrDefault();

    /// <summary>Whether no word goes on here.</summary>
    private static bool IsEnd(string text, int at) => at == text.Length || !char.IsLetterOrDigit(text[at]);

    private static int EndOfWord(string text, int at)
    {
        while (at < text.Length && char.IsLetterOrDigit(text[at]))
        {
            at++;
        }

        return at;
    }
}
