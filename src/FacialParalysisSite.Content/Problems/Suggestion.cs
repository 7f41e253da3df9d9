namespace FacialParalysisSite.Content.Problems;

/// <summary>Finds the known word that a mistyped one was probably meant to be.</summary>
internal static class Suggestion
{
    private const int LongestWord = 100;

    /// <summary>A sentence such as <c>Did you mean "published"?</c>, or <paramref name="otherwise"/> where nothing is near.</summary>
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

    /// <summary>Levenshtein distance: letters to insert, delete or replace.</summary>
    private static int Distance(string a, string b)
    {
        var previous = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var current = new int[b.Length + 1];
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                current[j] = Math.Min(replaced, 1 + Math.Min(previous[j], current[j - 1]));
            }

            previous = current;
        }

        return previous[b.Length];
    }
}
