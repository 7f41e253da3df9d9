using FacialParalysisSite.Content.Markdown.Parsing;
using Markdig.Helpers;
using Markdig.Parsers;

namespace FacialParalysisSite.Content.Markdown.Placeholders;

internal sealed class PlaceholderParser : InlineParser
{
    public PlaceholderParser() => OpeningCharacters = ['{'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (Delimited.Match(slice, "{{", "}}") is not { } name)
        {
            return false;
        }

        processor.Inline = Delimited.Place(new PlaceholderInline { Name = name.Trim() }, processor, ref slice, length: name.Length + 4);
        return true;
    }
}
