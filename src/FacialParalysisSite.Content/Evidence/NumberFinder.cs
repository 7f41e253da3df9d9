using System.Text.RegularExpressions;

namespace FacialParalysisSite.Content.Evidence;

/// <summary>
/// Finds numbers of things that need a source: "63 patients", "three small studies", "2 to 5 weeks", "17%", "half of the
/// patients". A year is no number of things.
/// </summary>
/// <param name="things">The things: a number before one of them, with up to three words between, is found.</param>
internal sealed partial class NumberFinder(WordList things)
{
    /// <summary>Where such numbers stand in a text, with the things they count.</summary>
    public IEnumerable<CountedThing> In(string text)
    {
        var numbers = Number().Matches(text).Where(number => !Year().IsMatch(number.Value)).ToList();
        foreach (var thing in things.In(text))
        {
            var number = numbers.LastOrDefault(number => number.Index < thing.Index);
            if (number is not null && Between().IsMatch(text.AsSpan(number.Index + number.Length, thing.Index - number.Index - number.Length)))
            {
                yield return new CountedThing(number.Value, text[number.Index..thing.End], number.Index);
            }
        }
    }

    [GeneratedRegex(@"\b(?:\d+(?:[.,]\d+)*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|half)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Number();

    [GeneratedRegex(@"^(?:19|20)\d\d$", RegexOptions.NonBacktracking)]
    private static partial Regex Year();

    /// <summary>What may stand between: words of the same clause.</summary>
    [GeneratedRegex(@"^(?:\s?|-|(?:[\s-][\p{L}’'-]+){0,3}[\s-])$", RegexOptions.NonBacktracking)]
    private static partial Regex Between();
}

/// <param name="Number">The number, in figures or words.</param>
/// <param name="Text">The number and what it counts.</param>
/// <param name="Index">Where it begins.</param>
internal readonly record struct CountedThing(string Number, string Text, int Index);
