namespace FacialParalysisSite.Content.Problems;

/// <summary>Finds the known word that a mistyped one was probably meant to be.</summary>
public static class Suggestion
{
    private const int LongestWord = 100;

    /// <summary>A sentence such as <c>Did you mean "published"?</c></summary>
    /// <param name="word">What was typed.</param>
    /// <param name="known">Every word that could have been meant.</param>
    /// <param name="otherwise">What to say where none of them is near.</param>
    public static string For(string word, IEnumerable<string> known, string otherwise)
    {
        var nearest = Nearest(word, known);
        return nearest is null ? otherwise : $"Did you mean \"{nearest}\"?";
    }

    private static string? Nearest(string word, IEnumerable<string> known)
    {
        if (word.Length > LongestWord)
        {
            return null;
        }

        // A third of the letters may be wrong: "publised" finds "published", "cat" does not find "tag".
        var allowed = Math.Max(1, word.Length / 3);
        return known
            .Where(candidate => Math.Abs(candidate.Length - word.Length) <= allowed)
            .Select(candidate => (candidate, distance: Distance(word.ToLowerInvariant(), candidate.ToLowerInvariant())))
            .Where(found => found.distance <= allowed)
            .OrderBy(found => found.distance)
            .ThenBy(found => found.candidate, StringComparer.Ordinal)
            .Select(found => found.candidate)
            .FirstOrDefault();
    }

    /// <summary>Letters to insert, delete or replace, and neighbours to swap: the optimal string alignment distance.</summary>
    private static int Distance(string a, string b)
    {
        var previous = Enumerable.Range(0, b.Length + 1).ToArray();
        var beforePrevious = previous;
        for (var i = 1; i <= a.Length; i++)
        {
            var current = new int[b.Length + 1];
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                current[j] = Math.Min(replaced, 1 + Math.Min(previous[j], current[j - 1]));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    current[j] = Math.Min(current[j], beforePrevious[j - 2] + 1);
                }
            }

            (beforePrevious, previous) = (previous, current);
        }

        return previous[b.Length];
    }
}
