using FacialParalysisSite.Content.Markdown.Parsing;
using Markdig.Helpers;
using Markdig.Parsers;

namespace FacialParalysisSite.Content.Markdown.Figures;

internal sealed class FigureParser : InlineParser
{
    private const string Word = "figure";

    public FigureParser() => OpeningCharacters = ['{'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (Delimited.Match(slice, "{{", "}}") is not { } inner || NameIn(inner.Trim()) is not { } name)
        {
            return false;
        }

        processor.Inline = Delimited.Place(new FigureInline { Name = name }, processor, ref slice, length: inner.Length + 4);
        return true;
    }

    private static string? NameIn(string words) =>
        words == Word ? "" : words.StartsWith(Word + ' ', StringComparison.Ordinal) ? words[Word.Length..].TrimStart() : null;
}
