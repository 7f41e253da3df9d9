using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace FacialParalysisSite.Content.Markdown.Parsing;

/// <summary>What the parsers of <c>[@source]</c>, <c>{{placeholder}}</c> and <c>{{figure name}}</c> have in common.</summary>
internal static class Delimited
{
    private const int Longest = 100;

    /// <summary>The text between two marks that begin at the slice's start, on one line; null where there is none.</summary>
    public static string? Match(StringSlice slice, string open, string close)
    {
        var text = slice.AsSpan();
        if (!text.StartsWith(open, StringComparison.Ordinal))
        {
            return null;
        }

        var inner = text[open.Length..];
        var end = inner.IndexOf(close, StringComparison.Ordinal);
        return end is > 0 and <= Longest && !inner[..end].ContainsAny('\n', '[') ? inner[..end].ToString() : null;
    }

    /// <summary>Gives the new inline its place in the file and moves the slice behind it.</summary>
    public static T Place<T>(T inline, InlineProcessor processor, ref StringSlice slice, int length)
        where T : Inline
    {
        var start = processor.GetSourcePosition(slice.Start, out var line, out var column);
        inline.Line = line;
        inline.Column = column;
        inline.Span = new SourceSpan(start, start + length - 1);
        slice.Start += length;
        return inline;
    }
}
