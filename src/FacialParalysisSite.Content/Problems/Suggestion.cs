using FacialParalysisSite.Content.Phrases;

namespace FacialParalysisSite.Content.Problems;

/// <summary>Finds the known word that a mistyped one was probably meant to be.</summary>
public static class Suggestion
{
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
        // A third of the letters may be wrong: "publised" finds "published", "cat" does not find "tag".
        var allowed = Math.Max(1, word.Length / 3);
        return known
            .Select(candidate => (candidate, distance: EditDistance.Between(word.ToLowerInvariant(), candidate.ToLowerInvariant(), allowed)))
            .Where(found => found.distance <= allowed)
            .OrderBy(found => found.distance)
            .ThenBy(found => found.candidate, StringComparer.Ordinal)
            .Select(found => found.candidate)
            .FirstOrDefault();
    }
}
