using Markdig.Extensions.Alerts;

namespace FacialParalysisSite.Content.Markdown.Parsing;

/// <summary>The kinds of boxes that a text may have, written as <c>&gt; [!WARNING]</c>.</summary>
internal static class Callout
{
    public static IReadOnlyList<string> Names { get; } = ["NOTE", "WARNING", "URGENT"];

    public static bool IsKnown(AlertBlock block) => Names.Contains(block.Kind.ToString(), StringComparer.OrdinalIgnoreCase);

    /// <summary>The word shown above the text: Note, Warning, Urgent.</summary>
    public static string LabelOf(AlertBlock block) =>
        IsKnown(block) ? Capitalised(block.Kind.ToString()) : "Note";

    private static string Capitalised(string word) => string.Concat(word[..1].ToUpperInvariant(), word[1..].ToLowerInvariant());
}
