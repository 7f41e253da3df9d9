namespace FacialParalysisSite.Content.Phrases;

/// <summary>How many slips of a finger lie between two words: a letter too many, missing, wrong, or two in the wrong order.</summary>
internal static class EditDistance
{
    /// <summary>Longer words are not compared: their rows would not fit the stack.</summary>
    private const int LongestWord = 100;

    /// <summary>A shorter word has too many neighbors to guess at.</summary>
    private const int ShortestWithSlip = 4;

    private const int ShortestWithTwoSlips = 8;

    /// <summary>How many slips are forgiven in a word of some length.</summary>
    public static int Forgiven(int length) => length < ShortestWithSlip ? 0 : length < ShortestWithTwoSlips ? 1 : 2;

    /// <summary>Slips between two words (optimal string alignment), or more than <paramref name="most"/> where there are more.</summary>
    public static int Between(ReadOnlySpan<char> one, ReadOnlySpan<char> other, int most)
    {
        if (Math.Abs(one.Length - other.Length) > most || one.Length > LongestWord || other.Length > LongestWord)
        {
            return most + 1;
        }

        var width = other.Length + 1;
        Span<int> rows = stackalloc int[3 * width];
        var beforePrevious = rows[..width];
        var previous = rows.Slice(width, width);
        var current = rows[(2 * width)..];
        for (var column = 0; column <= other.Length; column++)
        {
            previous[column] = column;
        }

        for (var row = 1; row <= one.Length; row++)
        {
            var least = current[0] = row;
            for (var column = 1; column <= other.Length; column++)
            {
                var change = previous[column - 1] + (one[row - 1] == other[column - 1] ? 0 : 1);
                var fewest = Math.Min(change, Math.Min(previous[column], current[column - 1]) + 1);
                if (row > 1 && column > 1 && one[row - 1] == other[column - 2] && one[row - 2] == other[column - 1])
                {
                    fewest = Math.Min(fewest, beforePrevious[column - 2] + 1);
                }

                current[column] = fewest;
                least = Math.Min(least, fewest);
            }

            if (least > most)
            {
                return most + 1;
            }

            var spare = beforePrevious;
            beforePrevious = previous;
            previous = current;
            current = spare;
        }

        return previous[^1];
    }
}
