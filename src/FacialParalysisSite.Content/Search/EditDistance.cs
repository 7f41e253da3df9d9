namespace FacialParalysisSite.Content.Search;

/// <summary>How many slips of a finger lie between two words: a letter too many, missing, wrong, or two in the wrong order.</summary>
internal static class EditDistance
{
    /// <summary>Longer words are not compared: their table would not fit the stack.</summary>
    private const int LongestWord = 60;

    /// <summary>Slips between two words (optimal string alignment), or more than <paramref name="most"/> where there are more.</summary>
    public static int Between(string one, string other, int most)
    {
        if (Math.Abs(one.Length - other.Length) > most || one.Length > LongestWord || other.Length > LongestWord)
        {
            return most + 1;
        }

        var width = other.Length + 1;
        Span<int> slips = stackalloc int[(one.Length + 1) * width];
        for (var column = 0; column < width; column++)
        {
            slips[column] = column;
        }

        for (var row = 1; row <= one.Length; row++)
        {
            var at = row * width;
            var least = slips[at] = row;
            for (var column = 1; column < width; column++)
            {
                var change = slips[at - width + column - 1] + (one[row - 1] == other[column - 1] ? 0 : 1);
                var fewest = Math.Min(change, Math.Min(slips[at - width + column], slips[at + column - 1]) + 1);
                if (row > 1 && column > 1 && one[row - 1] == other[column - 2] && one[row - 2] == other[column - 1])
                {
                    fewest = Math.Min(fewest, slips[at - (2 * width) + column - 2] + 1);
                }

                slips[at + column] = fewest;
                least = Math.Min(least, fewest);
            }

            if (least > most)
            {
                return most + 1;
            }
        }

        return slips[^1];
    }
}
