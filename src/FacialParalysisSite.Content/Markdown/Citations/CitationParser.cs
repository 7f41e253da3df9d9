using FacialParalysisSite.Content.Markdown.Parsing;
using Markdig.Helpers;
using Markdig.Parsers;

namespace FacialParalysisSite.Content.Markdown.Citations;

internal sealed class CitationParser : InlineParser
{
    public CitationParser() => OpeningCharacters = ['['];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (Delimited.Match(slice, "[@", "]") is not { } id)
        {
            return false;
        }

        processor.Inline = Delimited.Place(new CitationInline { SourceId = id.Trim() }, processor, ref slice, length: id.Length + 3);
        return true;
    }
}
