using System.Text.RegularExpressions;

namespace FacialParalysisSite.Content.Evidence;

/// <summary>
/// Finds numbers of things that need a source: "63 patients", "three small studies", "2 to 5 weeks", "17%", "half of the
/// patients". A year is no number of things.
/// </summary>
/// <param name="things">The things: a number before one of them, with up to three words between, is found.</param>
internal sealed partial class NumberFinder(WordList things)
{
    private const int MostWordsBetween = 3;

    /// <summary>Where such numbers stand in a text, with the things they count.</summary>
    public IEnumerable<CountedThing> In(string text)
    {
        // Most texts name none of the things, and are not searched for numbers.
        List<Match>? numbers = null;
        foreach (var thing in things.In(text))
        {
            numbers ??= Number().Matches(text).Where(number => !Year().IsMatch(number.Value)).ToList();
            var number = numbers.LastOrDefault(number => number.Index < thing.Index);
            if (number is not null && IsOneClause(text.AsSpan(number.Index + number.Length, thing.Index - number.Index - number.Length)))
            {
                yield return new CountedThing(number.Value, text[number.Index..thing.End], number.Index);
            }
        }
    }

    /// <summary>Whether nothing but up to three words of the same clause stands between a number and a thing.</summary>
    private static bool IsOneClause(ReadOnlySpan<char> between)
    {
        if (between.Length < 2)
        {
            return between.IsEmpty || IsGap(between[0]);
        }

        var (words, isInWord) = (0, false);
        foreach (var letter in between[1..^1])
        {
            if (char.IsLetter(letter) || letter is '’' or '\'' or '-')
            {
                words += isInWord ? 0 : 1;
                isInWord = true;
            }
            else if (isInWord && char.IsWhiteSpace(letter))
            {
                isInWord = false;
            }
            else
            {
                return false;
            }
        }

        return isInWord && words <= MostWordsBetween && IsGap(between[0]) && IsGap(between[^1]);
    }

    private static bool IsGap(char letter) => letter == '-' || char.IsWhiteSpace(letter);

    [GeneratedRegex(@"\b(?:\d+(?:[.,]\d+)*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|half)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Number();

    [GeneratedRegex(@"^(?:19|20)\d\d$", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Year();

}

/// <param name="Number">The number, in figures or words.</param>
/// <param name="Text">The number and what it counts.</param>
/// <param name="Index">Where it begins.</param>
internal readonly record struct CountedThing(string Number, string Text, int Index);
